"""What stands on the boards of sessions, for everyone who watches: one look a change for all."""

import asyncio
import hashlib
from collections import defaultdict
from dataclasses import replace

from bot.domain.board import Board
from bot.domain.sessions import Phase
from bot.domain.values import dataclass
from bot.services.hall import board
from bot.services.questions import public_words
from bot.services.seats import phases
from bot.work import Work, Works

#: A board is looked at again after so many seconds, also where nothing was published: somebody
#: may have asked
#: by chat.
AGAIN = 3.0

#: An open page hears something after so many seconds at the latest, so that a proxy keeps it.
BEAT = 25.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A board as it was looked at."""

    version: str  #: the same for the same content, in every process
    phase: Phase
    board: Board


class Boards:
    """The boards at hand. Of those who ask at once, one looks."""

    def __init__(self, works: Works) -> None:
        self._works = works
        self._shown: dict[int, tuple[float, Shown]] = {}
        self._locks: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._waiting: defaultdict[int, set[asyncio.Event]] = defaultdict(set)
        self.looks = 0  #: how often a database was asked
        self.closed = False
        works.wakeups.subscribe(phases.SIGNAL, self.changed)

    def changed(self, number: str) -> None:
        """Something has changed on a board."""
        if number.isdecimal():
            self._shown.pop(int(number), None)
            self._wake(int(number))

    def _wake(self, number: int) -> None:
        for event in self._waiting[number]:
            event.set()

    def close(self) -> None:
        """Everybody who watches goes home."""
        self.closed = True
        for number in list(self._waiting):
            self._wake(number)

    async def get(self, number: int) -> Shown:
        """The board as it is now, or was a moment ago."""
        async with self._locks[number]:
            at, shown = self._shown.get(number, (0.0, None))
            if shown is None or self._works.clock.steady() - at >= AGAIN:
                shown = await self._look(number)
                self._shown[number] = (self._works.clock.steady(), shown)
            return shown

    async def newer(self, number: int, seen: str) -> Shown | None:
        """What is newer than ``seen``, once it is there; None after a while, and at the end."""
        event, end = asyncio.Event(), asyncio.get_running_loop().time() + BEAT
        self._waiting[number].add(event)
        try:
            while not self.closed and asyncio.get_running_loop().time() < end:
                event.clear()
                shown = await self.get(number)
                if shown.version != seen:
                    return shown
                await _ringing(event)
            return None
        finally:
            self._waiting[number].discard(event)

    async def _look(self, number: int) -> Shown:
        self.looks += 1
        async with self._works.look() as work:
            session = work.programme.session(number)
            phase = session.phase(work.now) if session else Phase.AFTER
            found = await _on_the_wall(work, number, phase)
        version = hashlib.sha256(repr((phase, found)).encode()).hexdigest()[:16]
        return Shown(version=version, phase=phase, board=found)


async def _on_the_wall(work: Work, number: int, phase: Phase) -> Board:
    """While the session is held its questions, without names; otherwise how many they are."""
    found = await board.look(work, number)
    if phase is Phase.DURING:
        return await public_words.on_board(work, found)
    return replace(found, called=None, next=())


async def _ringing(event: asyncio.Event) -> None:
    try:
        async with asyncio.timeout(AGAIN):
            await event.wait()
    except TimeoutError:
        pass
