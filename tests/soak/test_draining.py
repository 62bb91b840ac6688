"""SIGTERM under load, again and again: it ends in time, loses nothing and repeats nothing.

``make test`` ends a program three times on each engine, ``make soak`` a hundred times.
"""

import asyncio
import random
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.doubles.postgres import BOTH, Server
from tests.doubles.telegram import TelegramDouble, User
from tests.soak import crashes
from tests.soak.crowd import asks, comes
from tests.soak.doors import Doors
from tests.soak.fleet import fleet
from tests.soak.programs import Program, around, settings
from tests.soak.ward import all_was_heard, broadcast, calm, move_in, nothing_is_missing, places

#: How many hear each bulletin: one takes some tenths of a second at this round trip, in seconds.
FOLLOWERS, ROUND_TRIP = 100, 0.03

#: In how many lives somebody new comes.
NEWCOMERS = 10

#: Until all is said after the last life, in seconds: far more than it should take.
PATIENCE = 900.0

#: As fast as the round trip allows; a chat may hear two bulletins at once.
FAST = {
    "LANGNGHE_TELEGRAM__PER_SECOND": "1000",
    "LANGNGHE_TELEGRAM__PER_CHAT_SECOND": "1000",
}

SMALL = pytest.param(3, id="3 times")
FULL = pytest.param(100, id="100 times", marks=pytest.mark.soak)


async def _lives(program: Program, double: TelegramDouble, chance: random.Random) -> None:
    """Begin, be told to stop in the middle of something, and end as it should."""
    before = double.counts["sendMessage"]
    await program.begins()
    await double.called("sendMessage", before + 1, within=60)
    await asyncio.sleep(chance.uniform(0.0, 0.5))
    await program.ends()


@pytest.mark.parametrize("engine", BOTH)
@pytest.mark.parametrize("times", [SMALL, FULL])
async def test_a_program_that_is_told_to_stop_loses_nothing_and_repeats_nothing(
    url: str,
    tmp_path: Path,
    chance: random.Random,
    capsys: pytest.CaptureFixture[str],
    times: int,
) -> None:
    settings(tmp_path)
    texts = [f"Bản tin số {number}" for number in range(times)]
    async with (
        TelegramDouble() as double,
        Program("p1", tmp_path, {**around(double, "p1", url), **FAST}) as program,
        asyncio.TaskGroup() as tasks,
    ):
        double.faults.round_trip = ROUND_TRIP
        followers = [double.user(f"Resident {n}", started=True) for n in range(FOLLOWERS)]
        askers = [double.user(f"Asker {n}", started=True) for n in range(2 * times)]
        now = datetime.now(UTC)
        await move_in(url, places(followers), now, follow=True)
        await move_in(url, places(askers), now)
        writing = []
        for number, text in enumerate(texts):
            await broadcast(url, text)
            writing += [tasks.create_task(asks(one)) for one in askers[2 * number :][:2]]
            if number % NEWCOMERS == 0:
                writing.append(tasks.create_task(_page(program)))
            await _lives(program, double, chance)
        await program.begins()
        await asyncio.gather(*writing)
        await calm(url, PATIENCE)
        await program.ends()
        await _all_is_there(url, double, followers, texts, askers)
    with capsys.disabled():
        ends = sorted(program.ends_in)
        print(f"\nSIGTERM took {ends[len(ends) // 2]:.2f} s, at most {ends[-1]:.2f} s")  # noqa: T201


@pytest.mark.postgres
async def test_a_program_that_does_not_hear_its_database_any_more_ends_all_the_same(
    server: Server, tmp_path: Path, chance: random.Random
) -> None:
    async with TelegramDouble() as double, fleet(server, double, tmp_path, 1, chance) as town:
        [program], [wire] = town.programs, town.wires.values()
        wire.goes_silent()
        await asyncio.sleep(3)  # whatever it has asked meanwhile stays without an answer

        await program.ends()

        await wire.mends()
        await program.begins()


async def _page(program: Program) -> None:
    """Somebody new asks on the page, on which nothing stands twice at the end.

    Most of the time nobody answers there: the program has just ended, or has just begun.
    """
    page = Counter(await comes(Doors([program]), within=PATIENCE))
    assert [words for words, many in page.items() if many > 1] == []


async def _all_is_there(
    url: str,
    double: TelegramDouble,
    followers: Sequence[User],
    texts: Sequence[str],
    askers: Sequence[User],
) -> None:
    newcomers = len(range(0, len(texts), NEWCOMERS))
    questions, copies = len(askers) + newcomers, len(texts) * len(followers)
    await nothing_is_missing(url, questions=questions, copies=copies)
    said = crashes.heard(double.calls)
    all_was_heard(said, followers, texts, askers)
    assert crashes.repeats(said, crashes=[]) == {}
    assert double.violations == []
