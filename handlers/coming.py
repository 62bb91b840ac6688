"""A file that was sent is on its way: which one it is, and what stands here until it is fetched."""

from collections.abc import Collection

from bot.domain.messages import Attachment, Media
from bot.services import slow
from bot.turn import Turn


def file_of(turn: Turn) -> Attachment:
    """The file of a message that has one; of several the first."""
    return next(one for one in turn.message.attachments if one.media is Media.FILE)


def sent(turn: Turn, kinds: Collection[Media]) -> list[Attachment]:
    """What came along of these kinds, in its order."""
    return [one for one in turn.message.attachments if one.media in kinds]


async def announce(
    turn: Turn, key: str, job: int, sent: Attachment, *, nameless: str = "a-file"
) -> None:
    """Say that a job fetches what was sent; the message can tell how far it is.

    ``nameless``: the text that stands for the name of a file that came without one.
    """
    name = sent.name or turn.words(nameless)
    await turn.say(key, about=slow.subject(job), card=True, name=name)
