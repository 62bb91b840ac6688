"""What words call for before anybody reads them: a command, danger, a reply, a main label."""

from collections.abc import Awaitable

from bot.routes import Handler, Routes
from bot.turn import Turn
from bot.understanding.folding import fold, matches
from bot.understanding.sentences import looks_like_a_question
from storage import pairs


def command(turn: Turn, routes: Routes) -> Handler | None:
    """What a command leads to, and what a message without words or files (a sticker) does."""
    private = not turn.message.group
    if not turn.text and not turn.message.attachments:
        return routes.wordless if private else routes.group
    if not turn.text.startswith("/"):
        return None
    unknown = routes.unknown if private else None
    return routes.commands.get(turn.text.split(maxsplit=1)[0].lower(), unknown)


async def heeded(turn: Turn, routes: Routes) -> bool:
    """Whether the words were danger, which waits for nothing that is being done.

    A main label is none, letter by letter, whatever it sounds like: three words say too little.
    """
    if any(_is_spelled(turn.text, turn.words(key)) for key in routes.labels):
        return False
    replied = await replied_to(turn)
    question = replied.subject_id if replied and replied.kind == "question" else 0
    is_short = turn.conversation.step in routes.short_steps
    return await routes.heed(
        turn, question, is_short=is_short and not looks_like_a_question(turn.text)
    )


def _is_spelled(typed: str, label: str) -> bool:
    """Whether it is the label, with or without marks; a story is not even read for it."""
    return len(typed) <= 2 * len(label) and fold(typed) == fold(label)


async def replied_to(turn: Turn) -> pairs.Pair | None:
    if not turn.message.reply_to:
        return None
    return await pairs.of_message(turn.work.tx, turn.address, turn.message.reply_to)


def label(turn: Turn, routes: Routes) -> Awaitable[None] | None:
    """A main label, typed at any time."""
    for key, handler in routes.labels.items():
        if matches(turn.text, turn.words(key)):
            return handler(turn)
    return None
