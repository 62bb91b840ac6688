"""Files on their way: what goes out with a message, and what is left to say when it is gone."""

from dataclasses import replace

from bot.domain.files import File
from bot.domain.messages import Outgoing
from bot.i18n import HOME
from bot.work import Work, Works
from storage import files, people


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


async def by_token(work: Work, token: str) -> tuple[File, bytes] | None:
    """A file, for whoever was given the link to it; None once it has expired."""
    file = await files.get(work.tx, token, work.now)
    content = await files.content(work.tx, token, work.now)
    return (file, content) if file and content else None
