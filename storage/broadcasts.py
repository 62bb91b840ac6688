"""One text for many: stored once, with a cursor that walks over its receivers."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import Any

from bot.domain.messages import Outgoing, channel_of
from bot.domain.values import dataclass
from storage.database import Row, Tx, to_ms
from storage.json import dump, keys, load
from storage.outbox import Parcel, Priority, outgoing_from_json, outgoing_to_json
from storage.portions import PORTION, in_portions


class To(StrEnum):
    """Who hears a broadcast."""

    FOLLOWERS = "ward"  #: who follows the answers of a ward
    RESIDENTS = "residents"  #: who lives in a ward
    EVERYONE = "everyone"
    SEATED = "seated"  #: who is invited to a session or comes to it
    NAMED = "named"  #: these people
    BASIS = "basis"  #: who was given an answer that rests on a law or decree
    ANSWER = "answer"  #: who was given an answer that ends by itself


@dataclass(frozen=True, slots=True, kw_only=True)
class Circle:
    """The people whom a broadcast is for."""

    to: To
    ward: str = ""  #: of followers and residents
    also: tuple[str, ...] = ()  #: more wards: walked over together, so that who moves hears once
    session: int = 0  #: of those with a seat
    group: str = ""  #: their seat group; empty for all
    basis: int = 0
    family: int = 0  #: of the answers that are one
    skip: tuple[int, ...] = ()  #: people who were told in another way
    named: tuple[int, ...] = ()  #: the people themselves, as they were counted


@dataclass(frozen=True, slots=True, kw_only=True)
class Broadcast:
    """A broadcast that still has receivers, those after ``cursor``."""

    id: int
    circle: Circle
    cursor: str
    announcement: int | None  #: of which it is a part


@dataclass(frozen=True, slots=True)
class Receiver:
    """One person of an audience, and the chat to use."""

    person: int
    language: str
    address: str | None  #: None: they want to hear nothing, or cannot be reached


@dataclass(frozen=True, slots=True)
class Copy:
    """One message to one receiver. A text that is too long for their channel comes in several."""

    address: str
    language: str
    part: int = 0  #: which of them
    first: int = 1  #: the number of its first button, in a chat that has numbers for buttons

    @classmethod
    def of(cls, parcel: Parcel) -> "Copy":
        """Read what ``put_copies`` wrote; an older version knew of one part alone."""
        part, _, first = (parcel.payload or "0/1").partition("/")
        return cls(parcel.address, parcel.language, int(part), int(first))

    @property
    def which(self) -> str:
        return "" if (self.part, self.first) == (0, 1) else f"{self.part}/{self.first}"


async def make(
    tx: Tx,
    circle: Circle,
    *,
    texts: dict[str, Outgoing],
    now: datetime,
    due_at: datetime | None = None,
    announcement: int | None = None,
) -> int:
    """A text, one a language, for many."""
    payload = dump({language: outgoing_to_json(text) for language, text in texts.items()})
    return int(
        await tx.value(
            "broadcast_make",
            kind=circle.to.value,
            audience=_audience(circle),
            payload=payload,
            announcement=announcement,
            due_at=to_ms(due_at or now),
            now=to_ms(now),
        )
    )


async def next_open(tx: Tx, now: datetime) -> Broadcast | None:
    row = await tx.one("broadcasts_open", now=to_ms(now))
    if row is None:
        return None
    return Broadcast(
        id=row["id"],
        circle=_circle(To(row["kind"]), load(row["audience"])),
        cursor=row["cursor"],
        announcement=row["announcement"],
    )


def _audience(circle: Circle) -> str:
    of: dict[str, object] = {}
    if circle.to is To.SEATED:
        of = {"session": circle.session, "group": circle.group}
    if circle.to is To.NAMED:
        of = {"named": circle.named}
    if circle.to in (To.BASIS, To.ANSWER):
        of = {"basis": circle.basis, "family": circle.family}
    return dump({"ward": circle.ward, "also": circle.also, "skip": circle.skip, **of})


def _circle(to: To, audience: Mapping[str, Any]) -> Circle:
    return Circle(
        to=to,
        ward=audience["ward"],
        also=tuple(audience.get("also", ())),
        session=audience.get("session", 0),
        group=audience.get("group", ""),
        basis=audience.get("basis", 0),
        family=audience.get("family", 0),
        skip=tuple(audience["skip"]),
        named=tuple(audience.get("named", ())),
    )


#: The statement that pages through each kind of audience, and what it is told beside the page.
_RECEIVERS: Mapping[To, tuple[str, tuple[str, ...]]] = {
    To.FOLLOWERS: ("subscribers_of_ward", ("ward",)),
    To.RESIDENTS: ("people_hearing_of_ward", ("ward",)),
    To.EVERYONE: ("people_hearing", ()),
    To.SEATED: ("people_seated", ("session", "group")),
    To.BASIS: ("people_given", ("basis", "family")),
    To.ANSWER: ("people_given", ("basis", "family")),
}


async def receivers(tx: Tx, broadcast: Broadcast, most: int) -> list[Receiver]:
    """The next page of receivers, by person; also those who are not to be told."""
    circle, after = broadcast.circle, int(broadcast.cursor or 0)
    if circle.to is To.NAMED:
        page = [one for one in sorted(circle.named) if one > after][:most]
        rows = await tx.all("people_named", people=keys(page))
    else:
        rows = await _page(tx, circle, after, most)
    found = {row["person"]: row for row in rows}
    some = [found[person] for person in sorted(found)][:most]
    return [Receiver(row["person"], row["language"], row["address"]) for row in some]


async def _page(tx: Tx, circle: Circle, after: int, most: int) -> list[Row]:
    """A page of each ward, if it is for several: the first ``most`` of all stand in them."""
    statement, names = _RECEIVERS[circle.to]
    wards = (circle.ward, *circle.also)
    rows: list[Row] = []
    for ward in wards:
        of = {name: getattr(circle, name) for name in names} | (
            {"ward": ward} if "ward" in names else {}
        )
        rows += await tx.all(statement, **of, after=after, most=most)
    return rows


async def step(tx: Tx, broadcast: Broadcast, *, after: int, told: int, is_last: bool) -> bool:
    """Move the cursor past a page; False if another process has."""
    return bool(
        await tx.run(
            "broadcast_step",
            id=broadcast.id,
            before=broadcast.cursor,
            after=str(after),
            told=told,
            state="done" if is_last else "open",
        )
    )


async def put_copies(tx: Tx, broadcast: int, copies: Sequence[Copy], now: datetime) -> None:
    """Queue a page of a broadcast's copies; those to one chat go in this order."""
    rows: list[dict[str, object]] = [
        {
            "channel": channel_of(one.address),
            "address": one.address,
            "priority": int(Priority.BROADCAST),
            "payload": one.which,
            "due_at": to_ms(now),
            "broadcast": broadcast,
            "language": one.language,
            "now": to_ms(now),
        }
        for one in copies
    ]
    await tx.many("outbox_put_copy", rows)


def in_language(texts: Mapping[str, Outgoing], language: str) -> Outgoing:
    """The text in a language; where there is none in it, in the first one."""
    return texts.get(language) or next(iter(texts.values()))


async def texts(tx: Tx, broadcast_id: int) -> dict[str, Outgoing]:
    """The text of a broadcast in each language."""
    payload = load(await tx.value("broadcast_text", id=broadcast_id))
    return {language: outgoing_from_json(text) for language, text in payload.items()}


async def forget_words(tx: Tx) -> int:
    """Drop a portion of the words of broadcasts that everybody has got; returns how many."""
    return await tx.run("broadcasts_forget_words", most=PORTION)


async def forget_all_words(tx: Tx) -> None:
    """Drop the words of every broadcast that everybody has got."""
    await in_portions(tx, "broadcasts_forget_words")


async def subscribe(tx: Tx, person: int, ward: str, now: datetime) -> None:
    await tx.run("subscription_put", person=person, ward=ward, now=to_ms(now))


async def unsubscribe(tx: Tx, person: int, ward: str = "") -> None:
    """Stop following one ward, or all of them."""
    if ward:
        await tx.run("subscription_end", person=person, ward=ward)
    else:
        await tx.run("subscriptions_end", person=person)


async def subscriptions(tx: Tx, person: int) -> tuple[str, ...]:
    return tuple(row["ward"] for row in await tx.all("subscriptions_of", person=person))
