"""Telegram fails, is away, or cannot be found: nothing is lost, nothing comes twice, no log floods.

``make test`` sees a minute of it, ``make soak`` ten minutes of failures and an hour of outage.
"""

import random
from collections.abc import AsyncIterator

import pytest
from structlog.testing import capture_logs

from storage.database import Database
from storage.outbox import Priority
from tests.doubles.clock import ManualClock
from tests.soak.post_office import FAST, PostOffice, post_office

#: How long a message of each lane waits at most between two tries, in seconds.
WAITS = {Priority.REPLY: 5.0, Priority.NOTICE: 30.0, Priority.BROADCAST: 60.0}


@pytest.fixture
async def office(database: Database, clock: ManualClock) -> AsyncIterator[PostOffice]:
    async with post_office(database, clock, FAST) as office:
        yield office


@pytest.mark.parametrize(
    "seconds",
    [
        pytest.param(60, id="a minute"),
        pytest.param(600, id="10 minutes", marks=pytest.mark.soak),
    ],
)
async def test_when_three_calls_in_ten_fail_everything_arrives_once_and_in_order(
    office: PostOffice, seconds: int
) -> None:
    people, chance = office.people(40), random.Random(seconds)
    office.double.answers("sendMessage", times=None, status=502, share=0.2)
    office.double.answers("sendMessage", times=None, drop=True, share=0.125)
    await office.put(people, "bản tin", Priority.BROADCAST)

    with capture_logs() as logs:
        for _ in range(seconds):
            await office.put(chance.sample(people, 2), "trả lời")
            await office.run_for(1)
        failed = office.double.faults.met / office.double.counts["sendMessage"]
        office.double.recovers()
        await office.run_for(WAITS[Priority.BROADCAST])

    assert 0.2 < failed < 0.4
    assert await office.waiting() == []
    assert office.astray() == {}
    assert office.out_of_order("trả lời") == []
    assert logs == []


@pytest.mark.parametrize(
    "seconds",
    [
        pytest.param(45, id="45 seconds"),
        pytest.param(3600, id="an hour", marks=pytest.mark.soak),
    ],
)
async def test_after_an_outage_who_waits_for_an_answer_hears_within_five_seconds(
    office: PostOffice, seconds: int
) -> None:
    lanes = {lane: office.people(10) for lane in Priority}
    await office.double.goes_down()

    with capture_logs() as logs:
        for lane, people in lanes.items():
            await office.put(people, lane.name, lane)
        await office.run_for(seconds)
    await office.double.comes_back()
    back = office.now
    for lane, waits in WAITS.items():
        await office.run_for(back + waits - office.now)
        assert [one.heard for one in lanes[lane]] == [office.owed[one.id] for one in lanes[lane]]

    assert office.astray() == {}
    assert await office.failed() == []
    assert logs == []


async def test_where_the_name_of_telegram_cannot_be_looked_up_nothing_is_lost(
    office: PostOffice,
) -> None:
    people = office.people(3)
    await office.restarts("http://telegram.invalid")

    await office.put(people, "trả lời")
    await office.run_for(3)
    assert len(await office.tried()) == len(people)
    await office.restarts()
    await office.run_for(WAITS[Priority.REPLY])

    assert office.astray() == {}
