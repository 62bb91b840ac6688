"""Codes on paper that let whoever holds it speak for a household. Only their hash is kept."""

import hashlib
from datetime import datetime

from storage.database import Tx, to_ms


async def make(
    tx: Tx, code: str, household: int, *, by: int | None, now: datetime, expires_at: datetime
) -> None:
    await tx.run(
        "household_code_make",
        code_hash=_hash(code),
        household=household,
        by=by,
        now=to_ms(now),
        expires_at=to_ms(expires_at),
    )


async def find(tx: Tx, code: str, now: datetime) -> int | None:
    """The household of a code that is still good."""
    found = await tx.value("household_code_get", code_hash=_hash(code), now=to_ms(now))
    return int(found) if found is not None else None


def _hash(code: str) -> str:
    return hashlib.sha256(code.strip().encode()).hexdigest()
