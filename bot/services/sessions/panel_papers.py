"""The panel's papers by themselves: the questions of its topics, and the running order.

Each office that is invited gets what was asked it so far, without names: with the invitation, and
once more on the working day before. Clerks and organisers get the running order that day. Drawing
is slow work; a row says what was put on its way, so a restart sends nothing twice.
"""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from bot.domain import access, panel
from bot.domain.agencies import Queue
from bot.domain.errors import Refused
from bot.domain.files import File
from bot.domain.jobs import JobKind
from bot.domain.panel import Round
from bot.domain.people import Person, Role
from bot.domain.sessions import Phase, Session
from bot.services import slow
from bot.services.files.drawn import of_session
from bot.services.seats import phases
from bot.services.seats.seating import session_of
from bot.services.sessions import paper_reading, papers
from bot.services.sessions.paper_reading import Reading
from bot.services.sessions.papers import Made, Paper
from bot.services.slow import Ending, Task
from bot.work import Work
from storage import addresses, files, panel_papers, people
from storage import panel as places

#: How long a paper can be opened: longer than from the invitation to the session.
_KEPT = timedelta(days=14)

#: The queue that stands for the running order.
_ORDER = ""


async def order_due(work: Work) -> int:
    """Put the papers on their way whose time has come; returns how many. Not at night."""
    if work.end_of_quiet(work.now):
        return 0
    for session in work.programme.sessions:
        turn = _round(work, session)
        if turn and (many := await _order(work, session, turn)):
            return many
    return 0


def _round(work: Work, session: Session) -> Round | None:
    if session.phase(work.now) is not Phase.BEFORE:
        return None
    if work.now >= panel.eve(session, work.programme.calendar):
        return Round.EVE
    is_time = work.now >= panel.invite_from(session, work.programme.calendar)
    return Round.INVITED if is_time else None


async def _order(work: Work, session: Session, turn: Round) -> int:
    invited = [str(one) for one in await places.of(work.tx, session.number)]
    day = session.starts_at.astimezone(work.programme.zone).date()
    put = 0
    for queue in [*invited, *([_ORDER] if turn is Round.EVE else [])]:
        address = await _address(work, session.number, queue)
        if address and await panel_papers.put(work.tx, session.number, queue, turn, day, work.now):
            await _put(work, session.number, queue, turn, address)
            put += 1
    return put


async def send_now(work: Work, person: Person, number: int) -> int:
    """All of them at once, because an organiser says so; returns to how many offices.

    Raises Refused once the session has begun, or is off.
    """
    access.must_plan(person)
    session = session_of(work, number)
    phases.must_be_on(session)
    if session.phase(work.now) is not Phase.BEFORE:
        raise Refused("session-begun", session=session.name)
    put = 0
    for queue in [*map(str, panel.who_sits(work.programme, session)), _ORDER]:
        if address := await _address(work, number, queue):
            await _put(work, number, queue, Round.EVE, address)
            put += queue != _ORDER
    return put


async def _address(work: Work, number: int, queue: str) -> str:
    """A chat that hears if a paper cannot be made; empty if nobody can be reached."""
    for person in await _receivers(work, number, queue):
        if not person.muted_at and (found := await addresses.of_person(work.tx, person.id)):
            return found[0].address
    return ""


async def _receivers(work: Work, number: int, queue: str) -> Sequence[Person]:
    """The heads of an office; the running order is for whoever runs the session."""
    if queue != _ORDER:
        return await people.holding(work.tx, Role.HEAD, queue)
    clerks = await people.holding(work.tx, Role.CLERK, str(number))
    organisers = await people.holding(work.tx, Role.ORGANISER, "")
    return list({one.id: one for one in (*clerks, *organisers)}.values())


async def _put(work: Work, number: int, queue: str, turn: Round, address: str) -> None:
    given: dict[str, Any] = {"session": number, "queue": queue, "round": turn.value}
    await slow.put(work, JobKind.PANEL_PAPER, address, **given)


# ── the slow part ────────────────────────────────────────────────────────────────────────────


async def draw(task: Task) -> Ending:
    """Make one paper, and tell it to everybody it is for. Nothing of a session that is off."""
    number, queue = int(task.given["session"]), str(task.given["queue"])
    turn = Round(task.given["round"])
    async with task.works.look() as work:
        session = work.programme.session(number)
        if session is None or session.is_cancelled:
            return _nothing
        many = await _many(work, session, queue)
    if queue != _ORDER and not many:
        return _nothing if turn is Round.INVITED else _telling(number, queue, turn, 0, None)
    kind = Paper.PACK if queue != _ORDER else Paper.RUNNING_ORDER
    made = await papers.make(task.works, number, kind, reader=None, agency=queue)
    return _telling(number, queue, turn, many, made)


async def _nothing(_work: Work) -> str:
    return ""


async def _many(work: Work, session: Session, queue: str) -> int:
    if queue == _ORDER:
        return 0
    reading = Reading(work, session, None, None)
    asked = await paper_reading.asked_before(reading)
    return len(paper_reading.of_office(asked, Queue.parse(queue)))


def _telling(number: int, queue: str, turn: Round, many: int, made: Made | None) -> Ending:
    async def ending(work: Work) -> str:
        session = session_of(work, number)
        for person in await _receivers(work, number, queue):
            file = await _kept(work, number, made, person) if made else None
            at = work.moment(person.language, session.starts_at)
            if queue == _ORDER:
                await work.tell(person, "panel-order", enclosed=file, session=session.name, at=at)
                continue
            await work.tell(
                person,
                "panel-pack",
                enclosed=file,
                session=session.name,
                at=at,
                office=work.programme.queue_name(Queue.parse(queue)),
                round=turn.value,
                many=many,
            )
        return ""

    return ending


async def _kept(work: Work, number: int, made: Made, person: Person) -> File:
    return await files.keep(
        work.tx,
        made.name,
        made.content,
        now=work.now,
        for_how_long=_KEPT,
        person=person.id,
        address=of_session(number),
    )
