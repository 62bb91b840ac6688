"""Where each conversation stands, so that it goes on there after a restart."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.conversation import Conversation
from bot.domain.messages import Choice
from storage.database import Tx, to_ms
from storage.json import dump, load
from storage.portions import in_portions


async def get(tx: Tx, address: str, sender: str) -> Conversation:
    """The conversation of one sender in one chat; a fresh one if there is none."""
    row = await tx.one("conversation_get", address=address, sender=sender)
    if row is None:
        return Conversation(address=address, sender=sender)
    return Conversation(
        address=address,
        sender=sender,
        step=row["step"],
        data=load(row["data"]) or {},
        choices=tuple(_read(row["choices"])),
    )


async def put(tx: Tx, conversation: Conversation, now: datetime) -> None:
    await tx.run(
        "conversation_put",
        address=conversation.address,
        sender=conversation.sender,
        step=conversation.step,
        data=dump(dict(conversation.data)),
        choices=_choices(conversation.choices),
        now=to_ms(now),
    )


async def show(tx: Tx, address: str, sender: str, choices: Sequence[Choice], now: datetime) -> None:
    """Remember the buttons that were just shown, for those who answer with a number."""
    await tx.run(
        "conversation_choices",
        address=address,
        sender=sender,
        choices=_choices(choices),
        now=to_ms(now),
    )


async def choices(tx: Tx, address: str, sender: str, now: datetime) -> list[Choice]:
    """The buttons shown last, kept from others until the transaction ends."""
    return _read(
        await tx.value("conversation_shown", address=address, sender=sender, now=to_ms(now))
    )


async def forget(tx: Tx, address: str) -> None:
    await in_portions(tx, "conversation_forget", address=address)


def _choices(choices: Sequence[Choice]) -> str:
    return dump([(choice.label, choice.data) for choice in choices if choice.data])


def _read(kept: str) -> list[Choice]:
    return [Choice(label=label, data=data) for label, data in load(kept) or ()]


async def move(tx: Tx, before: str, after: str) -> None:
    await forget(tx, after)
    await in_portions(tx, "conversation_move", before=before, after=after)
