"""What was sent with an answer has been fetched: the answer is shown with it, or goes on."""

from collections.abc import Sequence
from dataclasses import replace

from bot.services.questions import enclosures
from bot.turn import Turn
from handlers import answering, menu, writing


async def put(turn: Turn, question_id: str, files: Sequence[str]) -> None:
    """The files of the answer are these now, the newest last; a step beside the answer goes on."""
    _note(turn, question_id, files)
    if writing.goes_on(turn):
        newest = await enclosures.known(turn.work, files[-1:])
        name = newest[0].name if newest else turn.words("a-file")
        await writing.say_meanwhile(turn, "enclosed-meanwhile", name=name)
    elif turn.conversation.step == "answer.text":
        await _ask_words(turn, question_id)
    else:
        await _show(turn, question_id)


async def less(turn: Turn, question_id: str, files: Sequence[str]) -> None:
    """One of them was left out."""
    _note(turn, question_id, files)
    await _show(turn, question_id)


def _note(turn: Turn, question_id: str, files: Sequence[str]) -> None:
    more = replace(writing.beside(turn, question_id), files=tuple(files))
    turn.note(**more.written())


async def _show(turn: Turn, question_id: str) -> None:
    if "text" in turn.data:
        await answering.preview(turn, int(question_id), turn.data["text"])
    else:
        await _ask_words(turn, question_id)


async def _ask_words(turn: Turn, question_id: str) -> None:
    more = writing.beside(turn, question_id)
    names = ", ".join(one.name for one in await enclosures.known(turn.work, more.files))
    writing.wait(turn, "answer.text", int(question_id), more)
    await turn.say("enclosed-write", [menu.STOP], names=names or "none")
