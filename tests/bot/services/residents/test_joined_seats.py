"""Two households turn out to be one: its places stand, and papers count as before. All invented."""

from dataclasses import replace

import pytest

from bot.domain.households import Household, HouseholdFacts, Sex, Source
from bot.domain.people import Grant, Person, Role
from bot.domain.seats import Seat, State
from bot.services.residents import namesakes
from bot.services.sessions import paper_figures
from bot.services.sessions.paper_reading import Reading
from bot.work import Works
from storage import households, people, seats
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.spine import works_over

FACTS = HouseholdFacts(category="Hộ nghèo", ethnicity="Khmer", sex=Sex.FEMALE, birth_year=1960)
NAME = "Thạch Thị Lan"

#: Where a household stands with session 1, if at all.
Stand = State | None


@pytest.fixture
async def works(database: Database, clock: ManualClock) -> Works:
    return works_over(database, clock)


async def organiser(works: Works) -> Person:
    async with works.begin() as work:
        made = await people.make(work.tx, "vi", work.now)
        return replace(made, grants=frozenset({Grant(Role.ORGANISER)}))


async def household(works: Works, source: Source, state: Stand) -> int:
    async with works.begin() as work:
        home = Household(id=0, name=NAME, ward="p1", hamlet="p1-k1", source=source)
        home = await households.make(work.tx, home, FACTS, work.now)
        if state:
            seat = Seat(id=0, session=1, household=home.id, group="ngheo", ward="p1", state=state)
            await seats.enlist(work.tx, seat, work.now)
        return home.id


async def counted(works: Works) -> tuple[object, int]:
    async with works.begin() as work:
        reading = Reading(work, works.programme.sessions[0], None, None)
        return await paper_figures.headcount(reading)


async def joined(works: Works, signed_up: Stand, listed: Stand) -> tuple[int, object, object]:
    """The one on the list, and the figures before and after."""
    person = await organiser(works)
    other = await household(works, Source.CHAT, signed_up)
    home = await household(works, Source.ROSTER, listed)
    before = await counted(works)
    async with works.begin() as work:
        await namesakes.join(work, person, other, home)
    return home, before, await counted(works)


STANDS = (None, State.LISTED, State.WAITING, State.OFFERED, State.ACCEPTED, State.DECLINED)


@pytest.mark.parametrize("listed", STANDS)
@pytest.mark.parametrize("signed_up", STANDS)
async def test_who_is_invited_counts_the_same_before_and_after(
    works: Works, signed_up: Stand, listed: Stand
) -> None:
    _, before, after = await joined(works, signed_up, listed)

    assert after == before


@pytest.mark.parametrize("listed", [*STANDS, State.CAME, State.ABSENT])
@pytest.mark.parametrize("signed_up", [State.CAME, State.ABSENT])
async def test_who_was_there_counts_the_same_before_and_after(
    works: Works, clock: ManualClock, signed_up: Stand, listed: Stand
) -> None:
    await clock.move_to(works.programme.sessions[0].ends_at)

    _, before, after = await joined(works, signed_up, listed)

    assert after == before


@pytest.mark.parametrize("state", [State.ACCEPTED, State.OFFERED, State.DECLINED, State.CAME])
async def test_where_the_list_had_no_place_the_household_keeps_the_one_it_had(
    works: Works, state: State
) -> None:
    home, _, _ = await joined(works, state, None)

    async with works.look() as work:
        [seat] = await seats.of_household(work.tx, home)
        history = await seats.history(work.tx, seat.id)
    assert (seat.state, seat.group) == (state, "ngheo")
    assert [one.why for one in history] == ["the same household is on the ward's list"]


async def test_a_second_place_to_come_is_given_up(works: Works) -> None:
    home, _, _ = await joined(works, State.LISTED, State.WAITING)

    async with works.look() as work:
        found = {
            one.household: one.state for one in await seats.in_state(work.tx, 1, State.WAITING)
        }
        given_up = await seats.in_state(work.tx, 1, State.DECLINED)
    assert found == {home: State.WAITING}
    assert len(given_up) == 1
