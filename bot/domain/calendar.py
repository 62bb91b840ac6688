"""Working time: when the offices are open, and when a promise of so many working days falls due.

The counting follows the usual reading of the Law on Citizen Reception (Art. 28): the day of
arrival is day 0, a day counts when the offices work on it, and the term ends when they close on
its last day.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise, takewhile
from zoneinfo import ZoneInfo

from bot.domain.values import dataclass

_DAY = timedelta(days=1)
_MINUTE = timedelta(minutes=1)


class Off(StrEnum):
    """Why the offices do not work on a day."""

    SATURDAY = "saturday"
    SUNDAY = "sunday"
    HOLIDAY = "holiday"
    IN_LIEU = "in_lieu"  #: of a holiday on a weekly day off (Labour Code 2019, Art. 111)
    CLOSED = "closed"  #: another weekday without opening hours


@dataclass(frozen=True, slots=True, order=True)
class Block:
    """One stretch of opening hours within a day, local time; the lunch break lies between two."""

    start: time
    end: time

    def __post_init__(self) -> None:
        if self.start >= self.end:
            raise ValueError(f"opening hours {self.start}-{self.end}: the end must be later")


#: What a day's offices keep to where nobody says otherwise.
OFFICE_HOURS = (Block(time(7), time(11)), Block(time(13), time(17)))
_OFFICE_WEEK = (*(OFFICE_HOURS,) * 5, (), ())


@dataclass(frozen=True, slots=True, order=True)
class Holiday:
    """A day off by law, or ``in_lieu`` of one. ``name`` is for people to read."""

    day: date
    name: str
    in_lieu: bool = False  #: taken off for the holiday of this name, which fell on a weekly day off


@dataclass(frozen=True, slots=True, order=True)
class Workday:
    """A day that is worked although its weekday or a holiday says no (a swapped Saturday)."""

    day: date
    blocks: tuple[Block, ...] = ()  #: empty takes the hours of the week's first working day


@dataclass(frozen=True, slots=True, order=True)
class Skipped:
    """A day that does not count, and why; ``name`` is the holiday's."""

    day: date
    why: Off
    name: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """A promise: kept until ``at``. ``skipped`` are the days passed over, earliest first."""

    at: datetime  #: local time of the calendar's zone
    days: int  #: working days promised
    skipped: tuple[Skipped, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkingCalendar:
    """When the offices work. Hashable; ``ValueError`` on hours that cannot be."""

    zone: ZoneInfo
    blocks: tuple[tuple[Block, ...], ...] = _OFFICE_WEEK  #: seven days, Monday first
    holidays: tuple[Holiday, ...] = ()
    workdays: tuple[Workday, ...] = field(default=())  #: they win over holidays and weekdays
    _holiday_on: Mapping[date, Holiday] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_day = {one.day: one for one in reversed(self.holidays)}  # of two, the first one counts
        object.__setattr__(self, "_holiday_on", by_day)
        if len(self.blocks) != 7 or not any(self.blocks):
            raise ValueError("opening hours: seven weekdays, one of them open at least")
        for hours in (*self.blocks, *(one.blocks for one in self.workdays)):
            _check_order(hours)

    # ── one day ──────────────────────────────────────────────────────────────────────────────

    def hours(self, day: date) -> tuple[Block, ...]:
        """The opening hours of ``day``, earliest first; empty when nobody works."""
        for swapped in self.workdays:
            if swapped.day == day:
                return swapped.blocks or next(filter(None, self.blocks))
        return () if day in self._holiday_on else self.blocks[day.weekday()]

    def is_working(self, day: date) -> bool:
        return bool(self.hours(day))

    def why_off(self, day: date) -> Skipped | None:
        """Why nobody works on ``day``, a holiday before a weekend; None on a working day."""
        if self.is_working(day):
            return None
        if holiday := self._holiday_on.get(day):
            why = Off.IN_LIEU if holiday.in_lieu else Off.HOLIDAY
            return Skipped(day, why, holiday.name)
        return Skipped(day, {5: Off.SATURDAY, 6: Off.SUNDAY}.get(day.weekday(), Off.CLOSED))

    def opening(self, day: date) -> datetime:
        """When the offices open on ``day``, which must be a working day."""
        if not (hours := self.hours(day)):
            raise ValueError(f"{day}: nobody works, so nothing opens")
        return datetime.combine(day, hours[0].start, self.zone)

    def working_day_before(self, day: date, days: int) -> date:
        """The working day that lies ``days`` working days before ``day``, or before the last one
        if nobody works then; 0 is that day itself.
        """
        while not self.is_working(day):
            day -= _DAY
        for _ in range(days):
            day -= _DAY
            while not self.is_working(day):
                day -= _DAY
        return day

    def working_day_after(self, day: date) -> date:
        """The first working day after ``day``."""
        return self._next_working(day + _DAY)

    def closing(self, day: date) -> datetime:
        """When the offices close on ``day``, which must be a working day."""
        if not (hours := self.hours(day)):
            raise ValueError(f"{day}: nobody works, so nothing closes")
        return datetime.combine(day, hours[-1].end, self.zone)

    # ── promises ─────────────────────────────────────────────────────────────────────────────

    def due(self, start: datetime, days: int) -> Deadline:
        """When something that arrived at ``start`` is due in ``days`` working days.

        Arriving on a day off or after closing counts as arriving on the next working day.
        """
        if days < 0:
            raise ValueError(f"{days} working days: the number cannot be negative")
        last = arrived = self._day_zero(start)
        for _ in range(days):
            last = self._next_working(last + _DAY)
        first = min(arrived, self.local(start).date())
        return Deadline(at=self.closing(last), days=days, skipped=self.skipped(first, last))

    def add(self, at: datetime, days: int) -> Deadline:
        """A deadline moved by ``days`` more working days; it ends when the offices close."""
        return self.due(at, days)

    def resume(self, at: datetime, stopped: datetime, resumed: datetime) -> datetime:
        """The deadline ``at`` after its clock stood still from ``stopped`` to ``resumed``.

        As much working time is left as when it stopped. One that was already missed stays missed.
        """
        if stopped >= at or resumed <= stopped:
            return self.local(at)
        left = self.working_time_between(stopped, at)
        if not left:
            return self.local(max(at, resumed))
        spans = self._open(resumed)
        opens, closes = next(spans)
        while left > closes - opens:
            left -= closes - opens
            opens, closes = next(spans)
        return self.local(opens + left)

    # ── counting ─────────────────────────────────────────────────────────────────────────────

    def skipped(self, first: date, last: date) -> tuple[Skipped, ...]:
        """The days off from ``first`` to ``last``, both included."""
        return tuple(filter(None, map(self.why_off, _days(first, last))))

    def working_days_between(self, a: date, b: date) -> int:
        """Working days after ``a`` up to and with ``b``; 0 when ``b`` is not later."""
        return sum(self.is_working(day) for day in _days(a + _DAY, b))

    def working_time_between(self, a: datetime, b: datetime) -> timedelta:
        """Opening time from ``a`` to ``b``; nothing when ``b`` is not later."""
        spans = takewhile(lambda span: span[0] < b, self._open(a))
        return sum((min(closes, b) - opens for opens, closes in spans), timedelta())

    def working_minutes_between(self, a: datetime, b: datetime) -> int:
        """Whole minutes of opening time from ``a`` to ``b``."""
        return self.working_time_between(a, b) // _MINUTE

    # ── how ──────────────────────────────────────────────────────────────────────────────────

    def local(self, at: datetime) -> datetime:
        """``at`` on the clock of the offices. ValueError where it has no time zone."""
        if at.tzinfo is None:
            raise ValueError(f"{at}: a moment needs its time zone")
        return at.astimezone(self.zone)

    def _next_working(self, day: date) -> date:
        """``day`` itself, or the first working day after it."""
        while not self.is_working(day):
            day += _DAY
        return day

    def _day_zero(self, start: datetime) -> date:
        day = self.local(start).date()
        if self.is_working(day) and start > self.closing(day):
            day += _DAY
        return self._next_working(day)

    def _open(self, start: datetime) -> Iterator[tuple[datetime, datetime]]:
        """The stretches of opening hours from ``start`` on; in UTC, where subtraction is true."""
        day = self.local(start).date()
        while True:
            for block in self.hours(day):
                opens = datetime.combine(day, block.start, self.zone).astimezone(UTC)
                closes = datetime.combine(day, block.end, self.zone).astimezone(UTC)
                if closes > start:
                    yield max(opens, start.astimezone(UTC)), closes
            day += _DAY


def with_days_in_lieu(calendar: WorkingCalendar, owed: Iterable[Holiday]) -> WorkingCalendar:
    """The calendar with a day off for each of the ``owed`` holidays on which nobody works anyway.

    That is the next working day (Labour Code 2019, Art. 111): two in a row take the two after them.
    A day that is worked in exchange for another one is none: it would be worked all the same.
    """
    swapped = {one.day for one in calendar.workdays}
    for holiday in sorted(owed):
        if not calendar.blocks[holiday.day.weekday()]:
            day = calendar.working_day_after(holiday.day)
            while day in swapped:
                day = calendar.working_day_after(day)
            given = Holiday(day, holiday.name, in_lieu=True)
            calendar = replace(calendar, holidays=(*calendar.holidays, given))
    return calendar


def _days(first: date, last: date) -> Iterator[date]:
    return (first + offset * _DAY for offset in range((last - first).days + 1))


def _check_order(hours: tuple[Block, ...]) -> None:
    for one, following in pairwise(hours):
        if one.end > following.start:
            raise ValueError(f"opening hours {one.end} and {following.start}: in order, apart")
