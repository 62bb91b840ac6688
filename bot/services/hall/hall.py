"""In the hall: who came, and who may sit on a seat that is free."""

from datetime import datetime

from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.seat_flow import AtTheDoor, at_the_door
from bot.domain.seats import EXPECTED, Listed, Move, Seat, State
from bot.domain.sessions import SeatGroup, Session
from bot.services.people import households
from bot.services.seats import offers, seating
from bot.work import Work
from storage import check_ins, seats
from storage import households as homes
from storage.seats import Step

#: States in which a seat waits for its household.


async def check_in(
    work: Work, clerk: Person, number: int, household: int, at: datetime | None = None
) -> Seat:
    """A household with a seat has come, ``at`` by the device that was held to it.

    The same household a second time changes nothing; the first time stays. Raises Refused for one
    without a seat: see ``walk_in``.
    """
    _, seat = await _looked(work, clerk, number, household)
    if seat and seat.state is State.CAME:
        return seat
    if seat is None or seat.state not in EXPECTED:
        raise Refused("no-seat-yet")
    await seats.come(work.tx, seat, seat.group, at=at or work.now, by=clerk.id, now=work.now)
    return await seating.get(work, seat.id)


async def walk_in(
    work: Work, clerk: Person, number: int, household: int, at: datetime | None = None
) -> Seat:
    """A household without a seat has come: it sits if one is free that it may have.

    Whoever had an offer, or waits, may have it at once; others when the session has begun. A while
    after that a seat whose household has not come is free, too. Raises Refused with the reason.
    """
    session, seat = await _looked(work, clerk, number, household)
    if seat and (seat.state is State.CAME or seat.state in EXPECTED):
        return await check_in(work, clerk, number, household, at)
    group = await _group(work, clerk, session, household, seat)
    took = await _must_fit(work, clerk, session, group, seat)
    seat = seat or await _enlist(work, session, household, group)
    await seats.come(
        work.tx, seat, group.id, at=at or work.now, by=clerk.id, now=work.now, why="walked in"
    )
    await check_ins.takes(work.tx, seat.id, took)
    return await seating.get(work, seat.id)


async def _looked(
    work: Work, clerk: Person, number: int, household: int
) -> tuple[Session, Seat | None]:
    """First lock, then look."""
    access.must_check_in(clerk, number)
    session = seating.session_of(work, number)
    if session.is_cancelled:
        raise Refused("door-cancelled")
    await seats.lock(work.tx, number)
    return session, await seats.of(work.tx, number, household)


async def _group(
    work: Work, clerk: Person, session: Session, household: int, seat: Seat | None
) -> SeatGroup:
    """The seat group of a household: where it stands already, else by its category."""
    stands = next((one for one in session.seat_groups if seat and one.id == seat.group), None)
    group = stands or session.group_of(await _category(work, clerk, household))
    if group is None:
        raise Refused("category-unknown")
    return group


async def _category(work: Work, clerk: Person, household: int) -> str:
    facts = await homes.facts(work.tx, [household], reader=clerk.id, why="walked in", now=work.now)
    return facts[household].category if household in facts else ""


async def _must_fit(
    work: Work, clerk: Person, session: Session, group: SeatGroup, seat: Seat | None
) -> int | None:
    """Raises Refused where no seat is free; one kept too long for somebody is given up: which."""
    has_begun = work.now >= session.starts_at
    state = seat.state if seat else None
    said = at_the_door(await offers.filling(work, session), group, state, has_begun=has_begun)
    late = offers.times(work, session).seat_is_free_again(work.now)
    if said is AtTheDoor.FULL and late and (missed := await _not_there(work, session, group)):
        why = "not there when the session had begun"
        step = Step(move=Move.MISS, after=State.ABSENT, why=why)
        await seats.move(work.tx, missed, step, clerk.id, work.now)
        return missed.id
    if said is not AtTheDoor.SITS:
        raise Refused(f"door-{said.value}", session=session.name)
    return None


async def give_back(work: Work, clerk: Person, seat_id: int) -> None:
    """This seat was given by mistake: it is kept again for the household that was not there.

    If they came meanwhile on a seat that was somebody else's, that one goes back instead.
    """
    lost = await seating.get(work, seat_id)
    if lost.state is State.ABSENT:
        await _keep_again(work, clerk, lost)
    elif next_lost := await check_ins.took(work.tx, lost.id):
        await check_ins.takes(work.tx, lost.id, None)
        await give_back(work, clerk, next_lost)


async def _keep_again(work: Work, clerk: Person, lost: Seat) -> None:
    missed = [one for one in await seats.history(work.tx, lost.id) if one.move is Move.MISS]
    step = Step(move=Move.UNDO, after=missed[-1].before, why="the seat was not needed after all")
    await seats.move(work.tx, lost, step, clerk.id, work.now)


async def _not_there(work: Work, session: Session, group: SeatGroup) -> Seat | None:
    """Whose seat may be given away: one of the same group first."""
    own = [group, *(one for one in session.seat_groups if one is not group)]
    released = (await offers.filling(work, session)).released
    for one in own if released else [group]:
        if seat := await seats.not_there(work.tx, session.number, one.id):
            return seat
    return None


async def _enlist(work: Work, session: Session, household: int, group: SeatGroup) -> Seat:
    home = await households.get(work, household)
    seat = Seat(
        id=0,
        session=session.number,
        household=household,
        group=group.id,
        ward=home.ward,
        state=State.LISTED,
        listed=Listed.NONE,
    )
    await seats.enlist(work.tx, seat, work.now)
    made = await seats.of(work.tx, session.number, household)
    assert made is not None
    return made
