"""The programme in force, and every one before it. The newest version rules."""

from datetime import datetime

from storage.database import Tx, to_ms


async def newest(tx: Tx) -> tuple[int, str] | None:
    """The version in force and its JSON; None in an empty database."""
    row = await tx.one("programme_newest")
    return (row["version"], row["data"]) if row else None


async def version(tx: Tx) -> int:
    """The version in force; 0 in an empty database."""
    return int(await tx.value("programme_version") or 0)


async def put(tx: Tx, version: int, data: str, *, by: int | None, now: datetime) -> bool:
    """Put a new version in force; False if somebody else took that number."""
    return bool(await tx.run("programme_put", version=version, data=data, by=by, now=to_ms(now)))
