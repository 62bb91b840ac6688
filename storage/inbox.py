"""Incoming messages: stored before they are acknowledged, then worked on one at a time per chat."""

import secrets
from collections.abc import Sequence
from dataclasses import asdict
from datetime import datetime
from operator import attrgetter

from bot.domain.counts import COUNTED
from bot.domain.messages import (
    Address,
    Attachment,
    Happened,
    Inbound,
    Media,
    Unreadable,
)
from bot.domain.values import dataclass
from storage import holding
from storage.database import Row, Tx, from_ms, to_ms
from storage.json import dump, load
from storage.portions import PORTION

#: From more open messages than these on, a claim does not look at all of them.
_MANY = 500

#: What names of chats begin with.
_CHANNELS = ("telegram", "web", "zalo")


@dataclass(frozen=True, slots=True)
class Claimed:
    """One message taken out of the inbox to be worked on."""

    id: int
    address: str
    payload: str
    attempts: int  #: how often it was taken, this time included

    @property
    def message(self) -> Inbound:
        return inbound_from_json(self.payload)


async def store(tx: Tx, arrivals: Sequence[Inbound | Unreadable], now: datetime) -> None:
    """Keep a batch. What could not be read goes to the holding pen, once."""
    for arrival in arrivals:
        if isinstance(arrival, Inbound):
            await _store_inbound(tx, arrival, now)
        elif await _store_unreadable(tx, arrival, now):
            await holding.put_unreadable(tx, arrival, now)


async def store_claimed(tx: Tx, message: Inbound, now: datetime) -> Claimed | None:
    """Keep a message and claim it; None if it has been here, or waits for another of its chat."""
    address, payload = str(message.address), inbound_to_json(message)
    row = await tx.one(
        "inbox_store_claimed",
        channel=message.address.channel,
        external_id=message.id,
        address=address,
        payload=payload,
        now=to_ms(now),
    )
    if row is None or row["state"] != "working":
        return None
    return Claimed(row["id"], address, payload, 1)


async def _store_inbound(tx: Tx, message: Inbound, now: datetime) -> None:
    await tx.run(
        "inbox_store",
        channel=message.address.channel,
        external_id=message.id,
        address=str(message.address),
        payload=inbound_to_json(message),
        state="new",
        why="",
        received_at=to_ms(now),
        done_at=None,
    )


async def _store_unreadable(tx: Tx, arrival: Unreadable, now: datetime) -> bool:
    return bool(
        await tx.run(
            "inbox_store",
            channel=arrival.channel,
            external_id=arrival.id,
            address=str(Address(arrival.channel, arrival.chat)),
            payload="",
            state="failed",
            why=arrival.why,
            received_at=to_ms(now),
            done_at=to_ms(now),
        )
    )


async def claim(tx: Tx, now: datetime, batch: int) -> list[Claimed]:
    """Take up to ``batch`` messages, at most one a chat, oldest first.

    Programs claim one after the other, each seeing what those before it took. Without that a row
    that is committed after one of a higher id, as what a job came to may be, is taken by the second
    program while the first takes the higher one: two turns of one chat at once.
    """
    reach = await tx.value("inbox_lock", inbox="inbox")
    last = await tx.value("inbox_last", many=_MANY) if reach and reach > _MANY else None
    if last is None:
        rows = await tx.all("inbox_claim", now=to_ms(now), batch=batch)
    else:
        rows = await _claim_of_many(tx, now, batch, last)
    claimed = [_claimed(row) for row in rows]
    if len(claimed) > 1:
        claimed.sort(key=attrgetter("id"))
    return claimed


async def _claim_of_many(tx: Tx, now: datetime, batch: int, last: int) -> list[Row]:
    """The oldest of those up to ``last``; where one chat has sent those, other chats' as well.

    Which others comes by their names, from a place on that is another one each time.
    """
    rows = await tx.all("inbox_claim_first", now=to_ms(now), batch=batch, last=last)
    for after in (_somewhere(), ""):
        if left := batch - len(rows):
            rows += await tx.all(
                "inbox_claim_chats", now=to_ms(now), batch=left, after=after, many=_MANY
            )
    return rows


def _somewhere() -> str:
    """Where to begin among the names of chats: a channel and a few signs of a chat's."""
    return f"{secrets.choice(_CHANNELS)}:{secrets.token_hex(4)}"


async def done(tx: Tx, message_id: int, now: datetime) -> bool | None:
    """Mark as done; whether one waits behind it in its chat, or None if it is no longer ours."""
    behind = await tx.value("inbox_done", id=message_id, now=to_ms(now))
    return None if behind is None else bool(behind)


async def fail(tx: Tx, claimed: Claimed, why: str, now: datetime) -> bool:
    """It broke; False if somebody else has taken it since, whose it is now."""
    values = {"id": claimed.id, "try": claimed.attempts}
    return bool(await tx.run("inbox_fail", why=why, now=to_ms(now), **values))


async def again(tx: Tx, claimed: Claimed) -> None:
    """Give it back, unless somebody else has taken it since."""
    values = {"id": claimed.id, "try": claimed.attempts}
    await tx.run("inbox_again", **values)


async def free(tx: Tx) -> int:
    """Return every lease; for the only process of a database, at its start."""
    return await tx.run("inbox_free")


async def forget(tx: Tx, before: datetime) -> int:
    """Drop a portion of what was done or failed before a moment; returns how much."""
    return await tx.run("inbox_forget", before=to_ms(before), most=PORTION)


async def waiting(tx: Tx) -> tuple[int, datetime | None]:
    """How many messages wait, counted up to ``COUNTED``, and since when the oldest does."""
    row = await tx.one("inbox_open", most=COUNTED)
    assert row is not None
    return row["waiting"], from_ms(row["oldest"]) if row["oldest"] else None


def _claimed(row: Row) -> Claimed:
    return Claimed(row["id"], row["address"], row["payload"], row["attempts"])


def inbound_to_json(message: Inbound) -> str:
    """Only what is not empty, to keep rows small."""
    fields = {
        name: getattr(message, name)
        for name in message.__dataclass_fields__
        if name not in ("address", "at", "attachments") and getattr(message, name)
    }
    fields["address"] = str(message.address)
    fields["at"] = to_ms(message.at)
    if message.attachments:
        fields["attachments"] = [asdict(one) for one in message.attachments]
    return dump(fields)


def inbound_from_json(text: str) -> Inbound:
    fields = load(text)
    fields["address"] = Address.parse(fields["address"])
    fields["at"] = from_ms(fields["at"])
    fields["happened"] = Happened(fields["happened"])
    fields["left_out"] = tuple(fields.get("left_out", ()))
    fields["attachments"] = tuple(
        Attachment(**{**one, "media": Media(one["media"])}) for one in fields.get("attachments", ())
    )
    return Inbound(**fields)
