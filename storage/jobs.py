"""Slow work that must not hold up a turn: claimed, done outside, its result told as a message."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from storage.database import Tx, to_ms
from storage.json import dump, load


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of slow work."""

    id: int
    kind: str
    payload: Any
    attempts: int  #: tries, this one included


async def put(tx: Tx, kind: str, payload: object, now: datetime) -> int:
    return int(await tx.value("job_put", kind=kind, payload=dump(payload), now=to_ms(now)))


async def claim(tx: Tx, now: datetime, batch: int = 1) -> list[Job]:
    """Take work for ten minutes."""
    rows = await tx.all("job_claim", now=to_ms(now), batch=batch)
    return [Job(row["id"], row["kind"], load(row["payload"]), row["attempts"]) for row in rows]


async def done(tx: Tx, job_id: int) -> None:
    await tx.run("job_done", id=job_id)


async def later(tx: Tx, job_id: int, due_at: datetime, why: str) -> None:
    await tx.run("job_later", id=job_id, due_at=to_ms(due_at), why=why)


async def fail(tx: Tx, job_id: int, why: str) -> None:
    await tx.run("job_fail", id=job_id, why=why)


async def free(tx: Tx) -> None:
    """Return every lease; for the only process of a database, at its start."""
    await tx.run("job_free")
