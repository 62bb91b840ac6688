"""Changing the programme in force: a new version of it, made from the newest one.

The database is authoritative: a change starts from what it holds, and of two changes at once one
is first.
"""

from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.programme import Programme
from bot.domain.programme_json import programme_from_json, programme_to_json
from bot.domain.session_news import Details
from bot.domain.sessions import Session
from bot.services.seats import phases
from bot.services.sessions import seasons
from bot.understanding import masking
from bot.work import Work, Works
from storage import audit, programmes, session_news, session_runs
from storage.database import Tx

#: The longest reason for calling a session off, in characters: every list shows it.
LONGEST_REASON = 120


def read(version: int, text: str, *, askers_hear: str, slot_grace_minutes: int) -> Programme:
    """A stored programme with what the settings rule."""
    return replace(
        programme_from_json(text),
        version=version,
        askers_hear=askers_hear,
        slot_grace_minutes=slot_grace_minutes,
    )


async def refresh(works: Works) -> None:
    """Put in force here what another process changed, with the sessions that were opened since."""
    async with works.database.reading() as tx:
        fresh = await _newer(tx, works.programme)
    if fresh:
        await works.cache.prepare(works.today, fresh)
        works.cache.put(fresh)
    await phases.refresh(works)


async def newest(work: Work) -> Programme:
    """The programme in force, also where another process changed it a moment ago."""
    return await _newer(work.tx, work.programme) or work.programme


async def _newer(tx: Tx, known: Programme) -> Programme | None:
    if await programmes.version(tx) == known.version:
        return None
    found = await programmes.newest(tx)
    if found is None or found[0] <= known.version:
        return None
    hear, grace = known.askers_hear, known.slot_grace_minutes
    return read(*found, askers_hear=hear, slot_grace_minutes=grace).with_runs(
        await session_runs.all_(tx)
    )


async def put(work: Work, changed: Programme, by: int | None) -> Programme:
    """Put ``changed`` in force after what is in force now; here at once, elsewhere in seconds.

    Raises Refused if somebody else was first: it was made from a version no longer in force.
    """
    before = await newest(work)
    fresh = replace(changed, version=before.version + 1)
    if not await programmes.put(
        work.tx, fresh.version, programme_to_json(fresh), by=by, now=work.now
    ):
        raise Refused("programme-changed")
    for session in before.sessions:
        await session_news.begin(work.tx, session.number, Details.of(session), before.version)
    running = fresh.with_runs(await session_runs.all_(work.tx))
    await seasons.begin(work, running)
    work.tx.after_commit(partial(work.cache.put, running))
    for session in fresh.sessions:
        phases.notify(work, session.number)
    return fresh


async def to_change(work: Work, person: Person, number: int) -> Session:
    """A session that this person may move or call off. Raises Refused, also once it was opened."""
    access.must_plan(person)
    session = (await newest(work)).session(number)
    if session is None:
        raise Refused("session-unknown")
    if session.was_opened:
        raise Refused("session-held", session=session.name)
    return session


async def move(work: Work, person: Person, number: int, starts_at: datetime) -> Session:
    """*Dời buổi*: it begins then, and is as long as it was. One that was called off is on again.

    People are told when an organiser says so (``session_news``). Raises Refused.
    """
    session = await to_change(work, person, number)
    must_be_another_time(work, session, starts_at)
    ends_at = starts_at + (session.ends_at - session.starts_at)
    moved = replace(session, starts_at=starts_at, ends_at=ends_at, cancelled=False, reason="")
    await _put_session(work, person, moved, "moved")
    return moved


def must_be_another_time(work: Work, session: Session, starts_at: datetime) -> None:
    """Raises Refused for a time that is over, and for the one at which it is held anyway."""
    if starts_at <= work.now:
        raise Refused("session-when-past")
    if starts_at == session.starts_at and not session.cancelled:
        raise Refused("session-when-same", session=session.name)


async def cancel(work: Work, person: Person, number: int, reason: str) -> Session:
    """*Hủy buổi*, with a reason that everybody reads. Raises Refused for one that is off."""
    session = await to_change(work, person, number)
    if session.cancelled:
        raise Refused("session-cancelled-office", session=session.name)
    off = replace(session, cancelled=True, reason=read_reason(reason))
    await _put_session(work, person, off, "cancelled")
    return off


def read_reason(typed: str) -> str:
    """A reason as it is kept: one line, no number of a card. Raises Refused for none."""
    reason = " ".join(masking.mask(typed).text.split()).rstrip(".")
    if not 2 <= len(reason) <= LONGEST_REASON:
        raise Refused("session-reason-wrong", most=str(LONGEST_REASON))
    return reason


async def _put_session(work: Work, person: Person, session: Session, what: str) -> None:
    now = await newest(work)
    sessions = tuple(session if one.number == session.number else one for one in now.sessions)
    await put(work, replace(now, sessions=sessions), person.id)
    await audit.note(work.tx, work.now, person.id, what, f"session:{session.number}")
