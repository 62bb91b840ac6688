"""A household goes a year after its last session; what papers count of it stays. All invented."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.households import Bond, Consent, Household, HouseholdFacts, Relation, Sex, Source
from bot.domain.people import Person
from bot.domain.questions import Move as Happening
from bot.domain.questions import Status
from bot.domain.seats import Move, Seat, State
from bot.scheduler import Tick, perform
from bot.services.questions import moves
from bot.services.residents import old_households, registration
from bot.services.sessions import paper_figures
from bot.services.sessions.paper_reading import Reading
from bot.work import Works
from storage import households, people, questions, seats
from storage.database import Database
from tests.bot.domain.test_questions import QUESTION
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask
from tests.doubles.spine import works_over

FACTS = HouseholdFacts(
    phone="0900000001", category="Hộ nghèo", ethnicity="Khmer", sex=Sex.FEMALE, birth_year=1960
)


@pytest.fixture
async def works(database: Database, clock: ManualClock) -> Works:
    """It is the day of session 1."""
    made = works_over(database, clock)
    await clock.move_to(made.cache.programme.sessions[0].starts_at)
    return made


async def _came(
    works: Works,
    name: str,
    session: int = 1,
    state: State = State.CAME,
    source: Source = Source.ROSTER,
) -> Household:
    async with works.begin() as work:
        home = Household(id=0, name=name, ward="p1", hamlet="p1-k1", source=source)
        home = await households.make(work.tx, home, FACTS, work.now)
        seat = Seat(id=0, session=session, household=home.id, group="ngheo", ward="p1", state=state)
        await seats.enlist(work.tx, seat, work.now)
    return home


async def _lives_in(works: Works, home: Household) -> Person:
    async with works.begin() as work:
        person = await people.make(work.tx, "vi", work.now)
        bond = Bond(
            household=home.id, person=person.id, relation=Relation.SELF, consent=Consent.CHAT
        )
        await households.bind(work.tx, bond, None, work.now)
    return person


async def _look(works: Works, times: int = 1) -> None:
    for _ in range(times):
        await perform(works, Tick(1, old_households.forget))


async def _names(url: str) -> list[str]:
    rows = await ask(url, "SELECT name FROM households WHERE left_at IS NULL ORDER BY id")
    return [name for (name,) in rows]


async def test_a_year_after_its_last_session_a_household_goes_and_its_seat_stays(
    works: Works, clock: ManualClock, url: str
) -> None:
    home = await _came(works, "Thạch Thị Lan")
    await _lives_in(works, home)
    over = works.programme.sessions[0].ends_at + works.rules.roster

    await clock.move_to(over - timedelta(seconds=1))
    await _look(works)
    assert await _names(url) == ["Thạch Thị Lan"]
    await clock.move_to(over)
    await _look(works)

    assert await ask(url, "SELECT name, ward, hamlet FROM households") == [("", "p1", "")]
    assert await ask(url, "SELECT COUNT(*) FROM household_facts") == [(0,)]
    assert await ask(url, "SELECT COUNT(*) FROM household_people WHERE until IS NULL") == [(0,)]
    assert await ask(url, "SELECT session, seat_group, ward, state FROM seats") == [
        (1, "ngheo", "p1", "came")
    ]


async def test_names_of_guests_and_what_was_written_about_a_household_go_with_it(
    works: Works, clock: ManualClock, url: str
) -> None:
    home = await _came(works, "Thạch Thị Lan", state=State.ACCEPTED)
    async with works.begin() as work:
        seat = await seats.of(work.tx, 1, home.id)
        assert seat
        await seats.send_guest(work.tx, seat, "Kim Văn Tư", actor=None, now=work.now)
        await seats.note(
            work.tx, seat, Move.EDIT, seat.state, actor=None, now=work.now, why="bà Lan bệnh"
        )
    await clock.move(days=367)

    await _look(works)

    assert await ask(url, "SELECT guest FROM seats") == [("",)]
    assert await ask(url, "SELECT why FROM seat_moves WHERE move = 'edit'") == [("",)]


async def test_a_seat_in_a_later_session_keeps_a_household_with_all_that_is_known_of_it(
    works: Works, clock: ManualClock, url: str
) -> None:
    """Listed a year ago, and the session was put off."""
    home = await _came(works, "Thạch Thị Lan", session=2, state=State.LISTED)
    await _came(works, "Sơn Thị Hoa")
    programme, start = works.programme, clock.now() + timedelta(days=250)
    later = replace(programme.sessions[1], starts_at=start, ends_at=start + timedelta(hours=3))
    works.cache.put(replace(programme, sessions=(programme.sessions[0], later)))
    await clock.move(days=366)

    await _look(works)

    assert await _names(url) == ["Thạch Thị Lan"]
    async with works.look() as work:
        assert await households.own_facts(work.tx, home.id) == FACTS


async def test_a_question_that_its_people_wait_with_keeps_a_household(
    works: Works, clock: ManualClock, url: str
) -> None:
    home = await _came(works, "Thạch Thị Lan")
    asker = await _lives_in(works, home)
    async with works.begin() as work:
        waits = replace(QUESTION, id=0, asker=asker.id, status=Status.TAKEN, asked_at=work.now)
        await questions.file(work.tx, waits)
    await clock.move(days=366)

    await _look(works)
    assert await _names(url) == ["Thạch Thị Lan"]
    async with works.begin() as work:
        question = await questions.numbered(work.tx, QUESTION.number)
        assert question
        await questions.save(work.tx, replace(question, status=Status.CLOSED, closed_at=work.now))
    await clock.move(days=366)
    await _look(works)

    assert await _names(url) == []


@pytest.mark.parametrize("by_whom", ["themselves", "somebody who helps"])
async def test_the_year_of_what_was_declined_begins_when_it_was(
    works: Works, clock: ManualClock, url: str, by_whom: str
) -> None:
    home = await _came(works, "Thạch Thị Lan")
    lives_there = await _lives_in(works, home)
    async with works.begin() as work:
        helper = await people.make(work.tx, "vi", work.now)
        own = by_whom == "themselves"
        asker, for_whom = (lives_there.id, 0) if own else (helper.id, home.id)
        asked = replace(QUESTION, id=0, asker=asker, household=for_whom, status=Status.TAKEN)
        question = await questions.file(work.tx, replace(asked, asked_at=work.now))
    await clock.move(days=366)
    async with works.begin() as work:
        await moves.alone(work, question, Happening.DECLINE, None)
    await clock.move(days=365)

    await _look(works)
    assert await _names(url) == ["Thạch Thị Lan"]
    await clock.move(seconds=1)
    await _look(works)

    assert await _names(url) == []


async def _counted(works: Works) -> tuple[object, int]:
    async with works.begin() as work:
        reading = Reading(work, works.programme.sessions[0], None, None)
        return await paper_figures.headcount(reading)


async def test_papers_count_the_same_before_and_after_households_are_gone(
    works: Works, clock: ManualClock
) -> None:
    for name in ("Thạch Thị Lan", "Sơn Thị Hoa"):
        await _came(works, name)
    await _came(works, "Kim Thị Út", state=State.DECLINED)
    before = await _counted(works)

    await clock.move(days=366)
    await _look(works)

    assert await _counted(works) == before
    assert before[1] == 3


async def test_who_came_and_then_erased_itself_is_counted_all_the_same(works: Works) -> None:
    home = await _came(works, "Thạch Thị Lan", source=Source.CHAT)
    person = await _lives_in(works, home)
    before = await _counted(works)

    async with works.begin() as work:
        await registration.forget(work, person)

    async with works.look() as work:
        assert await households.get(work.tx, home.id) is None
    assert await _counted(works) == before


async def test_a_walk_through_all_households_looks_at_some_each_time(
    works: Works, clock: ManualClock, url: str
) -> None:
    for number in range(3):
        await _came(works, f"{number}")
    await clock.move(days=366)

    gone = []
    for _ in range(3):
        async with works.begin() as work:
            gone.append(await old_households.forget(work, looked_at=2))

    assert gone == [2, 1, 0]
    assert await _names(url) == []


async def test_what_somebody_asked_for_a_household_keeps_it_until_that_is_settled(
    works: Works, clock: ManualClock, url: str
) -> None:
    home = await _came(works, "Thạch Thị Lan")
    async with works.begin() as work:
        helper = await people.make(work.tx, "vi", work.now)
        asked = replace(QUESTION, id=0, asker=helper.id, household=home.id, asked_at=work.now)
        await questions.file(work.tx, asked)
    await _came(works, "Sơn Thị Hoa")
    await clock.move(days=366)

    await _look(works)

    assert await _names(url) == ["Thạch Thị Lan"]
