"""Links to files, for chats that carry none: each of one chat, for one browser. Kept as hashes."""

import hashlib
from datetime import datetime

from bot.domain.values import dataclass
from storage.database import Tx, from_ms, to_ms
from storage.portions import PORTION


@dataclass(frozen=True, slots=True, kw_only=True)
class FileLink:
    """A link as it stands for the browser that asks."""

    id: int
    token: str  #: of the file
    person: int | None  #: whose it is; None: nobody's, or no longer anybody's
    expires_at: datetime
    is_taken: bool  #: a browser has opened it
    is_ours: bool  #: this one


async def make(
    tx: Tx,
    code: str,
    *,
    token: str,
    address: str,
    person: int | None,
    now: datetime,
    expires_at: datetime,
) -> None:
    """A new link; ``code`` is its secret part, and is not kept."""
    await tx.run(
        "file_link_make",
        link_hash=_hash(code),
        token=token,
        address=address,
        person=person,
        now=to_ms(now),
        expires_at=to_ms(expires_at),
    )


async def get(tx: Tx, code: str, key: str, now: datetime) -> FileLink | None:
    """The link, for the browser that keeps ``key``; None once it has lapsed."""
    row = await tx.one("file_link_get", link_hash=_hash(code), now=to_ms(now))
    if row is None:
        return None
    return FileLink(
        id=row["id"],
        token=row["token"],
        person=row["person"],
        expires_at=from_ms(row["expires_at"]),
        is_taken=row["key_hash"] is not None,
        is_ours=row["key_hash"] == _hash(key),
    )


async def take(tx: Tx, link: FileLink, key: str) -> bool:
    """From now on it opens with ``key`` alone; False if another browser was faster."""
    return await tx.value("file_link_take", id=link.id, key_hash=_hash(key)) is not None


async def forget(tx: Tx, before: datetime) -> int:
    """Drop a portion of the links that lapsed before a moment; returns how many."""
    return await tx.run("file_links_forget", before=to_ms(before), most=PORTION)


async def forget_person(tx: Tx, person: int) -> None:
    """Drop every link that was made for somebody."""
    while await tx.run("file_links_forget_person", person=person, most=PORTION) == PORTION:
        pass


def _hash(secret: str) -> str:
    return hashlib.sha256(f"lang-nghe file: {secret}".encode()).hexdigest()
