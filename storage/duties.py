"""Leases: who polls, who sends, who ticks. Each has one holder among all processes."""

from datetime import datetime

from storage.database import Tx, from_ms, to_ms


async def take(tx: Tx, name: str, holder: str, now: datetime, until: datetime) -> bool:
    """Take or keep a duty; False while somebody else holds it."""
    got = await tx.value("duty_take", name=name, holder=holder, now=to_ms(now), until=to_ms(until))
    return got is not None


async def leave(tx: Tx, name: str, holder: str) -> None:
    await tx.run("duty_leave", name=name, holder=holder)


async def free(tx: Tx) -> None:
    await tx.run("duty_free")


async def everyone(tx: Tx) -> list[tuple[str, str, datetime]]:
    """(duty, holder, until) of each duty."""
    rows = await tx.all("duties_all")
    return [(row["name"], row["holder"], from_ms(row["until"])) for row in rows]
