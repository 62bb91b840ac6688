"""How fast a channel may be written to: in all, to one chat, to one group. Pure, no waiting.

A limit holds in whatever second or minute one looks, however late this program or the road to the
platform is (``Window``). Only where the quickest way out and the quickest way back take together
less than nine tenths of the quickest answer may the platform count a message too early, and refuse
it. What can wait is spread evenly over each second, just below the limit; so a reply, which may use
all of it, hardly ever has to wait, and what it took is missing from the broadcast afterwards (a
debt), not from other replies. The more people write, the more room is left for the next reply: they
do not come evenly.
"""

import math
from collections import deque
from dataclasses import dataclass, field

from bot.channels.base import Limits

_MINUTE = 60.0

#: Windows are counted a little longer: clocks differ, and are read a little early or late.
_MARGIN = 1.001

#: How long the quickest road counts, in seconds: that long again at most, then another one may.
_ROAD = 60.0

#: It is believed after so many answers, and that much of it: nobody sees it at its very quickest,
#: out and back in one.
_KNOWN, _SURE = 100, 0.9

#: What can wait leaves one message in so many free, so that a reply finds room at once.
_FREE = 30

#: Where people write it leaves more, but not more than one in so many.
_MORE = 10

#: How long a reply counts for how many people write, in seconds.
_LATELY = 10.0

#: At rates that a timer cannot follow, what can wait may catch up on this many seconds at once.
_BURST = 0.03

#: And leaves that many seconds' worth at a time: each time costs a flush.
_TOGETHER = 0.01

#: Room where a channel has no limit.
_ANY = 1_000_000

#: Chats that are remembered before those that may be written to again are dropped.
_MANY = 10_000


@dataclass(slots=True)
class Road:
    """The quickest that an answer came lately, in seconds after its message had left."""

    recent: float = math.inf
    before: float = math.inf
    until: float = -math.inf  #: when recent turns into before
    answers: int = 0

    @property
    def quickest(self) -> float:
        """0 as long as little is known."""
        return min(self.recent, self.before) * _SURE if self.answers >= _KNOWN else 0.0

    def took(self, seconds: float, at: float) -> None:
        if at >= self.until:
            self.before, self.recent, self.until = self.recent, math.inf, at + _ROAD
        self.recent = min(self.recent, seconds)
        self.answers += 1


@dataclass(slots=True)
class Window:
    """At most ``most`` in any ``seconds``, as the other end counts them.

    It counts a message at some moment between leaving and answer, which nobody here knows. So its
    place is taken from when it leaves until ``seconds`` after its answer, less the quickest that
    any answer came lately: as long, at least, lies between the earlier one being counted and its
    answer and between the later one leaving and being counted, together; unless the way back of
    the one and the way out of the other were both much quicker than usual.
    """

    most: int
    seconds: float
    answers: deque[float] = field(default_factory=deque)
    under_way: int = 0
    road: Road = field(default_factory=Road)

    @classmethod
    def of(cls, limit: float, seconds: float) -> "Window":
        """``limit`` in ``seconds``; below one it is one in a longer time."""
        most = int(min(max(1.0, limit), _ANY))
        longer = max(1.0, 1 / limit)
        return cls(most, seconds * longer * _MARGIN)

    def room(self, now: float) -> int:
        while self.answers and self._free_again(0) <= now:
            self.answers.popleft()
        return self.most - len(self.answers) - self.under_way

    def opens(self, now: float) -> float:
        """When there is room again; ``now`` if there is, never if that hangs on an answer."""
        too_many = -self.room(now)
        if too_many < 0:
            return now
        return self._free_again(too_many) if too_many < len(self.answers) else math.inf

    def leaves(self) -> None:
        self.under_way += 1

    def answered(self, at: float, took: float | None = None) -> None:
        """After so many seconds; None if they do not say how far it is."""
        self.under_way -= 1
        self.answers.append(at)
        if took is not None:
            self.road.took(took, at)

    def _free_again(self, index: int) -> float:
        return self.answers[index] + self.seconds - min(self.road.quickest, self.seconds)


class Pace:
    """Keeps count of what was sent, in seconds of any steady clock."""

    def __init__(self, limits: Limits) -> None:
        self._limits = limits
        self._all = Window.of(limits.per_second, 1.0)
        self._spread = -math.inf  #: from when something that can wait may go
        self._replies = 0.0  #: how many left lately, each fading away
        self._replied = -math.inf  #: when the last one did
        self._every = self._apart()  #: seconds between two that can wait
        fast = limits.per_second >= 100
        self._burst = _BURST if fast else self._every
        self._together = _TOGETHER if fast else 0.0
        self._chats: dict[str, float] = {}  #: chat → from when it may be written to
        self._groups: dict[str, Window] = {}

    def room(self, now: float) -> int:
        """How many messages may go right now."""
        return self._all.room(now)

    def spare(self, now: float) -> int:
        """How many of them may be such that can wait."""
        if math.isinf(self._limits.per_second):
            return _ANY
        if now < self._spread:
            return 0
        late = min(now - self._spread, self._burst)
        return min(self.room(now), 1 + int(late / self._every))

    def wait(self, now: float) -> float:
        """Seconds until it is worth sending something that can wait."""
        return max(0.0, self._all.opens(now) - now, self._spread + self._together - now)

    def free_at(self, chat: str, now: float, *, group: bool) -> float:
        """From when this chat may be written to; ``now`` if it may."""
        free = max(now, self._chats.get(chat, now))
        if group and (minute := self._groups.get(chat)):
            free = max(free, minute.opens(now))
        return free

    def leaves(self, now: float, *, reply: bool = False) -> None:
        """A message leaves: what can wait gets its turn that much later."""
        self._all.leaves()
        faded = self._replies * math.exp(min(0.0, self._replied - now) / _LATELY)
        if reply:
            self._replies, self._replied = faded + 1, now
        self._every = self._apart(faded / _LATELY)
        self._spread = max(self._spread, now - self._burst) + self._every

    def _apart(self, replies: float = 0.0) -> float:
        """How far apart what can wait leaves, when there are so many ``replies`` a second.

        Replies come by chance, so as many of them as the root of their number come too early.
        """
        limit = self._limits.per_second
        free = min(limit / _FREE, 1.0) + min(limit / _MORE, math.sqrt(replies))
        return 1 / (limit - free)

    def answered(self, at: float, took: float | None = None) -> None:
        """One that left was answered for, ``took`` seconds later, if it went as it should."""
        self._all.answered(at, took)

    def arrived(self, chat: str, at: float, *, group: bool) -> None:
        """A message to this chat was answered for: its next one counts from here."""
        self._chats[chat] = at + 1 / self._limits.per_chat_second
        if group:
            limit = self._limits.per_group_minute
            minute = self._groups.setdefault(chat, Window.of(limit, _MINUTE))
            minute.leaves()
            minute.answered(at)
        if len(self._chats) > _MANY:
            self._chats = {name: free for name, free in self._chats.items() if free > at}
            self._groups = {
                name: one for name, one in self._groups.items() if one.room(at) < one.most
            }
