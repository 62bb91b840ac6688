"""What danger interrupted: one button names it and leads back to that step, with nothing lost."""

from collections.abc import Mapping
from types import MappingProxyType

from bot.domain.questions import Move, Question, Status
from bot.services.asking import asking
from bot.turn import Turn
from bot.voice import Button, Buttons
from handlers import menu

#: Steps that stand beside one thing, and what they call it.
_BESIDE: Mapping[str, str] = MappingProxyType(
    {"add": "question", "reopen": "question", "differs": "question", "seat.guest": "seat"}
)

#: The other steps that ask again where they stood.
_ALONE = frozenset(
    {
        "ward",
        "hamlet",
        "signup.category",
        "signup.name",
        "signup.phone",
        "signup.confirm",
        "mydata.name",
        "helping.name",
        "helping.place",
        "helping.who",
    }
)


#: Where their journey begins, if what they had gathered is gone.
_ANEW: Mapping[str, str] = MappingProxyType({"signup": "sign up", "helping": "helping"})


def way_back(turn: Turn, about: Question | None) -> Buttons:
    """The one button; none where nothing was going on, or where its own buttons still stand."""
    step = turn.conversation.step
    if about:
        step = step or ("reopen" if about.allows(Move.REOPEN) else "add")
    if step not in _BESIDE and step not in _ALONE:
        return []
    beside = _BESIDE.get(step)
    subject = about.id if about else turn.data.get(beside, "") if beside else ""
    called, number = _called(step, about), about.number if about else "none"
    there = f"{step}/{subject}"
    return [[Button("resume-button", "resume", there, {"step": called, "number": number})]]


def _called(step: str, about: Question | None) -> str:
    is_asked = step == "add" and about and about.status is Status.ASKED_BACK
    return "asked" if is_asked else step.replace(".", "-")


async def resume(turn: Turn, argument: str) -> None:
    """The step asks again; then whether the words that interrupted it were meant for it."""
    step, _, subject = argument.partition("/")
    beside, typed = _BESIDE.get(step), turn.data.get("typed", "")
    if step not in _ALONE and not (beside and subject):
        await menu.lost(turn)
        return
    if beside:
        turn.note(**{beside: subject})
    elif turn.data.get("back") != step:  # something else was begun since
        step = _ANEW.get(step.partition(".")[0], step)
    turn.then(step)
    if typed:
        turn.message = turn.message_with(typed)
        turn.then("meant for it")


async def meant_for_it(turn: Turn) -> None:
    """The step waits; one tap takes what was written before as the words for it."""
    turn.note(typed=turn.text)
    await turn.say(
        "meant-for-it", [[Button("meant-for-it-button", "fill")]], text=asking.shortened(turn.text)
    )
