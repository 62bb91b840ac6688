"""What devices told from the door, each thing once; and the list that hangs at the door."""

from datetime import datetime

from bot.domain.check_ins import CheckIn, Standing, What
from bot.domain.seats import Move, Seat, State
from bot.domain.values import dataclass
from storage import seats
from storage.database import Row, Tx, from_ms, maybe_from_ms, to_ms
from storage.portions import PORTION

#: How many lines a list has at most: a hall does not seat as many.
LONGEST = 2_000

#: How many open things are shown at once.
_SHOWN = 50


_SEATED = (State.CAME, State.ACCEPTED, State.OFFERED)

#: Everybody on the list, those with a seat first.
_SEATED_FIRST = (*_SEATED, *(one for one in State if one not in _SEATED))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One thing that a device told, and what became of it."""

    id: int
    mark: str
    door_key: int
    what: What
    seat: int | None
    name: str
    device_at: datetime
    at: datetime  #: when it arrived here; the order of things goes by this
    standing: Standing
    why: str  #: text key of what stands in the way


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A household as the list at the door has it."""

    seat: int
    household: int
    group: str
    state: State
    position: int
    guest: str
    came_at: datetime | None
    name: str
    ward: str
    hamlet: str


async def claim(tx: Tx, session: int, door_key: int, told: CheckIn, now: datetime) -> int | None:
    """Take what a device tells for the first time; None if it is known already."""
    made = await tx.value(
        "check_in_claim",
        session=session,
        mark=told.mark,
        door_key=door_key,
        what=told.what.value,
        seat=told.seat or None,
        name=told.name,
        device_at=to_ms(told.at),
        now=to_ms(now),
    )
    return int(made) if made is not None else None


async def get(tx: Tx, session: int, mark: str) -> Told | None:
    row = await tx.one("check_in_get", session=session, mark=mark)
    return _told(row) if row else None


async def put(
    tx: Tx, told_id: int, standing: Standing, *, seat: int | None = None, why: str = ""
) -> None:
    """Write down what became of it."""
    await tx.run("check_in_put", id=told_id, seat=seat, state=standing.value, why=why)


async def open_ones(tx: Tx, session: int) -> list[Told]:
    """What a person has to settle, oldest first."""
    return [_told(row) for row in await tx.all("check_ins_open", session=session, most=_SHOWN)]


async def settle(tx: Tx, session: int, told_id: int, by: int, now: datetime) -> bool:
    """Somebody has seen to it; False if it was not open."""
    settled = await tx.run("check_in_settle", session=session, id=told_id, by=by, now=to_ms(now))
    return bool(settled)


async def settle_seat(tx: Tx, seat: int, by: int, now: datetime) -> None:
    """The household sits: what was open about it is settled by that."""
    await tx.run("check_ins_settle_seat", seat=seat, by=by, now=to_ms(now))


async def of_device(tx: Tx, door_key: int, since: datetime) -> list[Told]:
    """What a device told after a moment, oldest first."""
    rows = await tx.all("check_ins_of_device", door_key=door_key, since=to_ms(since), most=PORTION)
    return [_told(row) for row in rows]


async def forget(tx: Tx, before: datetime) -> int:
    """Drop a portion of what was told before a moment; returns how much."""
    return await tx.run("check_ins_forget", before=to_ms(before), most=PORTION)


async def lines(tx: Tx, session: int) -> list[Line]:
    """The list of a session, at most so many; those with a seat come before those without."""
    found: list[Line] = []
    for state in _SEATED_FIRST:
        most = LONGEST - len(found)
        rows = await tx.all("door_list", session=session, state=state.value, most=most)
        found += [_line(row) for row in rows]
    return found


async def erased(tx: Tx, session: int) -> list[str]:
    """The ward of each household that was there and is erased since, at most so many."""
    state = State.CAME.value
    rows = await tx.all("door_wards", session=session, state=state, most=LONGEST)
    return [row["ward"] for row in rows if row["left_at"]]


async def name_guest(tx: Tx, seat: Seat, guest: str, *, by: int, now: datetime) -> None:
    """Somebody else has come in the place of a household that was just checked in."""
    if await tx.run("seat_came_by_guest", id=seat.id, guest=guest, now=to_ms(now)):
        await seats.note(tx, seat, Move.GUEST, seat.state, actor=by, now=now)


async def take_back(tx: Tx, seat: Seat, after: State, *, by: int, now: datetime) -> bool:
    """Let a seat stand as before its check-in; False if it is not checked in."""
    undone = await tx.run("seat_uncome", id=seat.id, after=after.value, now=to_ms(now))
    if undone:
        await seats.note(tx, seat, Move.UNDO, after, actor=by, now=now)
    return bool(undone)


async def took(tx: Tx, seat: int) -> int | None:
    """The seat that a household took of somebody who was not there; None if it took none."""
    found = await tx.value("seat_took", id=seat)
    return None if found is None else int(found)


async def takes(tx: Tx, seat: int, lost: int | None) -> None:
    """Keep whose seat a household took; None: that has gone back."""
    await tx.run("seat_takes", id=seat, took=lost)


def _told(row: Row) -> Told:
    return Told(
        id=row["id"],
        mark=row["mark"],
        door_key=row["door_key"],
        what=What(row["what"]),
        seat=row["seat"],
        name=row["name"],
        device_at=from_ms(row["device_at"]),
        at=from_ms(row["at"]),
        standing=Standing(row["state"]),
        why=row["why"],
    )


def _line(row: Row) -> Line:
    return Line(
        seat=row["id"],
        household=row["household"],
        group=row["seat_group"],
        state=State(row["state"]),
        position=row["position"],
        guest=row["guest"],
        came_at=maybe_from_ms(row["came_at"]),
        name=row["name"],
        ward=row["ward"],
        hamlet=row["hamlet"],
    )
