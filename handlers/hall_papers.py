"""*Giấy tờ*: the papers of a session, made while one waits and sent into the chat."""

from bot.domain import access
from bot.domain.sessions import Session
from bot.services import slow
from bot.services.asking import asking
from bot.services.seats import phases, seating
from bot.services.sessions import papers
from bot.services.sessions.papers import Paper
from bot.turn import Turn
from bot.voice import Button, Buttons
from handlers import dispatches, menu


def button(number: int) -> list[Button]:
    return [Button("hall-papers-button", "papers", number)]


async def show(turn: Turn, argument: str) -> None:
    """What can be made now."""
    number = int(argument)
    session = phases.session_of(turn.work, turn.person, number)
    rows = await _rows(turn, session, frozenset(Paper))
    run = await phases.run_of(turn.work, number)
    closed = run is not None and not run.is_open
    if closed and access.runs_programme(turn.person):
        rows = [*rows, dispatches.button(number)]
    await turn.say("papers-which", [*rows, menu.STOP], session=session.name)


async def seat_rows(turn: Turn, number: int) -> Buttons:
    """The list of seats on paper and as a sheet, for those who may have it."""
    session = seating.session_of(turn.work, number)
    return await _rows(turn, session, frozenset({Paper.SEATS, Paper.SEATS_SHEET}))


async def _rows(turn: Turn, session: Session, kinds: frozenset[Paper]) -> Buttons:
    return [
        [Button(f"paper-kind-{one.value}", "makepaper", f"{session.number}/{one.value}")]
        for one in await papers.offered(turn.work, turn.person, session)
        if one in kinds
    ]


def letters_button(number: int) -> list[Button]:
    """The panel's letters."""
    return [Button("panel-letters-button", "makepaper", f"{number}/{Paper.PANEL_LETTERS.value}")]


async def make(turn: Turn, argument: str) -> None:
    """A paper; the pack is for one agency, which is asked first."""
    number, _, rest = argument.partition("/")
    kind, _, agency = rest.partition("/")
    if Paper(kind) is Paper.PACK and not agency:
        await _ask_agency(turn, argument)
        return
    job = await papers.order(turn.work, turn.person, turn.address, int(number), Paper(kind), agency)
    await turn.say("paper-coming", about=slow.subject(job), card=True)


async def _ask_agency(turn: Turn, argument: str) -> None:
    rows: Buttons = [
        [Button("plain", "makepaper", f"{argument}/{one.id}", {"words": one.short})]
        for one in asking.agencies_of_today(turn.work)
    ]
    await turn.say("papers-for-whom", [*rows, menu.STOP])


async def made(turn: Turn, token: str) -> None:
    """The job has drawn the paper: send it."""
    file = await papers.drawn(turn.work, token)
    await turn.say("paper-here", enclosed=file, name=file.name)
