"""What an office has promised: the list, *Đã làm xong*, *Dời hẹn*, *Không phải lời hứa*."""

from bot.services import commitments
from bot.turn import Turn
from bot.work import Button
from handlers import menu


async def show(turn: Turn) -> None:
    """``/hua``: what the person's offices still have to do."""
    await _page(turn, 0)


async def more(turn: Turn, argument: str) -> None:
    await _page(turn, int(argument))


async def _page(turn: Turn, after: int) -> None:
    found, has_more = await commitments.open_ones(turn.work, turn.person, after)
    if not found:
        await turn.say("promises-none", menu.buttons(turn))
        return
    for one in found:
        await commitments.show(turn.work, turn.person, one, "promise-card")
    if has_more:
        await turn.say("promises-more", [[Button("more-button", "promises", found[-1].id)]])


async def kept(turn: Turn, argument: str) -> None:
    one = await commitments.mine(turn.work, turn.person, int(argument))
    turn.wait_for("promise.kept", promise=one.id)
    await turn.say("promise-kept-ask", [menu.STOP], number=one.number)


async def kept_words(turn: Turn) -> None:
    promise = int(turn.data["promise"])
    one = await commitments.keep(turn.work, turn.person, promise, turn.text)
    turn.finish()
    await turn.say("promise-kept-noted", number=one.number)


async def move(turn: Turn, argument: str) -> None:
    one = await commitments.mine(turn.work, turn.person, int(argument))
    turn.wait_for("promise.move", promise=one.id)
    await turn.say("promise-move-ask", [menu.STOP], number=one.number)


async def move_words(turn: Turn) -> None:
    promise = int(turn.data["promise"])
    one, due = await commitments.move(turn.work, turn.person, promise, turn.text)
    turn.finish()
    day = turn.words("full-date", day=str(due.day), month=str(due.month), year=str(due.year))
    await turn.say("promise-moved-noted", number=one.number, day=day)


async def none(turn: Turn, argument: str) -> None:
    one = await commitments.drop(turn.work, turn.person, int(argument))
    await turn.say("promise-dropped", number=one.number)
