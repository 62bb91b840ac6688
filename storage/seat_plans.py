"""Seat plans: a proposal and its versions, what was changed by hand, and the signature."""

from collections.abc import AsyncIterator, Iterable, Mapping
from datetime import datetime
from enum import StrEnum
from operator import attrgetter, itemgetter
from typing import Any

from bot.domain.seat_plan import Placement
from bot.domain.seats import Edit, Move, Seat, State
from bot.domain.values import dataclass
from storage.database import Row, Tx, from_ms, maybe_from_ms, to_ms
from storage.seats import PORTION, dump_reasons, read

#: How many households stand on one page of a list.
PAGE = 10


#: Rows that are read, or made ready to be written, at once: few enough to stay near at hand.
_AT_ONCE = 200

#: States of households whose place is not settled.
_UNSETTLED = (State.LISTED, State.PLANNED, State.WAITING)


class Stage(StrEnum):
    """Where the plan of a session stands."""

    PROPOSED = "proposed"
    SIGNED = "signed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The plan of one session."""

    stage: Stage
    version: int  #: goes up with every proposal that differs, and every change by hand
    made_at: datetime
    signed_at: datetime | None = None
    released_at: datetime | None = None  #: when unused seats went to other groups

    @property
    def is_signed(self) -> bool:
        return self.stage is Stage.SIGNED


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A household whose place is not settled, as it is kept now."""

    seat: int
    household: int
    group: str
    ward: str
    state: State
    position: int
    rank: int
    reasons: str  #: as they are kept
    edit: Edit
    was_there: bool  #: came to another session

    def differs(self, placed: Placement) -> bool:
        now, then = (self.state, self.group, self.rank), (placed.state, placed.group, placed.rank)
        return now != then or self.reasons != dump_reasons(placed.reasons)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the list: the seat, the household's name, and what was done by hand."""

    seat: Seat
    name: str
    hamlet: str
    edit: Edit
    edit_why: str
    edited_by: int | None


async def get(tx: Tx, session: int) -> Plan | None:
    row = await tx.one("seat_plan_get", session=session)
    if row is None:
        return None
    return Plan(
        stage=Stage(row["state"]),
        version=row["version"],
        made_at=from_ms(row["made_at"]),
        signed_at=maybe_from_ms(row["signed_at"]),
        released_at=maybe_from_ms(row["released_at"]),
    )


async def propose(tx: Tx, session: int, by: int, now: datetime) -> int | None:
    """A new version of a plan; None if it is signed already."""
    version = await tx.value("seat_plan_propose", session=session, by=by, now=to_ms(now))
    return int(version) if version is not None else None


async def sign(tx: Tx, session: int, version: int, by: int, now: datetime) -> bool:
    """Sign this version; False if it is not the newest, or the plan is signed already."""
    return bool(
        await tx.run("seat_plan_sign", session=session, version=version, by=by, now=to_ms(now))
    )


async def release(tx: Tx, session: int, now: datetime) -> bool:
    """Groups share what is left from now on; False if they do already."""
    return bool(await tx.run("seat_plan_release", session=session, now=to_ms(now)))


async def hold_back(tx: Tx, session: int) -> None:
    """The cut-off lies ahead again: groups have their own seats until then."""
    await tx.run("seat_plan_hold_back", session=session)


async def put_aside(tx: Tx, session: int, aside: int) -> None:
    """The plan of a session, and who signed it, stand under another number."""
    await tx.run("seat_plan_put_aside", session=session, aside=aside)


async def candidates(tx: Tx, session: int) -> list[Standing]:
    """Everybody whose place is not settled yet, in the order in which they came on the list."""
    found = [one for state in _UNSETTLED async for one in _standing_there(tx, session, state)]
    return sorted(found, key=attrgetter("seat"))


async def _standing_there(tx: Tx, session: int, state: State) -> AsyncIterator[Standing]:
    """Everybody at one state, read a portion at a time."""
    after, full = 0, True
    while full:
        rows = await tx.all(
            "seats_candidates", session=session, state=state.value, after=after, most=_AT_ONCE
        )
        for row in rows:
            yield _standing(row)
        full = len(rows) == _AT_ONCE
        after = rows[-1]["id"] if rows else after


async def waiting_line(tx: Tx, session: int, group: str, ward: str) -> list[Standing]:
    """Who waits in a group and ward, in order."""
    rows = await tx.all("seats_line", session=session, seat_group=group, ward=ward)
    return [_standing(row) for row in rows]


async def standing(tx: Tx, seat: int) -> Standing:
    """One household, wherever it stands."""
    row = await tx.one("seat_standing", id=seat)
    assert row is not None
    return _standing(row)


async def newcomers(tx: Tx, session: int) -> list[Seat]:
    """Some of those who are on the list and not in a plan yet."""
    rows = await tx.all("seats_newcomers", session=session, most=PORTION)
    return [read(row) for row in rows]


async def put(
    tx: Tx, changed: Iterable[tuple[Standing, Placement]], by: int | None, now: datetime
) -> int:
    """Write what the plan says of households, and a row of history for those that move.

    In the order in which seats are kept: ten times as many are ten times the work that way.
    Returns how many there were.
    """
    rows = sorted((_place(old, new, now) for old, new in changed), key=itemgetter("id"))
    for start in range(0, len(rows), _AT_ONCE):
        part = rows[start : start + _AT_ONCE]
        await tx.many("seat_place", part)
        moved = (row for row in part if row["state"] != row["before"])
        await tx.many("seat_note", [_note(row, by) for row in moved])
    return len(rows)


async def make_room(tx: Tx, session: int, group: str, ward: str, rank: int) -> None:
    """Everybody of this rank and behind it stands one further behind."""
    await tx.run("seats_make_room", session=session, seat_group=group, ward=ward, rank=rank)


async def last_rank(tx: Tx, session: int, group: str, ward: str) -> int:
    found = await tx.value("seat_last_rank", session=session, seat_group=group, ward=ward)
    return int(found or 0)


async def edit(tx: Tx, seat: int, edit: Edit, why: str, by: int, now: datetime) -> bool:
    """Remember what was decided by hand; False if the household's place is settled already."""
    changed = await tx.run("seat_edit", id=seat, edit=edit.value, why=why, by=by, now=to_ms(now))
    return bool(changed)


async def page(
    tx: Tx, session: int, group: str, ward: str, after: int, most: int = PAGE + 1
) -> list[Line]:
    """A page of the list of a group and ward, behind the rank ``after``."""
    rows = await tx.all(
        "seats_page", session=session, seat_group=group, ward=ward, after=after, most=most
    )
    return [_line(row) for row in rows]


async def ranked(tx: Tx, session: int, group: str, ward: str) -> list[Line]:
    """The whole list of a group and ward by rank, read a portion at a time."""
    found, full = list[Line](), True
    while full:
        after = found[-1].seat.rank if found else 0
        portion = await page(tx, session, group, ward, after, _AT_ONCE)
        found += portion
        full = len(portion) == _AT_ONCE
    return found


async def line(tx: Tx, seat: int) -> Line | None:
    row = await tx.one("seat_line_of", id=seat)
    return _line(row) if row else None


async def figures(tx: Tx, session: int) -> dict[tuple[str, str, State], int]:
    """How many households stand where, by group, ward and state."""
    rows = await tx.all("seats_figures", session=session)
    return {(row["seat_group"], row["ward"], State(row["state"])): row["many"] for row in rows}


def _place(old: Standing, new: Placement, now: datetime) -> dict[str, Any]:
    return {
        "id": old.seat,
        "before": old.state.value,
        "state": new.state.value,
        "seat_group": new.group,
        "rank": new.rank,
        "reasons": dump_reasons(new.reasons),
        "now": to_ms(now),
    }


def _note(placed: Mapping[str, Any], by: int | None) -> dict[str, object]:
    return {
        "seat": placed["id"],
        "at": placed["now"],
        "actor": by,
        "move": Move.PLAN.value,
        "before": placed["before"],
        "after": placed["state"],
        "why": "",
    }


def _standing(row: Row) -> Standing:
    return Standing(
        seat=row["id"],
        household=row["household"],
        group=row["seat_group"],
        ward=row["ward"],
        state=State(row["state"]),
        position=row["position"],
        rank=row["rank"],
        reasons=row["reasons"],
        edit=Edit(row["edit"]),
        was_there=bool(row["was_there"]),
    )


def _line(row: Row) -> Line:
    return Line(
        seat=read(row),
        name=row["name"],
        hamlet=row["hamlet"],
        edit=Edit(row["edit"]),
        edit_why=row["edit_why"],
        edited_by=row["edited_by"],
    )
