"""The sample roster in a database, and chats of its households. All of it is invented."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from bot.domain.households import Bond, Consent, Household, HouseholdFacts, Relation, Sex
from bot.domain.people import Grant, Person, Role
from bot.domain.programme import Programme
from bot.domain.seats import Listed, Seat, State
from bot.work import Work
from storage import addresses, households, people, seats

_SAMPLE = Path(__file__).parents[1] / "data" / "roster.csv"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A line of the roster, as the programme names what stands there."""

    session: int
    name: str
    ward: str
    hamlet: str
    listed: Listed
    facts: HouseholdFacts


def sample(programme: Programme) -> Iterator[Row]:
    """The sample roster: 110 households a session."""
    wards = {ward.name: ward for ward in programme.wards}
    with _SAMPLE.open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            ward = wards[row["Phường/xã"]]
            yield Row(
                session=int(row["Buổi"]),
                name=row["Họ và tên"],
                ward=ward.id,
                hamlet=next(one.id for one in ward.hamlets if one.name == row["Khóm/ấp"]),
                listed=Listed(row["Danh sách"]),
                facts=HouseholdFacts(
                    phone=row["Số điện thoại"],
                    category=row["Đối tượng"],
                    ethnicity=row["Dân tộc"],
                    sex=Sex(row["Giới tính"]),
                    birth_year=int(row["Năm sinh"]),
                ),
            )


async def enlist(work: Work, rows: Sequence[Row]) -> list[Household]:
    """Put rows on the lists of their sessions, in their order."""
    made = []
    for position, row in enumerate(rows, start=1):
        home = Household(id=0, name=row.name, ward=row.ward, hamlet=row.hamlet)
        home = await households.make(work.tx, home, row.facts, work.now)
        session = work.programme.session(row.session)
        assert session
        group = session.group_of(row.facts.category)
        assert group
        seat = Seat(
            id=0,
            session=row.session,
            household=home.id,
            group=group.id,
            ward=row.ward,
            state=State.LISTED,
            listed=row.listed,
            position=position,
        )
        await seats.enlist(work.tx, seat, work.now)
        made.append(home)
    return made


async def enlist_sample(work: Work, session: int) -> list[Household]:
    return await enlist(work, [one for one in sample(work.programme) if one.session == session])


async def last_planned(work: Work, session: int) -> Household:
    """One of those who have a seat in the plan: not the first."""
    seat = (await seats.in_state(work.tx, session, State.PLANNED))[-1]
    found = await households.get(work.tx, seat.household)
    assert found
    return found


async def chats(work: Work, home: Household, chat: str) -> Person:
    """Somebody of the household can be reached by chat."""
    person = await somebody(work, chat)
    bond = Bond(household=home.id, person=person.id, relation=Relation.SELF, consent=Consent.CHAT)
    await households.bind(work.tx, bond, None, work.now)
    return person


async def official(work: Work, chat: str, role: Role, scope: str = "") -> Person:
    """Somebody with a role, and a chat."""
    person = await somebody(work, chat)
    await people.give_role(work.tx, person.id, Grant(role, scope), None, work.now)
    found = await people.get(work.tx, person.id)
    assert found
    return found


async def somebody(work: Work, chat: str) -> Person:
    person = await people.make(work.tx, "vi", work.now)
    await people.consent(work.tx, person.id, 1, work.now)
    await addresses.put(work.tx, f"line:{chat}", work.now, person=person.id)
    found = await people.get(work.tx, person.id)
    assert found
    return found
