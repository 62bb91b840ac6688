"""Dispatches go out: agency by agency, on their date or by an organiser's word, each once.

A round is a row. A tick takes it through the agencies, one in a transaction, so it goes on where it
was whenever the program dies; the files are drawn by jobs (``dispatch_papers``).
"""

from datetime import timedelta

from bot.domain import access
from bot.domain.agencies import WARD_KIND, Queue
from bot.domain.dispatches import MOST_ROWS, UNANSWERED, Dispatch, after_session, weekly
from bot.domain.errors import Refused
from bot.domain.people import Person, Role
from bot.domain.questions import Sensitive, Status
from bot.domain.sessions import Phase, Session
from bot.services.dispatches import dispatch_papers
from bot.voice import Button
from bot.work import Work
from storage import dispatches, people
from storage.dispatches import Round, Sent

#: A session that has been over for longer is summed up by hand, if at all.
_TOO_LATE = timedelta(days=7)

#: Whoever sends sheets again within this time is asked first: agencies have them in their hands.
LATELY = timedelta(hours=12)


async def begin_due(work: Work) -> int:
    """Begin the rounds whose date has come; returns how many. Each begins once."""
    begun = 0
    for name, session in _due(work):
        if not await dispatches.is_begun(work.tx, name):
            begun += await dispatches.begin_round(
                work.tx, name, session=session, by=None, now=work.now
            )
    return begun


def _due(work: Work) -> list[tuple[str, int]]:
    """What is to go out now by its date: (name of the round, session)."""
    programme, rules = work.programme, work.programme.dispatch
    found = [
        (f"session {one.number} {one.starts_at.date()}", one.number)
        for one in programme.sessions
        if _is_due(work, one)
    ]
    day = weekly(work.local, rules, programme.calendar)
    return [*found, (f"week {day}", 0)] if day else found


def _is_due(work: Work, session: Session) -> bool:
    if session.phase(work.now) is not Phase.AFTER:
        return False
    run = session.run
    if run and run.closed_at and not run.settled_at:
        return False  # its questions are still being handed over
    closed_at = run.closed_at if run and run.closed_at else session.ends_at
    due = after_session(closed_at, work.programme.dispatch, work.programme.calendar)
    return due <= work.now < due + _TOO_LATE


async def order(work: Work, person: Person, session: int, *, known: int = 0) -> Sent | None:
    """An organiser has the dispatches made now: of one session, or (0) of whatever is open.

    Where some went out lately nothing is made, and what went out is returned, unless ``known`` is
    the newest of them: then they are to go out again. Raises Refused for others, and while a round
    of the same is not through; of two orders at once one begins it.
    """
    access.must_plan(person)
    if session and work.programme.session(session) is None:
        raise Refused("session-unknown")
    before, is_open = await dispatches.newest_round(work.tx, session)
    if is_open:
        raise Refused("dispatch-being-made")
    sent = await dispatches.sent_since(work.tx, session, work.now - LATELY)
    if sent and sent.last != known:
        return sent
    name = f"by hand {session} after {before}"
    if not await dispatches.begin_round(work.tx, name, session=session, by=person.id, now=work.now):
        raise Refused("dispatch-being-made")
    return None


async def waiting(work: Work, person: Person, session: int) -> list[tuple[Queue, int]]:
    """How many questions each agency's sheet would hold, for organisers. Raises Refused."""
    access.must_plan(person)
    found = []
    for queue in queues(work):
        many = await dispatches.count(work.tx, queue, UNANSWERED, tuple(access.ON_PAPER), session)
        if many:
            found.append((queue, many))
    return found


def queues(work: Work) -> list[Queue]:
    """All queues that may have something to answer, dissolved ones too, by name."""
    offices = [Queue(one.id) for one in work.programme.agencies if one.id != WARD_KIND]
    wards = [Queue(WARD_KIND, one.id) for one in work.programme.wards]
    return sorted(offices + wards, key=str)


async def step(work: Work) -> int:
    """Make the next sheet of a round; 0 where there is none to make."""
    found = await dispatches.open_round(work.tx)
    if found is None:
        return 0
    left = [one for one in queues(work) if str(one) > found.reached]
    for queue in left:
        made = await make(work, queue, found.session, by=found.made_by, round_=found.id)
        if made:
            if not await dispatches.reach(work.tx, found, queue):
                raise AssertionError("two at one round")
            await dispatch_papers.send(work, made)
            return 1
    if await dispatches.end_round(work.tx, found, work.now):
        await _tell_end(work, found)
    return 1


async def make(
    work: Work, queue: Queue, session: int, *, by: int | None, round_: int = 0
) -> Dispatch | None:
    """Write down a sheet of what a queue has not answered; None where that is nothing."""
    on_paper = tuple(access.ON_PAPER)
    asked = await dispatches.unanswered(work.tx, queue, on_paper, session, MOST_ROWS + 1)
    if not asked:
        return None
    apart = tuple(frozenset(Sensitive) - access.ON_PAPER)
    sheet = Dispatch(
        id=0,
        year=work.local.year,
        number=0,
        queue=queue,
        session=session,
        apart=await dispatches.count(
            work.tx, queue, (*UNANSWERED, Status.ASKED_BACK), apart, session
        ),
        asked_back=await dispatches.count(work.tx, queue, (Status.ASKED_BACK,), on_paper, session),
        more=len(asked) > MOST_ROWS,
        made_at=work.now,
        made_by=by,
    )
    rows = [one.id for one in asked[:MOST_ROWS]]  # the head of a cluster stands for all of it
    return await dispatches.put(work.tx, sheet, rows, round_=round_)


async def _tell_end(work: Work, found: Round) -> None:
    """The requester, or every organiser, hears what went out; if nothing did, only a requester."""
    made = await dispatches.of_round(work.tx, found)
    asked = await people.get(work.tx, found.made_by) if found.made_by else None
    if not made and asked is None:
        return
    receivers = [asked] if asked else await people.holding(work.tx, Role.ORGANISER, "")
    lines = [await _line(work, one) for one in made]
    buttons = [
        [Button("dispatch-file-button", "dispatchfile", one.id, {"label": one.label})]
        for one in made
    ]
    for person in receivers:
        if made:
            await work.tell(person, "dispatch-made", buttons, sheets="\n".join(lines))
        else:
            await work.tell(person, "dispatch-nothing-open")


async def _line(work: Work, one: Dispatch) -> str:
    rows = await dispatches.rows(work.tx, one.id)
    name = work.programme.queue_name(one.queue)
    return f"- {one.label} {name}: {len(rows)}"


async def of(work: Work, person: Person, dispatch: int) -> Dispatch:
    """A sheet. Raises Refused for people who may not read it."""
    found = await dispatches.get(work.tx, dispatch)
    if found is None:
        raise Refused("dispatch-gone")
    access.must_have_sheet(person, found.queue)
    return found
