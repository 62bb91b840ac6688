"""*Đính kèm tệp*: a file goes with the answer that is being written; or it does not after all."""

from bot.domain import recordings
from bot.domain.errors import Refused
from bot.domain.messages import Attachment, Media
from bot.services import slow
from bot.services.answers import answers
from bot.services.dispatches import enclosing
from bot.services.questions import cards, enclosures
from bot.services.queues import queues
from bot.turn import Turn
from bot.voice import Button
from handlers import answering, menu, recording

#: While one of these waits, a file belongs to the answer.
_STEPS = frozenset({"answer.text", "answer.preview", "answer.file"})

_KINDS = frozenset({Media.FILE, Media.PHOTO})


def is_meant(turn: Turn) -> bool:
    """Whether a file that was sent now goes with an answer."""
    return turn.conversation.step in _STEPS and bool(_sent(turn))


def _sent(turn: Turn) -> list[Attachment]:
    return [one for one in turn.message.attachments if one.media in _KINDS]


async def begin(turn: Turn, argument: str) -> None:
    """*Đính kèm tệp*: the next file goes with the answer, which is kept meanwhile."""
    question = await queues.take(turn.work, turn.person, int(argument))
    if turn.data.get("question") != str(question.id):
        raise Refused("step-over")
    turn.wait_for("answer.file", **turn.data)
    await _ask(turn)


async def _ask(turn: Turn) -> None:
    back = Button("back-button", "answer", turn.data["question"])
    await turn.say("enclose-ask", [[back, *menu.STOP]])


async def words_instead(turn: Turn) -> None:
    """Words, while a file is waited for."""
    await _ask(turn)


async def receive(turn: Turn) -> None:
    """They are fetched; words beside them are the answer."""
    question = await queues.take(turn.work, turn.person, int(turn.data["question"]))
    if turn.text:
        turn.note(text=answers.check(turn.work, turn.text))
    for sent in _sent(turn):
        job = await enclosing.bring(turn.work, turn.person, turn.message.address, sent, question)
        name = sent.name or turn.words("a-file")
        await turn.say("file-coming", about=slow.subject(job), card=True, name=name)


async def received(turn: Turn, told: str) -> None:
    """The job has fetched the file: show it in the preview, or ask for the answer's words."""
    question_id, _, token = told.partition(".")
    is_open = turn.conversation.step in _STEPS and turn.data.get("question") == question_id
    if not is_open:
        raise Refused("enclosure-late")
    files = await enclosures.another(turn.work, answering.tokens(turn.data), token)
    turn.note(files=".".join(files))
    await _show(turn, question_id)


async def _show(turn: Turn, question_id: str) -> None:
    if "text" in turn.data:
        await answering.preview(turn, int(question_id), turn.data["text"])
        return
    names = ", ".join(one.name for one in await enclosures.known(turn.work, _tokens(turn)))
    turn.wait_for("answer.text", **turn.data)
    await turn.say("enclosed-write", [menu.STOP], names=names or "none")


def _tokens(turn: Turn) -> list[str]:
    return answering.tokens(turn.data)


async def leave_out(turn: Turn, argument: str) -> None:
    """*Bỏ tệp …*."""
    question_id, _, place = argument.partition(".")
    files = _tokens(turn)
    if turn.data.get("question") != question_id or int(place or 0) >= len(files):
        raise Refused("step-over")
    del files[int(place or 0)]
    turn.note(files=".".join(files))
    await _show(turn, question_id)


async def reply(turn: Turn, argument: str) -> None:
    """A reply to a message about a question; a file in it goes with the answer."""
    if _is_recorded(turn, argument):
        await recording.receive(turn)
        return
    if not _is_about(turn, argument):
        await answering.reply(turn, argument)
    if _is_about(turn, argument):
        await receive(turn)


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
            about=cards.subject(question),
            enclosed=one.file,
            number=question.number,
        )


async def papers_of(turn: Turn, argument: str) -> None:
    """*Xem giấy kèm câu …*: for whoever asked, or reads the answer out."""
    question, found = await enclosing.opened(turn.work, turn.person, int(argument))
    for file in found:
        key = "answer-recording" if recordings.is_one(file) else "answer-file"
        await turn.say(key, about=cards.subject(question), enclosed=file, number=question.number)
