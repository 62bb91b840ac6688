"""Leases: who polls, who sends, who ticks. Each has one holder among all processes."""

from datetime import datetime

from bot.domain.values import dataclass
from storage.database import Tx, from_ms, to_ms

#: What the duty to send on a channel is called, before the channel's name.
SEND = "send "


@dataclass(frozen=True, slots=True)
class Lease:
    """Who has a duty, and until when by that process's clock. Each renewal makes another one."""

    holder: str
    until: datetime


async def take(tx: Tx, name: str, lease: Lease, over: Lease | None = None) -> bool:
    """Take or keep a duty; False while somebody else holds it.

    ``over``: a lease that has not been renewed for too long; it gives way if it still stands.
    """
    got = await tx.value(
        "duty_take",
        name=name,
        holder=lease.holder,
        until=to_ms(lease.until),
        dead=over.holder if over else "",
        last=to_ms(over.until) if over else 0,
    )
    return got is not None


async def of(tx: Tx, name: str) -> Lease | None:
    """The lease that stands."""
    row = await tx.one("duty_of", name=name)
    return Lease(row["holder"], from_ms(row["until"])) if row else None


async def leave(tx: Tx, name: str, holder: str) -> None:
    await tx.run("duty_leave", name=name, holder=holder)


async def free(tx: Tx) -> None:
    await tx.run("duty_free")


async def everyone(tx: Tx) -> list[tuple[str, str, datetime]]:
    """(duty, holder, until) of each duty."""
    rows = await tx.all("duties_all")
    return [(row["name"], row["holder"], from_ms(row["until"])) for row in rows]


async def sent_on(tx: Tx) -> set[str]:
    """The channels on which some process sends."""
    return {name.removeprefix(SEND) for name, *_ in await everyone(tx) if name.startswith(SEND)}
