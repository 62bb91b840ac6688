"""What goes wrong on purpose: scripted answers, and the limits that Telegram guards."""

import asyncio
import math
import random
import time
from collections import defaultdict, deque
from collections.abc import Callable
from dataclasses import dataclass, field

from tests.doubles.telegram_rules import Refusal

EVERY = "*"


@dataclass(slots=True, kw_only=True)
class Fault:
    """An answer other than the right one. By default the call is not carried out."""

    method: str
    left: int | None  #: how many calls it meets; None for all
    status: int = 500
    description: str = ""
    retry_after: int | None = None
    body: bytes | None = None  #: sent as it is, instead of an error
    drop: bool = False  #: the connection is cut
    hang: bool = False  #: no answer ever comes
    half: bool = False  #: an answer begins, and never ends
    late: asyncio.Event | None = None  #: nothing goes wrong, but the answer waits for this
    after_delivery: bool = False  #: the call is carried out first
    chat: int | None = None  #: only calls for this chat
    share: float = 1.0  #: which part of the calls it meets

    @property
    def carried_out(self) -> bool:
        return self.after_delivery or self.late is not None

    def refusal(self) -> Refusal:
        if self.retry_after is not None:
            return too_many(self.retry_after)
        return Refusal(self.status, self.description or _DESCRIPTIONS.get(self.status, "Error"))


class Faults:
    """The faults that stand, oldest first."""

    def __init__(self, seed: int) -> None:
        self.met = 0  #: how many calls went wrong
        self.round_trip = 0.0  #: seconds that every call takes, as from afar
        self._standing: list[Fault] = []
        self._random = random.Random(seed)

    def add(self, fault: Fault) -> None:
        self._standing.append(fault)

    def clear(self, method: str = EVERY) -> None:
        self._standing = [f for f in self._standing if method not in (EVERY, f.method)]

    def take(self, method: str, chat: int | None) -> Fault | None:
        """The fault that meets this call, if one does."""
        for fault in self._standing:
            if fault.method in (EVERY, method) and fault.chat in (None, chat):
                if self._random.random() >= fault.share:
                    continue
                self._count(fault)
                return fault
        return None

    def _count(self, fault: Fault) -> None:
        self.met += 1
        if fault.left is not None:
            fault.left -= 1
            if not fault.left:
                self._standing.remove(fault)


@dataclass(slots=True, kw_only=True)
class RateLimit:
    """A strict guard: sliding windows, and a penalty during which every message is refused."""

    per_second: int = 30
    per_chat_second: int = 1
    per_group_minute: int = 20
    penalty: int = 3
    now: Callable[[], float] = time.monotonic
    refused: int = 0  #: messages answered 429
    during_pause: int = 0  #: of these, sent although the pause was known
    _sent: dict[int, deque[float]] = field(default_factory=lambda: defaultdict(deque))
    _paused: dict[int, float] = field(default_factory=dict)

    def pauses(self, scope: int, seconds: int) -> None:
        """Refuse every message to a chat (0: to all) for so long, whatever it was sent before."""
        self._paused[scope] = self.now() + seconds

    def admit(self, chat: int) -> None:
        """Let a message pass, or answer 429."""
        now = self.now()
        for scope in (0, chat):
            if (left := self._paused.get(scope, 0.0) - now) > 0:
                self.refused += 1
                self.during_pause += 1
                raise too_many(math.ceil(left))
        for scope, allowed, seconds in self._windows(chat):
            self._guard(scope, allowed, seconds, now)
        for scope in (0, chat):
            self._sent[scope].append(now)

    def _windows(self, chat: int) -> tuple[tuple[int, int, float], ...]:
        own = (chat, self.per_group_minute, 60.0) if chat < 0 else (chat, self.per_chat_second, 1.0)
        return ((0, self.per_second, 1.0), own)

    def _guard(self, scope: int, allowed: int, seconds: float, now: float) -> None:
        sent = self._sent[scope]
        while sent and now - sent[0] >= seconds:
            sent.popleft()
        if len(sent) >= allowed:
            self._paused[scope] = now + self.penalty
            self.refused += 1
            raise too_many(self.penalty)


def too_many(retry_after: int) -> Refusal:
    return Refusal(429, f"Too Many Requests: retry after {retry_after}", retry_after=retry_after)


_DESCRIPTIONS = {
    400: "Bad Request",
    401: "Unauthorized",
    403: "Forbidden: bot was blocked by the user",
    404: "Not Found",
    409: "Conflict: terminated by other getUpdates request; make sure that only one bot instance "
    "is running",
    500: "Internal Server Error",
    502: "Bad Gateway",
}
