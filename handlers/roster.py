"""An organiser sends a list of households: shown first, then put in, or left."""

from bot.services.roster import roster_files
from bot.turn import Turn
from handlers import coming

#: How a list may end: what cannot be read says what to do instead.
ENDINGS = frozenset({".csv", ".xlsx", ".xls", ".tsv"})


async def receive(turn: Turn) -> None:
    """Nothing is changed before *Ghi vào danh sách*."""
    sent = coming.file_of(turn)
    job = await roster_files.look(turn.work, turn.person, turn.message.address, sent)
    await coming.announce(turn, "roster-coming", job, sent)


async def put_in(turn: Turn, token: str) -> None:
    """*Ghi vào danh sách*."""
    await roster_files.put_in(turn.work, turn.person, turn.address, token, update=False)
    await turn.say("roster-going-in")


async def put_in_newer(turn: Turn, token: str) -> None:
    """*Danh sách mới, ghi đè*: what it says overrules what is known."""
    await roster_files.put_in(turn.work, turn.person, turn.address, token, update=True)
    await turn.say("roster-going-in")
