"""The program dies before any one of the moves that a message takes, on both engines.

Each message of somebody who signs up and asks is worked on again and again, and each time the
program dies one move later: before BEGIN, before every statement, before COMMIT and just after it.
What it leaves is the state after the last commit, whole; a new program brings the message to its
end. ``make test`` does this at every third move of the message that files the question,
``make soak`` at all moves of all ten messages.
"""

import asyncio
import shutil
from collections.abc import AsyncIterator, Iterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import count
from pathlib import Path
from typing import Protocol

import pytest

from bot import app
from bot.channels.base import Channel
from bot.config import load
from bot.work import Works
from tests.doubles.chat import Talk
from tests.doubles.clock import ManualClock
from tests.doubles.death import Ledger, Mortal, everything
from tests.doubles.journey import WORDS, Batch, Ears, Heard, allowed, batches, of_chat
from tests.doubles.postgres import BOTH, Server, ask
from tests.doubles.spine import EXAMPLE

#: Which of the ten messages, and how many moves lie between one death and the next.
STEPS = [
    pytest.param(len(WORDS) - 1, 3, id="the question is filed"),
    *(pytest.param(n, 1, id=f"message {n}", marks=pytest.mark.soak) for n in range(len(WORDS))),
]


class Ground(Protocol):
    """Where databases are."""

    def copy(self, url: str) -> str:
        """A database with the same in it; nobody may be using it."""
        ...

    async def remains(self, url: str) -> str:
        """What the death of everybody who uses it leaves."""
        ...


class Files:
    """SQLite: the system keeps what was written, and forgets locks and shared memory."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._numbers = count(1)

    def copy(self, url: str) -> str:
        source = Path(url.removeprefix("sqlite:///"))
        target = self._folder / f"{next(self._numbers)}" / source.name
        target.parent.mkdir()
        for end in ("", "-wal"):
            if source.with_name(source.name + end).exists():
                shutil.copy(f"{source}{end}", f"{target}{end}")
        return f"sqlite:///{target}"

    async def remains(self, url: str) -> str:
        return self.copy(url)


class Databases:
    """PostgreSQL: the server ends the connections, and takes back what they had not committed."""

    def __init__(self, server: Server) -> None:
        self._server = server
        self.made: list[str] = []

    def copy(self, url: str) -> str:
        self.made.append(self._server.make(template=_name(url)))
        return self._server.url(self.made[-1])

    async def remains(self, url: str) -> str:
        there = f"SELECT pid FROM pg_stat_activity WHERE datname = '{_name(url)}'"
        before = set(await ask(self._server.url("postgres"), there))
        self._server.end_connections(_name(url))
        while before & set(await ask(self._server.url("postgres"), there)):
            pass
        return url


def _name(url: str) -> str:
    return url.partition("?")[0].rpartition("/")[2]


@pytest.fixture(params=BOTH)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def ground(engine: str, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Ground]:
    if engine == "sqlite":
        yield Files(tmp_path)
        return
    server: Server = request.getfixturevalue("server")
    databases = Databases(server)
    yield databases
    for name in databases.made:
        server.drop(name)


@asynccontextmanager
async def program(url: str, ears: Ears, clock: ManualClock) -> AsyncIterator[tuple[Talk, Mortal]]:
    """The product, about to make its first move."""
    settings = load(EXAMPLE, {"LANGNGHE_STORAGE__URL": url})

    def only(_settings: object, _works: Works) -> Sequence[Channel]:
        return [ears]

    async with app.opened(settings) as database:
        mortal = Mortal(database)
        made = await app.assemble(settings, mortal, clock=clock, channels=only)
        mortal.moves = mortal.commits = 0
        yield Talk(made, ears, clock), mortal


async def whole(url: str, *arriving: Batch, later: float = 0) -> list[Heard]:
    """A program that works on these until nothing is left to do; what it says."""
    ears, clock = Ears(), ManualClock()
    await clock.move(seconds=later)
    async with program(url, ears, clock) as (talk, _):
        for batch in arriving:
            await talk.arrive(*batch)
        await talk.settle()
    return ears.heard


async def step_by_step(url: str, batch: Batch) -> tuple[list[Ledger], int]:
    """What is kept at first and after each commit, and how many moves it takes."""
    async with program(url, Ears(), ManualClock()) as (talk, mortal):
        states = [await everything(url)]

        async def look() -> None:
            states.append(await everything(url))

        mortal.committed = look
        await talk.arrive(*batch)
        return states, mortal.moves


@dataclass
class Death:
    """How far a program came before it died."""

    left: str  #: the address of what it left
    commits: int
    acknowledged: bool
    heard: list[Heard]


async def dies(url: str, batch: Batch, at: int, ground: Ground) -> Death:
    """A program that is handed a batch and dies before that move."""
    ears, acknowledged = Ears(), asyncio.Event()
    async with program(url, ears, ManualClock()) as (talk, mortal):
        mortal.dies_at = at

        async def lives() -> None:
            await talk.app.intake.store(batch)
            acknowledged.set()
            await talk.settle()

        life = asyncio.ensure_future(lives())
        await asyncio.wait(
            (life, asyncio.ensure_future(mortal.dead.wait())), return_when=asyncio.FIRST_COMPLETED
        )
        left = await ground.remains(url)
        await mortal.bury()
    return Death(left, mortal.commits, acknowledged.is_set(), ears.heard)


@pytest.mark.parametrize(("step", "every"), STEPS)
async def test_whatever_a_program_was_doing_when_it_died_is_whole_or_not_there(
    url: str, ground: Ground, step: int, every: int
) -> None:
    *before, batch = batches(["lan"])[: step + 1]
    await whole(url, *before)
    states, moves = await step_by_step(ground.copy(url), batch)
    undisturbed = await whole(ground.copy(url), batch)

    for move in range(1, moves + 1, every):
        death = await dies(ground.copy(url), batch, move, ground)
        assert await everything(death.left) == states[death.commits], f"died before move {move}"

        again = [] if death.acknowledged else [batch]
        after = await whole(death.left, *again, later=61)  # longer than any lease
        told = of_chat([*death.heard, *after], "lan")
        assert told in allowed(of_chat(death.heard, "lan"), of_chat(undisturbed, "lan"))
        assert sizes(await everything(death.left)) == sizes(states[-1])


def sizes(ledger: Ledger) -> dict[str, int]:
    return {table: len(rows) for table, rows in ledger.items()}
