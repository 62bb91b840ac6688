"""What is stored costs nothing: with three times as much, not one step of SQLite more is taken."""

import asyncio
import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from bench.archive import Archive, build
from bench.looks import Look, counters, pages
from bot.services.queues import ladder, nudging
from bot.work import Work
from storage import outbox
from storage.database import Row
from storage.sqlite import Sqlite, SqliteTx
from tests.doubles.clock import ManualClock
from tests.doubles.spine import works_over

NOW = int(ManualClock().now().timestamp() * 1000)

#: Two archives in which the same is open: everything else has three times as many rows.
SMALL, LARGE = Archive(10_000, NOW), Archive(30_000, NOW)


@dataclass
class Counting:
    """A connection that counts the steps of SQLite's machine: no clock, the same each time."""

    connection: sqlite3.Connection
    steps: int = 0

    def one_more(self) -> int:
        self.steps += 1
        return 0

    async def ask(self, sql: str, values: Sequence[object]) -> tuple[list[Row], int]:
        cursor = self.connection.execute(sql, values)
        return cursor.fetchall(), cursor.rowcount


@dataclass(frozen=True)
class Place:
    """An archive on disk."""

    archive: Archive
    path: Path

    def steps(self, look: Look, *before: str) -> int:
        """What one look takes after something was done ``before``; nothing of all that stays."""
        return asyncio.run(self._steps(look, before))

    async def _steps(self, look: Look, before: Sequence[str]) -> int:
        database = await Sqlite.open(self.path)
        connection = sqlite3.connect(self.path)
        connection.row_factory = sqlite3.Row
        counting = Counting(connection)
        for sql in before:
            connection.execute(sql)
        async with works_over(database, ManualClock()).look() as work:
            connection.set_progress_handler(counting.one_more, 1)
            await look(replace(work, tx=SqliteTx(counting.ask)))
        connection.close()
        await database.close()
        return counting.steps


@pytest.fixture(scope="module")
def places(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Place, Place]]:
    folder = tmp_path_factory.mktemp("archives")
    made = [Place(one, folder / f"{one.questions}.db") for one in (SMALL, LARGE)]
    for one in made:
        build(one.path, one.archive)
    yield made[0], made[1]
    shutil.rmtree(folder)


@pytest.mark.parametrize("name", pages(SMALL))
def test_a_page_takes_not_one_step_more(places: tuple[Place, Place], name: str) -> None:
    small, large = [place.steps(pages(place.archive)[name]) for place in places]

    assert 0 < large <= small


@pytest.mark.parametrize("name", counters(SMALL))
def test_a_figure_takes_not_one_step_more(places: tuple[Place, Place], name: str) -> None:
    small, large = [place.steps(counters(place.archive)[name]) for place in places]

    assert 0 < large <= small


async def _claim(work: Work) -> None:
    assert len(await outbox.claim(work.tx, "telegram", work.now, 8)) == 8


def test_a_claim_takes_not_one_step_more(places: tuple[Place, Place]) -> None:
    small, large = [place.steps(_claim) for place in places]

    assert 0 < large <= small


async def _climb(work: Work) -> None:
    assert await ladder.climb(work) == ladder.PORTION


async def _tell(work: Work) -> None:
    assert await nudging.tell_next(work) == 1


async def _nothing(work: Work) -> None:
    assert await ladder.step(work) == 0


@pytest.mark.parametrize("look", [_climb, _tell], ids=["climbs", "tells"])
def test_a_morning_s_ladder_takes_not_one_step_more(
    places: tuple[Place, Place], look: Look
) -> None:
    small, large = [place.steps(look) for place in places]

    assert 0 < large <= small


def test_a_tick_on_which_no_rung_has_come_costs_next_to_nothing(
    places: tuple[Place, Place],
) -> None:
    """However many promises are open: it looks at the first of an index, and at one empty index."""
    none_due = f"UPDATE ladders SET next_at = {NOW + 1}"

    small, large = [
        place.steps(_nothing, none_due, "UPDATE nudges SET told_at = 1") for place in places
    ]

    assert large == small < 50


def test_while_a_channel_pauses_a_claim_looks_at_nothing_that_waits(
    places: tuple[Place, Place],
) -> None:
    pause = f"INSERT INTO pauses (address, until) VALUES ('telegram:', {NOW + 1})"

    async def claim(work: Work) -> None:
        assert await outbox.claim(work.tx, "telegram", work.now, 8) == []

    much, nothing = [places[0].steps(claim, pause, *more) for more in ((), ("DELETE FROM outbox",))]

    assert 0 < much == nothing
