"""A link to a file, in a chat on a platform that carries none; only its receiver opens it.

It lapses after a day. The first browser that presses *Tải tệp* keeps it; from then on it opens
nowhere else. Somebody who has lost the role or the chat since can no longer open it. What goes
with an answer that everyone may read is everyone's, from such a link too.
"""

from bot.domain.errors import Refused
from bot.domain.files import File
from bot.domain.values import dataclass
from bot.services.questions import enclosures
from bot.work import Work
from storage import audit, file_links, files
from storage.file_links import FileLink


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """A link that this browser may use."""

    link: FileLink
    file: File
    is_everyones: bool  #: the file goes with an answer that everyone may read

    @property
    def is_open(self) -> bool:
        """Whether this browser needs no further press to have the file."""
        return self.is_everyones or self.link.is_ours


async def look(work: Work, code: str, key: str) -> Open:
    """What a link is for; looking never uses it up, as previews of chats look, too.

    ``key`` is what the browser keeps of it. Raises Refused for a link that is not good in this
    browser, and where the file is gone.
    """
    link = await file_links.get(work.tx, code, key, work.now)
    if link is None:
        raise Refused("file-link-old")
    is_everyones = await enclosures.is_public(work, link.token)
    if not is_everyones:
        _must_be_theirs(link)
    file = await files.get(work.tx, link.token, work.now)
    if file is None:
        raise Refused("web-file-gone")
    return Open(link=link, file=file, is_everyones=is_everyones)


def _must_be_theirs(link: FileLink) -> None:
    if link.person is None:
        raise Refused("file-link-old")
    if link.is_taken and not link.is_ours:
        raise Refused("file-link-taken")


async def take(work: Work, code: str, key: str) -> tuple[File, bytes]:
    """Hand the file out; from now on a link for one person opens with ``key`` alone.

    Raises Refused, as above.
    """
    found = await look(work, code, key)
    link = found.link
    if not found.is_everyones:
        if not link.is_taken and not await file_links.take(work.tx, link, key):
            raise Refused("file-link-taken")
        subject = f"file_link:{link.id}"
        await audit.note(work.tx, work.now, link.person, "opened_file", subject)
    return found.file, await _content(work, found)


async def hear(work: Work, code: str, key: str) -> tuple[File, bytes]:
    """The same for a browser that has it open, and plays it part by part. Raises Refused."""
    found = await look(work, code, key)
    if not found.is_open:
        raise Refused("file-link-old")
    return found.file, await _content(work, found)


async def _content(work: Work, found: Open) -> bytes:
    content = await files.content(work.tx, found.link.token, work.now)
    if content is None:
        raise Refused("web-file-gone")
    return content
