"""The code on a paper invitation: whose paper is it, and does that household come?"""

from bot.domain.households import Household, Relation
from bot.services.reach import seat_buttons
from bot.services.seats import paper_codes
from bot.turn import Turn
from bot.voice import Button
from handlers import menu


async def show(turn: Turn, code: str, home: Household) -> None:
    """Does the person live there, or help?"""
    turn.finish()
    await turn.say(
        "paper-whose",
        [
            [Button("paper-self-button", "paperself", code.strip().upper())],
            [Button("paper-help-button", "paperhelp", code.strip().upper())],
            menu.STOP,
        ],
        name=home.name,
    )


async def show_again(turn: Turn, code: str) -> None:
    """After consent and the place: go on with the paper."""
    home = await paper_codes.household_of(turn.work, turn.person, code)
    await (show(turn, code, home) if home else menu.show(turn))


async def lives_there(turn: Turn, code: str) -> None:
    await _joined(turn, await paper_codes.join(turn.work, turn.person, code, Relation.SELF))


async def helps(turn: Turn, code: str) -> None:
    await _joined(turn, await paper_codes.join(turn.work, turn.person, code, Relation.FAMILY))


async def _joined(turn: Turn, home: Household) -> None:
    seat = await paper_codes.offered(turn.work, home)
    session = turn.work.programme.session(seat.session) if seat else None
    if seat is None or session is None:
        await turn.say("paper-joined", menu.buttons(turn), name=home.name)
        return
    await turn.say(
        "paper-offer-waits",
        seat_buttons.of_offer(seat),
        name=home.name,
        session=session.name,
        at=turn.work.moment(turn.language, session.starts_at),
        place=session.place,
    )
