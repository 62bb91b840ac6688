"""News of a session: what people were told of it, and what they have to hear when it changes."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from bot.domain.seats import State
from bot.domain.sessions import EARLY, SEASON, Session
from bot.domain.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Details:
    """What people are told of a session."""

    starts_at: datetime  #: with time zone; two that are the same moment are equal
    ends_at: datetime
    place: str
    cancelled: bool = False
    reason: str = ""  #: why it was called off

    @classmethod
    def of(cls, session: Session) -> "Details":
        return cls(
            starts_at=session.starts_at,
            ends_at=session.ends_at,
            place=session.place,
            cancelled=session.is_cancelled,
            reason=session.reason if session.is_cancelled else "",
        )


class Change(StrEnum):
    """What became of a session since people were told."""

    MOVED = "moved"  #: another time, or another place
    CANCELLED = "cancelled"
    BACK = "back"  #: it had been called off, and is held after all


def change(told: Details, now: Details) -> Change:
    """What to tell people who last heard ``told``."""
    if now.cancelled:
        return Change.CANCELLED
    return Change.BACK if told.cancelled else Change.MOVED


def is_news(told: Details, now: Details, at: datetime) -> bool:
    """Whether somebody has to hear of it: not of what is over, nor twice that it is off.

    Of one that was called off it counts when it would have been.
    """
    if told.cancelled and now.cancelled:
        return False
    known = told.starts_at if now.cancelled else now.starts_at
    return told != now and known > at


#: One that was held is not moved: what its number names so long after it is another session. A
#: slip in a file that is put right the next day makes none.
_ANOTHER = timedelta(days=30)


def is_another(known: Details, session: Session) -> bool:
    """Whether a number names another session than the one that was known under it.

    That one was held, with its run, or it is a season ago: every year's programme begins with 1.
    """
    later = session.starts_at - known.starts_at
    held = session.run is not None and session.run.opened_at >= known.starts_at - EARLY
    return not session.was_opened and later >= (_ANOTHER if held else SEASON)


def aside(known: Details, number: int) -> int:
    """Under which the seats of a session stand once its number names another: below zero, by the
    day (in UTC) on which it began. No two sessions share it, and no programme has it.
    """
    day = known.starts_at.astimezone(UTC).date().toordinal()
    return -(day * 1_000 + number)


class Circle(StrEnum):
    """Who is told, in this order; everybody once, in the first circle that is theirs."""

    SEATED = "seated"  #: comes
    OFFERED = "offered"  #: is invited, and has not answered
    WAITING = "waiting"  #: waits for a seat, or for the plan


#: The circle of a household by where it stands; whoever is in none does not come anyway.
CIRCLES: Mapping[State, Circle] = {
    State.CAME: Circle.SEATED,
    State.ACCEPTED: Circle.SEATED,
    State.OFFERED: Circle.OFFERED,
    State.WAITING: Circle.WAITING,
    State.PLANNED: Circle.WAITING,
    State.LISTED: Circle.WAITING,
}


def circles(standing: Iterable[tuple[int, State]]) -> dict[Circle, tuple[int, ...]]:
    """People by circle, from (person, where a household stands for which they speak)."""
    found: dict[int, Circle] = {}
    order = list(Circle)
    for person, state in standing:
        if state in CIRCLES:
            best = min(CIRCLES[state], found.get(person, CIRCLES[state]), key=order.index)
            found[person] = best
    return {
        circle: tuple(sorted(one for one, theirs in found.items() if theirs is circle))
        for circle in Circle
    }
