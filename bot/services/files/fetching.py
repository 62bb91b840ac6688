"""A file that somebody sends: fetched by a job, measured, kept for what it was sent for."""

from datetime import timedelta
from typing import Any

from bot.domain.errors import Refused, Rejected
from bot.domain.files import File, how_large
from bot.domain.jobs import JobKind
from bot.domain.messages import Address, Attachment
from bot.domain.people import Person
from bot.services import slow
from bot.services.slow import Ending, Task
from bot.work import Work
from storage import files

#: How long a file is kept that somebody sent for one purpose, or asked to see.
KEPT = timedelta(days=1)

#: So many files of one chat are fetched within a day.
A_DAY = 20


async def bring(work: Work, person: Person, address: Address, attachment: Attachment) -> int:
    """Have a file fetched; ``file:TOKEN`` tells the chat that it is there. Returns the job.

    Raises Refused as ``order`` does.
    """
    return await order(work, JobKind.FILE, person, address, attachment)


async def fetch(task: Task) -> Ending:
    """The slow part of ``bring``."""
    content = await content_of(task)

    async def ending(work: Work) -> str:
        file = await keep(work, task, task.given["name"], content, for_how_long=KEPT)
        return f"{JobKind.FILE}:{file.token}"

    return ending


async def order(
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

    Returns the job, whose function reads the file by ``content_of``. Raises Refused for a file that
    is too large; if it is ``counted``, also where there is no room, or the files of a day have been
    sent.
    """
    _check_size(attachment.size or 0, work.rules.file_bytes)
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


async def content_of(task: Task) -> bytes:
    """The bytes of the file that a job was given. Raises Refused if there is none, or too large."""
    given = task.given
    try:
        content = await task.fetch(given["channel"], given["ref"])
    except Rejected:
        raise Refused("file-not-here") from None
    _check_size(len(content), given["most"])
    if not content:
        raise Refused("file-not-here")
    return content


async def keep(
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
        address=_brought_by(task.address),
    )


def _check_size(size: int, most: int) -> None:
    """Raises Refused for a file that is larger than we take, in bytes."""
    if size > most:
        raise Refused("file-too-large", most=how_large(most))


def _brought_by(address: str) -> str:
    """What is kept with a file that was fetched for a chat, to count them by.

    What came by our own page is kept there already, and counted there.
    """
    return f"brought:{address}"


async def check_room(work: Work, address: str = "") -> None:
    """Raises Refused where all files take what they may, or this chat has sent a day's files."""
    if await files.held(work.tx) >= work.rules.files_bytes:
        raise Refused("files-full")
    before = await files.nth_from(work.tx, _brought_by(address), A_DAY) if address else None
    if before and before > work.now - timedelta(days=1):
        raise Refused("files-many", most=str(A_DAY))


async def known(work: Work, token: str) -> File:
    """What is known of a file that was fetched. Raises Refused once it is gone."""
    file = await files.get(work.tx, token, work.now)
    if file is None:
        raise Refused("file-not-here")
    return file
