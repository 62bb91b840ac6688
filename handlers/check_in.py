"""*Điểm danh*: the clerk gets a link that opens the list at the door on a phone."""

from bot.services.hall import door_keys
from bot.services.seats import seating
from bot.turn import Turn
from bot.voice import Button


async def link(turn: Turn, argument: str) -> None:
    number = int(argument)
    url = await door_keys.link(turn.work, turn.person, number)
    await turn.say(
        "check-in-link",
        [[Button("check-in-open-button", "checkin", number, url=url)]],
        session=seating.session_of(turn.work, number).name,
    )
