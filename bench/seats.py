"""The seat plan of a session with very many households: seconds, and what one of them costs.

The households are read with what is private about them, ranked, written with a reason and a row of
history each, and on disk when the clock stops: one transaction, as the organiser waits for it.
"""

import gc
import random
import statistics
import time
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from bench.figures import Figure, ratio, spread
from bench.rig import Bench, example
from bot.bells import Bells
from bot.clock import SystemClock
from bot.domain.households import Household, HouseholdFacts, Sex
from bot.domain.people import Grant, Person, Role
from bot.domain.programme import Programme
from bot.domain.seats import Seat, State
from bot.domain.sessions import Session
from bot.i18n import Texts
from bot.services import seating
from bot.shelf import Shelf
from bot.work import Voice, Work, Works
from storage import households, people, schema, seats
from storage.database import Database
from storage.sqlite import Sqlite

#: One session each: what is found in one is not found in the other.
_FEW, _MANY = 1, 2


@dataclass(frozen=True, slots=True)
class Cost:
    """What one household costs in a plan."""

    wall: float  #: seconds until it is on disk
    cpu: float  #: seconds of processor time


async def measure(bench: Bench) -> list[Figure]:
    few, many = bench.sizes.households
    counts = {_FEW: few, _MANY: many}
    costs: dict[int, list[Cost]] = {_FEW: [], _MANY: []}
    for turn in range(bench.sizes.rounds):
        bench.tell(f"seat plan, round {turn + 1}")
        path = bench.place() / "seats.db"
        await schema.ensure_sqlite(path)
        database = await Sqlite.open(path)
        try:
            works = _works(database, counts)
            organiser = await _listed(works, counts)
            for number, count in counts.items():
                costs[number].append(await _planned(works, organiser, number, count))
        finally:
            await database.close()
    return [_seconds(costs[_MANY], many), _per_household(costs[_FEW], costs[_MANY])]


def _works(database: Database, counts: dict[int, int]) -> Works:
    voice = Voice(texts=Texts.load(), fit=lambda _, message: (message,))
    return Works(
        database=database,
        clock=SystemClock(),
        voice=voice,
        shelf=Shelf(_programme(counts)),
        bells=Bells(),
    )


def _programme(counts: dict[int, int]) -> Programme:
    """The example with sessions that start in two weeks, and seats for half of the households."""
    made = example()
    sessions = tuple(_of_size(one, counts[one.number]) for one in made.sessions)
    return replace(made, sessions=sessions)


def _of_size(session: Session, count: int) -> Session:
    """Three in four of the households are poor; half of them sit."""
    start = datetime.now(UTC) + timedelta(days=14)
    poor, others = session.seat_groups
    groups = (replace(poor, seats=count * 3 // 8), replace(others, seats=count // 8))
    return replace(session, starts_at=start, ends_at=start + timedelta(hours=4), seat_groups=groups)


async def _listed(works: Works, counts: dict[int, int]) -> Person:
    """So many households stand on the lists, in the order in which a ward wrote them."""
    chance = random.Random(1)
    async with works.begin() as work:
        organiser = await people.make(work.tx, "vi", work.now)
        await people.give_role(work.tx, organiser.id, Grant(Role.ORGANISER), None, work.now)
        for number, count in counts.items():
            session = work.programme.session(number)
            assert session is not None
            for position in range(1, count + 1):
                await _list_one(work, session, position, chance)
        found = await people.get(work.tx, organiser.id)
    assert found is not None
    return found


async def _list_one(work: Work, session: Session, position: int, chance: random.Random) -> None:
    group = session.seat_groups[position % 4 == 0]
    facts = HouseholdFacts(
        category=chance.choice(group.categories),
        ethnicity=chance.choice(["Kinh", "Khmer", "Hoa"]),
        sex=chance.choice([Sex.FEMALE, Sex.MALE]),
    )
    ward = chance.choice(session.wards)
    home = await households.make(
        work.tx, Household(id=0, name=f"Thạch Thị {position}", ward=ward), facts, work.now
    )
    seat = Seat(
        id=0,
        session=session.number,
        household=home.id,
        group=group.id,
        ward=ward,
        state=State.LISTED,
        position=position,
    )
    await seats.enlist(work.tx, seat, work.now)


async def _planned(works: Works, organiser: Person, number: int, count: int) -> Cost:
    """Plan a session, until it is on disk."""
    gc.collect()  # what listing them left behind is not the plan's
    began, used = time.perf_counter(), time.process_time()
    async with works.begin() as work:
        await seating.propose(work, organiser, number)
    return Cost((time.perf_counter() - began) / count, (time.process_time() - used) / count)


def _seconds(costs: list[Cost], many: int) -> Figure:
    return Figure(
        name="seat_plan",
        title=f"seat plan of {many:,} households",
        value=statistics.median(one.wall for one in costs) * many,
        unit="s",
        better="lower",
        against=f"{spread([1e6 * one.wall for one in costs])} µs a household",
    )


def _per_household(few: list[Cost], many: list[Cost]) -> Figure:
    """In processor time: a commit's flush costs the same for few and for many."""
    return ratio(
        "seat_plan_growth",
        "seat plan: CPU a household",
        ([1e6 * one.cpu for one in many], [1e6 * one.cpu for one in few]),
        "{} µs; among a tenth as many {} µs",
        better="lower",
        goal=1.1,
        least=1.5,
    )
