"""The disk of the PostgreSQL is full: nothing is promised in vain, and all goes on by itself.

First as its error, from any one change on: somebody signs up and asks, each message is worked on
again and again, and each time the trouble begins one change later, and lasts for a while. ``make
test`` does this to the message that files the question, ``make soak`` to all ten. Then as a real
disk without room, where one can be mounted.
"""

import asyncio
import os
import subprocess
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from bot.config import Settings, load
from tests.conftest import begun
from tests.doubles.chat import Talk
from tests.doubles.clock import ManualClock
from tests.doubles.journey import WORDS, Batch, Ears, batches, live, of_chat
from tests.doubles.postgres import Server, ask
from tests.doubles.spine import EXAMPLE
from tests.soak import rounds

pytestmark = pytest.mark.postgres

#: Every change is counted, also those taken back; from ``begins`` on they find the disk full,
#: until ``ends``.
COUNTING = (
    "CREATE SEQUENCE changes",
    "CREATE TABLE trouble (begins BIGINT, ends BIGINT)",
    "CREATE FUNCTION needs_room() RETURNS trigger LANGUAGE plpgsql AS $$"
    " DECLARE at BIGINT := nextval('changes'); BEGIN"
    " IF EXISTS (SELECT 1 FROM trouble WHERE at BETWEEN begins AND ends) THEN"
    " RAISE EXCEPTION USING ERRCODE = '53100', MESSAGE = 'no space left on purpose'; END IF;"
    " RETURN NULL; END $$",
    "DO $$ DECLARE one TEXT; BEGIN FOR one IN SELECT tablename FROM pg_tables"
    " WHERE schemaname = 'public' AND tablename <> 'trouble' LOOP"
    " EXECUTE format('CREATE TRIGGER room BEFORE INSERT OR UPDATE OR DELETE ON %I"
    " FOR EACH STATEMENT EXECUTE FUNCTION needs_room()', one); END LOOP; END $$",
)

#: Takes some room of its own.
LONG = "Đường vào khóm ngập nước hoài, bà con đi lại khổ lắm. " * 30

#: Which message, and how many changes lie between one beginning of the trouble and the next.
STEPS = [
    pytest.param(len(WORDS) - 1, 12, id="the question is filed"),
    *(pytest.param(n, 1, id=f"message {n}", marks=pytest.mark.soak) for n in range(len(WORDS))),
]


@dataclass
class Town:
    """A database, and what was heard of it."""

    url: str
    ears: Ears = field(default_factory=Ears)

    @asynccontextmanager
    async def at_work(self) -> AsyncIterator[Talk]:
        async with begun(_settings(self.url), ManualClock(), self.ears) as talk:
            yield talk

    async def lives_through(self, batch: Batch, begins: int, lasts: int) -> None:
        """Time passes whenever somebody waits for it; the platform repeats what was not taken."""
        async with self.at_work() as talk:
            await ask(self.url, "ALTER SEQUENCE changes RESTART")
            span = f"VALUES ({begins}, {begins + lasts - 1})"
            await ask(self.url, f"INSERT INTO trouble {span}")
            await rounds.until_taken(talk, batch)
            assert {one.id for one in batch} <= await self.kept()
            await rounds.until_done(talk)
            while await ask(self.url, "SELECT id FROM outbox WHERE state <> 'sent'"):
                await rounds.go_on(talk)

    async def kept(self) -> set[str]:
        """The names of the messages that were taken in."""
        return {name for (name,) in await ask(self.url, "SELECT external_id FROM inbox")}

    async def changes(self) -> int:
        [(seen,)] = await ask(self.url, "SELECT last_value FROM changes")
        return int(seen)

    async def sizes(self) -> list[tuple[object, ...]]:
        """How many rows there are of everything."""
        tables = await ask(
            self.url, "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"
        )
        return [(one, *await ask(self.url, f"SELECT COUNT(*) FROM {one}")) for (one,) in tables]


def _settings(url: str) -> Settings:
    return load(EXAMPLE, {"LANGNGHE_STORAGE__URL": url})


@dataclass
class Towns:
    """Databases of one server, each with the same in it as another."""

    server: Server
    made: list[str] = field(default_factory=list)

    def new(self, like: str = "migrated") -> Town:
        self.made.append(self.server.make(like))
        return Town(self.server.url(self.made[-1]))


@pytest.fixture
def towns(server: Server) -> Iterator[Towns]:
    made = Towns(server)
    yield made
    for name in made.made:
        server.drop(name)


@pytest.mark.parametrize(("step", "every"), STEPS)
async def test_a_full_disk_of_the_server_loses_nothing_and_all_goes_on_without_a_restart(
    towns: Towns, step: int, every: int
) -> None:
    *earlier, batch = batches(["lan"])[: step + 1]
    before = towns.new()
    async with before.at_work() as talk:
        await live(talk, earlier)
    for statement in COUNTING:
        await ask(before.url, statement)
    [first] = towns.made
    calm = towns.new(like=first)
    await calm.lives_through(batch, begins=0, lasts=0)

    for begins in range(1, await calm.changes() + 1, every):
        town = towns.new(like=first)
        await town.lives_through(batch, begins, lasts=begins % 5 + 1)

        assert await town.changes() >= begins, "nothing met the trouble"
        assert town.ears.heard == calm.ears.heard, begins
        assert await town.sizes() == await calm.sizes(), begins


@pytest.mark.parametrize("away", [3, 17, 90])
@pytest.mark.parametrize("begins", [1, 6])
async def test_five_seconds_after_the_server_has_room_again_everything_is_said(
    towns: Towns, undisturbed: list[str], begins: int, away: int
) -> None:
    """``away`` so many seconds, from the ``begins``th change on; the platform tries each second."""
    *earlier, last = batches(["lan"])
    town = towns.new()
    async with town.at_work() as talk, asyncio.timeout(60):
        await live(talk, earlier)
        for statement in COUNTING:
            await ask(town.url, statement)
        async with rounds.at_work(talk):
            await ask(town.url, "ALTER SEQUENCE changes RESTART")
            await ask(town.url, f"INSERT INTO trouble VALUES ({begins}, {10**9})")
            taken = False
            for second in range(away + rounds.RECOVERS):
                if second == away:
                    await ask(town.url, "DELETE FROM trouble")
                taken = taken or await rounds.taken(talk, last)
                await rounds.a_second_passes(talk)

    assert await town.changes() > begins, "nothing met the trouble"
    assert of_chat(town.ears.heard, "lan") == undisturbed


@pytest.fixture
def small_disk() -> Iterator[Path]:
    """A real disk of 32 megabytes."""
    with TemporaryDirectory(prefix="langnghe-small-") as folder:
        mount = ["mount", "-t", "tmpfs", "-o", "size=32m,mode=755", "tmpfs", folder]
        if os.geteuid() != 0 or subprocess.run(mount, check=False, capture_output=True).returncode:
            pytest.skip("a small disk of its own needs the right to mount one")
        try:
            yield Path(folder)
        finally:
            subprocess.run(["umount", folder], check=True)


@pytest.fixture
def crowded(server: Server, small_disk: Path) -> Iterator[Town]:
    """A database on a disk that has room for nothing else."""
    there = small_disk / "database"
    there.mkdir()
    os.chown(there, Path(server.socket).stat().st_uid, -1)
    server.command(f"CREATE TABLESPACE small LOCATION '{there}'")
    server.command("CREATE DATABASE crowded TEMPLATE migrated TABLESPACE small")
    yield Town(server.url("crowded"))
    server.drop("crowded")
    server.command("DROP TABLESPACE small")


async def test_a_real_disk_that_is_full_takes_nothing_in_until_there_is_room(
    crowded: Town, small_disk: Path, undisturbed: list[str]
) -> None:
    filling = small_disk / "filling"
    *earlier, last = batches(["lan"])
    others = (batches([f"other {number}"], [LONG])[0] for number in count())
    async with crowded.at_work() as talk:
        await live(talk, earlier)
        rounds.fill_up(filling)

        while await rounds.taken(talk, batch := next(others)):
            pass
        assert {one.id for one in batch}.isdisjoint(await crowded.kept())
        filling.unlink()
        await live(talk, [last, batch])

    assert of_chat(crowded.ears.heard, "lan") == undisturbed
    assert {chat for chat, _ in crowded.ears.heard} == {
        name.split("/")[0] for name in await crowded.kept()
    }
