"""Lines: pages that hold a stream open. They are counted, so that there is room for all else.

A page that gets none is told what is new, and when to ask again. It hears a few seconds later than
others, and whoever reads it notices nothing.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from bot.look.origins import is_here

#: When a page without a line asks again, in seconds.
AGAIN = 10

#: How many lines there are, until the program knows how many connections it may hold.
_MOST = 3000

#: How many of them one address may hold: a whole hall may share one.
_SHARE = 4

#: How many a chat may hold. Its own browser opens one for each window that somebody looks at.
_PER_CHAT = 4


@dataclass(slots=True, eq=False)
class Line:
    """One open stream."""

    gone: bool = False  #: its chat has opened others since: it tells its page to ask, and ends


class Lines:
    """The lines of this process."""

    def __init__(self, most: int = _MOST) -> None:
        self.most = most
        self.open = 0
        self._addresses: Counter[str] = Counter()
        self._chats: dict[str, list[Line]] = {}

    @contextmanager
    def line(self, address: str, chat: str = "") -> Iterator[Line | None]:
        """A line for as long as it is held; None where there is none left.

        Of one chat's lines the oldest gives way, for a phone that changes its network leaves lines
        behind that nobody hears. It is counted until it has ended.
        """
        if not self._has_room(address, chat):
            yield None
            return
        line = Line()
        self._begin(line, address, chat)
        try:
            yield line
        finally:
            self._end(line, address, chat)

    def _has_room(self, address: str, chat: str) -> bool:
        if self.open >= self.most or len(self._chats.get(chat, ())) >= 2 * _PER_CHAT:
            return False
        return is_here(address) or self._addresses[address] < max(1, self.most // _SHARE)

    def _begin(self, line: Line, address: str, chat: str) -> None:
        self.open += 1
        self._addresses[address] += 1
        if chat:
            lines = self._chats.setdefault(chat, [])
            lines.append(line)
            for old in lines[:-_PER_CHAT]:
                old.gone = True

    def _end(self, line: Line, address: str, chat: str) -> None:
        self.open -= 1
        self._addresses[address] -= 1
        if not self._addresses[address]:
            del self._addresses[address]
        if chat:
            self._chats[chat].remove(line)
            if not self._chats[chat]:
                del self._chats[chat]
