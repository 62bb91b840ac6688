"""Checking in from a device that may have had no network: each thing once, and nothing lost.

What a device tells has a mark of its own. The first to tell a mark does it; told again, from this
device or after a new sign-in, it changes nothing. What cannot be done (a full group, a seat that
went on) is kept open until a person has settled it.
"""

from bot.domain import access
from bot.domain.check_ins import UNDO, CheckIn, Standing, What
from bot.domain.errors import Refused
from bot.domain.households import Household, HouseholdFacts, Source
from bot.domain.seats import Move, Seat, State, guest_name
from bot.services.hall import hall
from bot.services.hall.door_keys import Clerk
from bot.services.seats import seating
from bot.work import Work
from storage import check_ins, households, seats
from storage.check_ins import Told


async def take(work: Work, who: Clerk, told: CheckIn) -> Told:
    """Do what a device tells, unless it is known already; returns what became of it."""
    number = who.session.number
    access.must_check_in(who.person, number)
    claimed = await check_ins.claim(work.tx, number, who.key.id, told, work.now)
    if claimed is not None:
        await _do(work, who, claimed, told)
    found = await check_ins.get(work.tx, number, told.mark)
    assert found is not None, "it was claimed by us, or by somebody before"
    return found


async def _do(work: Work, who: Clerk, claimed: int, told: CheckIn) -> None:
    """A refusal undoes what was half done, and keeps what was told for a person to settle."""
    try:
        async with work.tx.savepoint():
            seat, standing = await _done(work, who, told)
    except Refused as refusal:
        kept = told.seat or None
        await check_ins.put(work.tx, claimed, Standing.OPEN, seat=kept, why=refusal.key)
        return
    await check_ins.put(work.tx, claimed, standing, seat=seat.id if seat else None)
    if seat and seat.state is State.CAME:
        await check_ins.settle_seat(work.tx, seat.id, who.person.id, work.now)


async def _done(work: Work, who: Clerk, told: CheckIn) -> tuple[Seat | None, Standing]:
    if told.what is What.UNDO:
        return await _undo(work, who, told), Standing.DONE
    undone = await check_ins.get(work.tx, who.session.number, undo_of(told.mark))
    if undone is not None:  # it overtook what it takes back
        return None, Standing.UNDONE
    if told.what is What.NEW:
        return await _new(work, who, told), Standing.DONE
    return await _enter(work, who, told), Standing.DONE


async def _enter(work: Work, who: Clerk, told: CheckIn) -> Seat:
    """An earlier check-in stays as it is, even if somebody else is named now."""
    guest = guest_name(told.name) if told.name else ""
    before = await _of_session(work, who, told.seat)
    enter = hall.check_in if told.what is What.CAME else hall.walk_in
    seat = await enter(work, who.person, before.session, before.household, told.at)
    if guest and before.state is not State.CAME:
        await check_ins.name_guest(work.tx, seat, guest, by=who.person.id, now=work.now)
    return seat


async def _of_session(work: Work, who: Clerk, seat_id: int) -> Seat:
    seat = await seating.get(work, seat_id)
    if seat.session != who.session.number:
        raise Refused("seat-unknown")
    return seat


async def _new(work: Work, who: Clerk, told: CheckIn) -> Seat:
    """A household that is on no list: the clerk says who it is, and whether it is poor."""
    name = guest_name(told.name)
    ward = next((one for one in work.programme.wards if one.hamlet(told.hamlet)), None)
    if ward is None or ward.id not in who.session.wards:
        raise Refused("hamlet-unknown")
    home = Household(id=0, name=name, ward=ward.id, hamlet=told.hamlet, source=Source.FLOOR)
    facts = HouseholdFacts(category=told.category)
    home = await households.make(work.tx, home, facts, work.now)
    return await hall.walk_in(work, who.person, who.session.number, home.id, told.at)


# ── taking back, settling ────────────────────────────────────────────────────────────────────


def undo_of(mark: str) -> str:
    """The mark of what takes back the thing of this mark: once, however often it is told."""
    return f"undo {mark}"


async def _undo(work: Work, who: Clerk, told: CheckIn) -> Seat | None:
    """Take a check-in back within a minute of the device that made it.

    A seat that the household took from somebody who was not there is kept for them again.
    """
    before = await check_ins.get(work.tx, who.session.number, told.about)
    if before is None:
        return None
    if told.at - before.device_at > UNDO:
        raise Refused("undo-too-late")
    if before.standing is Standing.DONE and before.seat:
        await seats.lock(work.tx, who.session.number)
        await _take_back(work, who, await seating.get(work, before.seat), before)
    await check_ins.put(work.tx, before.id, Standing.UNDONE, seat=before.seat)
    return None


async def _take_back(work: Work, who: Clerk, seat: Seat, told: Told) -> None:
    """What another device had told before stays: the household is there all the same."""
    came = [one for one in await seats.history(work.tx, seat.id) if one.move is Move.COME]
    if came and came[-1].at == told.at:
        after, taken = came[-1].before, await check_ins.took(work.tx, seat.id)
        await check_ins.take_back(work.tx, seat, after, by=who.person.id, now=work.now)
        if taken:
            await hall.give_back(work, who.person, taken)


async def settle(work: Work, who: Clerk, told_id: int) -> bool:
    """Somebody has seen to what could not be done; False if it was settled already."""
    number, by = who.session.number, who.person.id
    return await check_ins.settle(work.tx, number, told_id, by, work.now)
