"""Who has registered for which session."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.people import Person
from storage.database import Row, Tx, to_ms

SEATED = "seated"
WAITING = "waiting"


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """One person's place in one session."""

    id: int
    session: int
    ward: str
    hamlet: str
    seat_group: str
    name: str
    state: str  #: SEATED or WAITING


async def make(
    tx: Tx, person: Person, *, session: int, group: str, state: str, now: datetime
) -> bool:
    """Register a person as they live now; False if they are registered for it already."""
    made = await tx.value(
        "registration_make",
        session=session,
        person=person.id,
        ward=person.ward,
        hamlet=person.hamlet,
        seat_group=group,
        name=person.name,
        state=state,
        now=to_ms(now),
    )
    return made is not None


async def of(tx: Tx, person: int, session: int) -> Registration | None:
    row = await tx.one("registration_of", person=person, session=session)
    return _registration(row) if row else None


async def all_of(tx: Tx, person: int) -> list[Registration]:
    return [_registration(row) for row in await tx.all("registrations_of", person=person)]


async def leave(tx: Tx, registration_id: int, now: datetime) -> bool:
    return bool(await tx.run("registration_leave", id=registration_id, now=to_ms(now)))


async def leave_all(tx: Tx, person: int, now: datetime) -> None:
    await tx.run("registrations_leave_all", person=person, now=to_ms(now))


async def lock_seats(tx: Tx, session: int, seat_group: str) -> None:
    """Until the commit nobody else may count or give seats of this group: first lock, then look."""
    await tx.value("seats_lock", seats=f"seats:{session}:{seat_group}")


async def seated(tx: Tx, session: int, seat_group: str) -> int:
    """How many seats of a group are taken."""
    return int(await tx.value("registrations_seated", session=session, seat_group=seat_group))


async def seat_first_waiting(tx: Tx, session: int, seat_group: str) -> int | None:
    """Give a free seat to whoever has waited longest; returns that person."""
    await lock_seats(tx, session, seat_group)
    row = await tx.one("registration_first_waiting", session=session, seat_group=seat_group)
    if row is None or not await tx.run("registration_seat", id=row["id"]):
        return None
    return int(row["person"])


async def take_to_remind(tx: Tx, session: int, now: datetime, most: int = 50) -> list[int]:
    """The next people with a seat who were not reminded of it; each is returned once."""
    rows = await tx.all("registrations_to_remind", session=session, most=most)
    return [
        row["person"]
        for row in rows
        if await tx.run("registration_reminded", id=row["id"], now=to_ms(now))
    ]


def _registration(row: Row) -> Registration:
    return Registration(
        id=row["id"],
        session=row["session"],
        ward=row["ward"],
        hamlet=row["hamlet"],
        seat_group=row["seat_group"],
        name=row["name"],
        state=row["state"],
    )
