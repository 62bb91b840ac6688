"""Files that came with a question: fetched anew for somebody who may see them."""

from bot.domain import access
from bot.domain.errors import Refused, Rejected
from bot.domain.files import File
from bot.domain.jobs import JobKind
from bot.domain.messages import Attachment, Media
from bot.domain.people import Person
from bot.domain.questions import Question
from bot.domain.values import dataclass
from bot.services import slow
from bot.services.files import fetching
from bot.services.slow import Ending, Task
from bot.work import Work
from storage import attachments, audit, files, people, questions

#: How a file ends that came without a name.
_ENDINGS = {Media.PHOTO: ".jpg", Media.VOICE: ".ogg", Media.VIDEO: ".mp4", Media.FILE: ""}


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """Files of a question, for somebody who may see them."""

    question: Question
    files: tuple[File, ...]
    missing: int  #: how many could no longer be fetched


async def bring(work: Work, person: Person, address: str, question_id: int) -> Question:
    """Have the files of a question fetched for a private chat; the reading is recorded.

    ``attached:…`` tells the chat that they are there; read it with ``opened``. Raises Refused.
    """
    question = await _readable(work, person, question_id)
    if not await attachments.of_question(work.tx, question.id):
        raise Refused("no-files", number=question.number)
    await fetching.check_room(work)
    await audit.note(work.tx, work.now, person.id, "read_files", question.subject)
    await slow.put(work, JobKind.ATTACHED, address, question=question.id, person=person.id)
    return question


async def _readable(work: Work, person: Person | None, question_id: int) -> Question:
    question = await questions.get(work.tx, question_id)
    if question is None or person is None:
        raise Refused("not-your-queue")
    access.must_open_files(person, question)
    return question


async def fetch(task: Task) -> Ending:
    """The slow part of ``bring``. What is gone for good is counted, not waited for."""
    async with task.works.look() as work:
        person = await people.get(work.tx, task.given["person"])
        question = await _readable(work, person, task.given["question"])
        attached = await attachments.of_question(work.tx, question.id)
    fetched = [(one, await _fetched(task, channel, one)) for channel, one in attached]
    had = [
        (_named(question, number, one), content)
        for number, (one, content) in enumerate(fetched, 1)
        if content
    ]

    async def ending(work: Work) -> str:
        """The copies are the asker's: erased with everything else of theirs."""
        kept = [
            await files.keep(
                work.tx,
                name,
                content,
                now=work.now,
                for_how_long=fetching.KEPT,
                person=question.asker,
            )
            for name, content in had
        ]
        missing = len(fetched) - len(had)
        told = [str(question.id), str(missing), *(one.token for one in kept)]
        return f"{JobKind.ATTACHED}:{'.'.join(told)}"

    return ending


async def _fetched(task: Task, channel: str, attachment: Attachment) -> bytes:
    """The bytes of a file; none if it can never be had."""
    try:
        return await task.fetch(channel, attachment.ref)
    except Rejected:
        return b""


def _named(question: Question, number: int, attachment: Attachment) -> str:
    return attachment.name or f"{question.number}-{number}{_ENDINGS[attachment.media]}"


async def opened(work: Work, person: Person, told: str) -> Opened:
    """What was fetched. Raises Refused if this person may no longer read the question."""
    question_id, missing, *tokens = told.split(".")
    question = await _readable(work, person, int(question_id))
    found = [await files.get(work.tx, token, work.now) for token in tokens]
    there = tuple(one for one in found if one)
    gone = int(missing) + len(found) - len(there)
    return Opened(question=question, files=there, missing=gone)
