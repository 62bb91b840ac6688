"""Signing up for a dialogue: one seat a person for now, a plain cap for each seat group."""

from dataclasses import dataclass
from datetime import timedelta

from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.sessions import Phase, Session
from bot.work import Work
from storage import people, registrations
from storage.registrations import SEATED, WAITING, Registration

#: When a person with a seat is reminded of it.
REMIND_BEFORE = timedelta(hours=24)


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """What came of signing up."""

    session: Session
    is_seated: bool  #: False: on the waiting list


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How a session fills: (seat group, seats taken, seats)."""

    session: Session
    groups: tuple[tuple[str, int, int], ...]


async def figures(work: Work, number: int) -> Figures:
    """How the seat groups of a session fill."""
    session = work.programme.session(number)
    if session is None:
        raise Refused("session-unknown")
    groups = [
        (one.name, await registrations.seated(work.tx, number, one.id), one.seats)
        for one in session.seat_groups
    ]
    return Figures(session=session, groups=tuple(groups))


def open_session(work: Work, ward: str) -> Session:
    """The coming session of a ward. Raises Refused if there is none."""
    today = work.now
    for session in sorted(work.programme.sessions, key=lambda one: one.starts_at):
        if ward in session.wards and session.phase(today) is Phase.BEFORE:
            return session
    raise Refused("no-session-for-ward")


async def mine(work: Work, person: Person) -> list[tuple[Session, Registration]]:
    """The sessions the person has signed up for."""
    found = await registrations.all_of(work.tx, person.id)
    pairs = [(work.programme.session(one.session), one) for one in found]
    return [(session, one) for session, one in pairs if session]


async def must_be_new(work: Work, person: Person) -> None:
    """Raises Refused if the person is on the list of the coming session, or there is none."""
    session = open_session(work, person.ward)
    if any(one.number == session.number for one, _ in await mine(work, person)):
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
    """The category the person gave before; empty if they never did."""
    facts = await people.facts(work.tx, person.id, reader=person.id, why="own data", now=work.now)
    return facts.category


async def sign_up(work: Work, person: Person, *, category: str, phone: str) -> Place:
    """Take a seat of the group that the category belongs to, or a place on its waiting list.

    Raises Refused if the person has signed up already. Phone and category go behind the gate.
    """
    access.must_consent(person)
    session = open_session(work, person.ward)
    group = session.group_of(category)
    if group is None:
        raise Refused("category-unknown")
    await registrations.lock_seats(work.tx, session.number, group.id)
    taken = await registrations.seated(work.tx, session.number, group.id)
    state = SEATED if taken < group.seats else WAITING
    if not await _register(work, person, session.number, group.id, state):
        raise Refused("signed-up-already", session=session.name)
    await people.keep_facts(work.tx, person.id, work.now, phone=phone, category=category)
    return Place(session=session, is_seated=state == SEATED)


async def _register(work: Work, person: Person, session: int, seat_group: str, state: str) -> bool:
    return await registrations.make(
        work.tx, person, session=session, group=seat_group, state=state, now=work.now
    )


async def remind(work: Work) -> int:
    """Remind everybody with a seat, once, a day before the session; returns how many."""
    reminded = 0
    for session in work.programme.sessions:
        if timedelta(0) < session.starts_at - work.now <= REMIND_BEFORE:
            for person in await registrations.take_to_remind(work.tx, session.number, work.now):
                await _remind(work, person, session)
                reminded += 1
    return reminded


async def _remind(work: Work, person_id: int, session: Session) -> None:
    person = await people.get(work.tx, person_id)
    if person:
        await work.tell(
            person,
            "told-reminder",
            session=session.name,
            at=work.moment(person.language, session.starts_at),
            place=session.place,
        )


async def leave(work: Work, person: Person, session_number: int) -> Session:
    """Give a seat up; whoever has waited longest for that group gets it and is told."""
    session = work.programme.session(session_number)
    found = await registrations.of(work.tx, person.id, session_number)
    if session is None or found is None:
        raise Refused("not-signed-up")
    await registrations.leave(work.tx, found.id, work.now)
    if found.state == SEATED and session.phase(work.now) is Phase.BEFORE:
        await _seat_next(work, session, found.seat_group)
    return session


async def _seat_next(work: Work, session: Session, seat_group: str) -> None:
    lucky = await people.get(
        work.tx, await registrations.seat_first_waiting(work.tx, session.number, seat_group) or 0
    )
    if lucky:
        await work.tell(
            lucky,
            "told-seat-free",
            session=session.name,
            at=work.moment(lucky.language, session.starts_at),
            place=session.place,
        )
