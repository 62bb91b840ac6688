"""The conversations of the web chat: what the bot said and what the person said, in order.

Every change of a chat has an event number (``seq``) that grows; a page that knows the last one it
saw can ask for what it missed. ``id`` gives the order on the page and never changes.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bot.domain.values import dataclass
from storage.database import Row, Tx, from_ms, to_ms
from storage.json import dump, load
from storage.portions import PORTION, in_portions

Body = Mapping[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One message of a conversation."""

    id: int
    seq: int  #: the event that wrote or last changed it; 0: not yet handed to the inbox
    mine: bool  #: the person's own words, not the bot's
    gone: bool = False  #: no words: everything before this event was erased
    nonce: str  #: which form sent it; empty for the bot's words
    body: Body
    at: datetime


async def next_event(tx: Tx, chat: str) -> int:
    """The number of an event. Until the commit nobody else changes the chat."""
    return int(await tx.value("mailbox_step", chat=chat))


async def append(tx: Tx, chat: str, body: Body, now: datetime, seq: int = 0) -> int:
    """Add words of the bot, as the event ``seq`` if that was taken before; returns their id."""
    seq = seq or await next_event(tx, chat)
    made = await tx.value("mailbox_append", chat=chat, seq=seq, body=dump(body), at=to_ms(now))
    return int(made)


async def change(tx: Tx, chat: str, entry_id: int, body: Body) -> bool:
    """Change words of the bot where they stand; False if this chat has no such words."""
    seq = await next_event(tx, chat)
    return bool(await tx.run("mailbox_change", chat=chat, id=entry_id, seq=seq, body=dump(body)))


async def hold(tx: Tx, chat: str, nonce: str, body: Body, now: datetime) -> bool:
    """Keep the person's words until the inbox has them; False if this form was kept before."""
    return bool(
        await tx.run("mailbox_hold", chat=chat, nonce=nonce, body=dump(body), at=to_ms(now))
    )


async def is_held(tx: Tx, chat: str, nonce: str) -> bool:
    """Whether this form was kept before."""
    return await tx.value("mailbox_is_held", chat=chat, nonce=nonce) is not None


async def held(tx: Tx, chat: str) -> list[Entry]:
    """The person's words that the inbox may not have, oldest first."""
    return [_entry(row) for row in await tx.all("mailbox_held", chat=chat)]


async def confirm(tx: Tx, chat: str, entry_id: int, body: Body) -> None:
    """The inbox has these words: show them, as ``body``. A second time changes nothing."""
    seq = await next_event(tx, chat)
    await tx.run("mailbox_confirm", id=entry_id, seq=seq, body=dump(body))


async def nth_own(tx: Tx, chat: str, nth: int) -> datetime | None:
    """When the person's ``nth`` newest words were written (1: the newest)."""
    found = await tx.value("mailbox_nth_own", chat=chat, nth=nth)
    return None if found is None else from_ms(found)


async def get(tx: Tx, chat: str, entry_id: int) -> Entry | None:
    row = await tx.one("mailbox_entry", chat=chat, id=entry_id)
    return None if row is None else _entry(row)


async def newest(tx: Tx, chat: str, before: int, most: int) -> list[Entry]:
    """The last ``most`` messages before id ``before``, in the order of the page."""
    rows = await tx.all("mailbox_newest", chat=chat, before=before, most=most)
    return [_entry(row) for row in reversed(rows)]


async def since(tx: Tx, chat: str, seq: int, most: int) -> list[Entry]:
    """What was said or changed after event ``seq``, in the order it happened."""
    rows = await tx.all("mailbox_since", chat=chat, seq=seq, most=most)
    return [_entry(row) for row in rows]


async def last_seq(tx: Tx, chat: str) -> int:
    """The newest event number of a chat; 0 before the first."""
    return int(await tx.value("mailbox_seq", chat=chat) or 0)


async def erase(tx: Tx, chat: str, now: datetime) -> None:
    """Erase everything said in a chat; open pages drop it too. Event numbers go on from there."""
    seq = await last_seq(tx, chat)
    if seq:
        seq = await next_event(tx, chat)
        await tx.run("mailbox_gone", chat=chat, seq=seq, at=to_ms(now))
    await in_portions(tx, "mailbox_erase", chat=chat, seq=max(seq, 1))


async def erased_at(tx: Tx, chat: str) -> datetime | None:
    """When everything said in a chat was last erased, as long as anything since then is kept."""
    found = await tx.value("mailbox_erased_at", chat=chat)
    return None if found is None else from_ms(found)


async def erase_old(tx: Tx, chat: str, before: datetime) -> None:
    """Erase what was said in a chat before a moment; an open page shows it until it is left."""
    await in_portions(tx, "mailbox_erase_old", chat=chat, before=to_ms(before))


async def forget(tx: Tx, before: datetime) -> int:
    """Erase a portion of what was said before a moment, in every chat; returns how much."""
    return await tx.run("mailbox_forget", before=to_ms(before), most=PORTION)


def _entry(row: Row) -> Entry:
    return Entry(
        id=row["id"],
        seq=row["seq"],
        mine=row["kind"] == "mine",
        gone=row["kind"] == "gone",
        nonce=row["nonce"] or "",
        body=load(row["body"]),
        at=from_ms(row["at"]),
    )
