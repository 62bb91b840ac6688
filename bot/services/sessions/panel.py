"""The panel of a session: invited in time; each agency says who comes, the organiser sees it."""

from collections.abc import Sequence

from bot.domain import access, panel
from bot.domain.agencies import Queue
from bot.domain.errors import Refused
from bot.domain.panel import Sitting
from bot.domain.people import Person, Role
from bot.domain.sessions import Phase, Session
from bot.services.seats import phases
from bot.services.seats.seating import session_of
from bot.voice import Button, Buttons
from bot.work import Work
from storage import panel as places
from storage import people


async def invite_due(work: Work) -> int:
    """Invite the panels whose time has come, one session at a time; returns how many places.

    Offices with nobody in chat are named to the organisers, who invite them on paper.
    """
    for session in work.programme.sessions:
        if session.phase(work.now) is not Phase.BEFORE:
            continue
        if work.now < panel.invite_from(session, work.programme.calendar):
            continue
        invited = await _invite(work, session)
        if invited:
            return invited
    return 0


async def _invite(work: Work, session: Session) -> int:
    known = await places.of(work.tx, session.number)
    missing = [one for one in panel.who_sits(work.programme, session) if one not in known]
    by_letter = panel.has_letters(work.programme, session)
    unreached = []
    for queue in missing:
        reached = await _tell_heads(work, session, queue)
        await places.invite(work.tx, session.number, queue, reached=reached, now=work.now)
        if not reached and queue in by_letter:
            unreached.append(queue)
    if missing:
        await _tell_organisers(work, session, unreached)
    return len(missing)


async def _tell_heads(work: Work, session: Session, queue: Queue) -> bool:
    heads = await people.holding(work.tx, Role.HEAD, str(queue))
    told = [
        await work.tell(
            head,
            "panel-invitation",
            answers(session, queue),
            office=work.programme.queue_name(queue),
            session=session.name,
            at=work.moment(head.language, session.starts_at),
            place=session.place,
        )
        for head in heads
    ]
    return any(told)


def answers(session: Session, queue: Queue) -> Buttons:
    """*Tôi dự*, *Người khác dự*."""
    argument = f"{session.number}/{queue}"
    return [
        [
            Button("panel-me-button", "panelme", argument),
            Button("panel-other-button", "panelother", argument),
        ]
    ]


async def _tell_organisers(work: Work, session: Session, unreached: Sequence[Queue]) -> None:
    """What is left to do by hand; and that the rule of three working days is not kept."""
    short = panel.is_short(session, work.programme.calendar, work.now)
    if not unreached and not short:
        return
    names = "\n".join(f"- {work.programme.queue_name(one)}" for one in unreached)
    letters = Button("panel-letters-button", "makepaper", f"{session.number}/panel-letters")
    for organiser in await people.holding(work.tx, Role.ORGANISER, ""):
        await work.tell(
            organiser,
            "panel-by-paper" if unreached else "panel-late",
            [
                *([[letters]] if unreached else []),
                [Button("panel-button", "panel", session.number)],
            ],
            session=session.name,
            short="yes" if short else "no",
            offices=names,
        )


async def post_of(work: Work, person: Person) -> str:
    """The post the person gave the last time; empty if they never did."""
    return await places.post_of(work.tx, person.id)


def place_of(work: Work, person: Person, argument: str) -> tuple[Session, Queue]:
    """The place that a button names, for the head of its agency or an organiser. Raises Refused."""
    number, _, text = argument.partition("/")
    session, queue = session_of(work, int(number)), Queue.parse(text)
    if queue not in panel.who_sits(work.programme, session):
        raise Refused("panel-gone")
    access.must_name_panelist(person, queue)
    return session, queue


async def sit(
    work: Work, person: Person, argument: str, who: tuple[str, str], *, is_self: bool
) -> Sitting:
    """Write down who sits there: (name, post). Raises Refused once the session has begun."""
    session, queue = place_of(work, person, argument)
    phases.must_be_on(session)
    if session.phase(work.now) is not Phase.BEFORE:
        raise Refused("session-begun", session=session.name)
    name, post = who
    sitting = Sitting(session=session.number, queue=queue, name=name, post=post)
    await places.sit(work.tx, sitting, person.id if is_self else None, work.now)
    return sitting


async def overview(work: Work, person: Person, number: int) -> list[Sitting]:
    """Every place of a session's panel, for organisers. Raises Refused."""
    access.must_plan(person)
    session = session_of(work, number)
    known = await places.of(work.tx, number)
    return [
        known.get(one, Sitting(session=number, queue=one, reached=False))
        for one in panel.who_sits(work.programme, session)
    ]


async def remind(work: Work, person: Person, number: int) -> int:
    """Ask those again who have not said who comes; returns how many agencies were reached."""
    session = session_of(work, number)
    phases.must_be_on(session)
    open_places = [one for one in await overview(work, person, number) if not one.is_named]
    told = [await _tell_heads(work, session, one.queue) for one in open_places]
    for one, reached in zip(open_places, told, strict=True):
        await places.invite(work.tx, number, one.queue, reached=reached, now=work.now)
    return sum(told)
