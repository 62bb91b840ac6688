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


async def take(
    tx: Tx, channel: str, state: str, now: datetime, *, before: datetime, again: datetime
) -> bool:
    """Take on to tell of a trouble that began ``before``, last told before ``again`` if at all."""
    times = {"now": to_ms(now), "before": to_ms(before), "again": to_ms(again)}
    return bool(await tx.run("alarm_take", channel=channel, state=state, **times))


async def over(
    tx: Tx, channel: str, state: str, why: str, *, since: datetime, until: datetime
) -> None:
    """There was trouble that could not be written down before; what is untold goes on with it."""
    span = {"since": to_ms(since), "until": to_ms(until)}
    await tx.run("alarm_over", channel=channel, state=state, why=why, **span)


async def stumble(tx: Tx, channel: str, state: str) -> None:
    """There was trouble of which nobody need know; that it is over is tried out by writing."""
    await tx.run("alarm_stumble", channel=channel, state=state)


async def take_over(
    tx: Tx, channel: str, state: str, now: datetime, *, before: datetime, again: datetime
) -> Alarm | None:
    """Take on to tell of a trouble that was over ``before``; none was told of since ``again``."""
    times = {"now": to_ms(now), "before": to_ms(before), "again": to_ms(again)}
    row = await tx.one("alarm_take_over", channel=channel, state=state, **times)
    return _alarm(row) if row else None


async def not_ahead(tx: Tx, now: datetime) -> None:
    """Nothing was seen or told after ``now``: a clock that wrote so was ahead, and set back."""
    await tx.run("alarms_not_ahead", now=to_ms(now))


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
