"""The holding pen (chờ xếp): what could not be read, matched or worked on is kept for a person."""

from datetime import datetime

from bot.domain.counts import COUNTED
from bot.domain.messages import Address, Unreadable
from bot.domain.values import dataclass
from storage.database import Tx, from_ms, to_ms
from storage.portions import PORTION, in_portions

UNREADABLE = "unreadable"  #: came in a form that we could not read
BROKEN = "broken"  #: broke the code that worked on it
JOB = "job"  #: slow work that could not be done
UNMATCHED = "unmatched"  #: an official's reply to something we know nothing of


@dataclass(frozen=True, slots=True)
class Held:
    """One thing in the holding pen."""

    id: int
    kind: str
    address: str
    payload: str  #: the message as JSON, or the words
    why: str
    at: datetime


async def put(tx: Tx, kind: str, address: str, payload: str, why: str, now: datetime) -> int:
    """Keep something; returns its id."""
    held = await tx.value(
        "holding_put", kind=kind, address=address, payload=payload, raw=None, why=why, at=to_ms(now)
    )
    return int(held)


async def put_unreadable(tx: Tx, arrival: Unreadable, now: datetime) -> None:
    await tx.run(
        "holding_put",
        kind=UNREADABLE,
        address=str(Address(arrival.channel, arrival.chat)),
        payload="",
        raw=arrival.raw,
        why=arrival.why,
        at=to_ms(now),
    )


async def waiting(tx: Tx, after: int = 0, most: int = 20) -> list[Held]:
    """A page of what waits, oldest first; ``after`` is the last id of the page before."""
    return [
        Held(row["id"], row["kind"], row["address"], row["payload"], row["why"], from_ms(row["at"]))
        for row in await tx.all("holding_open", after=after, most=most)
    ]


async def count(tx: Tx) -> tuple[int, datetime | None]:
    """How many wait, counted up to ``COUNTED``, and since when the oldest does."""
    row = await tx.one("holding_count", most=COUNTED)
    assert row is not None
    return row["waiting"], from_ms(row["oldest"]) if row["oldest"] else None


async def tell(tx: Tx) -> bool:
    """Take on to tell of what is kept; False while what was told of before still waits."""
    return bool(await tx.run("holding_tell", counter="holding:told", told_by_itself=UNMATCHED))


async def forget(tx: Tx, address: str, now: datetime) -> None:
    """Drop what came from one chat, and that it came from there."""
    await in_portions(tx, "holding_forget", address=address, now=to_ms(now))


async def forget_chats(tx: Tx, before: datetime) -> int:
    """Drop a portion of the chats of what was settled before a moment; returns how many."""
    return await tx.run("holding_forget_chats", before=to_ms(before), most=PORTION)


async def settle(tx: Tx, held_id: int, by: int, how: str, now: datetime) -> bool:
    """Take it out of the pen; False if somebody already did."""
    return bool(await tx.run("holding_settle", id=held_id, by=by, how=how, now=to_ms(now)))
