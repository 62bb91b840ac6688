"""Slow work: done by one, told once, tried again when it fails, given up aloud. On both engines."""

import asyncio
import sys
import threading
from dataclasses import replace
from pathlib import Path

import pytest

from bot.domain.errors import Refused, TryLater
from bot.jobs import TRIES, Jobs
from bot.services import slow
from storage import jobs
from storage.database import Database, Unavailable
from tests.doubles.bench import Bench, Chore, bench
from tests.doubles.clock import ManualClock
from tests.doubles.spine import until

#: A module that is being imported has begun, and may go on.
BEGUN, GO_ON = threading.Event(), threading.Event()


@pytest.fixture
def chore() -> Chore:
    return Chore()


@pytest.fixture
def office(database: Database, clock: ManualClock, chore: Chore) -> Bench:
    return bench(database, clock, chore)


async def test_it_is_done_outside_the_turn_and_its_chat_hears_of_it_once(office: Bench) -> None:
    job = await office.put(ref="a")
    assert office.chore.tries == []

    await office.settle()
    await office.settle()

    assert (office.chore.tries, await office.waiting()) == ([{"ref": "a"}], 0)
    assert await office.results() == [(f"job:{job}", "chore:done")]


async def test_a_chat_need_not_hear_of_it(office: Bench) -> None:
    office.chore.press = ""
    await office.put()
    await office.settle()

    assert (await office.results(), await office.kept()) == ([], [("written", "try 1")])


async def test_a_number_is_never_used_again(office: Bench) -> None:
    """Or what a later job came to would be taken for a repetition of an earlier one."""
    numbers = []
    for _ in range(3):
        numbers.append(await office.put())
        await office.settle()

    assert len(set(numbers)) == 3
    assert len(await office.results()) == 1  # one a chat is taken at a time
    assert len(await office.results()) == 1
    assert len(await office.results()) == 1


async def test_one_that_fails_is_tried_again_after_a_pause(
    office: Bench, clock: ManualClock
) -> None:
    office.chore.troubles = [KeyError("x"), TryLater("away")]
    await office.put()
    await office.settle()
    await clock.move(seconds=9)
    await office.settle()
    assert len(office.chore.tries) == 1
    await clock.move(seconds=1)
    await office.settle()
    await clock.move(seconds=59)
    await office.settle()
    assert len(office.chore.tries) == 2
    await clock.move(seconds=1)
    await office.settle()

    assert (len(office.chore.tries), len(await office.results())) == (3, 1)
    assert await office.kept() == [("written", "try 3")]


async def test_a_platform_that_asks_to_wait_is_given_the_time(
    office: Bench, clock: ManualClock
) -> None:
    office.chore.troubles = [TryLater("429", after=300)]
    await office.put()
    await office.settle()
    await clock.move(seconds=299)
    await office.settle()
    assert len(office.chore.tries) == 1
    await clock.move(seconds=1)
    await office.settle()

    assert len(office.chore.tries) == 2


async def test_after_the_last_try_its_chat_is_told_and_somebody_may_look(
    office: Bench, clock: ManualClock
) -> None:
    office.chore.troubles = [KeyError("x")] * 10
    await office.put()
    for _ in range(10):
        await office.settle()
        await clock.move(minutes=2)

    assert (len(office.chore.tries), await office.waiting()) == (TRIES, 0)
    assert await office.kept() == [("job", "paper: KeyError")]
    assert await office.told() == [_words(office, "job-failed")]
    assert await office.results() == []


async def test_what_an_ending_wrote_is_taken_back_with_it(
    office: Bench, clock: ManualClock
) -> None:
    office.chore.spoils = [KeyError("x")]
    await office.put()
    await office.settle()
    assert (await office.kept(), await office.results()) == ([], [])
    await clock.move(seconds=10)
    await office.settle()

    assert (await office.kept(), len(await office.results())) == ([("written", "try 2")], 1)


async def test_a_refusal_is_said_and_nothing_is_tried_again(
    office: Bench, clock: ManualClock
) -> None:
    office.chore.troubles = [Refused("file-expired", name="a.csv")]
    await office.put()
    await office.settle()
    await clock.move(minutes=5)
    await office.settle()

    assert (len(office.chore.tries), await office.waiting(), await office.kept()) == (1, 0, [])
    assert await office.told() == [_words(office, "file-expired", name="a.csv")]


async def test_one_that_takes_the_program_down_each_time_is_done_no_more(
    office: Bench, clock: ManualClock
) -> None:
    await office.put()
    for _ in range(TRIES):
        async with office.works.begin() as work:
            assert len(await jobs.claim(work.tx, work.now)) == 1  # and there it died
        await clock.move(minutes=1)
    await office.settle()

    assert (office.chore.tries, await office.waiting()) == ([], 0)
    assert await office.kept() == [("job", "paper: ManyCrashes")]
    assert await office.told() == [_words(office, "job-failed")]


async def test_one_of_a_kind_that_nobody_knows_is_given_up(
    database: Database, clock: ManualClock, office: Bench
) -> None:
    """A newer program may have left it; by the last try that one is here again, or never is."""
    office = replace(office, hands=Jobs(office.works, {}, ()))
    await office.put()
    for _ in range(TRIES):
        await office.settle()
        await clock.move(minutes=2)

    assert await office.kept() == [("job", "paper: KeyError")]


async def test_two_processes_do_it_once_in_effect_even_if_one_froze(
    database: Database, clock: ManualClock, office: Bench
) -> None:
    frozen, other = office, bench(database, clock, Chore())
    frozen.chore.holds = asyncio.Event()
    await frozen.put()
    await frozen.hands.step()
    await until(lambda: bool(frozen.chore.tries))
    clock.jump(minutes=1)  # it renews nothing, and somebody else takes over
    await other.settle()
    frozen.chore.holds.set()
    await frozen.hands.drain()

    assert (len(frozen.chore.tries), len(other.chore.tries)) == (1, 1)
    assert (await office.kept(), len(await office.results())) == ([("written", "try 1")], 1)


async def test_one_that_takes_minutes_stays_with_who_has_it(
    database: Database, clock: ManualClock, office: Bench
) -> None:
    other = bench(database, clock, Chore())
    office.chore.holds = asyncio.Event()
    await office.put()
    await office.hands.step()
    await until(lambda: bool(office.chore.tries))
    for _ in range(12):
        before = clock.sleepers
        await clock.move(seconds=20)
        await until(lambda: clock.sleepers >= before)  # noqa: B023
        await other.settle()
    office.chore.holds.set()
    await office.hands.drain()

    assert (other.chore.tries, len(await office.results())) == ([], 1)


async def test_a_database_in_trouble_costs_no_try(
    database: Database, clock: ManualClock, office: Bench
) -> None:
    office.chore.troubles = [Unavailable("disk full")] * 5
    await office.put()
    await office.settle()

    assert len(office.chore.tries) == 6
    assert (await office.kept(), len(await office.results())) == ([("written", "try 6")], 1)


async def test_no_more_is_done_at_once_than_there_are_hands(office: Bench) -> None:
    office.chore.holds = asyncio.Event()
    for _ in range(3):
        await office.put()
    await office.hands.step()
    await until(lambda: len(office.chore.tries) == 2)
    assert not await office.hands.step()
    office.chore.holds.set()
    await office.settle()

    assert len(office.chore.tries) == 3


def _words(office: Bench, key: str, **args: object) -> str:
    return office.works.voice.texts.say("vi", key, **args)


async def test_what_is_heavy_is_imported_beside_the_loop_and_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "heavy_to_import.py").write_text(
        "import threading\nIMPORTED_IN = threading.current_thread()", "utf-8"
    )
    monkeypatch.syspath_prepend(tmp_path)

    await slow.imported("heavy_to_import")
    first = sys.modules["heavy_to_import"]
    await slow.imported("heavy_to_import")

    assert sys.modules.pop("heavy_to_import") is first
    assert first.IMPORTED_IN is not threading.current_thread()


async def test_what_another_thread_is_just_importing_is_waited_for_beside_the_loop(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "half_imported.py").write_text(
        "from tests.bot.services.test_slow import BEGUN, GO_ON\n"
        "BEGUN.set()\nGO_ON.wait(60)\nALL = 1",
        "utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    first = asyncio.create_task(slow.imported("half_imported"))
    await asyncio.to_thread(BEGUN.wait, 60)

    second = asyncio.create_task(slow.imported("half_imported"))
    await asyncio.sleep(0)
    await asyncio.sleep(0)
    assert not second.done()

    GO_ON.set()
    await asyncio.gather(first, second)
    assert sys.modules.pop("half_imported").ALL == 1
