"""Signing up: the household behind a person, what becomes of it, and how people write phones."""

import pytest

from bot.domain.errors import Refused
from bot.domain.households import HouseholdFacts
from bot.domain.people import Person
from bot.domain.seats import Move, State
from bot.services.residents import onboarding, registration
from bot.services.residents.registration import read_phone
from bot.work import Work, Works
from storage import audit, households, people, seats
from storage.database import Database
from tests.doubles import roster
from tests.doubles.clock import ManualClock
from tests.doubles.signed_off import signed_off
from tests.doubles.spine import works_over


@pytest.fixture
def works(database: Database, clock: ManualClock) -> Works:
    return works_over(database, clock)


async def _lan(work: Work) -> Person:
    """Somebody of ward 7 who has agreed."""
    person = await roster.somebody(work, "lan")
    return await onboarding.live_in(work, person, "p7", "p7-k3")


async def test_a_sign_up_makes_one_household_with_one_seat_however_often_it_is_tried(
    works: Works,
) -> None:
    async with works.begin() as work:
        lan = await _lan(work)
        placed = await registration.sign_up(work, lan, category="Hộ nghèo", phone="0900000001")
        with pytest.raises(Refused) as refused:
            await registration.sign_up(work, lan, category="Hộ nghèo", phone="")

        [bond] = await households.bonds_of(work.tx, lan.id)
        facts = await households.own_facts(work.tx, bond.household)
        history = await seats.history(work.tx, placed.seat.id)

    assert refused.value.key == "signed-up-already"
    assert placed.told is State.LISTED
    assert facts == HouseholdFacts(phone="0900000001", category="Hộ nghèo")
    assert [(one.actor, one.move, one.after) for one in history] == [
        (lan.id, Move.ENLIST, State.LISTED)
    ]


async def test_what_a_household_knows_of_itself_is_read_without_a_record(works: Works) -> None:
    async with works.begin() as work:
        lan = await _lan(work)
        await registration.sign_up(work, lan, category="Hộ nghèo", phone="")

        assert await registration.known_category(work, lan) == "Hộ nghèo"
        assert await audit.of(work.tx, "households") == []


async def test_who_is_erased_takes_the_household_along_that_they_signed_up(works: Works) -> None:
    async with works.begin() as work:
        lan = await _lan(work)
        placed = await registration.sign_up(work, lan, category="Hộ nghèo", phone="0900000001")

        await onboarding.erase(work, lan)

        assert await households.get(work.tx, placed.seat.household) is None
        assert await households.own_facts(work.tx, placed.seat.household) == HouseholdFacts()
        seat = await seats.get(work.tx, placed.seat.id)
        assert seat is not None
        assert seat.state is State.DECLINED


async def test_a_household_of_the_ward_s_list_stays_and_has_its_offer_on_paper(
    database: Database, clock: ManualClock, url: str
) -> None:
    session = await signed_off(database, clock, url, chats=1)
    home = session.homes[0]
    assert (await session.seat(home)).held_until is not None
    async with session.works.begin() as work:
        speaker = await people.get(work.tx, session.speakers[home.id].id)
        assert speaker is not None
        await onboarding.erase(work, speaker)

        assert await households.get(work.tx, home.id) == home
        assert await households.bonds_with(work.tx, home.id) == []

    seat = await session.seat(home)
    assert (seat.state, seat.held_until) == (State.OFFERED, None)


@pytest.mark.parametrize(
    "typed",
    ["0901234567", "090 123 4567", "0901.234.567", "+84 901 234 567", "số tui 0901234567 nghen"],
)
def test_a_phone_is_read_as_people_write_it(typed: str) -> None:
    assert read_phone(typed) == "0901234567"


@pytest.mark.parametrize("typed", ["", "không có", "12345", "9012345678", "09012345678"])
def test_what_is_no_phone_is_refused(typed: str) -> None:
    with pytest.raises(Refused) as refused:
        read_phone(typed)

    assert refused.value.key == "phone-unclear"
