"""Whom a 429 means. Telegram's answer is the same for one chat and for the whole bot."""

from collections import deque
from collections.abc import Callable


class Flood:
    """Judges by what was sent just before and what has got through since.

    The whole bot is meant if it had just used half of its allowance of a second, or if a second
    chat is refused and nothing came through since the first refusal. Otherwise one chat is meant,
    and everybody else is still answered. A group has a limit of its own, so only the second sign
    counts for it. The price: a quiet bot learns of a pause for all from one message too many.
    """

    def __init__(self, per_second: float, now: Callable[[], float]) -> None:
        self._now = now
        self._recent: deque[float] = deque(maxlen=max(2, int(per_second / 2)))
        self._refused = ""  #: the chat refused last, while nothing came through since

    def sending(self) -> None:
        """A message is about to go out."""
        self._recent.append(self._now())

    def came_through(self) -> None:
        """Telegram took a message: no pause for all can be standing."""
        self._refused = ""

    def means_all(self, chat: str) -> bool:
        """``chat`` was answered 429."""
        busy = len(self._recent) == self._recent.maxlen and self._now() - self._recent[0] < 1.0
        second = self._refused not in ("", chat)
        self._refused = chat
        return second or (busy and not is_group(chat))


def is_group(chat: str) -> bool:
    """Telegram numbers groups below zero."""
    return chat.startswith("-")
