"""What a list is held against: who lives in a hamlet, who has a phone, who has a seat."""

from bot.domain.households import Household, HouseholdFacts
from bot.domain.seats import Listed, Seat, State
from storage import households, rosters, seats
from storage.database import Database, Tx
from storage.portions import PORTION
from tests.doubles.clock import ManualClock


async def _household(
    tx: Tx, clock: ManualClock, hamlet: str = "p1-k7", phone: str = ""
) -> Household:
    new = Household(id=0, name="Diệp Thị Bô Pha", ward="p1", hamlet=hamlet)
    return await households.make(tx, new, HouseholdFacts(phone=phone), clock.now())


def _seat(household: int, session: int = 1) -> Seat:
    return Seat(
        id=0, session=session, household=household, group="ngheo", ward="p1", state=State.LISTED
    )


async def test_a_hamlet_is_read_whole_a_portion_at_a_time(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        there = [await _household(tx, clock) for _ in range(PORTION + 1)]
        await _household(tx, clock, hamlet="p1-k8")

        assert [one async for one in households.in_hamlet(tx, "p1", "p1-k7")] == there
        assert [one async for one in households.in_hamlet(tx, "p1", "p1-k1")] == []


async def test_everybody_who_shares_a_phone_is_found_and_nobody_without_one(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        one, other = [await _household(tx, clock, phone="0900000001") for _ in range(2)]
        await _household(tx, clock)
        asked = [f"09{number:08d}" for number in range(1, PORTION + 2)]

        found = await households.with_phones(tx, asked)
        assert sorted(found, key=lambda found: found.id) == [one, other]
        assert await households.with_phones(tx, []) == []


async def test_the_seats_of_many_are_found_at_once(database: Database, clock: ManualClock) -> None:
    async with database.transaction() as tx:
        one, other = [await _household(tx, clock) for _ in range(2)]
        await seats.enlist(tx, _seat(one.id), clock.now())
        await seats.enlist(tx, _seat(other.id, session=2), clock.now())

        found = await rosters.seats_of(tx, 1, [one.id, other.id])

        assert found == {one.id: await seats.of(tx, 1, one.id)}


async def test_a_newer_list_changes_a_seat_until_something_is_decided(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        made = await _household(tx, clock)
        await seats.enlist(tx, _seat(made.id), clock.now())
        newer = Seat(
            id=0,
            session=1,
            household=made.id,
            group="khac",
            ward="p1",
            state=State.LISTED,
            listed=Listed.MAIN,
        )

        assert await rosters.relist(tx, newer, clock.now())
        kept = await seats.of(tx, 1, made.id)
        assert kept is not None
        assert (kept.group, kept.listed) == ("khac", Listed.MAIN)
        assert not await rosters.relist(tx, _seat(999), clock.now())
