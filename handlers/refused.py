"""What was refused: what to do instead, with the button that these words name."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.domain.errors import Refused
from bot.turn import Turn
from bot.voice import Button, Buttons
from handlers import menu

_AGREE: Buttons = [[Button("agree-button", "agree")]]
_PLACE: Buttons = [[Button("change-place-button", "changeplace")]]
_MINE: Buttons = [[Button("my-questions-button", "mine")]]
_SCHEDULE: Buttons = [[Button("schedule-button", "schedule")]]
_HELPING: Buttons = [menu.HELPING]
_ASK: Buttons = menu.RESIDENT[:1]

#: Text key of a refusal → what stands below it; below all others nothing does.
_WAYS: Mapping[str, Buttons] = MappingProxyType(
    {
        "consent-first": _AGREE,
        "ward-first": _PLACE,
        "ward-unknown": _PLACE,
        "hamlet-unknown": _PLACE,
        "draft-gone": _MINE,
        "not-your-question": _MINE,
        "question-moved-on": _MINE,
        "signed-up-already": _SCHEDULE,
        "not-signed-up": _SCHEDULE,
        "session-unknown": _SCHEDULE,
        "no-session-running": [*_SCHEDULE, *_ASK],
        "no-session-for-ward": _ASK,
        "home-closed": _HELPING,
        "home-step-over": _HELPING,
        "home-signed-up-already": _HELPING,
    }
)


async def say(turn: Turn, refusal: Refused) -> None:
    """Nobody is left with the name of a button that is not there. A group gets none."""
    ways = [] if turn.message.group else _WAYS.get(refusal.key, [])
    if refusal.key == "question-moved-on" and turn.person.is_official:
        await _moved_on(turn, **refusal.args_for_text)
    else:
        await turn.say(refusal.key, ways, **refusal.args_for_text)


async def _moved_on(turn: Turn, number: str, status: str) -> None:
    """To officials, who know drafts and queues."""
    queue = menu.yes(turn.person.queues)
    has_queue = turn.person.queues and not turn.message.group
    ways = [[Button("queue-button", "queue")]] if has_queue else []
    await turn.say("question-moved-on-official", ways, number=number, status=status, queue=queue)
