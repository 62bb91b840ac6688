"""A seat plan measured from the inside, in a process that treats its memory as the product does.

python -m bench.seat_plans FEW MANY PLACE   prints what it found as JSON
"""

import asyncio
import gc
import json
import random
import sys
import time
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.rig import example
from bot import __main__ as product  # noqa: F401 - it says how often garbage is looked for
from bot.clock import SystemClock
from bot.domain.households import Household, HouseholdFacts, Sex
from bot.domain.people import Grant, Person, Role
from bot.domain.programme import Programme
from bot.domain.seats import Seat, State
from bot.domain.sessions import Session
from bot.i18n import Texts
from bot.programme_cache import ProgrammeCache
from bot.services.seats import seating
from bot.voice import Voice
from bot.wakeups import WakeUps
from bot.work import Work, Works
from storage import households, people, schema, seats
from storage.database import Database
from storage.sqlite import Sqlite

#: One session each: what is found in one is not found in the other.
_FEW, _MANY = 1, 2


async def main(few: int, many: int, place: Path) -> None:
    path, counts = place / "seats.db", {_FEW: few, _MANY: many}
    await schema.ensure_sqlite(path)
    database = await Sqlite.open(path)
    try:
        works = _works(database, counts)
        organiser = await _listed(works, counts)
        found = [await _planned(works, organiser, number) for number in counts]
    finally:
        await database.close()
    print(json.dumps(found[0] | {f"many_{what}": one for what, one in found[1].items()}))


def _works(database: Database, counts: dict[int, int]) -> Works:
    voice = Voice(
        texts=Texts.load(),
        fit=lambda _, message, _link="", _first=1: (message,),
        fit_one=lambda _, message, _first=1: message,
    )
    return Works(
        database=database,
        clock=SystemClock(),
        voice=voice,
        cache=ProgrammeCache(_programme(counts)),
        wakeups=WakeUps(),
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


async def _planned(works: Works, organiser: Person, number: int) -> dict[str, float]:
    """Plan a session, until it is on disk: seconds, and seconds of processor time."""
    gc.collect()  # what listing them left behind is not the plan's
    gc.freeze()  # as the bot does when it is ready
    began, used = time.perf_counter(), time.process_time()
    async with works.begin() as work:
        await seating.propose(work, organiser, number)
    return {"wall": time.perf_counter() - began, "cpu": time.process_time() - used}


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])))
