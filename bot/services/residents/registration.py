"""Signing up for a dialogue in chat: a household, and its place on the list of a session."""

from collections.abc import AsyncIterator
from dataclasses import replace

from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.households import Bond, Consent, Household, HouseholdFacts, Relation, Source
from bot.domain.people import Person
from bot.domain.seats import GONE, Move, Seat, State
from bot.domain.sessions import Phase, SeatGroup, Session
from bot.domain.values import dataclass
from bot.services.people import acting
from bot.services.people import households as homes
from bot.services.reach import reach
from bot.services.residents import erasing, helping, namesakes
from bot.services.seats import offers, seating
from bot.work import Work
from storage import households, people, seat_plans, seats


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
    """The sessions that are on, on whose lists the household in which the person lives stands.

    Those of households that they help stand with each household.
    """
    found = []
    for bond in await households.bonds_of(work.tx, person.id):
        if not bond.is_help:
            found += await of_home(work, bond.household)
    return found


async def of_home(work: Work, household: int) -> list[Place]:
    """The sessions that are on, on whose lists one household stands."""
    return [
        place
        async for place in _places(work, household)
        if place.seat.state not in GONE and not place.session.is_cancelled
    ]


async def speaks_for(work: Work, person: Person) -> list[Place]:
    """The same for every household that the person belongs to or helps."""
    bonds = await households.bonds_of(work.tx, person.id)
    return [place for bond in bonds for place in await of_home(work, bond.household)]


async def _places(work: Work, household: int) -> AsyncIterator[Place]:
    for seat in await seats.of_household(work.tx, household):
        if session := work.programme.session(seat.session):
            yield await _place(work, session, seat)


async def _place(work: Work, session: Session, seat: Seat) -> Place:
    return Place(session=session, seat=seat, told=await offers.told(work, seat))


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
    return await _enlisted(work, person, session, group, home)


async def must_be_new_home(work: Work, home: Household) -> None:
    """Raises Refused if the household is on the list of its coming session, or there is none."""
    session = open_session(work, home.ward)
    if any(one.session.number == session.number for one in await of_home(work, home.id)):
        raise Refused("home-signed-up-already", session=session.name)


async def category_of(work: Work, home: Household) -> str:
    """The category that decides where a household sits; not to be shown. Empty if unknown."""
    return (await households.own_facts(work.tx, home.id)).category


async def sign_up_home(work: Work, person: Person, household: int, category: str = "") -> Place:
    """Put a household that the person helps on the list of its session; see ``sign_up``.

    ``category`` counts only while none is known; a ward's list is not changed.
    """
    home = await acting.home(work, person, household)
    await must_be_new_home(work, home)
    session = open_session(work, home.ward)
    known = await category_of(work, home)
    group = session.group_of(known or category)
    if group is None:
        raise Refused("category-unknown")
    if home.source is Source.CHAT and not known:
        facts = HouseholdFacts(category=category)
        await households.keep_facts(work.tx, home.id, facts, work.now)
    return await _enlisted(work, person, session, group, home)


async def _enlisted(
    work: Work, person: Person, session: Session, group: SeatGroup, home: Household
) -> Place:
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


async def leave(work: Work, person: Person, number: int) -> Place:
    """Leave the list, the waiting list or the seat; a seat goes on to whoever is next.

    Returns where the household stood.
    """
    session = work.programme.session(number)
    if session and session.is_cancelled:
        raise Refused("session-cancelled")
    for place in await mine(work, person):
        if place.session.number == number:
            await offers.comes_not(work, place.seat, person.id)
            return place
    raise Refused("not-signed-up")


async def forget(work: Work, person: Person) -> None:
    """The person is to be erased: so is the household that they signed up themselves.

    One from a ward's list stays on it, without them; what it was offered it has on paper then.
    """
    for bond in await households.bonds_of(work.tx, person.id):
        home = await households.get(work.tx, bond.household)
        if home and home.source is Source.CHAT and not bond.is_help:
            await erasing.erase_household(work, home, person.id)
        else:
            await helping.end(work, bond, by=person.id)
    await reach.leave_all(work, person.id)
