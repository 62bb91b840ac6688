"""*Thêm bản tiếng Khmer*, spoken into the chat, heard again, replaced."""

from bot.domain.errors import Refused
from bot.domain.messages import Attachment, Media
from bot.services import slow
from bot.services.answers import answers
from bot.services.questions import cards, recordings
from bot.services.queues import queues
from bot.turn import Turn
from handlers import answering

#: A sound file may come as a document, too.
_KINDS = frozenset({Media.VOICE, Media.FILE})

#: While one of these waits, the answer is still being written.
_STEPS = frozenset({"answer.khmer", "answer.preview"})


def is_meant(turn: Turn) -> bool:
    """Whether what was sent now is the answer in Khmer."""
    return turn.conversation.step == "answer.khmer" and bool(_sent(turn))


def _sent(turn: Turn) -> list[Attachment]:
    return [one for one in turn.message.attachments if one.media in _KINDS]


async def receive(turn: Turn) -> None:
    """It is fetched; words beside it are the same in writing."""
    question = await queues.take(turn.work, turn.person, int(turn.data["question"]))
    if turn.text:
        turn.note(khmer=answers.in_khmer(turn.work, turn.text))
    sent = _sent(turn)[0]
    job = await recordings.bring(turn.work, turn.person, turn.message.address, sent, question)
    name = sent.name or turn.words("recording-name")
    await turn.say("file-coming", about=slow.subject(job), card=True, name=name)


async def received(turn: Turn, told: str) -> None:
    """The job has fetched it: it stands in the preview, for the words that are there now."""
    question_id, _, token = told.partition(".")
    is_open = turn.conversation.step in _STEPS and turn.data.get("question") == question_id
    if not is_open or "text" not in turn.data:
        raise Refused("recording-late")
    files = await recordings.instead(turn.work, answering.tokens(turn.data), token)
    turn.note(files=".".join(files), recorded=turn.data["text"])
    await answering.preview(turn, int(question_id), turn.data["text"])


async def listen(turn: Turn, argument: str) -> None:
    """*Nghe lại*."""
    question = await queues.take(turn.work, turn.person, int(argument))
    is_mine = turn.data.get("question") == argument
    found = await recordings.among(turn.work, answering.tokens(turn.data)) if is_mine else None
    if found is None:
        raise Refused("step-over")
    await turn.say(
        "recording-again", about=cards.subject(question), enclosed=found, number=question.number
    )
