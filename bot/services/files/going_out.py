"""A file that goes out: its bytes are fetched when the words leave that it goes with."""

from dataclasses import replace

from bot.domain.messages import Outgoing
from bot.i18n import HOME
from bot.work import Works
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
