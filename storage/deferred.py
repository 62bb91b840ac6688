"""What waits: notices until quiet hours end, and words until their writer has consented."""

from dataclasses import replace
from datetime import datetime

from bot.domain.messages import Inbound, Outgoing
from bot.domain.values import dataclass
from storage.database import Tx, to_ms
from storage.inbox import inbound_from_json, inbound_to_json
from storage.outbox import Priority, outgoing_from_json, outgoing_to_json
from storage.portions import in_portions

#: Notices, or chats, that one look takes: each of them is some work.
_PAGE = 50

#: Later than any moment.
LATEST = 2**62


@dataclass(frozen=True, slots=True, kw_only=True)
class Deferred:
    """One notice that waits for the morning."""

    id: int
    address: str
    priority: Priority
    message: Outgoing
    subject: str
    role: str


async def put(
    tx: Tx,
    *,
    address: str,
    message: Outgoing,
    due_at: datetime,
    priority: Priority,
    subject: str = "",
    role: str = "",
) -> None:
    await tx.run(
        "deferred_put",
        address=address,
        payload=outgoing_to_json(message),
        due_at=to_ms(due_at),
        priority=int(priority),
        subject=subject,
        role=role,
    )


async def take_due(tx: Tx, now: datetime, most: int = _PAGE) -> list[Deferred]:
    """Take what is due now out of the waiting room, in order."""
    rows = await tx.all("deferred_take", now=to_ms(now), most=most)
    return [
        Deferred(
            id=row["id"],
            address=row["address"],
            priority=Priority(row["priority"]),
            message=outgoing_from_json(row["payload"]),
            subject=row["subject"],
            role=row["role"],
        )
        for row in sorted(rows, key=lambda row: (row["due_at"], row["id"]))
    ]


async def forget(tx: Tx, address: str) -> None:
    await tx.run("deferred_forget", address=address)
    await in_portions(tx, "held_drop", address=address, before=LATEST)


async def forget_subject(tx: Tx, subject: str) -> None:
    """Say nothing about it in the morning."""
    await tx.run("deferred_forget_subject", subject=subject)


async def move(tx: Tx, before: str, after: str) -> None:
    await tx.run("deferred_move", before=before, after=after)


async def hold_words(tx: Tx, message: Inbound, now: datetime) -> None:
    """Keep words of somebody who has not consented yet. No view, export or search reads them."""
    await tx.run(
        "held_put", address=str(message.address), payload=inbound_to_json(message), at=to_ms(now)
    )


async def held_words(tx: Tx, address: str) -> list[Inbound]:
    """Take out what was held for this chat, because its writer has now consented."""
    rows = await tx.all("held_take", address=address)
    return [inbound_from_json(row["payload"]) for row in sorted(rows, key=lambda row: row["id"])]


async def change_words(tx: Tx, message: Inbound) -> bool:
    """Their writer has changed them; False if this message's words are not among the newest held.

    They wait no longer for that, and what came with them stays.
    """
    for row in await tx.all("held_newest", address=str(message.address), most=_PAGE):
        held = inbound_from_json(row["payload"])
        if held.message_id and held.message_id == message.message_id:
            payload = inbound_to_json(replace(held, text=message.text))
            return bool(await tx.run("held_change", id=row["id"], payload=payload))
    return False


async def expired_words(tx: Tx, before: datetime) -> dict[str, bool]:
    """Erase words that waited too long for consent, and no others.

    Returns the chats, a page of them at most, each with whether newer words still wait there.
    """
    rows = await tx.all("held_expired", before=to_ms(before), most=_PAGE)
    return {
        address: await _expire(tx, address, before)
        for address in dict.fromkeys(row["address"] for row in rows)
    }


async def _expire(tx: Tx, address: str, before: datetime) -> bool:
    await in_portions(tx, "held_drop", address=address, before=to_ms(before))
    return bool(await tx.all("held_newest", address=address, most=1))
