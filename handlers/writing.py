"""The answer that an official is writing: kept with whichever step waits, until it is sent."""

from collections.abc import Mapping
from typing import Any

from bot.domain.answers import TOLD, Beside, is_written, written_in
from bot.domain.errors import Refused
from bot.domain.questions import Question
from bot.turn import Turn
from bot.voice import Button
from handlers import menu

#: Steps that show the answer, or wait for what it cannot be without.
_OPEN = frozenset({"answer.text", "answer.preview", "answer.file"})

#: Steps that wait for something that goes beside it, and what that is called in texts.
_ASIDE: Mapping[str, str] = {
    "answer.basis": "basis",
    "answer.khmer": "khmer",
    "answer.day": "day",
}


def is_writing(turn: Turn, question_id: int | str) -> bool:
    """Whether the answer to this question is being written, whatever step waits now."""
    return is_written(turn.data) and turn.data["question"] == str(question_id)


def is_asked_for(turn: Turn) -> bool:
    """Whether a step of writing waits: what is sent now belongs to the answer."""
    step = turn.conversation.step
    return is_written(turn.data) and (step in _OPEN or step in _ASIDE)


def goes_on(turn: Turn) -> bool:
    """Whether another step waits than one that shows the answer: it is left alone."""
    return turn.conversation.step not in _OPEN


def must_write(turn: Turn, question_id: int | str) -> None:
    """Raises Refused unless the words of this answer are there."""
    if not is_writing(turn, question_id) or "text" not in turn.data:
        raise Refused("step-over")


def beside(turn: Turn, question_id: int | str) -> Beside:
    """What goes with the answer so far; nothing with one that is not being written."""
    return Beside.read(turn.data) if is_writing(turn, question_id) else Beside()


def wait(turn: Turn, step: str, question_id: int, more: Beside, **data: str) -> None:
    """The step waits, and keeps what was written to this question with ``more`` beside it."""
    kept = written_in(turn.data) if is_writing(turn, question_id) else {}
    given = {"question": str(question_id), **more.written(), **data}
    turn.wait_for(step, **{**kept, **given})


def aside(turn: Turn, step: str, question: Question) -> None:
    """A step beside the preview waits. Raises Refused unless the answer has words."""
    must_write(turn, question.id)
    wait(turn, step, question.id, beside(turn, question.id))


def back_or_stop(question_id: int | str) -> list[Button]:
    """*Quay lại* to the preview, or *Thôi*."""
    return [Button("back-button", "answer", question_id), *menu.STOP]


def told_by(turn: Turn, what: str) -> None:
    """The message that comes now is the one that told ``what`` of the answer."""
    turn.note(**{f"{what}_in": turn.message.message_id})


def told_in(turn: Turn) -> str:
    """What of the answer the message that comes now had told; empty for any other message."""
    if not is_written(turn.data):
        return ""
    message = turn.message.message_id
    told = (one for one in TOLD if message and turn.data.get(f"{one}_in") == message)
    return next(told, "")


async def say_meanwhile(turn: Turn, key: str, **args: Any) -> None:
    """Something of the answer has changed while another step waits: that step goes on."""
    step = _ASIDE.get(turn.conversation.step, "none")
    rows = [] if step != "none" else [[Button("answer-button", "answer", turn.data["question"])]]
    await turn.say(key, rows, next=turn.words("answer-goes-on", step=step), **args)
