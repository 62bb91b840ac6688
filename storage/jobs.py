"""Slow work that must not hold up a turn: claimed, done outside, its result told as a message."""

from datetime import datetime
from typing import Any

from bot.domain.counts import COUNTED
from bot.domain.jobs import JobKind
from bot.domain.values import dataclass
from storage.database import Tx, from_ms, to_ms
from storage.json import dump, load


@dataclass(frozen=True, slots=True)
class Job:
    """One piece of slow work, as it was claimed."""

    id: int  #: never used again for another one
    kind: str  #: a ``JobKind``, or one that only another version of the program knows
    payload: Any
    attempts: int  #: tries, this one included


async def put(tx: Tx, kind: JobKind, payload: object, now: datetime) -> int:
    return int(await tx.value("job_put", kind=kind.value, payload=dump(payload), now=to_ms(now)))


async def claim(tx: Tx, now: datetime, batch: int = 1) -> list[Job]:
    """Take work for twenty seconds; whoever needs longer renews that."""
    rows = await tx.all("job_claim", now=to_ms(now), batch=batch)
    return [Job(row["id"], row["kind"], load(row["payload"]), row["attempts"]) for row in rows]


async def renew(tx: Tx, job: Job, now: datetime) -> bool:
    """Have twenty seconds more; False if somebody else has it by now."""
    return bool(await tx.run("job_renew", **_try(job), now=to_ms(now)))


async def end(tx: Tx, job: Job) -> bool:
    """It is done or given up; False if it is no longer ours to end."""
    return bool(await tx.run("job_end", **_try(job)))


async def later(tx: Tx, job: Job, due_at: datetime, why: str) -> None:
    await tx.run("job_later", **_try(job), due_at=to_ms(due_at), why=why)


async def again(tx: Tx, job: Job) -> None:
    """Give it back; this try does not count."""
    await tx.run("job_again", **_try(job))


async def free(tx: Tx) -> None:
    """Return every lease; for the only process of a database, at its start."""
    await tx.run("job_free")


async def waiting(tx: Tx) -> tuple[int, datetime | None]:
    """How many are not done, counted up to ``COUNTED``, and from when the first of them is due."""
    row = await tx.one("jobs_open", most=COUNTED)
    assert row is not None
    return row["waiting"], from_ms(row["oldest"]) if row["oldest"] else None


def _try(job: Job) -> dict[str, object]:
    return {"id": job.id, "try": job.attempts}
