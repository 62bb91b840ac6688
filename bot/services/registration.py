"""Signing up for a dialogue in chat: a household, and its place on the list of a session."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.households import Consent, Household, HouseholdFacts, Relation, Source
from bot.domain.people import Person
from bot.domain.seats import GONE, Move, Seat, State, as_told
from bot.domain.sessions import Phase, SeatGroup, Session
from bot.services import households as homes
from bot.services import namesakes, offers, seating
from bot.work import Work
from storage import households, people, seat_plans, seats
from storage.households import Bond

#: Those whose seats a person sees as their own.
_AT_HOME = frozenset({Relation.SELF, Relation.FAMILY})


#: One that is off may get another day.
_TO_COME = frozenset({Phase.BEFORE, Phase.CANCELLED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a household stands with a session, as it may know: plans are told when signed."""

    session: Session
    seat: Seat
    told: State  #: LISTED, WAITING, OFFERED, ACCEPTED or CAME


def open_session(work: Work, ward: str) -> Session:
    """The coming session of a ward. Raises Refused if there is none."""
    for session in sorted(work.programme.sessions, key=lambda one: one.starts_at):
        if ward in session.wards and session.phase(work.now) is Phase.BEFORE:
            return session
    off = next((one for one in work.programme.sessions if _was_called_off(one, ward, work)), None)
    if off:
        raise Refused("session-cancelled-for-ward", session=off.name, why=off.reason or "none")
    raise Refused("no-session-for-ward")


def _was_called_off(session: Session, ward: str, work: Work) -> bool:
    return session.is_cancelled and ward in session.wards and work.now < session.starts_at


async def mine(work: Work, person: Person) -> list[Place]:
    """The sessions that are on, on whose lists the households of the person stand."""
    return [
        place
        async for place in _places(work, person)
        if place.seat.state not in GONE and not place.session.is_cancelled
    ]


async def _places(work: Work, person: Person) -> AsyncIterator[Place]:
    for bond in await households.bonds_of(work.tx, person.id):
        if bond.relation in _AT_HOME:
            for seat in await seats.of_household(work.tx, bond.household):
                if session := work.programme.session(seat.session):
                    yield await _place(work, session, seat)


async def _place(work: Work, session: Session, seat: Seat) -> Place:
    plan = await seat_plans.get(work.tx, session.number)
    told = as_told(seat.state, is_signed=bool(plan and plan.is_signed))
    return Place(session=session, seat=seat, told=told)


async def must_be_new(work: Work, person: Person) -> None:
    """Raises Refused if the person is on the list of the coming session, or there is none."""
    session = open_session(work, person.ward)
    if any(one.session.number == session.number for one in await mine(work, person)):
        raise Refused("signed-up-already", session=session.name)


def read_phone(text: str) -> str:
    """A Vietnamese phone number as ten digits, from how people write it. Raises Refused."""
    digits = "".join(letter for letter in text if letter.isdigit())
    if digits.startswith("84") and len(digits) == 11:
        digits = f"0{digits[2:]}"
    if len(digits) != 10 or not digits.startswith("0"):
        raise Refused("phone-unclear")
    return digits


async def known_phone(work: Work, person: Person) -> str:
    """The phone the person gave before; empty if they never did."""
    facts = await people.facts(work.tx, person.id, reader=person.id, why="own data", now=work.now)
    return facts.phone


async def known_category(work: Work, person: Person) -> str:
    """The category of the person's own household, as far as it is known; empty if not."""
    home = await homes.own(work, person)
    return (await households.own_facts(work.tx, home.id)).category if home else ""


async def sign_up(work: Work, person: Person, *, category: str, phone: str) -> Place:
    """Put the person's household on the list of the coming session; nothing is decided by that.

    Where the plan of the session is signed already, it waits at its rank, or sits if a seat is
    free. What nobody asks in chat, sex and ethnicity, the ward completes; until then it does not
    count. Raises Refused if the household is on the list already.
    """
    access.must_consent(person)
    session = open_session(work, person.ward)
    group = session.group_of(category)
    if group is None:
        raise Refused("category-unknown")
    home = await _home(work, person, HouseholdFacts(category=category, phone=phone))
    await people.keep_phone(work.tx, person.id, phone, work.now)
    seat = await _listed(work, person, session, group, home)
    plan = await seat_plans.get(work.tx, session.number)
    if plan and plan.is_signed:
        await seats.lock(work.tx, session.number)
        await seating.join(work, session, seat)
        await offers.take_if_free(work, session, seat)
    return await _place(work, session, await seating.get(work, seat.id))


async def _home(work: Work, person: Person, facts: HouseholdFacts) -> Household:
    """The household in which the person lives: found, or made; a ward's list is not changed."""
    home = await homes.own(work, person)
    if home is None:
        return await _new_home(work, person, facts)
    if home.source is Source.CHAT:
        home = replace(home, name=person.name, ward=person.ward, hamlet=person.hamlet)
        await households.save(work.tx, home, work.now)
        await households.keep_facts(work.tx, home.id, facts, work.now)
    return home


async def _new_home(work: Work, person: Person, facts: HouseholdFacts) -> Household:
    unknown = Household(
        id=0, name=person.name, ward=person.ward, hamlet=person.hamlet, source=Source.CHAT
    )
    home = await households.make(work.tx, unknown, facts, work.now)
    bond = Bond(household=home.id, person=person.id, relation=Relation.SELF, consent=Consent.CHAT)
    await households.bind(work.tx, bond, person.id, work.now)
    await namesakes.ask(work, home)
    return home


async def _listed(
    work: Work, person: Person, session: Session, group: SeatGroup, home: Household
) -> Seat:
    """On the list, also again after having left it. Raises Refused for one that is there."""
    wanted = Seat(
        id=0,
        session=session.number,
        household=home.id,
        group=group.id,
        ward=home.ward,
        state=State.LISTED,
    )
    made = await seats.enlist(work.tx, wanted, work.now)
    if made is None:
        there = await seats.of(work.tx, session.number, home.id)
        assert there is not None
        again = replace(wanted, id=there.id, state=there.state)
        if not await seats.relist(work.tx, again, actor=person.id, now=work.now):
            raise Refused("signed-up-already", session=session.name)
    seat = await seats.of(work.tx, session.number, home.id)
    assert seat is not None
    if made is not None:
        await seats.note(
            work.tx, seat, Move.ENLIST, State.LISTED, actor=person.id, now=work.now, why="chat"
        )
    return seat


async def leave(work: Work, person: Person, number: int) -> Session:
    """Leave the list, the waiting list or the seat; a seat goes on to whoever is next."""
    session = work.programme.session(number)
    if session and session.is_cancelled:
        raise Refused("session-cancelled")
    for place in await mine(work, person):
        if place.session.number == number:
            await offers.comes_not(work, place.seat, person.id)
            return place.session
    raise Refused("not-signed-up")


async def forget(work: Work, person: Person) -> None:
    """The person is to be erased: so is the household that they signed up themselves.

    One from a ward's list stays on it, without them; what it was offered it has on paper then.
    """
    for bond in await households.bonds_of(work.tx, person.id):
        home = await households.get(work.tx, bond.household)
        if home and home.source is Source.CHAT and bond.relation is Relation.SELF:
            await _give_up_all(work, person, home)
            await households.erase(work.tx, home.id, work.now)
        else:
            await households.unbind(work.tx, bond, work.now)
            await seats.to_paper(work.tx, bond.household)


async def _give_up_all(work: Work, person: Person, home: Household) -> None:
    for seat in await seats.of_household(work.tx, home.id):
        session = work.programme.session(seat.session)
        may_come = session is not None and session.phase(work.now) in _TO_COME
        if may_come and seat.state not in GONE:
            await offers.comes_not(work, seat, person.id, also_off=True)
