"""*Giấy tờ*: the papers of a session, made while one waits and sent into the chat."""

from bot.services import slow
from bot.services.asking import asking
from bot.services.seats import phases
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
    run = await phases.run_of(turn.work, number)
    closed = run is not None and not run.is_open
    rows: Buttons = [
        [Button(f"paper-kind-{one.value}", "makepaper", f"{number}/{one.value}")]
        for one in Paper
        if papers.of_now(one, opened=run is not None, closed=closed)
    ]
    if closed and menu.runs(turn.person):
        rows = [*rows, dispatches.button(number)]
    await turn.say("papers-which", [*rows, menu.STOP], session=session.name)


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
