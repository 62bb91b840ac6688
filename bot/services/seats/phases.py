"""A session's phase: a clerk opens it and closes it. Everything that asks for a phase follows."""

from functools import partial

from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.questions import Question
from bot.domain.sessions import Phase, Run, Session
from bot.programme_cache import ProgrammeCache
from bot.understanding import masking
from bot.work import Work, Works
from storage import audit, board, session_runs
from storage.database import Tx

#: What is published where something changes in a hall: ``hall 2``.
SIGNAL = "hall"


async def refresh(works: Works) -> None:
    """Lay what was done in the halls, also by other processes, over the programme in force."""
    async with works.database.reading() as tx:
        await lay_over(tx, works.cache)


async def lay_over(tx: Tx, cache: ProgrammeCache) -> None:
    runs = await session_runs.all_(tx)
    if any(one.run != runs.get(one.number) for one in cache.programme.sessions):
        cache.put(cache.programme.with_runs(runs))


def may_run(person: Person, number: int) -> bool:
    return access.may_run(person, number)


def session_of(work: Work, person: Person, number: int) -> Session:
    """A session that this person runs. Raises Refused."""
    access.must_run(person, number)
    session = work.programme.session(number)
    if session is None:
        raise Refused("session-unknown")
    return session


def must_be_on(session: Session) -> None:
    """Raises Refused for officials where a session was called off."""
    if session.is_cancelled:
        raise Refused("session-cancelled-office", session=session.name)


async def run_of(work: Work, number: int) -> Run | None:
    """The run of this session, not one that an earlier session of its number left."""
    session = work.programme.session(number)
    run = await session_runs.get(work.tx, number)
    return run if session and run and run.opened_at >= session.opens_at else None


async def hold(work: Work, person: Person, number: int) -> Session:
    """An open session that this person runs; until the commit nobody else changes its board.

    Raises Refused if it was not opened, or is closed.
    """
    session = session_of(work, person, number)
    run = await session_runs.lock(work.tx, number)
    if run is None or run.opened_at < session.opens_at:
        raise Refused("session-not-open", session=session.name)
    if not run.is_open:
        raise Refused("session-closed-already", session=session.name)
    return session


async def open_(work: Work, person: Person, number: int) -> bool:
    """Open a session; False if somebody has done so. Raises Refused long before its start."""
    session = session_of(work, person, number)
    must_be_on(session)
    if work.now < session.opens_at:
        at = work.moment(person.language, session.starts_at)
        raise Refused("session-too-early", session=session.name, at=at)
    opened = await session_runs.open_(
        work.tx, number, person.id, work.now, earliest=session.opens_at
    )
    if opened:
        await audit.note(work.tx, work.now, person.id, "opened", f"session:{number}")
        await changed(work, number)
    return opened


async def name_chair(work: Work, person: Person, number: int, words: str) -> None:
    """Who is in the chair: name and post, as the minutes write it."""
    run = await _to_write(work, person, number)
    await session_runs.write(work.tx, number, chair=_line(words), conclusions=run.conclusions)


async def conclude(work: Work, person: Person, number: int, words: str) -> None:
    """What the chair concluded, a line each, for the minutes."""
    run = await _to_write(work, person, number)
    lines = [line for line in map(_line, words.splitlines()) if line]
    await session_runs.write(work.tx, number, chair=run.chair, conclusions="\n".join(lines))


async def _to_write(work: Work, person: Person, number: int) -> Run:
    session = session_of(work, person, number)
    await session_runs.lock(work.tx, number)
    run = await run_of(work, number)
    if run is None:
        raise Refused("session-not-open", session=session.name)
    return run


def _line(words: str) -> str:
    return " ".join(masking.mask(words).text.split())


async def changed(work: Work, number: int) -> None:
    """A session was opened or closed: once that is on disk, its phase changes in every process."""
    runs = await session_runs.all_(work.tx)
    work.tx.after_commit(lambda: work.cache.put(work.cache.programme.with_runs(runs)))
    notify(work, number)


def notify(work: Work, number: int) -> None:
    """Something has changed on a session's board: whoever shows it looks again."""
    work.tx.after_commit(partial(work.wakeups.notify, f"{SIGNAL} {number}"))


async def earlier(work: Work, number: int) -> int:
    """The last question that was asked for an earlier session of this number; 0: for none."""
    session = work.programme.session(number)
    return await board.earlier(work.tx, number, session.since) if session else 0


def is_asked_for(work: Work, question: Question, number: int) -> bool:
    """Whether a question belongs to the session of this number as it is held now."""
    session = work.programme.session(number)
    return session is not None and question.session == number and question.asked_at > session.since


def is_running(work: Work, number: int) -> bool:
    session = work.programme.session(number)
    return session is not None and session.phase(work.now) is Phase.DURING
