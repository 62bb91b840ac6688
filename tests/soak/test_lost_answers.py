"""Telegram took a message and its answer was lost: said again rather than lost, and no more often.

Telegram knows no key by which it could tell a repetition: one of the two has to be chosen.
"""

from collections.abc import AsyncIterator
from functools import partial

import pytest

from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.soak.post_office import FAST, PostOffice, post_office

PEOPLE = 100


@pytest.fixture
async def office(database: Database, clock: ManualClock) -> AsyncIterator[PostOffice]:
    async with post_office(database, clock, FAST, no_answer=1.0) as office:
        yield office


@pytest.mark.parametrize(
    "messages",
    [
        pytest.param(500, id="500 messages"),
        pytest.param(10_000, id="10,000 messages", marks=pytest.mark.soak),
    ],
)
async def test_no_message_is_lost_and_only_those_without_an_answer_come_again(
    office: PostOffice, messages: int
) -> None:
    people = office.people(PEOPLE)
    fails = partial(office.double.answers, "sendMessage", times=None, after_delivery=True)
    fails(drop=True, share=0.05)
    fails(hang=True, share=0.01)

    for _ in range(messages // PEOPLE):
        await office.put(people, "trả lời")
    while await office.waiting():
        await office.run_for(5)

    lost = [one for missing, _ in office.astray().values() for one in missing]
    again = [one for _, too_often in office.astray().values() for one in too_often]
    assert lost == []
    assert 0 < len(again) <= office.double.faults.met
    assert office.out_of_order("trả lời") == []
