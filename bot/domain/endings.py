"""Answers that hold for a time: when their office hears that one ends, and that one has ended."""

from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from bot.domain.agencies import Queue
from bot.domain.calendar import WorkingCalendar
from bot.domain.values import dataclass

#: So many working days before its last day an office hears that an answer ends.
WARNED_BEFORE = 5

#: What ended so long ago is no news any more.
STALE = timedelta(days=30)

#: An answer is prolonged by no more than this.
FURTHEST = timedelta(days=3660)

_DAY = timedelta(days=1)


class Notice(StrEnum):
    """What an office was told last of an answer's end."""

    NOTHING = ""
    BEFORE = "before"
    ENDED = "ended"


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """An approved answer that holds until a moment."""

    answer: int
    question: int
    family: int  #: the same for all who share one answer: it ends, and is told, once
    queue: Queue  #: whose answer it is
    ends_at: datetime  #: the first moment without it
    told: Notice = Notice.NOTHING
    spread_at: datetime | None = None  #: when whoever was given it was told that it ends
    spread_in: int = 0  #: in the words of which announcement; 0: in the program's own

    def has_ended(self, now: datetime) -> bool:
        return self.ends_at <= now

    @property
    def place(self) -> "Place":
        return Place(self.ends_at, self.answer)


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a list of what ends goes on, whatever has become of the answer that stood there.

    As an argument: ``12.1782838800``, the answer and the second at which it ended.
    """

    ends_at: datetime
    answer: int

    def __str__(self) -> str:
        return f"{self.answer}.{int(self.ends_at.timestamp())}"

    @classmethod
    def parse(cls, text: str) -> "Place | None":
        """None for the beginning, which is ``0``."""
        answer, _, second = text.partition(".")
        return cls(datetime.fromtimestamp(int(second), UTC), int(answer)) if second else None


def last_day(ends_at: datetime, calendar: WorkingCalendar) -> date:
    """The last day on which it holds."""
    return (calendar.local(ends_at) - timedelta(microseconds=1)).date()


def first_word(ends_at: datetime, calendar: WorkingCalendar, now: datetime) -> datetime:
    """When its office hears of it first. Of what ends within days it has just said so itself: it
    hears once it has ended.
    """
    before = _before(ends_at, calendar)
    return before if before > now else _after(ends_at, calendar)


def word_due(one: Ending, calendar: WorkingCalendar, now: datetime) -> tuple[Notice, datetime]:
    """What its office hears next, and when: as it opens in the morning.

    Where the program has slept over a day, only what fits today is told.
    """
    if one.told is Notice.NOTHING and not one.has_ended(now):
        return Notice.BEFORE, _before(one.ends_at, calendar)
    return Notice.ENDED, _after(one.ends_at, calendar)


def word_after(one: Ending, told: Notice, calendar: WorkingCalendar) -> datetime | None:
    """When it hears of it again; None where all is said."""
    return _after(one.ends_at, calendar) if told is Notice.BEFORE else None


def _before(ends_at: datetime, calendar: WorkingCalendar) -> datetime:
    day = calendar.working_day_before(last_day(ends_at, calendar), WARNED_BEFORE)
    return calendar.opening(day)


def _after(ends_at: datetime, calendar: WorkingCalendar) -> datetime:
    day = last_day(ends_at, calendar) + _DAY
    return calendar.opening(day if calendar.is_working(day) else calendar.working_day_after(day))
