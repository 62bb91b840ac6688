"""*Thêm bản tiếng Khmer*, spoken into the chat, heard again, replaced."""

from bot.domain.errors import Refused
from bot.domain.messages import Media
from bot.services.questions import recordings
from bot.services.queues import queues
from bot.turn import Turn
from handlers import answering, coming, fetched, writing

#: A sound file may come as a document, too.
_KINDS = frozenset({Media.VOICE, Media.FILE})


def is_meant(turn: Turn) -> bool:
    """Whether what was sent now is the answer in Khmer."""
    return turn.conversation.step == "answer.khmer" and bool(coming.sent(turn, _KINDS))


async def receive(turn: Turn) -> None:
    """It is fetched, for the words that are there now; words beside it are the same in writing."""
    question = await queues.take(turn.work, turn.person, int(turn.data["question"]))
    if turn.text:
        answering.note_khmer(turn)
    turn.note(recorded=turn.data["text"])
    sent = coming.sent(turn, _KINDS)[0]
    job = await recordings.bring(turn.work, turn.person, turn.message.address, sent, question)
    await coming.announce(turn, "file-coming", job, sent, nameless="recording-name")


async def received(turn: Turn, told: str) -> None:
    """The job has fetched it: it stands in the preview, if its words are still the answer."""
    question_id, _, token = told.partition(".")
    if not writing.is_writing(turn, question_id):
        raise Refused("recording-late")
    before = writing.beside(turn, question_id).files
    if turn.conversation.step == "answer.khmer":  # this is what it waited for
        writing.wait(turn, "answer.preview", int(question_id), writing.beside(turn, question_id))
    files = await recordings.instead(turn.work, before, token)
    await fetched.put(turn, question_id, files)


async def listen(turn: Turn, argument: str) -> None:
    """*Nghe lại*."""
    question = await queues.take(turn.work, turn.person, int(argument))
    found = await recordings.among(turn.work, writing.beside(turn, argument).files)
    if found is None:
        raise Refused("step-over")
    await turn.say(
        "recording-again", about=question.subject, enclosed=found, number=question.number
    )
