"""Keys to the check-in page: a personal link from the bot opens it on one device.

A link is good once and for ten minutes. Its key is good for a day at most, for one session, and
only as long as the person holds the role: that is looked at with every page and every form.
"""

import secrets
from datetime import datetime, timedelta

from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.sessions import Session
from bot.domain.values import dataclass
from bot.services.seats import phases, seating
from bot.work import Work
from storage import audit, door_keys, people
from storage.door_keys import DoorKey

#: How long a link waits to be opened.
LINK = timedelta(minutes=10)

#: How long a device keeps the page; and how long after the session lists may still be mended.
KEY, AFTER = timedelta(hours=24), timedelta(hours=12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clerk:
    """Somebody at the door, on one device."""

    person: Person
    session: Session
    key: DoorKey


async def link(work: Work, person: Person, number: int) -> str:
    """The address of a page that opens the list of a session on the device where it is opened."""
    session = seating.session_of(work, number)
    access.must_check_in(person, number)
    phases.must_be_on(session)
    if work.now >= session.ends_at + AFTER:
        raise Refused("session-over")
    code = secrets.token_urlsafe(24)
    await door_keys.make(
        work.tx,
        code,
        session=number,
        person=person.id,
        now=work.now,
        expires_at=work.now + LINK,
    )
    return f"{work.voice.public_url}/checkin/mo/{code}"


async def look(work: Work, code: str) -> Session:
    """What a link is for; looking never uses it up. Raises Refused for one that is not good."""
    found = await door_keys.linked(work.tx, code, work.now)
    if found is None:
        raise Refused("door-link-old")
    return (await _clerk(work, found)).session


async def open_door(work: Work, code: str) -> tuple[str, Session]:
    """Use a link up: returns what the device keeps as its key. Raises Refused, as above."""
    session = await look(work, code)
    key = secrets.token_urlsafe(32)
    until = min(work.now + KEY, session.ends_at + AFTER)
    if not await door_keys.open(work.tx, code, key, now=work.now, expires_at=until):
        raise Refused("door-link-old")
    found = await door_keys.get(work.tx, key, work.now)
    assert found is not None, "it has just been made"
    subject = f"session:{session.number}"
    await audit.note(
        work.tx, work.now, found.person, "opened_door_list", subject, f"key:{found.id}"
    )
    return key, session


async def clerk(work: Work, key: str, number: int = 0) -> Clerk:
    """Who stands behind a key; ``number`` is the session it has to be for, if not any.

    Raises Refused for a key that is not good, or not good there, or whose role is gone.
    """
    found = await door_keys.get(work.tx, key, work.now) if key else None
    if found is None or number not in (0, found.session):
        raise Refused("door-closed")
    return await _clerk(work, found)


async def _clerk(work: Work, key: DoorKey) -> Clerk:
    person = await people.get(work.tx, key.person)
    session = work.programme.session(key.session)
    if person is None or session is None:
        raise Refused("door-closed")
    if session.is_cancelled:
        raise Refused("door-cancelled")
    try:
        access.must_check_in(person, key.session)
    except Refused:
        raise Refused("door-closed") from None
    return Clerk(person=person, session=session, key=key)


async def sign_out(work: Work, who: Clerk) -> None:
    """The device no longer opens anything."""
    await door_keys.end(work.tx, who.key, work.now)


def until(who: Clerk) -> datetime:
    """When the device forgets the list by itself."""
    return who.key.expires_at
