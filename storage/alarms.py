"""Trouble with a channel: since when, and whether people were told. A row until it is over."""

from datetime import datetime

from bot.domain.values import dataclass
from storage.database import Row, Tx, from_ms, maybe_from_ms, to_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarm:
    """One trouble with one channel."""

    channel: str
    state: str
    why: str
    since: datetime
    seen_at: datetime  #: when it was last seen
    told_at: datetime | None  #: when people were told


async def seen(tx: Tx, channel: str, state: str, why: str, now: datetime) -> None:
    """There is trouble now; one that is open already goes on."""
    await tx.run("alarm_seen", channel=channel, state=state, why=why, now=to_ms(now))


async def take(tx: Tx, channel: str, state: str, before: datetime, now: datetime) -> bool:
    """Take on to tell of a trouble that began ``before``; False if somebody has, or it is newer."""
    return bool(
        await tx.run(
            "alarm_take", channel=channel, state=state, before=to_ms(before), now=to_ms(now)
        )
    )


async def end(tx: Tx, channel: str, before: datetime) -> list[Alarm]:
    """All is well: what was wrong, for one caller. Nothing while any was seen after ``before``."""
    rows = await tx.all("alarms_end", channel=channel, before=to_ms(before))
    return [_alarm(row) for row in rows]


async def everything(tx: Tx) -> list[Alarm]:
    """What is not over, by channel, the newest first."""
    return [_alarm(row) for row in await tx.all("alarms_open")]


def _alarm(row: Row) -> Alarm:
    return Alarm(
        channel=row["channel"],
        state=row["state"],
        why=row["why"],
        since=from_ms(row["since"]),
        seen_at=from_ms(row["seen_at"]),
        told_at=maybe_from_ms(row["told_at"]),
    )
