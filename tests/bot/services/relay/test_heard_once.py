"""One answer for many is heard once by each person, however often they asked it or follow it."""

import pytest

from bot.domain.households import Household, HouseholdFacts
from storage import followers, households
from storage.database import Database
from tests.doubles.alike import ANSWER, Alike, alike
from tests.doubles.clock import ManualClock
from tests.doubles.moving import tell
from tests.doubles.postgres import ask


@pytest.fixture
async def bank(database: Database, clock: ManualClock, url: str) -> Alike:
    """Three ask the same, the first of them twice; the second time it went to another cluster."""
    made = await alike(database, clock, url)
    await made.join(0, 1)
    await made.ask(asker=made.asked[0].asker)
    await made.join(2, 3)
    await made.join(0, 2)
    await made.tick()
    return made


async def _answered(bank: Alike) -> None:
    await bank.approve(bank.asked[0])
    await bank.later(hours=7)
    await bank.later(hours=7)
    assert await bank.statuses() == ["answered"] * len(bank.asked)


async def test_who_asked_twice_gets_one_receipt_that_names_both_numbers(bank: Alike) -> None:
    await _answered(bank)

    told = [await bank.told(one) for one in bank.asked]
    assert [len(one) for one in told] == [1] * 4
    assert told[0] == told[3]
    assert "trả lời câu TV-0001 và TV-0004 của cô chú" in told[0][0]
    assert "Câu TV-0004 khác" in told[0][0]
    assert "TV-0004" not in told[1][0] + told[2][0]


async def test_people_are_counted_once_and_questions_on_the_card(bank: Alike) -> None:
    await _answered(bank)

    assert all("Có 3 bà con cùng hỏi" in one for one in await bank.last_told())


async def test_they_are_asked_once_whether_the_matter_is_settled(bank: Alike) -> None:
    await _answered(bank)

    planned = await ask(bank.url, "SELECT question FROM follow_ups ORDER BY question")
    assert planned == [(bank.asked[place].id,) for place in (0, 1, 2)]


async def test_their_questions_of_two_wards_are_answered_with_one_receipt(
    database: Database, clock: ManualClock, url: str
) -> None:
    bank = await alike(database, clock, url, wards=("p7", "p7"))
    await bank.ask("p1", "p1-k3", asker=bank.asked[1].asker)
    await bank.join()
    await bank.tick()

    await _answered(bank)

    assert [len(await bank.told(one)) for one in bank.asked] == [1] * 3


async def test_what_one_asked_for_a_household_too_is_not_spoken_of_in_their_own_receipt(
    bank: Alike,
) -> None:
    other = await bank.ask(asker=bank.asked[1].asker)
    async with bank.works.begin() as work:
        home = Household(id=0, name="Kim Văn Bảy", ward="p7", hamlet="p7-k3")
        kept = await households.make(work.tx, home, HouseholdFacts(), work.now)
    await tell(bank.url, f"UPDATE questions SET household = {kept.id} WHERE id = {other.id}")
    await bank.join(0, 4)
    await bank.tick()

    await _answered(bank)

    assert "TV-0005" not in (await bank.told(bank.asked[1]))[0]


async def test_who_follows_two_of_them_or_asked_one_hears_once(bank: Alike) -> None:
    neighbour = await bank.ask()
    first, second = bank.asked[1].id, bank.asked[2].id
    follow = (
        (first, neighbour.asker),
        (second, neighbour.asker),
        (second, bank.asked[1].asker),
    )
    async with bank.works.begin() as work:
        for one, who in follow:
            await followers.add(work.tx, one, who, work.now)

    await bank.approve(bank.asked[0])
    await bank.later(hours=7)

    assert [ANSWER in one for one in await bank.told(neighbour)] == [True]
    assert len(await bank.told(bank.asked[1])) == 1


async def test_where_one_person_alone_asked_nobody_else_is_spoken_of(
    database: Database, clock: ManualClock, url: str
) -> None:
    bank = await alike(database, clock, url, wards=("p7",))
    await bank.ask(asker=bank.asked[0].asker)
    await bank.join()
    await bank.tick()

    await _answered(bank)

    [told] = await bank.told(bank.asked[0])
    assert "người khác" not in told
    assert "trả lời chung cho các câu của cô chú" in told
