"""Files on their way: those that people sent, fetched by a job; those that go out with words."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.domain import access
from bot.domain.errors import Refused, Rejected
from bot.domain.files import File, how_large
from bot.domain.jobs import JobKind
from bot.domain.messages import Address, Attachment, Media, Outgoing
from bot.domain.people import Person
from bot.domain.questions import Question
from bot.domain.values import dataclass
from bot.i18n import HOME
from bot.services import slow
from bot.services.slow import Ending, Task
from bot.work import Work, Works
from storage import attachments, audit, files, people, questions

#: How long a file is kept that somebody sent for one purpose, or asked to see.
_KEPT = timedelta(days=1)

#: So many files of one chat are fetched within a day.
A_DAY = 20

#: How a file ends that came without a name.
_ENDINGS = {Media.PHOTO: ".jpg", Media.VOICE: ".ogg", Media.VIDEO: ".mp4", Media.FILE: ""}


# --- a file that is sent to us -------------------------------------------------------------------


async def bring(work: Work, person: Person, address: Address, attachment: Attachment) -> int:
    """Have a file fetched; ``file:TOKEN`` tells the chat that it is there. Returns the job.

    Raises Refused as ``have_fetched`` does.
    """
    return await have_fetched(work, JobKind.FILE, person, address, attachment)


async def fetch(task: Task) -> Ending:
    """The slow part of ``bring``."""
    content = await fetched(task)

    async def ending(work: Work) -> str:
        file = await keep_fetched(work, task, task.given["name"], content, for_how_long=_KEPT)
        return f"{JobKind.FILE}:{file.token}"

    return ending


async def have_fetched(
    work: Work,
    kind: JobKind,
    person: Person,
    address: Address,
    attachment: Attachment,
    *,
    counted: bool = True,
    **given: Any,
) -> int:
    """Have a file fetched by a job of this ``kind``, which is handed what is ``given`` as well.

    Returns the job, whose function reads the file by ``fetched``. Raises Refused for a file that is
    too large; if it is ``counted``, also where there is no room, or a day's files have been sent.
    """
    check_size(attachment.size or 0, work.rules.file_bytes)
    if counted:
        await check_room(work, str(address))
    return await slow.put(
        work,
        kind,
        str(address),
        channel=address.channel,
        ref=attachment.ref,
        name=attachment.name,
        person=person.id,
        most=work.rules.file_bytes,
        **given,
    )


async def fetched(task: Task) -> bytes:
    """The bytes of the file that a job was given. Raises Refused if there is none, or too large."""
    given = task.given
    try:
        content = await task.fetch(given["channel"], given["ref"])
    except Rejected:
        raise Refused("file-not-here") from None
    check_size(len(content), given["most"])
    if not content:
        raise Refused("file-not-here")
    return content


async def keep_fetched(
    work: Work, task: Task, name: str, content: bytes, *, for_how_long: timedelta
) -> File:
    """Keep what a job has fetched: of who sent it, counted among their chat's files of a day."""
    return await files.keep(
        work.tx,
        name,
        content,
        now=work.now,
        for_how_long=for_how_long,
        person=task.given["person"],
        address=brought_by(task.address),
    )


def check_size(size: int, most: int) -> None:
    """Raises Refused for a file that is larger than we take, in bytes."""
    if size > most:
        raise Refused("file-too-large", most=how_large(most))


def brought_by(address: str) -> str:
    """What is kept with a file that was fetched for a chat, to count them by.

    What came by our own page is kept there already, and counted there.
    """
    return f"brought:{address}"


async def check_room(work: Work, address: str = "") -> None:
    """Raises Refused where all files take what they may, or this chat has sent a day's files."""
    if await files.held(work.tx) >= work.rules.files_bytes:
        raise Refused("files-full")
    before = await files.nth_from(work.tx, brought_by(address), A_DAY) if address else None
    if before and before > work.now - timedelta(days=1):
        raise Refused("files-many", most=str(A_DAY))


async def known(work: Work, token: str) -> File:
    """What is known of a file that was fetched. Raises Refused once it is gone."""
    file = await files.get(work.tx, token, work.now)
    if file is None:
        raise Refused("file-not-here")
    return file


# --- files that came with a question -------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Opened:
    """Files of a question, for somebody who may see them."""

    question: Question
    files: tuple[File, ...]
    missing: int  #: how many could no longer be fetched


async def open_attached(work: Work, person: Person, address: str, question_id: int) -> Question:
    """Have the files of a question fetched for a private chat; the reading is recorded.

    ``attached:…`` tells the chat that they are there; read it with ``opened``. Raises Refused.
    """
    question = await _readable(work, person, question_id)
    if not await attachments.of_question(work.tx, question.id):
        raise Refused("no-files", number=question.number)
    await check_room(work)
    await audit.note(work.tx, work.now, person.id, "read_files", f"question:{question.id}")
    await slow.put(work, JobKind.ATTACHED, address, question=question.id, person=person.id)
    return question


async def _readable(work: Work, person: Person | None, question_id: int) -> Question:
    question = await questions.get(work.tx, question_id)
    if question is None or person is None:
        raise Refused("not-your-queue")
    access.must_open_files(person, question)
    return question


async def fetch_attached(task: Task) -> Ending:
    """The slow part of ``open_attached``. What is gone for good is counted, not waited for."""
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
                for_how_long=_KEPT,
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


# --- files that go out ---------------------------------------------------------------------------


async def enclosed(works: Works, address: str, message: Outgoing) -> tuple[Outgoing, bytes]:
    """What goes out: the message and the bytes of its file.

    Where the file has expired meanwhile, the words go without it, and say so.
    """
    if message.file is None:
        return message, b""
    async with works.look() as work:
        content = await files.content(work.tx, message.file.token, work.now)
        if content is not None:
            return message, content
        person = await people.of_address(work.tx, address)
        gone = work.say(person.language if person else HOME, "file-expired", name=message.file.name)
    return replace(message, text=f"{message.text}\n\n{gone}".strip(), file=None), b""
