"""The seats that households have in sessions, and all that happens to them."""

from collections.abc import Iterable
from datetime import date, datetime

from bot.domain.offers import Reminder
from bot.domain.seat_reasons import Code, Reason
from bot.domain.seats import Listed, Move, Seat, State
from bot.domain.values import dataclass
from storage import json
from storage.database import Row, Tx, from_ms, maybe_from_ms, maybe_ms, to_ms

#: How many offers are looked at in one transaction.
PORTION = 20

#: How many households are put on short lists in one transaction: lists are whole that way.
_ASKED = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened to a seat."""

    at: datetime
    actor: int | None  #: person id; None: the program itself
    move: Move
    before: State
    after: State
    why: str


async def lock(tx: Tx, session: int) -> None:
    """Until the commit nobody else moves seats of this session: first lock, then look."""
    await tx.value("seats_lock", seats=f"seats:{session}")


async def enlist(tx: Tx, seat: Seat, now: datetime) -> int | None:
    """Put a household on a session's list; None if it is there already."""
    made = await tx.value(
        "seat_enlist",
        session=seat.session,
        household=seat.household,
        seat_group=seat.group,
        ward=seat.ward,
        state=seat.state.value,
        listed=seat.listed.value,
        position=seat.position,
        now=to_ms(now),
    )
    return int(made) if made is not None else None


async def relist(tx: Tx, seat: Seat, *, actor: int, now: datetime) -> bool:
    """Put a household that had left back on the list; False if it is there, or has come."""
    put = await tx.run(
        "seat_relist", id=seat.id, seat_group=seat.group, ward=seat.ward, now=to_ms(now)
    )
    if put:
        await note(tx, seat, Move.ENLIST, State.LISTED, actor=actor, now=now)
    return bool(put)


async def to_paper(tx: Tx, household: int) -> None:
    """Nobody of the household can be reached by chat now: its offers do not lapse."""
    await tx.run("seats_to_paper", household=household)


async def get(tx: Tx, seat_id: int) -> Seat | None:
    return _maybe(await tx.one("seat_get", id=seat_id))


async def of(tx: Tx, session: int, household: int) -> Seat | None:
    return _maybe(await tx.one("seat_of", session=session, household=household))


async def of_household(tx: Tx, household: int) -> list[Seat]:
    return _seats(await tx.all("seats_of_household", household=household))


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A move, and how the seat stands when it is done."""

    move: Move
    after: State
    why: str = ""
    reasons: tuple[Reason, ...] | None = None  #: None: as they were
    held_until: datetime | None = None
    ask_at: datetime | None = None  #: when somebody goes and asks


async def move(tx: Tx, seat: Seat, step: Step, actor: int | None, now: datetime) -> bool:
    """Move a seat on from where it was seen; False if somebody else moved it meanwhile."""
    moved = await tx.run(
        "seat_move",
        id=seat.id,
        before=seat.state.value,
        after=step.after.value,
        reasons=dump_reasons(seat.reasons if step.reasons is None else step.reasons),
        held_until=maybe_ms(step.held_until),
        ask_at=maybe_ms(step.ask_at),
        now=to_ms(now),
    )
    if moved:
        await note(tx, seat, step.move, step.after, actor=actor, now=now, why=step.why)
    return bool(moved)


async def come(
    tx: Tx, seat: Seat, group: str, *, at: datetime, by: int | None, now: datetime, why: str = ""
) -> bool:
    """Check a household in, ``at`` by the device that did it; False if it was moved meanwhile."""
    came = await tx.run(
        "seat_come",
        id=seat.id,
        before=seat.state.value,
        seat_group=group,
        at=to_ms(at),
        by=by,
        now=to_ms(now),
    )
    if came:
        await note(tx, seat, Move.COME, State.CAME, actor=by, now=now, why=why)
    return bool(came)


async def send_guest(tx: Tx, seat: Seat, guest: str, *, actor: int | None, now: datetime) -> bool:
    """Let somebody else come in place of a household, or nobody (empty); False without a seat."""
    kept = await tx.run("seat_guest", id=seat.id, guest=guest, now=to_ms(now))
    if kept:
        await note(tx, seat, Move.GUEST, seat.state, actor=actor, now=now)
    return bool(kept)


async def rehome(tx: Tx, seat: Seat, household: int) -> bool:
    """One household turned out to be another: the seat is that one's, as it stands.

    False if that one has its own with this session.
    """
    return bool(await tx.run("seat_rehome", id=seat.id, after=household))


async def note(
    tx: Tx,
    seat: Seat,
    move: Move,
    after: State,
    *,
    actor: int | None,
    now: datetime,
    why: str = "",
) -> None:
    """Add a row to a seat's history."""
    await tx.run(
        "seat_note",
        seat=seat.id,
        at=to_ms(now),
        actor=actor,
        move=move.value,
        before=seat.state.value,
        after=after.value,
        why=why,
    )


async def history(tx: Tx, seat_id: int) -> list[Event]:
    """All that happened to a seat, oldest first."""
    return [_event(row) for row in await tx.all("seat_moves_of", seat=seat_id)]


async def taken(tx: Tx, session: int) -> dict[tuple[str, str], int]:
    """How many seats are taken, by group and ward."""
    rows = await tx.all("seats_taken", session=session)
    return {(row["seat_group"], row["ward"]): row["many"] for row in rows}


async def waited_for(tx: Tx, session: int) -> set[tuple[str, str]]:
    """The groups and wards in which somebody waits."""
    rows = await tx.all("seats_waited_for", session=session)
    return {(row["seat_group"], row["ward"]) for row in rows}


async def next_waiting(tx: Tx, session: int, group: str, ward: str) -> Seat | None:
    return _maybe(await tx.one("seat_next", session=session, seat_group=group, ward=ward))


async def not_there(tx: Tx, session: int, group: str) -> Seat | None:
    """Somebody with a seat of the group who has not come; first those who never answered."""
    for state in (State.OFFERED, State.ACCEPTED):
        row = await tx.one("seat_not_there", session=session, seat_group=group, state=state.value)
        if row:
            return read(row)
    return None


async def lapsed(tx: Tx, now: datetime) -> list[Seat]:
    """Offers by chat that were not answered in time, some of them."""
    return _seats(await tx.all("seats_lapsed", now=to_ms(now), most=PORTION))


async def to_ask(tx: Tx, now: datetime) -> list[Seat]:
    """Offers whose households somebody should go and ask, some of them."""
    return _seats(await tx.all("seats_to_ask", now=to_ms(now), most=_ASKED))


async def asked(tx: Tx, seat: Seat, again: datetime | None) -> bool:
    """Somebody has been sent; ``again`` is when to send them once more."""
    return bool(await tx.run("seat_asked", id=seat.id, again=maybe_ms(again)))


async def reclock(tx: Tx, session: int, until: datetime, ask_at: datetime) -> None:
    """Every open offer of a session is held as if it were made now; paper does not lapse."""
    await tx.run("seats_reclock", session=session, held_until=to_ms(until), ask_at=to_ms(ask_at))


async def stop_clock(tx: Tx, session: int) -> None:
    """Open offers of a session no longer lapse, and nobody goes and asks."""
    await tx.run("seats_stop_clock", session=session)


async def put_aside(tx: Tx, session: int, aside: int) -> int:
    """All seats of a session stand under another number, and nothing of them is due. Their count.

    Whoever was there was there: that still counts for the order of the next plan.
    """
    return await tx.run("seats_put_aside", session=session, aside=aside)


async def in_state(tx: Tx, session: int, state: State) -> list[Seat]:
    """Some seats of a session in one state."""
    return _seats(await tx.all("seats_in_state", session=session, state=state.value, most=PORTION))


async def take_to_remind(
    tx: Tx, session: int, kind: Reminder, day: date, now: datetime
) -> list[Seat]:
    """The next seats whose households come and were not reminded of this day; each once.

    A session that is moved to another day gets new reminders.
    """
    reminder = f"{kind.value} {day}"
    rows = await tx.all("seats_to_remind", session=session, kind=reminder, most=PORTION)
    return [
        seat
        for seat in _seats(rows)
        if await tx.run("seat_reminded", seat=seat.id, kind=reminder, now=to_ms(now))
    ]


# ── rows ─────────────────────────────────────────────────────────────────────────────────────


def dump_reasons(reasons: Iterable[Reason]) -> str:
    parts = [[one.code.value, one.number, one.of, one.what] for one in reasons]
    return json.dump(parts) if parts else ""


def load_reasons(text: str) -> tuple[Reason, ...]:
    parts = json.load(text) or ()
    return tuple(Reason(Code(code), number, of, what) for code, number, of, what in parts)


def read(row: Row) -> Seat:
    """A row with all columns of a seat."""
    return Seat(
        id=row["id"],
        session=row["session"],
        household=row["household"],
        group=row["seat_group"],
        ward=row["ward"],
        state=State(row["state"]),
        listed=Listed(row["listed"]),
        position=row["position"],
        rank=row["rank"],
        reasons=load_reasons(row["reasons"]),
        guest=row["guest"],
        held_until=maybe_from_ms(row["held_until"]),
    )


def _seats(rows: Iterable[Row]) -> list[Seat]:
    return [read(row) for row in rows]


def _maybe(row: Row | None) -> Seat | None:
    return read(row) if row else None


def _event(row: Row) -> Event:
    return Event(
        at=from_ms(row["at"]),
        actor=row["actor"],
        move=Move(row["move"]),
        before=State(row["before"]),
        after=State(row["after"]),
        why=row["why"],
    )
