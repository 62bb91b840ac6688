"""What looks alike is noticed by a tick: bounded, and never what is private or sealed."""

import pytest

from bot.domain.questions import Sensitive
from bot.services.queues import comparing
from storage import likenesses
from storage.database import Database
from tests.doubles.alike import Alike, alike
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask


@pytest.fixture
async def bank(database: Database, clock: ManualClock, url: str) -> Alike:
    """One has asked."""
    return await alike(database, clock, url, wards=("p7",))


async def noticed(bank: Alike, *places: int) -> list[tuple[int, int]]:
    """The pairs that are noticed when these have arrived."""
    async with bank.works.begin() as work:
        for place in places:
            await likenesses.to_compare(work.tx, bank.asked[place].id)
    await bank.tick()
    return await ask(bank.url, "SELECT question, other FROM likenesses ORDER BY question, other")


async def test_the_same_question_of_another_person_is_noticed_both_ways(bank: Alike) -> None:
    first, second = bank.asked[0], await bank.ask()

    assert await noticed(bank, 1) == [(first.id, second.id), (second.id, first.id)]


@pytest.mark.parametrize("sensitive", [one for one in Sensitive if one])
async def test_what_is_sensitive_is_neither_suggested_nor_compared(
    bank: Alike, sensitive: Sensitive
) -> None:
    await bank.ask(sensitive=sensitive)
    await bank.ask()

    found = await noticed(bank, 0, 1, 2)

    assert bank.asked[1].id not in {one for pair in found for one in pair}
    assert len(found) == 2


async def test_a_question_is_held_against_so_many_of_the_newest_and_no_more(bank: Alike) -> None:
    for _ in range(comparing.CANDIDATES + 5):
        await bank.ask()
    newest = bank.asked[-1]

    async with bank.works.look() as work:
        found = await likenesses.candidates(work.tx, newest, comparing.CANDIDATES)

    assert [one.id for one in found] == [
        one.id for one in bank.asked[-2 : -2 - comparing.CANDIDATES : -1]
    ]


async def test_the_likeliest_are_remembered_and_no_more(bank: Alike) -> None:
    for _ in range(comparing.CLOSEST + 5):
        await bank.ask()

    found = await noticed(bank, len(bank.asked) - 1)

    assert len(found) == 2 * comparing.CLOSEST


async def test_what_is_approved_is_suggested_to_nobody_any_more(bank: Alike) -> None:
    await bank.ask()
    await noticed(bank, 1)

    await bank.approve(bank.asked[0])

    async with bank.works.look() as work:
        left = await likenesses.alike(work.tx, bank.asked[1].id, 0, 9)
    rows = "SELECT question FROM likenesses"
    assert (left, await ask(bank.url, rows)) == ([], [(bank.asked[1].id,)])


async def test_what_its_asker_asked_twice_is_not_suggested_to_them(bank: Alike) -> None:
    await bank.ask()
    first, second = (one.asker for one in bank.asked)
    await noticed(bank, 1)

    async with bank.works.look() as work:
        seen = [
            [
                one.question.id
                for one in await likenesses.alike(work.tx, bank.asked[0].id, viewer, 9)
            ]
            for viewer in (0, first, second)
        ]

    assert seen == [[bank.asked[1].id], [bank.asked[1].id], []], "nobody works on their own"
