"""A machine whose clock is not the database's does no harm, and its operators hear of it once."""

import asyncio
import os
import subprocess
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta

import pytest
from structlog.testing import capture_logs

from bot import app
from bot.config import Settings
from bot.running import running
from bot.timekeeping import EVERY, keep_time
from storage.database import Database
from storage.postgres import Postgres
from tests.conftest import ROOT
from tests.doubles.chat import Platform
from tests.doubles.clock import Machine, ManualClock
from tests.doubles.postgres import Wall
from tests.doubles.spine import until, works_over

pytestmark = pytest.mark.postgres


@pytest.fixture
def engine() -> str:
    return "postgres"


@pytest.fixture
async def wall(url: str, clock: ManualClock) -> Wall:
    return await Wall.hung_up(url, clock.now())


@pytest.fixture
def machine(clock: ManualClock) -> Machine:
    return Machine(clock)


@pytest.fixture
async def database(settings: Settings, wall: Wall, machine: Machine) -> AsyncIterator[Database]:
    async with app.opened(settings, machine=machine) as opened:
        yield opened


async def looks(clock: ManualClock, wall: Wall, many: int = 1) -> None:
    """So often the clock is read again."""
    for _ in range(many):
        await until(lambda: clock.sleepers > 0)
        await wall.shows(clock.now() + timedelta(seconds=EVERY))
        await clock.move(seconds=EVERY)
    await until(lambda: clock.sleepers > 0)


@pytest.mark.parametrize(("ahead", "which"), [(65, "ahead of"), (-65, "behind")])
async def test_a_clock_that_is_wrong_is_told_once_and_once_that_it_is_right_again(
    database: Postgres, clock: ManualClock, wall: Wall, machine: Machine, ahead: float, which: str
) -> None:
    machine.ahead = timedelta(seconds=ahead)
    with capture_logs() as logs:
        keeping = asyncio.ensure_future(keep_time(works_over(database, database.clock)))
        await looks(clock, wall, many=3)
        machine.ahead = timedelta(0)
        await looks(clock, wall, many=3)
        keeping.cancel()

    assert logs == [
        {
            "event": "clock_differs",
            "log_level": "warning",
            "why": f"The clock of this machine is 65 s {which} the database's, by which everything "
            "goes: set the wrong one of the two right, and keep both so "
            "(NTP: timedatectl set-ntp true).",
        },
        {"event": "clock_agrees", "log_level": "info"},
    ]


async def test_the_clock_of_the_server_is_followed_when_somebody_sets_it(
    database: Postgres, clock: ManualClock, wall: Wall
) -> None:
    keeping = asyncio.ensure_future(keep_time(works_over(database, database.clock)))
    await looks(clock, wall)

    await wall.shows(clock.now() + timedelta(hours=1, seconds=EVERY))
    await clock.move(seconds=EVERY)
    await until(lambda: clock.sleepers > 0)
    keeping.cancel()

    assert database.clock.now() == clock.now() + timedelta(hours=1)


async def test_a_program_says_that_somebody_set_the_clock_of_the_server(
    database: Postgres, settings: Settings, clock: ManualClock, wall: Wall
) -> None:
    platform = Platform("line")
    made = await app.assemble(settings, database, channels=lambda _s, _w: [platform])
    told = {"event": "clock_of_database_set", "by": 3600.0, "log_level": "warning"}
    with capture_logs() as logs:
        async with running(made):
            await until(lambda: clock.sleepers > 0)
            await wall.shows(clock.now() + timedelta(hours=1, seconds=EVERY))
            await clock.move(seconds=EVERY)

            await until(lambda: told in logs)


async def test_the_commands_of_an_operator_go_by_the_clock_of_the_server(
    database: Postgres, settings: Settings, machine: Machine, clock: ManualClock
) -> None:
    machine.ahead = timedelta(days=1)

    made = await app.assemble(settings, database, channels=lambda _s, _w: [])

    async with made.works.begin() as work:
        assert work.now == clock.now()


def doctor(url: str) -> list[str]:
    """What ``langnghe doctor`` remarks on, beside its findings and which database it looked at."""
    done = subprocess.run(
        [sys.executable, "-m", "bot", "doctor", "--config", "config.example.toml"],
        cwd=ROOT,
        env=os.environ | {"LANGNGHE_STORAGE__URL": url, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return [line for line in done.stderr.splitlines() if not line.startswith("Database: ")]


async def test_the_doctor_says_in_a_sentence_that_the_clock_of_this_machine_is_wrong(
    url: str,
) -> None:
    assert await asyncio.to_thread(doctor, url) == []

    await Wall.hung_up(url, datetime.now(UTC) + timedelta(days=2, seconds=30))
    [said] = await asyncio.to_thread(doctor, url)

    assert said.startswith("The clock of this machine is 1728")
    assert said.endswith(
        " s behind the database's, by which everything goes: set the wrong one of the two right, "
        "and keep both so (NTP: timedatectl set-ntp true)."
    )
