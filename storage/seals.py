"""Secrets that the installation made for itself. They stay the same for good, on every process."""

from datetime import datetime

from storage.database import Tx, to_ms


async def get(tx: Tx, name: str) -> bytes | None:
    """The secret of this name; None before it was needed."""
    value = await tx.value("seal_get", name=name)
    return bytes.fromhex(value) if value else None


async def keep(tx: Tx, name: str, fresh: bytes, now: datetime) -> bytes:
    """The secret of this name; ``fresh`` becomes it where there is none yet."""
    await tx.run("seal_make", name=name, value=fresh.hex(), now=to_ms(now))
    kept = await get(tx, name)
    assert kept is not None, "it has just been made, by us or by another program"
    return kept
