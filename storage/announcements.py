"""Announcements: their words, whom they are for, and where they stand."""

from collections.abc import Mapping
from datetime import datetime

from bot.domain.announcements import Announcement, Audience, Status
from storage.database import Row, Tx, maybe_from_ms, to_ms
from storage.json import dump, load

#: How far people are counted.
COUNTED = 100_000


async def make(
    tx: Tx,
    author: int,
    text: str,
    now: datetime,
    *,
    audience: Audience | None = None,
    others: Mapping[str, str] | None = None,
) -> int:
    """``others``: the same words in other languages, where there are some."""
    return int(
        await tx.value(
            "announcement_make",
            author=author,
            text=text,
            others=_packed(others or {}),
            audience=str(audience or ""),
            now=to_ms(now),
        )
    )


async def get(tx: Tx, announcement_id: int) -> Announcement | None:
    row = await tx.one("announcement_get", id=announcement_id)
    return _announcement(row) if row else None


async def write(tx: Tx, changed: Announcement, now: datetime) -> bool:
    """Keep other words or another audience; False once it is approved or dropped."""
    kept = await tx.run(
        "announcement_write",
        id=changed.id,
        text=changed.text,
        others=_packed(changed.others),
        audience=str(changed.audience or ""),
        now=to_ms(now),
    )
    return bool(kept)


async def move(tx: Tx, found: Announcement, after: Status, now: datetime) -> bool:
    """One step of its way; False if it is not where it was."""
    moved = await tx.run(
        "announcement_move",
        id=found.id,
        before=found.status.value,
        after=after.value,
        now=to_ms(now),
    )
    return bool(moved)


async def approve(tx: Tx, announcement_id: int, approver: int, now: datetime) -> bool:
    """False for its author, and if it does not wait for approval."""
    return bool(
        await tx.run("announcement_approve", id=announcement_id, approver=approver, now=to_ms(now))
    )


async def has_open_parts(tx: Tx, announcement_id: int) -> bool:
    return await tx.value("announcement_open_parts", id=announcement_id) is not None


async def hearers(tx: Tx, ward: str = "") -> int:
    """How many people of a ward, or of all, may be told; counted up to ``COUNTED``."""
    if ward:
        return int(await tx.value("people_hearing_of_ward_count", ward=ward, most=COUNTED))
    return int(await tx.value("people_hearing_count", most=COUNTED))


async def seated(tx: Tx, session: int, group: str) -> int:
    """How many people speak for a household that is invited to a session or comes to it."""
    return int(await tx.value("people_seated_count", session=session, group=group))


def _packed(others: Mapping[str, str]) -> str:
    return dump(dict(others)) if others else ""


def _announcement(row: Row) -> Announcement:
    return Announcement(
        id=row["id"],
        author=row["author"],
        text=row["text"],
        others=load(row["others"]) if row["others"] else {},
        audience=Audience.parse(row["audience"]) if row["audience"] else None,
        status=Status(row["status"]),
        approver=row["approver"],
        approved_at=maybe_from_ms(row["approved_at"]),
        told=row["told"],
    )
