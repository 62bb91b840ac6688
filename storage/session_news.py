"""What people were told of each session, and what its organisers were asked about."""

from collections.abc import Mapping
from datetime import datetime

from bot.domain.households import Household
from bot.domain.seats import State
from bot.domain.session_news import Details
from bot.domain.values import dataclass
from storage import json
from storage.database import Row, Tx, from_ms, maybe_from_ms, to_ms

#: How many sessions are looked at at once; a programme has a handful.
_MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """How far the news of one session has come."""

    session: int
    told: Details  #: what people know
    followed: Details  #: what clocks and reminders follow
    asked: Details | None  #: what an organiser was asked to tell; None: nothing
    version: int  #: of the programme in which that stood
    changed_at: datetime | None = None  #: when clocks began to follow; None: it never changed


async def begin(tx: Tx, session: int, known: Details, version: int) -> None:
    """Take down what people know of a session, if nobody has: from then on a change is news."""
    await tx.run("session_news_begin", session=session, told=_dump(known), version=version)


async def all_(tx: Tx) -> Mapping[int, News]:
    """The news of each session."""
    return {row["session"]: _news(row) for row in await tx.all("session_news_all", most=_MOST)}


async def get(tx: Tx, session: int) -> News | None:
    row = await tx.one("session_news_get", session=session)
    return _news(row) if row else None


async def follow(tx: Tx, seen: News, now: Details, version: int, at: datetime) -> bool:
    """Clocks and reminders follow from here on; False if somebody was first, or knows better."""
    taken = await tx.run(
        "session_news_follow",
        session=seen.session,
        before=_dump(seen.followed),
        after=_dump(now),
        version=version,
        now=to_ms(at),
    )
    return bool(taken)


async def ask(tx: Tx, seen: News, now: Details | None, version: int) -> bool:
    """An organiser is asked about this, or the question is withdrawn; False as above."""
    taken = await tx.run(
        "session_news_ask",
        session=seen.session,
        before=_asked(seen.asked),
        after=_asked(now),
        version=version,
    )
    return bool(taken)


async def pass_over(tx: Tx, seen: News, now: Details, version: int) -> bool:
    """It has changed, and nobody has to hear of it; False as above."""
    taken = await tx.run(
        "session_news_pass_over",
        session=seen.session,
        before=_dump(seen.told),
        after=_dump(now),
        version=version,
    )
    return bool(taken)


async def tell(tx: Tx, seen: News, by: int, now: datetime) -> bool:
    """People are told what was asked about; False if somebody has, or it has changed again."""
    taken = await tx.run(
        "session_news_tell",
        session=seen.session,
        asked=_asked(seen.asked),
        version=seen.version,
        by=by,
        now=to_ms(now),
    )
    return bool(taken)


async def anew(tx: Tx, session: int, known: Details, version: int) -> None:
    """The number names another session: this is what is known of it, and nothing is news."""
    await tx.run("session_news_anew", session=session, known=_dump(known), version=version)


async def take_by_hand(tx: Tx, version: int) -> int | None:
    """The next session whose households without a chat are still to be told; each once.

    Not by a process whose programme is older than what is told.
    """
    found = await tx.value("session_news_by_hand", version=version)
    return None if found is None else int(found)


async def standing(tx: Tx, session: int) -> list[tuple[int, State]]:
    """(person, state of the seat they speak for), for everyone on the list."""
    rows = await tx.all("session_people", session=session)
    return [(row["person"], State(row["state"])) for row in rows]


async def without_chat(tx: Tx, session: int) -> list[tuple[int, Household]]:
    """(seat, household) of those invited or coming that cannot be reached by chat."""
    rows = await tx.all("session_homes_without_chat", session=session)
    return [
        (
            row["seat"],
            Household(id=row["id"], name=row["name"], ward=row["ward"], hamlet=row["hamlet"]),
        )
        for row in rows
    ]


def _asked(details: Details | None) -> str:
    return _dump(details) if details else ""


def _dump(details: Details) -> str:
    """One text for the same details, so that it can be compared."""
    return json.dump(
        [
            to_ms(details.starts_at),
            to_ms(details.ends_at),
            details.place,
            int(details.cancelled),
            details.reason,
        ]
    )


def _load(text: str) -> Details:
    starts_at, ends_at, place, cancelled, reason = json.load(text)
    return Details(
        starts_at=from_ms(starts_at),
        ends_at=from_ms(ends_at),
        place=place,
        cancelled=bool(cancelled),
        reason=reason,
    )


def _news(row: Row) -> News:
    return News(
        session=row["session"],
        told=_load(row["told"]),
        followed=_load(row["followed"]),
        asked=_load(row["asked"]) if row["asked"] else None,
        version=row["version"],
        changed_at=maybe_from_ms(row["changed_at"]),
    )
