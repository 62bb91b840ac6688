"""Households: who belongs to them, and what of them stands behind the gate."""

from bot.domain.households import Bond, Consent, Household, HouseholdFacts, Relation, Sex
from bot.domain.seats import Listed, Seat, State
from storage import audit, households, people, seats
from storage.database import Database, Tx
from tests.doubles.clock import ManualClock

FACTS = HouseholdFacts(
    phone="0900000001", category="Hộ nghèo", ethnicity="Khmer", sex=Sex.FEMALE, birth_year=1962
)


async def _household(tx: Tx, clock: ManualClock, name: str = "Diệp Thị Bô Pha") -> Household:
    new = Household(id=0, name=name, ward="p1", hamlet="p1-k7")
    return await households.make(tx, new, FACTS, clock.now())


async def test_a_household_is_found_as_it_was_kept(database: Database, clock: ManualClock) -> None:
    async with database.transaction() as tx:
        made = await _household(tx, clock)
        assert await households.get(tx, made.id) == made

        moved = Household(id=made.id, name=made.name, ward="p2", hamlet="")
        await households.save(tx, moved, clock.now())
        assert await households.get(tx, made.id) == moved


async def test_what_is_private_is_read_at_the_gate_and_the_reading_is_recorded_once(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        one, other = await _household(tx, clock), await _household(tx, clock, "Thạch Đa Ra")

        found = await households.facts(
            tx, [one.id, other.id, 999], reader=7, why="seat plan", now=clock.now()
        )

        assert found == {one.id: FACTS, other.id: FACTS}
        assert [(note.actor, note.detail) for note in await audit.of(tx, "households")] == [
            (7, "seat plan: 3")
        ]


async def test_what_a_list_leaves_empty_is_kept_as_it_was(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        made = await _household(tx, clock)
        newer = HouseholdFacts(category="Hộ cận nghèo")
        await households.keep_facts(tx, made.id, newer, clock.now())

        found = await households.facts(tx, [made.id], reader=None, why="test", now=clock.now())

        assert found[made.id].category == "Hộ cận nghèo"
        assert (found[made.id].phone, found[made.id].birth_year) == ("0900000001", 1962)
        assert found[made.id].sex is Sex.FEMALE
        assert found[made.id].is_minority


async def test_one_phone_serves_two_households_and_a_household_has_two_helpers(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        one, other = await _household(tx, clock), await _household(tx, clock, "Thạch Đa Ra")
        grandson = await people.make(tx, "vi", clock.now())
        head = await people.make(tx, "vi", clock.now())
        first = _bond(one, grandson.id, Relation.FAMILY, Consent.SPOKEN)
        second = _bond(other, grandson.id, Relation.SELF, Consent.CHAT)
        third = _bond(one, head.id, Relation.HAMLET, Consent.PAPER)
        for bond in (first, second, third):
            assert await households.bind(tx, bond, None, clock.now())
        assert not await households.bind(tx, first, None, clock.now()), "they do already"

        assert await households.bonds_of(tx, grandson.id) == [first, second]
        assert await households.bonds_with(tx, one.id) == [first, third]

        assert await households.unbind(tx, first, clock.now())
        assert not await households.unbind(tx, first, clock.now())
        assert await households.bonds_of(tx, grandson.id) == [second]
        assert await households.bind(tx, first, None, clock.now()), "and again later"


def _bond(household: Household, person: int, relation: Relation, consent: Consent) -> Bond:
    return Bond(household=household.id, person=person, relation=relation, consent=consent)


async def test_a_household_stands_once_on_the_list_of_a_session(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        made = await _household(tx, clock)
        wanted = Seat(
            id=0,
            session=1,
            household=made.id,
            group="ngheo",
            ward="p1",
            state=State.LISTED,
            listed=Listed.MAIN,
            position=4,
        )
        seat = await seats.enlist(tx, wanted, clock.now())

        assert seat is not None
        assert await seats.enlist(tx, wanted, clock.now()) is None
        found = await seats.of(tx, 1, made.id)
        assert found == Seat(
            id=seat,
            session=1,
            household=made.id,
            group="ngheo",
            ward="p1",
            state=State.LISTED,
            listed=Listed.MAIN,
            position=4,
        )
        assert await seats.of(tx, 2, made.id) is None
