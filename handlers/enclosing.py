"""*Đính kèm tệp*: a file goes with the answer that is being written; or it does not after all."""

from collections.abc import Mapping

from bot.domain import recordings
from bot.domain.errors import Refused
from bot.domain.messages import Media
from bot.routes import Handler
from bot.services.dispatches import enclosing
from bot.services.questions import enclosures
from bot.services.queues import queues
from bot.turn import Turn
from handlers import answering, coming, fetched, promised, recording, writing

_KINDS = frozenset({Media.FILE, Media.PHOTO})

#: Steps whose words are not the answer's: those beside a file fill them.
_ASIDE: Mapping[str, Handler] = {
    "answer.basis": answering.basis,
    "answer.khmer": answering.khmer,
    "answer.day": promised.day_typed,
}


def is_meant(turn: Turn) -> bool:
    """Whether a file that was sent now goes with an answer."""
    return writing.is_asked_for(turn) and bool(coming.sent(turn, _KINDS))


async def begin(turn: Turn, argument: str) -> None:
    """*Đính kèm tệp*: the next file goes with the answer, which is kept meanwhile."""
    question = await queues.take(turn.work, turn.person, int(argument))
    if not writing.is_writing(turn, question.id):
        raise Refused("step-over")
    writing.wait(turn, "answer.file", question.id, writing.beside(turn, question.id))
    await _ask(turn)


async def _ask(turn: Turn) -> None:
    await turn.say("enclose-ask", [writing.back_or_stop(turn.data["question"])])


async def words_instead(turn: Turn) -> None:
    """Words, while a file is waited for."""
    await _ask(turn)


async def receive(turn: Turn) -> None:
    """They are fetched; words beside them are what the step waits for, else the answer."""
    question = await queues.take(turn.work, turn.person, int(turn.data["question"]))
    for sent in coming.sent(turn, _KINDS):
        job = await enclosing.bring(turn.work, turn.person, turn.message.address, sent, question)
        await coming.announce(turn, "file-coming", job, sent)
    if turn.text and turn.conversation.step in _ASIDE:
        await _fill(turn)
    elif turn.text:
        answering.note_words(turn)
        writing.wait(turn, "answer.preview", question.id, writing.beside(turn, question.id))


async def _fill(turn: Turn) -> None:
    """What cannot be read is asked for again; the file comes all the same."""
    try:
        await _ASIDE[turn.conversation.step](turn)
    except Refused as refusal:
        await turn.say(refusal.key, **refusal.args_for_text)


async def received(turn: Turn, told: str) -> None:
    """The job has fetched the file: it goes with the answer, if that is still being written."""
    question_id, _, token = told.partition(".")
    if not writing.is_writing(turn, question_id):
        raise Refused("enclosure-late")
    before = writing.beside(turn, question_id).files
    await fetched.put(turn, question_id, await enclosures.another(turn.work, before, token))


async def leave_out(turn: Turn, argument: str) -> None:
    """*Bỏ tệp …*."""
    question_id, _, place = argument.partition(".")
    files = list(writing.beside(turn, question_id).files)
    if int(place or 0) >= len(files):
        raise Refused("step-over")
    del files[int(place or 0)]
    await fetched.less(turn, question_id, files)


async def reply(turn: Turn, argument: str) -> None:
    """A reply to a message about a question; a file in it goes with the answer."""
    if _is_recorded(turn, argument):
        await recording.receive(turn)
        return
    if not _is_about(turn, argument):
        await _words(turn, argument)
    if _is_about(turn, argument):
        await receive(turn)


async def _words(turn: Turn, question_id: str) -> None:
    """What a step beside the answer waits for; any other words are the answer."""
    is_writing = writing.is_writing(turn, question_id)
    fill = _ASIDE.get(turn.conversation.step) if is_writing else None
    await (fill(turn) if fill else answering.reply(turn, question_id))


def _is_recorded(turn: Turn, question_id: str) -> bool:
    is_mine = turn.data.get("question") == question_id and not turn.message.group
    return is_mine and recording.is_meant(turn)


def _is_about(turn: Turn, question_id: str) -> bool:
    is_mine = turn.data.get("question") == question_id and not turn.message.group
    return is_mine and is_meant(turn)


async def show(turn: Turn, argument: str) -> None:
    """*Xem tệp trả lời* on a card."""
    question, found = await enclosing.shown(turn.work, turn.person, int(argument))
    for one in found:
        await turn.say(
            "enclosed-file",
            about=question.subject,
            enclosed=one.file,
            number=question.number,
        )


async def papers_of(turn: Turn, argument: str) -> None:
    """*Xem giấy kèm …*: for whoever asked, or reads the answer out."""
    question, found = await enclosing.opened(turn.work, turn.person, int(argument))
    for file in found:
        key = "answer-recording" if recordings.is_one(file) else "answer-file"
        await turn.say(key, about=question.subject, enclosed=file, number=question.number)
