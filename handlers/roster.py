"""An organiser sends a list of households: shown first, then put in, or left."""

from bot.domain.messages import Media
from bot.services import slow
from bot.services.roster import roster_files
from bot.turn import Turn

#: How a list may end: what cannot be read says what to do instead.
ENDINGS = frozenset({".csv", ".xlsx", ".xls", ".tsv"})


async def receive(turn: Turn) -> None:
    """Nothing is changed before *Ghi vào danh sách*."""
    sent = next(one for one in turn.message.attachments if one.media is Media.FILE)
    job = await roster_files.look(turn.work, turn.person, turn.message.address, sent)
    name = sent.name or turn.words("a-file")
    await turn.say("roster-coming", about=slow.subject(job), card=True, name=name)


async def put_in(turn: Turn, token: str) -> None:
    """*Ghi vào danh sách*."""
    await roster_files.put_in(turn.work, turn.person, turn.address, token, update=False)
    await turn.say("roster-going-in")


async def put_in_newer(turn: Turn, token: str) -> None:
    """*Danh sách này mới hơn*: what it says overrules what is known."""
    await roster_files.put_in(turn.work, turn.person, turn.address, token, update=True)
    await turn.say("roster-going-in")
