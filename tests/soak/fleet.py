"""Several programs over one PostgreSQL and one Telegram, and what may happen to them."""

import asyncio
import random
import time
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.duties import LEASE
from tests.doubles.postgres import Server, ask
from tests.doubles.telegram import TelegramDouble
from tests.soak.crowd import SECRET
from tests.soak.programs import Program, around, settings
from tests.soak.wire import Wire

#: Longer than a lease, so that somebody else has the duty when it is over.
LONG = LEASE + 3

#: What systemd waits before it starts a program again, in seconds.
AGAIN = 2.0

KILLED, ENDED, FROZEN, CUT_OFF, UNHEARD = "killed", "ended", "frozen", "cut off", "unheard"


#: Telegram delivers, to whichever program a door leads to; otherwise one of them asks for all.
DELIVERED: Mapping[str, str] = {
    "LANGNGHE_TELEGRAM__WEBHOOK_URL": "https://langnghe.example/telegram",
    "LANGNGHE_TELEGRAM__WEBHOOK_SECRET": SECRET,
}


@dataclass(frozen=True, slots=True)
class Mishap:
    """What happened to a program."""

    what: str
    to_sender: bool
    at: float  #: monotonic

    @property
    def surprises(self) -> bool:
        """Whether what was on its way may come again."""
        return self.what != ENDED


@dataclass
class Fleet:
    """The programs, each on a wire of its own, and what has happened to them."""

    programs: list[Program]
    wires: dict[str, Wire]
    url: str
    chance: random.Random
    mishaps: list[Mishap] = field(default_factory=list)
    _getting_up: set[asyncio.Task[None]] = field(default_factory=set)

    async def sender(self) -> Program | None:
        """The program that sends on Telegram, unless its lease is over."""
        rows = await ask(
            self.url,
            "SELECT holder FROM duties WHERE name = 'send telegram' "
            "AND until > EXTRACT(EPOCH FROM clock_timestamp()) * 1000",
        )
        number = int(rows[0][0].split(":")[1]) if rows else 0
        return next((one for one in self.programs if one.runs and one.process.pid == number), None)

    async def a_sender(self) -> Program:
        """Wait until there is one to which nothing has happened."""
        async with asyncio.timeout(LONG + 60):
            while True:
                found = await self.sender()
                if found and found.open:
                    return found
                await asyncio.sleep(0.1)

    async def another(self, than: Program) -> Program:
        """Wait until there is one to which nothing has happened, and return such a one."""
        async with asyncio.timeout(LONG + 60):
            while True:
                if found := [one for one in self.programs if one.open and one is not than]:
                    return self.chance.choice(found)
                await asyncio.sleep(0.1)

    async def strikes(self, what: str, victim: Program) -> None:
        """Something happens to a program, which gets up again by itself a while later."""
        is_sender = victim is await self.sender()
        victim.open = False
        self.mishaps.append(Mishap(what, is_sender, time.monotonic()))
        getting_up = await self._befalls(what, victim)
        task = asyncio.ensure_future(self._gets_up(victim, getting_up))
        self._getting_up.add(task)

    async def _befalls(self, what: str, victim: Program) -> Callable[[], Awaitable[None]]:
        """What gets it up again."""
        wire = self.wires[victim.name]
        if what == KILLED:
            await victim.dies()
        elif what == ENDED:
            await victim.ends()
        elif what == FROZEN:
            victim.freezes()
            return victim.thaws
        elif what == CUT_OFF:
            await wire.cuts()
            return wire.mends
        elif what == UNHEARD:
            wire.goes_silent()
            return wire.mends
        return victim.begins

    async def _gets_up(self, victim: Program, getting_up: Callable[[], Awaitable[None]]) -> None:
        await asyncio.sleep(AGAIN if getting_up == victim.begins else LONG)
        await getting_up()
        victim.open = True

    async def calms(self) -> None:
        """Everybody is up again."""
        await asyncio.gather(*self._getting_up)


@asynccontextmanager
async def fleet(
    server: Server,
    double: TelegramDouble,
    folder: Path,
    many: int,
    chance: random.Random,
    told: Mapping[str, str] = DELIVERED,
) -> AsyncIterator[Fleet]:
    """Programs over a new database, all begun; at the end each of them ends as it should."""
    settings(folder)
    name = server.make()
    async with AsyncExitStack() as stack:
        stack.callback(server.drop, name)
        made = Fleet([], {}, server.url(name), chance)
        for number in range(1, many + 1):
            wire = await stack.enter_async_context(Wire(server.socket))
            url = f"postgresql://postgres@127.0.0.1:{wire.port}/{name}"
            program = Program(f"p{number}", folder, {**around(double, f"p{number}", url), **told})
            await stack.enter_async_context(program)
            made.wires[program.name] = wire
            made.programs.append(program)
        await asyncio.gather(*(one.begins() for one in made.programs))
        yield made
        await asyncio.gather(*(one.ends() for one in made.programs))
