"""What an office has promised: the list, *Đã làm xong*, *Dời hẹn*, *Không phải lời hứa*."""

from bot.services.answers import commitments
from bot.turn import Turn
from bot.voice import Button
from handlers import menu


async def show(turn: Turn) -> None:
    """``/hua``: what the person's offices still have to do."""
    await _page(turn, 0)


async def more(turn: Turn, argument: str) -> None:
    await _page(turn, int(argument))


async def _page(turn: Turn, after: int) -> None:
    found, has_more = await commitments.open_ones(turn.work, turn.person, after)
    if not found:
        await turn.say("commitments-none", menu.buttons(turn))
        return
    for one in found:
        await commitments.show(turn.work, turn.person, one, "commitment-card")
    if has_more:
        await turn.say("commitments-more", [[Button("more-button", "commitments", found[-1].id)]])


async def kept(turn: Turn, argument: str) -> None:
    one = await commitments.mine(turn.work, turn.person, int(argument))
    turn.wait_for("commitment.kept", commitment=one.id)
    await turn.say("commitment-kept-ask", [menu.STOP], number=one.number)


async def kept_words(turn: Turn) -> None:
    commitment = int(turn.data["commitment"])
    one = await commitments.keep(turn.work, turn.person, commitment, turn.text)
    turn.finish()
    await turn.say("commitment-kept-noted", number=one.number)


async def move(turn: Turn, argument: str) -> None:
    one = await commitments.mine(turn.work, turn.person, int(argument))
    turn.wait_for("commitment.move", commitment=one.id)
    await turn.say("commitment-move-ask", [menu.STOP], number=one.number)


async def move_words(turn: Turn) -> None:
    commitment = int(turn.data["commitment"])
    one, due = await commitments.move(turn.work, turn.person, commitment, turn.text)
    turn.finish()
    day = turn.words("full-date", day=str(due.day), month=str(due.month), year=str(due.year))
    await turn.say("commitment-moved-noted", number=one.number, day=day)


async def none(turn: Turn, argument: str) -> None:
    one = await commitments.drop(turn.work, turn.person, int(argument))
    await turn.say("commitment-dropped", number=one.number)
