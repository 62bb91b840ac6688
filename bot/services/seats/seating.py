"""The seat plan: proposed, looked through, changed by hand with a reason, signed off."""

from collections.abc import Iterator, Mapping, Sequence

from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.households import HouseholdFacts
from bot.domain.people import Person
from bot.domain.seat_plan import LAST, Candidate, Placement, plan
from bot.domain.seat_reasons import Code, Reason
from bot.domain.seats import Edit, Move, Seat, State
from bot.domain.sessions import Phase, Session
from bot.services.seats import phases
from bot.work import Work
from storage import households, seat_plans, seats
from storage.seat_plans import Plan, Standing

#: The longest reason that is kept for a change by hand.
LONGEST_WHY = 200


def session_of(work: Work, number: int) -> Session:
    """Raises Refused for a session that is not in the programme."""
    session = work.programme.session(number)
    if session is None:
        raise Refused("session-unknown")
    return session


async def propose(work: Work, person: Person, number: int) -> Plan:
    """Give everybody on the list a place, or a place in the waiting list, each with its reason.

    The same list makes the same plan, and the same plan is no new version of it. What was changed
    by hand stays. Raises Refused once the plan is signed.
    """
    access.must_plan(person)
    session = session_of(work, number)
    phases.must_be_on(session)
    await seats.lock(work.tx, number)
    return await _propose(work, person, session)


async def _propose(work: Work, person: Person, session: Session, *, anew: bool = False) -> Plan:
    before = await seat_plans.get(work.tx, session.number)
    if before and before.is_signed:
        raise Refused("seat-plan-signed")
    changes = await _changes(work, person, session)
    changed = await seat_plans.put(work.tx, changes, person.id, work.now)
    if before and not changed and not anew:
        return before
    await seat_plans.propose(work.tx, session.number, person.id, work.now)
    made = await seat_plans.get(work.tx, session.number)
    assert made is not None
    return made


async def _changes(
    work: Work, person: Person, session: Session
) -> Iterator[tuple[Standing, Placement]]:
    """Whose place the plan changes. What is private is read once for all."""
    standing = await seat_plans.candidates(work.tx, session.number)
    facts = await _facts(work, standing, person.id, f"seat plan of session {session.number}")
    before = {one.household: one for one in standing}
    placed = plan(session, (_candidate(work, session, one, facts) for one in standing))
    pairs = ((before[one.household], one) for one in placed)
    return ((old, new) for old, new in pairs if old.differs(new))


async def _facts(
    work: Work, standing: Sequence[Standing], reader: int | None, why: str
) -> Mapping[int, HouseholdFacts]:
    if not standing:
        return {}
    asked = [one.household for one in standing]
    return await households.facts(work.tx, asked, reader=reader, why=why, now=work.now)


def _candidate(
    work: Work, session: Session, one: Standing, facts: Mapping[int, HouseholdFacts]
) -> Candidate:
    known = facts.get(one.household, HouseholdFacts())
    group = session.group_of(known.category)
    categories = work.programme.categories
    return Candidate(
        household=one.household,
        group=group.id if group else one.group,
        ward=one.ward,
        was_there=one.was_there,
        is_led_by_a_woman=known.is_led_by_a_woman,
        is_minority=known.is_minority,
        need=categories.index(known.category) if known.category in categories else LAST,
        position=one.position,
        edit=one.edit,
    )


async def change(work: Work, person: Person, seat_id: int, edit: Edit, why: str) -> Plan:
    """Put a household in, take it out, move it up, or leave it to its rank again, with a reason.

    Who did so and why is recorded; it survives a new proposal.
    """
    access.must_plan(person)
    seat = await get(work, seat_id)
    words = " ".join(why.split())
    if edit is not Edit.NONE and not words:
        raise Refused("seat-why-missing")
    await seats.lock(work.tx, seat.session)
    plan_now = await seat_plans.get(work.tx, seat.session)
    if plan_now and plan_now.is_signed:
        raise Refused("seat-plan-signed")
    kept = words[:LONGEST_WHY]
    if not await seat_plans.edit(work.tx, seat.id, edit, kept, person.id, work.now):
        raise Refused("seat-settled")
    about = f"{edit.value or 'none'}: {kept}"
    await seats.note(work.tx, seat, Move.EDIT, seat.state, actor=person.id, now=work.now, why=about)
    return await _propose(work, person, session_of(work, seat.session), anew=True)


async def get(work: Work, seat_id: int) -> Seat:
    """Raises Refused for a seat that no longer exists."""
    seat = await seats.get(work.tx, seat_id)
    if seat is None:
        raise Refused("seat-unknown")
    return seat


async def sign_off(work: Work, person: Person, number: int, version: int) -> int:
    """Sign the plan that was looked at; offers go out from now on. Returns how many are invited.

    Raises Refused if it was changed since ``version`` was shown, if it is signed, or too late.
    Households that signed up meanwhile join the waiting list.
    """
    access.must_plan(person)
    session = session_of(work, number)
    phases.must_be_on(session)
    if session.phase(work.now) is not Phase.BEFORE:
        raise Refused("session-begun", session=session.name)
    await seats.lock(work.tx, number)
    now = await seat_plans.get(work.tx, number)
    if now and now.is_signed:
        raise Refused("seat-plan-signed")
    if not await seat_plans.sign(work.tx, number, version, person.id, work.now):
        raise Refused("seat-plan-changed")
    taken = await seats.taken(work.tx, number)
    return sum(taken.values())


async def join_late(work: Work) -> int:
    """Households that signed up before a plan was signed, but are not in it, join the waiting list.

    A portion of them; returns how many.
    """
    joined = 0
    for session in work.programme.sessions:
        now = await seat_plans.get(work.tx, session.number)
        if now and now.is_signed and await seat_plans.newcomers(work.tx, session.number):
            await seats.lock(work.tx, session.number)
            for seat in await seat_plans.newcomers(work.tx, session.number):
                await join(work, session, seat)
                joined += 1
    return joined


async def join(work: Work, session: Session, seat: Seat) -> None:
    """Take the place in the waiting list of a signed plan that its rank gives; lock first."""
    line = await seat_plans.waiting_line(work.tx, session.number, seat.group, seat.ward)
    me = await seat_plans.standing(work.tx, seat.id)
    facts = await _facts(work, [*line, me], None, f"waiting list of session {session.number}")
    mine = _candidate(work, session, me, facts).standing
    ahead = sum(
        one.edit is Edit.UP or _candidate(work, session, one, facts).standing < mine for one in line
    )
    rank = await _rank_at(work, seat, line, ahead)
    placed = Placement(
        household=seat.household,
        group=seat.group,
        ward=seat.ward,
        state=State.WAITING,
        rank=rank,
        reasons=(Reason(Code.JOINED), Reason(Code.WAITS, ahead + 1)),
    )
    await seat_plans.put(work.tx, [(me, placed)], None, work.now)


async def _rank_at(work: Work, seat: Seat, line: Sequence[Standing], ahead: int) -> int:
    """The rank of whoever stands behind ``ahead`` others; room is made for it."""
    if ahead == len(line):
        return 1 + await seat_plans.last_rank(work.tx, seat.session, seat.group, seat.ward)
    rank = line[ahead].rank
    await seat_plans.make_room(work.tx, seat.session, seat.group, seat.ward, rank)
    return rank
