"""A file that somebody sends: what is done with it, and by whom. And files beside a question."""

from bot.domain.files import ending
from bot.domain.messages import Media
from bot.domain.people import Role
from bot.domain.values import dataclass
from bot.routes import Handler
from bot.services.files import fetching, of_question
from bot.turn import Turn
from handlers import coming, dispatches, enclosing, recording, roster


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """Somebody of a role sends a file whose name ends so: this is begun."""

    role: Role
    endings: frozenset[str] = frozenset()  #: such as ``.csv``; none: any
    begin: Handler


def use_of(turn: Turn) -> Handler | None:
    """What is done with the file of this message; None: nothing but what its words say."""
    if recording.is_meant(turn):
        return recording.receive
    if enclosing.is_meant(turn):
        return enclosing.receive
    names = [one.name for one in turn.message.attachments if one.media is Media.FILE]
    uses = (
        use.begin
        for name in names
        for use in TABLE
        if turn.person.scopes(use.role) and (not use.endings or ending(name) in use.endings)
    )
    return next(uses, None)


async def receive(turn: Turn) -> None:
    """Fetch it, whatever it is."""
    sent = coming.file_of(turn)
    job = await fetching.bring(turn.work, turn.person, turn.message.address, sent)
    await coming.announce(turn, "file-coming", job, sent)


async def received(turn: Turn, token: str) -> None:
    """The job has fetched the file: announce it."""
    file = await fetching.known(turn.work, token)
    await turn.say("file-received", name=file.name, size=file.how_large)


async def open_attached(turn: Turn, argument: str) -> None:
    """*Xem tệp* on a card."""
    question = await of_question.bring(turn.work, turn.person, turn.address, int(argument))
    await turn.say("files-coming", number=question.number)


async def attached(turn: Turn, told: str) -> None:
    """The job has fetched them: send each as a message that belongs to its question."""
    found = await of_question.opened(turn.work, turn.person, told)
    about, number = found.question.subject, found.question.number
    for file in found.files:
        await turn.say("attached-file", about=about, enclosed=file, number=number)
    if found.missing:
        await turn.say("attached-gone", about=about, number=number)


#: What is done with which file, by whom; the first line that fits. A new use is a line here, its
#: slow part a line of ``SLOW``, and what that comes to a line of ``ROUTES.done``.
TABLE = (
    Use(role=Role.ORGANISER, endings=roster.ENDINGS, begin=roster.receive),
    Use(role=Role.HEAD, endings=dispatches.ENDINGS, begin=dispatches.receive),
    Use(role=Role.OFFICER, endings=dispatches.ENDINGS, begin=dispatches.receive),
    Use(role=Role.ORGANISER, begin=receive),
)
