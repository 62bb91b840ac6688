"""Pictures and recordings without words: they belong to the question that waits to be sent."""

from datetime import timedelta

from bot.services.asking import drafting
from bot.turn import Turn
from handlers import menu

#: In so short a time nobody sends a second message; a platform sends the pictures of an album.
_ALBUM = timedelta(seconds=5)


async def receive(turn: Turn) -> None:
    """Put them with the question; those of an album come one by one and are not answered each."""
    found = await drafting.enclose(turn.work, turn.person, turn.message)
    if found is None:
        await menu.ask_for_words(turn, [menu.HELPING, menu.STOP])
    elif turn.work.now - found.made_at > _ALBUM:
        await turn.say("files-added", files=len(found.attachments))
