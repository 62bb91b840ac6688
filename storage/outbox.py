"""What is to be said: rows that the delivery claims, sends and settles, in order per chat."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from bot.domain.counts import COUNTED
from bot.domain.files import File
from bot.domain.messages import Choice, Outgoing, channel_of
from bot.domain.values import dataclass
from storage.database import Row, Tx, from_ms, to_ms
from storage.json import dump, keys, load
from storage.portions import PORTION, in_portions


class Kind(StrEnum):
    """What the channel is asked to do."""

    SEND = "send"
    EDIT = "edit"
    ACK = "ack"


class Priority(IntEnum):
    """Who goes first. Replies overtake everything that nobody is waiting for."""

    REPLY = 0  #: also what goes out at any hour: danger, a script that is to be read now
    NOTICE = 1
    BROADCAST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Parcel:
    """One claimed row, on its way to a channel."""

    id: int
    address: str
    kind: Kind
    priority: Priority
    payload: str  #: of a copy: which message of its text, see ``storage.broadcasts.Copy``
    attempts: int  #: tries, this one included
    pair: int | None
    broadcast: int | None
    language: str
    created_at: datetime
    is_group: bool  #: goes to several people at once


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A row that failed or is being retried, for the operator."""

    id: int
    address: str
    kind: str
    attempts: int
    why: str
    created_at: datetime


@dataclass(frozen=True, slots=True)
class Backlog:
    """What waits in one channel; of more than ``COUNTED`` messages those that go first."""

    channel: str
    waiting: int
    oldest: datetime
    retried: int


@dataclass(frozen=True, slots=True)
class Pause:
    """A platform wants to be left alone."""

    until: datetime
    why: str


async def put(
    tx: Tx,
    *,
    address: str,
    kind: Kind,
    payload: str,
    now: datetime,
    priority: Priority = Priority.REPLY,
    pair: int | None = None,
) -> int:
    """Queue one thing to say; returns its id."""
    row = await tx.value(
        "outbox_put",
        channel=channel_of(address),
        address=address,
        kind=kind.value,
        priority=int(priority),
        payload=payload,
        pair=pair,
        now=to_ms(now),
    )
    return int(row)


async def put_claimed(
    tx: Tx, *, address: str, payload: str, now: datetime, pair: int | None = None
) -> Parcel | None:
    """Queue a reply and claim it at once; None where its chat has to wait for something."""
    row = await tx.one(
        "outbox_put_claimed",
        channel=channel_of(address),
        address=address,
        payload=payload,
        pair=pair,
        now=to_ms(now),
    )
    if row is None or row["state"] != "sending":
        return None
    return Parcel(
        id=row["id"],
        address=address,
        kind=Kind.SEND,
        priority=Priority.REPLY,
        payload=payload,
        attempts=1,
        pair=pair,
        broadcast=None,
        language="",
        created_at=now,
        is_group=bool(row["is_group"]),
    )


async def claim(
    tx: Tx, channel: str, now: datetime, batch: int, lowest: Priority = Priority.BROADCAST
) -> list[Parcel]:
    """Take up to ``batch`` rows of a channel for one minute, in the order to send them."""
    rows = await tx.all(
        "outbox_claim", channel=channel, now=to_ms(now), batch=batch, lowest=int(lowest)
    )
    return sorted((_row(row) for row in rows), key=lambda one: (one.priority, one.id))


async def sent(tx: Tx, parcels: Iterable[Parcel], now: datetime) -> None:
    """Parcels went out."""
    tries = defaultdict[int, list[int]](list)
    for parcel in parcels:
        tries[parcel.attempts].append(parcel.id)
    for attempts, ids in tries.items():
        values: dict[str, object] = {"try": attempts, "ids": keys(ids), "now": to_ms(now)}
        await tx.run("outbox_sent", **values)


async def wait(tx: Tx, parcels: Sequence[tuple[Parcel, datetime]]) -> None:
    """Give back parcels that may not go before a moment; no try is counted."""
    rows = [{**_try(parcel), "due_at": to_ms(due_at)} for parcel, due_at in parcels]
    await tx.many("outbox_wait", rows)


async def take_back(tx: Tx, parcel: Parcel) -> str:
    """Take a claimed message out, as if it had never been put; returns its words.

    If it was changed since it was claimed, those are the newer ones.
    """
    await tx.run("outbox_take_back", **_try(parcel))
    changed = await take_change(tx, parcel.pair) if parcel.pair else ""
    return changed or parcel.payload


async def take_change(tx: Tx, pair: int) -> str:
    """Take out the change that waits behind a message; its words, empty if there is none."""
    changed = await tx.all("outbox_take_change", pair=pair)
    return str(changed[0]["payload"]) if changed else ""


async def later(tx: Tx, parcel: Parcel, due_at: datetime, why: str, *, counts: bool = True) -> None:
    """Try again at ``due_at``; ``counts=False`` where the platform only asked to wait."""
    back = 0 if counts else 1
    await tx.run("outbox_later", **_try(parcel), due_at=to_ms(due_at), why=why, given_back=back)


async def fail(tx: Tx, parcel: Parcel, why: str, now: datetime) -> None:
    await tx.run("outbox_fail", **_try(parcel), why=why, now=to_ms(now))


def _try(parcel: Parcel) -> dict[str, object]:
    """Which try of which row: one that was claimed again since then belongs to somebody else."""
    return {"id": parcel.id, "try": parcel.attempts}


async def fail_address(tx: Tx, address: str, why: str, now: datetime) -> int:
    """Give up everything that waits for a chat; returns how much."""
    return await in_portions(tx, "outbox_fail_address", address=address, why=why, now=to_ms(now))


async def erase(tx: Tx, address: str, now: datetime) -> int:
    """Never say what waits for a chat, and drop its words; returns how much that was."""
    return await in_portions(tx, "outbox_erase", address=address, now=to_ms(now))


async def move(tx: Tx, before: str, after: str) -> None:
    await in_portions(tx, "outbox_move", before=before, after=after)


async def replace_waiting(tx: Tx, pair: int, kind: Kind, payload: str) -> bool:
    """Give a message that still waits newer words; False if none waits."""
    return bool(await tx.run("outbox_replace", pair=pair, kind=kind.value, payload=payload))


async def take_over(tx: Tx, channel: str) -> list[tuple[str, bool]]:
    """Return the leases of a channel; for its only sender, when it begins.

    (address, whether it is a group) of the messages that may have gone out.
    """
    rows = await tx.all("outbox_take_over", channel=channel)
    return [(row["address"], bool(row["is_group"])) for row in rows if row["kind"] == Kind.SEND]


async def leave_in_doubt(tx: Tx, channel: str, why: str, now: datetime) -> list[tuple[str, bool]]:
    """Give up what was on its way in a channel; (address, is it a group) of each."""
    rows = await tx.all("outbox_leave_in_doubt", channel=channel, why=why, now=to_ms(now))
    return [(row["address"], bool(row["is_group"])) for row in rows]


async def shift(tx: Tx, channel: str, step: timedelta, since: datetime) -> None:
    """The clock was set by so much: whatever waits in a channel waits as long as it would have.

    What was sent after ``since``, by the clock as it was, is as long ago as it was.
    """
    by = step // timedelta(milliseconds=1)
    await tx.run("outbox_shift", channel=channel, by=by)
    await tx.run("outbox_shift_recent", channel=channel, by=by, since=to_ms(since))
    await tx.run("pauses_shift", first=f"{channel}:", behind=f"{channel};", by=by)


async def recent(tx: Tx, channel: str, since: datetime) -> list[tuple[str, datetime, bool]]:
    """(address, when, whether it is a group) of what was sent since then, oldest first."""
    rows = await tx.all("outbox_recent", channel=channel, since=to_ms(since))
    return [(row["address"], from_ms(row["done_at"]), bool(row["is_group"])) for row in rows]


async def copies(tx: Tx, channel: str, most: int) -> int:
    """How many copies of broadcasts wait to be sent in a channel, counted up to ``most``."""
    priority = int(Priority.BROADCAST)
    return int(await tx.value("outbox_copies", channel=channel, priority=priority, most=most))


async def channels(tx: Tx) -> set[str]:
    """The channels in which something waits."""
    return {row["channel"] for row in await tx.all("outbox_channels")}


async def backlog(tx: Tx) -> list[Backlog]:
    """What waits in each channel that has something waiting, by name."""
    looked = [await _backlog(tx, channel) for channel in sorted(await channels(tx))]
    return [one for one in looked if one is not None]


async def _backlog(tx: Tx, channel: str) -> Backlog | None:
    """None if all of it has left since the channels were looked for."""
    row = await tx.one("outbox_open", channel=channel, most=COUNTED)
    if row is None or not row["waiting"]:
        return None
    return Backlog(channel, row["waiting"], from_ms(row["oldest"]), row["retried"])


async def stuck(tx: Tx, most: int = 20) -> list[Trouble]:
    return [_trouble(row) for row in await tx.all("outbox_stuck", most=most)]


async def failed(tx: Tx, most: int = 20) -> list[Trouble]:
    return [_trouble(row) for row in await tx.all("outbox_failed", most=most)]


async def failed_count(tx: Tx) -> int:
    """How many will never go, counted up to ``COUNTED``."""
    return int(await tx.value("outbox_failed_count", most=COUNTED))


async def forget(tx: Tx, before: datetime) -> int:
    """Drop a portion of what was settled before a moment; returns how much."""
    return await tx.run("outbox_forget", before=to_ms(before), most=PORTION)


async def pause(tx: Tx, address: str, until: datetime, why: str) -> None:
    """Send nothing to ``address`` until then; ``telegram:`` pauses a whole channel."""
    await tx.run("pause_put", address=address, until=to_ms(until), why=why)


async def paused(tx: Tx, address: str, now: datetime) -> Pause | None:
    """The pause that holds now; ``telegram:`` asks for a whole channel."""
    row = await tx.one("pause_of", address=address, now=to_ms(now))
    return Pause(from_ms(row["until"]), row["why"]) if row else None


async def drop_old_pauses(tx: Tx, now: datetime) -> int:
    """Drop a portion of the pauses that are over; returns how many."""
    return await tx.run("pauses_over", now=to_ms(now), most=PORTION)


def outgoing_to_json(message: Outgoing) -> str:
    choices = [[(one.label, one.data, one.url) for one in row] for row in message.choices]
    fields = {"text": message.text, "choices": choices, "reply_to": message.reply_to}
    return dump({**fields, "file": asdict(message.file)} if message.file else fields)


def outgoing_from_json(text: str) -> Outgoing:
    fields = load(text)
    choices = tuple(
        tuple(Choice(label=label, data=data, url=url) for label, data, url in row)
        for row in fields["choices"]
    )
    file = File(**fields["file"]) if "file" in fields else None
    return Outgoing(text=fields["text"], choices=choices, reply_to=fields["reply_to"], file=file)


def _row(row: Row) -> Parcel:
    return Parcel(
        id=row["id"],
        address=row["address"],
        kind=Kind(row["kind"]),
        priority=Priority(row["priority"]),
        payload=row["payload"],
        attempts=row["attempts"],
        pair=row["pair"],
        broadcast=row["broadcast"],
        language=row["language"],
        created_at=from_ms(row["created_at"]),
        is_group=bool(row["is_group"]),
    )


def _trouble(row: Row) -> Trouble:
    return Trouble(
        id=row["id"],
        address=row["address"],
        kind=row["kind"],
        attempts=row["attempts"],
        why=row["why"],
        created_at=from_ms(row["created_at"]),
    )
