"""Keys to the check-in page: a one-time link becomes the key of one device. Kept as hashes."""

import hashlib
from datetime import datetime

from bot.domain.values import dataclass
from storage.database import Row, Tx, from_ms, to_ms
from storage.portions import PORTION


@dataclass(frozen=True, slots=True, kw_only=True)
class DoorKey:
    """What opens the page of one session to one person on one device."""

    id: int
    session: int
    person: int
    expires_at: datetime


async def make(
    tx: Tx, link: str, *, session: int, person: int, now: datetime, expires_at: datetime
) -> None:
    await tx.run(
        "door_key_make",
        link_hash=_hash(link),
        session=session,
        person=person,
        now=to_ms(now),
        expires_at=to_ms(expires_at),
    )


async def linked(tx: Tx, link: str, now: datetime) -> DoorKey | None:
    """What a link would open; None if it is unknown, used or too old."""
    row = await tx.one("door_key_linked", link_hash=_hash(link), now=to_ms(now))
    return _key(row) if row else None


async def open(  # noqa: A001 - that is what one does with it
    tx: Tx, link: str, key: str, *, now: datetime, expires_at: datetime
) -> bool:
    """Use a link up: from now on ``key`` opens the page; False if somebody was faster."""
    session = await tx.value(
        "door_key_open",
        link_hash=_hash(link),
        key_hash=_hash(key),
        now=to_ms(now),
        expires_at=to_ms(expires_at),
    )
    return session is not None


async def get(tx: Tx, key: str, now: datetime) -> DoorKey | None:
    row = await tx.one("door_key_get", key_hash=_hash(key), now=to_ms(now))
    return _key(row) if row else None


async def end(tx: Tx, key: DoorKey, now: datetime) -> None:
    """The device is signed out."""
    await tx.run("door_key_end", id=key.id, now=to_ms(now))


async def forget(tx: Tx, before: datetime) -> int:
    """Drop a portion of the keys that ended before a moment; returns how many."""
    return await tx.run("door_keys_forget", before=to_ms(before), most=PORTION)


def _hash(secret: str) -> str:
    return hashlib.sha256(f"lang-nghe door: {secret}".encode()).hexdigest()


def _key(row: Row) -> DoorKey:
    return DoorKey(
        id=row["id"],
        session=row["session"],
        person=row["person"],
        expires_at=from_ms(row["expires_at"]),
    )
