"""Who has how much room for files: those who only look in take none from all others."""

from bot.channels.web.uploads import Uploads
from bot.domain.people import Person
from storage import files
from storage.database import Tx


def is_stranger(person: Person | None) -> bool:
    """Whether this is somebody who has not agreed to anything and does not work here."""
    return person is None or not person.is_known


async def take(tx: Tx, address: str, person: Person | None, size: int, uploads: Uploads) -> bool:
    """Count a file in; False where there is no room for it.

    Strangers share a small part, in which their older files make room: those of the same chat
    first, once it has more of them than its own share. The last part of all is for officials alone.
    """
    if is_stranger(person):
        await files.make_room_from(tx, address, size, uploads.of_one)
        if not await files.make_room(tx, size, uploads.share):
            return False
    works_here = person is not None and person.is_official
    return await files.take_room(tx, size, uploads.total if works_here else uploads.for_all)
