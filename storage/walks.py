"""Walks over all rows of a table, a few at a time; each goes on where it stopped."""

from storage.database import Tx


async def at(tx: Tx, walk: str) -> int:
    """The last row that was looked at; 0 at the beginning of a walk."""
    return int(await tx.value("walk_at", name=f"walk:{walk}") or 0)


async def on(tx: Tx, walk: str, row: int) -> None:
    """Remember the last row that was looked at; 0 starts over."""
    await tx.run("walk_on", name=f"walk:{walk}", at=row)
