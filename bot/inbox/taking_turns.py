"""A turn, inside its transaction: who wrote, which handler it is for, what is remembered after."""

from collections.abc import Awaitable
from dataclasses import replace

from bot.domain.errors import Refused
from bot.domain.messages import Happened, Inbound
from bot.routes import Handler, Routes
from bot.services.people import chats
from bot.turn import Turn
from bot.understanding.folding import fold, matches
from bot.understanding.sentences import looks_like_a_question
from bot.work import Work
from storage import conversations, pairs


async def take_turn(work: Work, routes: Routes, message: Inbound) -> None:
    """Find the person and the handler, and let it work. Raises Refused with the work half done."""
    if await chats.was_all(work, message):
        return
    turn = await _begin(work, message)
    await _handle(turn, routes)
    await chats.acknowledge(work, message)
    await _end(turn)


async def refuse(work: Work, routes: Routes, message: Inbound, refusal: Refused) -> None:
    """Say what to do instead."""
    turn = await _begin(work, message)
    await routes.refused(turn, refusal)
    await chats.acknowledge(work, message)
    await _end(turn)


async def _begin(work: Work, message: Inbound) -> Turn:
    person = await chats.person_behind(work, message)
    address = str(message.address)
    conversation = await conversations.get(work.tx, address, message.sender)
    if message.group and work.voice.numbers(message.address.channel):
        told = await conversations.get(work.tx, address, message.address.chat)
        conversation = replace(conversation, choices=told.choices)  # all of them read the same
    elif message.happened is not Happened.DONE:
        work.shown[address] = []  # numbers begin anew
    return Turn(work=work, person=person, message=message, conversation=conversation)


async def _end(turn: Turn) -> None:
    """Remember the step, and the buttons that were shown, for those who answer with a number."""
    if turn.forget:
        await conversations.forget(turn.work.tx, turn.address)
        return
    if shown := turn.work.shown.get(turn.address) or turn.shown:
        turn.conversation = replace(turn.conversation, choices=tuple(shown))
    await conversations.put(turn.work.tx, turn.conversation, turn.work.now)


# --- which handler -------------------------------------------------------------------------------


async def _handle(turn: Turn, routes: Routes) -> None:
    """Let the handler work, then every journey it hands over to."""
    await _begun(turn, routes)
    while turn.onward:
        way = turn.onward.pop(0)
        await (routes.ways.get(way) or routes.prompts[way].ask)(turn)


async def _begun(turn: Turn, routes: Routes) -> None:
    message = turn.message
    if message.happened is Happened.OPENED:
        await routes.opened(turn)
    elif message.happened is Happened.EDITED:
        await routes.edited(turn)
    elif message.happened is Happened.DONE:
        action, _, argument = message.press.partition(":")
        await routes.done[action](turn, argument)
    elif message.start:
        await routes.start(turn, message.start)
    elif message.press:
        await _press(turn, routes, message.press)
    else:
        await _said(turn, routes)


async def _press(turn: Turn, routes: Routes, data: str) -> None:
    action, _, argument = data.partition(":")
    if action == "back" and (prompt := routes.prompts.get(turn.data.get("back", ""))):
        await prompt.ask(turn)
    elif action == "fill" and turn.conversation.step in routes.steps:
        turn.message = turn.message_with(turn.data.get("typed", ""))
        await routes.steps[turn.conversation.step](turn)
    elif action in routes.presses:
        await routes.presses[action](turn, argument)
    else:
        await routes.lost(turn)


async def _said(turn: Turn, routes: Routes) -> None:
    """Words: a command, a choice by number, name or meaning, danger, or anything else."""
    private = not turn.message.group
    if (handler := _command(turn, routes)) is not None:
        await handler(turn)
    elif chosen := turn.chosen(by_number=turn.conversation.step not in routes.numbers):
        first, *others = chosen
        await (routes.unclear(turn, first.label) if others else _press(turn, routes, first.data))
    elif private and (meant := await _meant(turn, routes)):
        await meant(turn)
    elif not (private and await _heeded(turn, routes)):
        await _told(turn, routes, private=private)


async def _told(turn: Turn, routes: Routes, *, private: bool) -> None:
    """A reply, a file, a main label, the step that waits, or free words."""
    if (subject := await _replied_to(turn)) and subject.kind in routes.replies:
        await routes.replies[subject.kind](turn, str(subject.subject_id))
    elif private and turn.message.attachments and (use := routes.files(turn)):
        await use(turn)
    elif private and (found := _label(turn, routes)):
        await found
    elif turn.conversation.step in routes.steps:
        await _fill(turn, routes)
    elif turn.message.to_bot and turn.person.is_official:
        await routes.unmatched(turn)
    else:
        await (routes.fallback if private else routes.group)(turn)


async def _fill(turn: Turn, routes: Routes) -> None:
    step = turn.conversation.step
    if routes.is_short(step) and turn.person.consents and looks_like_a_question(turn.text):
        await routes.which(turn)
    else:
        await routes.steps[step](turn)


# --- what words call for before a handler reads them ---------------------------------------------


def _command(turn: Turn, routes: Routes) -> Handler | None:
    """What a command leads to, and what a message without words or files (a sticker) does."""
    private = not turn.message.group
    if not turn.text and not turn.message.attachments:
        return routes.wordless if private else routes.group
    if not turn.text.startswith("/"):
        return None
    unknown = routes.unknown if private else None
    return routes.commands.get(turn.text.split(maxsplit=1)[0].lower(), unknown)


async def _meant(turn: Turn, routes: Routes) -> Handler | None:
    """What words mean that stand for themselves: those that reply to something are about that."""
    found = routes.meant(turn)
    return None if found is None or await _replied_to(turn) else found


async def _heeded(turn: Turn, routes: Routes) -> bool:
    """Whether the words were danger, which waits for nothing that is being done.

    A main label is none, letter by letter, whatever it sounds like: three words say too little.
    """
    if any(_is_spelled(turn.text, turn.words(key)) for key in routes.labels):
        return False
    replied = await _replied_to(turn)
    question = replied.subject_id if replied and replied.kind == "question" else 0
    is_short = routes.is_short(turn.conversation.step) and not looks_like_a_question(turn.text)
    return await routes.heed(turn, question, is_short=is_short)


def _is_spelled(typed: str, label: str) -> bool:
    """Whether it is the label, with or without marks; a story is not even read for it."""
    return len(typed) <= 2 * len(label) and fold(typed) == fold(label)


async def _replied_to(turn: Turn) -> pairs.Pair | None:
    if not turn.message.reply_to:
        return None
    return await pairs.of_message(turn.work.tx, turn.address, turn.message.reply_to)


def _label(turn: Turn, routes: Routes) -> Awaitable[None] | None:
    """A main label, typed at any time."""
    for key, handler in routes.labels.items():
        if matches(turn.text, turn.words(key)):
            return handler(turn)
    return None
