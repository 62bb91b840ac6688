"""Questions from the floor: found by number or name, filed for a household, heard by its people."""

from dataclasses import dataclass

import pytest

from bot.domain.errors import Refused
from bot.domain.households import Bond, Consent, Household, HouseholdFacts, Relation
from bot.domain.questions import Question
from bot.domain.seats import Seat, State
from bot.services.hall import floor
from storage import addresses, households, people, seats
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.hall import SESSION, Hall
from tests.doubles.postgres import ask
from tests.doubles.spine import works_over

WORDS = "Hồi nào đổi thẻ bảo hiểm y tế?"


@dataclass
class Town:
    """A hall, and the households on its list."""

    hall: Hall
    homes: list[Household]

    async def finds(self, typed: str) -> list[str]:
        async with self.hall.works.look() as work:
            found = await floor.find(work, self.hall.clerk, SESSION, typed)
        return [one.name for one in found]

    async def asks(self, home: Household, words: str = WORDS) -> Question:
        async with self.hall.works.begin() as work:
            return await floor.ask(work, self.hall.clerk, SESSION, words, home.id)


@pytest.fixture
async def town(database: Database, clock: ManualClock) -> Town:
    hall = await Hall(works_over(database, clock), clock).opens()
    homes = []
    async with hall.works.begin() as work:
        for place, name in enumerate(("Thạch Thị Lan", "Nguyễn Văn Bảy", "Thạch Lan Anh"), 1):
            home = await households.make(
                work.tx,
                Household(id=0, name=name, ward="p7", hamlet="p7-k3"),
                HouseholdFacts(),
                work.now,
            )
            seat = Seat(
                id=0,
                session=SESSION,
                household=home.id,
                group="ngheo",
                ward="p7",
                state=State.ACCEPTED,
                position=place,
            )
            await seats.enlist(work.tx, seat, work.now)
            homes.append(home)
    return Town(hall, homes)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("2", ["Nguyễn Văn Bảy"]),
        ("thach lan", ["Thạch Thị Lan", "Thạch Lan Anh"]),
        ("bay", ["Nguyễn Văn Bảy"]),
        ("Thạch Thị Lan", ["Thạch Thị Lan"]),
        ("nobody", []),
        ("9", []),
        ("?", []),
    ],
)
async def test_a_household_is_found_by_its_number_or_a_part_of_its_name(
    town: Town, typed: str, found: list[str]
) -> None:
    assert await town.finds(typed) == found


async def test_its_people_hear_that_it_was_written_down(
    town: Town, url: str, clock: ManualClock
) -> None:
    async with town.hall.works.begin() as work:
        lan = await people.make(work.tx, "vi", clock.now())
        await addresses.put(work.tx, "line:lan", clock.now(), person=lan.id)
        bond = Bond(
            household=town.homes[0].id,
            person=lan.id,
            relation=Relation.SELF,
            consent=Consent.CHAT,
        )
        await households.bind(work.tx, bond, None, clock.now())

    question = await town.asks(town.homes[0])

    assert question.asker == lan.id
    assert (question.ward, question.hamlet, question.phase) == ("p7", "p7-k3", "during")
    assert await ask(url, "SELECT address FROM outbox") == [("line:lan",)]


async def test_a_household_without_a_chat_asks_twice_as_the_same_person(
    town: Town, url: str
) -> None:
    first, second = [await town.asks(town.homes[1]) for _ in range(2)]

    assert first.asker == second.asker
    assert first.number != second.number
    assert await ask(url, "SELECT relation, consent FROM household_people") == [("self", "spoken")]
    assert await ask(url, "SELECT address FROM outbox") == []


async def test_a_household_that_is_not_on_the_list_is_refused(town: Town) -> None:
    async with town.hall.works.begin() as work:
        stranger = await households.make(
            work.tx, Household(id=0, name="Lâm Văn Sóc", ward="p1"), HouseholdFacts(), work.now
        )
        with pytest.raises(Refused) as refused:
            await floor.ask(work, town.hall.clerk, SESSION, WORDS, stranger.id)

    assert refused.value.key == "household-not-on-list"
