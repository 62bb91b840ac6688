"""Offers of seats: made, answered, lapsed; a free seat moves on to the next in rank by itself.

Moving a seat takes the lock of its session before it looks: of two answers at once one is first,
and no seat is given twice or lost.
"""

from datetime import datetime

from bot.domain.errors import Refused
from bot.domain.offers import Times
from bot.domain.people import Person
from bot.domain.seat_flow import Corner, Filling, next_offer
from bot.domain.seat_reasons import Reason
from bot.domain.seats import GONE, TAKING, Move, Seat, State, as_told, guest_name
from bot.domain.sessions import Phase, Session
from bot.services.people import hamlets, households
from bot.services.reach import reach, seat_buttons
from bot.services.seats import seating
from bot.voice import Button
from bot.work import Work
from storage import seat_plans, seats
from storage.seats import Step


def times(work: Work, session: Session) -> Times:
    """The clock of a session's offers."""
    programme = work.programme
    return Times(
        starts_at=session.starts_at,
        rules=programme.offers,
        quiet=programme.quiet,
        zone=programme.zone,
    )


async def filling(work: Work, session: Session) -> Filling:
    """How the seats of a session are filled now."""
    plan = await seat_plans.get(work.tx, session.number)
    return Filling(
        session=session,
        taken=await seats.taken(work.tx, session.number),
        waiting=await seats.waited_for(work.tx, session.number),
        released=bool(plan and plan.released_at),
    )


# ── making them ──────────────────────────────────────────────────────────────────────────────


async def offer_planned(work: Work) -> int:
    """Invite households of plans that were signed, some of them; returns how many."""
    for session in work.programme.sessions:
        if session.is_cancelled:
            continue
        plan = await seat_plans.get(work.tx, session.number)
        if plan and plan.is_signed and await seats.in_state(work.tx, session.number, State.PLANNED):
            await seats.lock(work.tx, session.number)
            planned = await seats.in_state(work.tx, session.number, State.PLANNED)
            for seat in planned:
                await _offer(work, session, seat)
            return len(planned)
    return 0


async def fill(work: Work, session: Session, freed: Corner | None = None) -> int:
    """Offer every free seat to whoever is next; the lock is held. Returns how many."""
    if session.is_cancelled:
        return 0
    plan = await seat_plans.get(work.tx, session.number)
    if plan is None or not plan.is_signed or times(work, session).due(work.now) is None:
        return 0
    given = 0
    while found := next_offer(await filling(work, session), freed):
        seat = await seats.next_waiting(work.tx, session.number, found.group, found.ward)
        assert seat is not None, "somebody waits there: seats_waited_for said so"
        await _offer(work, session, seat, found.reasons)
        freed, given = None, given + 1
    return given


async def take_if_free(work: Work, session: Session, seat: Seat) -> bool:
    """Somebody who asks for a seat gets it at once, if it is theirs by rank; the lock is held."""
    corner = (seat.group, seat.ward)
    found = next_offer(await filling(work, session), corner)
    if found is None or (found.group, found.ward) != corner:
        return False
    first = await seats.next_waiting(work.tx, session.number, *corner)
    if first is None or first.id != seat.id:
        return False
    step = Step(move=Move.ACCEPT, after=State.ACCEPTED, reasons=(*first.reasons, *found.reasons))
    return await seats.move(work.tx, first, step, None, work.now)


async def _offer(
    work: Work, session: Session, seat: Seat, because: tuple[Reason, ...] = ()
) -> None:
    """Hold the seat for its household and tell it; without a chat the invitation is on paper.

    Silence ends an offer in chat. A paper invitation needs no answer, so it does not lapse.
    """
    clock = times(work, session)
    person = await households.speaker(work, seat.household)
    due = clock.due(work.now) or session.starts_at
    way = "chat" if person else "paper"
    step = Step(
        move=Move.OFFER,
        after=State.OFFERED,
        why=" ".join([way, *(f"{one.code.value}:{one.what}" for one in because)]),
        reasons=(*seat.reasons, *because),
        held_until=due if person else None,
        ask_at=clock.halfway(work.now),
    )
    await seats.move(work.tx, seat, step, None, work.now)
    if person:
        await _tell_household(work, session, seat, person, due)
    elif seat.state is State.WAITING:
        await _tell_who_goes(work, session, seat)


async def _tell_household(
    work: Work, session: Session, seat: Seat, person: Person, due: datetime
) -> None:
    home = await households.get(work, seat.household)
    await reach.tell_home(
        work,
        seat,
        person,
        "seat-offer",
        seat_buttons.of_offer(seat),
        name=home.name,
        session=session.name,
        at=work.moment(person.language, session.starts_at),
        place=session.place,
        until=work.moment(person.language, due),
    )


async def _tell_who_goes(work: Work, session: Session, seat: Seat) -> None:
    """A seat came free for a household without a chat: somebody has to bring it the paper."""
    home = await households.get(work, seat.household)
    for person in await hamlets.who_goes(work, home.hamlet):
        await work.tell(
            person,
            "paper-offer",
            [
                [Button("seat-comes-button", "goes", seat.id)],
                [Button("seat-stays-button", "goesnot", seat.id)],
            ],
            name=home.name,
            home=hamlets.place(work, home) or "none",
            session=session.name,
            at=work.moment(person.language, session.starts_at),
        )


# ── answering ────────────────────────────────────────────────────────────────────────────────


async def own_seat(work: Work, person: Person, seat_id: int) -> Seat:
    """The seat of a household for which the person speaks. Raises Refused for another's."""
    seat = await seating.get(work, seat_id)
    if not await households.speaks_for(work, person, seat.household):
        raise Refused("not-your-seat")
    return seat


async def accept(work: Work, person: Person, seat_id: int) -> Seat:
    """The household comes itself. After the time it gets a seat if one is left, or waits again."""
    return await comes_itself(work, await own_seat(work, person, seat_id), person.id)


async def decline(work: Work, person: Person, seat_id: int) -> tuple[State, Seat]:
    """The household does not come; its seat goes on. Also for one that had said it would.

    Returns what it is told that it gives up, and where it stands now.
    """
    seat = await own_seat(work, person, seat_id)
    had = await told(work, seat)
    return had, await comes_not(work, seat, person.id)


async def told(work: Work, seat: Seat) -> State:
    """Where its household is told that it stands."""
    plan = await seat_plans.get(work.tx, seat.session)
    return as_told(seat.state, is_signed=bool(plan and plan.is_signed))


async def must_answer(work: Work, person: Person, seat_id: int) -> Seat:
    """One's own seat, for which somebody may be named. Raises Refused where nothing is offered."""
    session, seat = await _locked(work, await own_seat(work, person, seat_id))
    if seat.state is State.CAME:
        raise Refused("seat-came-already")
    if seat.state not in {State.OFFERED, State.ACCEPTED, *GONE}:
        raise await _nothing_offered(work, session, seat)
    return seat


async def send_guest(work: Work, person: Person, seat_id: int, name: str) -> Seat:
    """Somebody else comes for the household; the seat stays the household's."""
    return await sends(work, await own_seat(work, person, seat_id), name, person.id)


async def sends(work: Work, seat: Seat, name: str, actor: int | None, why: str = "") -> Seat:
    """A household said who comes in its place; returns where it stands now."""
    guest = guest_name(name)
    seat = await comes(work, seat, actor, why)
    if seat.state is State.ACCEPTED:
        await seats.send_guest(work.tx, seat, guest, actor=actor, now=work.now)
    return await seating.get(work, seat.id)


async def comes_itself(work: Work, seat: Seat, actor: int | None, why: str = "") -> Seat:
    """A household said that it comes: whoever it had named to come in its place does not."""
    seat = await comes(work, seat, actor, why)
    if seat.guest and seat.state is State.ACCEPTED:
        await seats.send_guest(work.tx, seat, "", actor=actor, now=work.now)
    return await seating.get(work, seat.id)


async def comes(work: Work, seat: Seat, actor: int | None, why: str = "") -> Seat:
    """A household said that it comes; returns where it stands now."""
    session, seat = await _locked(work, seat)
    match seat.state:
        case State.OFFERED:
            after = State.ACCEPTED
        case State.ACCEPTED | State.CAME:
            return seat
        case State.DECLINED | State.LAPSED | State.ABSENT:
            after = await _late(work, session, seat)
        case _:
            raise await _nothing_offered(work, session, seat)
    step = Step(move=Move.ACCEPT, after=after, why=why)
    await seats.move(work.tx, seat, step, actor, work.now)
    await reach.answered(work, seat, actor)
    return await seating.get(work, seat.id)


async def _nothing_offered(work: Work, session: Session, seat: Seat) -> Refused:
    """What a household hears that answers an old offer: where it stands, and what comes next."""
    if await told(work, seat) is State.WAITING:
        return Refused("seat-waits", session=session.name, then=then(work, session))
    return Refused("seat-not-offered", session=session.name)


def then(work: Work, session: Session) -> str:
    """What comes next for who waits: ``asked`` when a seat is free, or later at the ``door``."""
    return "asked" if times(work, session).due(work.now) else "door"


async def _late(work: Work, session: Session, seat: Seat) -> State:
    """A late yes gets a free seat only if nobody waits, for they would be passed over."""
    state = await filling(work, session)
    group = next((one for one in session.seat_groups if one.id == seat.group), None)
    free = group is not None and state.has_room(group) and not state.waiting
    return State.ACCEPTED if free else State.WAITING


async def comes_not(
    work: Work, seat: Seat, actor: int | None, why: str = "", *, also_off: bool = False
) -> Seat:
    """A household said that it does not come; whoever is next is offered its seat.

    Refused where the session is off, but for a household that leaves altogether (``also_off``).
    """
    session, seat = await _locked(work, seat, also_off=also_off)
    if seat.state in GONE:
        return seat
    if seat.state is State.CAME:
        raise Refused("seat-came-already")
    step = Step(move=Move.DECLINE, after=State.DECLINED, why=why)
    await seats.move(work.tx, seat, step, actor, work.now)
    await reach.answered(work, seat, actor)
    if seat.state in TAKING:
        await fill(work, session, (seat.group, seat.ward))
    return await seating.get(work, seat.id)


async def _locked(work: Work, seat: Seat, *, also_off: bool = False) -> tuple[Session, Seat]:
    """First lock, then look: the seat as it is now, and nobody else moves it before the commit."""
    session = seating.session_of(work, seat.session)
    if session.is_cancelled and not also_off:
        raise Refused("session-cancelled")
    if session.phase(work.now) is Phase.AFTER:
        raise Refused("session-over")
    await seats.lock(work.tx, seat.session)
    return session, await seating.get(work, seat.id)


# ── what time brings ─────────────────────────────────────────────────────────────────────────


async def lapse(work: Work) -> int:
    """End offers in chat that were not answered in time; their seats go on. Returns how many."""
    due = await seats.lapsed(work.tx, work.now)
    if not due:
        return 0
    number = due[0].session
    await seats.lock(work.tx, number)
    over = [one for one in await seats.lapsed(work.tx, work.now) if one.session == number]
    return sum([await _lapse(work, seat) for seat in over])


async def _lapse(work: Work, seat: Seat) -> bool:
    step = Step(move=Move.LAPSE, after=State.LAPSED)
    if await seats.move(work.tx, seat, step, None, work.now):
        await _pass_on(work, seat)
        return True
    return False


async def _pass_on(work: Work, seat: Seat) -> None:
    """Tell the household kindly, and offer its seat to the next."""
    session = work.programme.session(seat.session)
    if session is None or session.phase(work.now) is not Phase.BEFORE:
        return
    person = await households.speaker(work, seat.household)
    if person:
        await reach.tell_home(
            work,
            seat,
            person,
            "seat-lapsed",
            [[Button("seat-yes-button", "seatyes", seat.id)]],
            session=session.name,
        )
    await fill(work, session, (seat.group, seat.ward))


async def release(work: Work) -> int:
    """At the cut-off, free the seats that a group does not use for the others.

    Returns how many sessions came to it: one at a time.
    """
    for session in work.programme.sessions:
        plan = await seat_plans.get(work.tx, session.number)
        if plan is None or not plan.is_signed or plan.released_at:
            continue
        if work.now >= times(work, session).cut_off and session.phase(work.now) is Phase.BEFORE:
            await seats.lock(work.tx, session.number)
            if await seat_plans.release(work.tx, session.number, work.now):
                await fill(work, session)
                return 1
    return 0
