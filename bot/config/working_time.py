"""Office hours, days off and swapped days as they are written, and the calendar they make."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Annotated, Protocol
from zoneinfo import ZoneInfo

from pydantic import AfterValidator, Field, ValidationInfo, field_validator

from bot.config.values import Clock, Date, Section, SwappedDay, Weekdays, wrong
from bot.domain import calendar
from bot.domain.calendar import Block, WorkingCalendar, with_days_in_lieu


class Hours(Section):
    """A stretch of office hours; two a day leave room for lunch."""

    days: Weekdays = Field(description='The weekdays, such as "mon-fri".')
    start: Clock = Field(description="When the offices open.")
    end: Clock = Field(description="When they close.")

    @field_validator("end")
    @classmethod
    def _later(cls, end: Clock, info: ValidationInfo) -> Clock:
        if "start" in info.data and end <= info.data["start"]:
            raise wrong("is not after start", "write a later time of the same day")
        return end


class Holiday(Section):
    """A day on which the offices do not work."""

    day: Date = Field(description="The day.")
    name: Annotated[str, Field(min_length=1)] = Field(
        description="As read in a receipt that explains its date."
    )
    in_lieu: bool = Field(
        default=False,
        description="True: where it falls on a weekday on which nobody works, the next working "
        "day is off instead (Labour Code 2019, Art. 111).",
    )


def _apart(hours: tuple[Hours, ...]) -> tuple[Hours, ...]:
    for weekday in range(7):
        today = sorted((one.start, one.end) for one in hours if weekday in one.days)
        if any(one[1] > later[0] for one, later in pairwise(today)):
            raise wrong("has stretches that overlap", "write one end before the next start")
    return hours


#: The hours of a week, no two stretches of a day at once.
Week = Annotated[tuple[Hours, ...], AfterValidator(_apart)]


class Times(Protocol):
    """The part of the file that says when somebody works: the programme's, or an agency's."""

    @property
    def working_hours(self) -> tuple[Hours, ...]: ...
    @property
    def holidays(self) -> tuple[Holiday, ...]: ...
    @property
    def swapped_workdays(self) -> tuple[SwappedDay, ...]: ...


def calendar_of(part: Times, zone: ZoneInfo) -> WorkingCalendar:
    """The calendar of the programme."""
    return _calendar(part.working_hours, part.holidays, part.swapped_workdays, zone)


def own_calendar(part: Times, city: Times, zone: ZoneInfo) -> WorkingCalendar | None:
    """The calendar of an agency that has hours or days of its own; None where it has none.

    Its hours stand in place of the programme's; its days off and swapped days beside them, and
    where both name a day, the agency's own word counts.
    """
    if not (part.working_hours or part.holidays or part.swapped_workdays):
        return None
    own = {one.day for one in part.holidays} | {one.day for one in part.swapped_workdays}
    return _calendar(
        part.working_hours or city.working_hours,
        (*part.holidays, *(one for one in city.holidays if one.day not in own)),
        (*part.swapped_workdays, *(one for one in city.swapped_workdays if one.day not in own)),
        zone,
    )


def _calendar(
    hours: Iterable[Hours],
    holidays: Iterable[Holiday],
    swapped: Iterable[SwappedDay],
    zone: ZoneInfo,
) -> WorkingCalendar:
    hours, holidays = tuple(hours), tuple(holidays)
    plain = WorkingCalendar(
        zone=zone,
        blocks=tuple(
            tuple(sorted(Block(one.start, one.end) for one in hours if weekday in one.days))
            for weekday in range(7)
        ),
        holidays=tuple(calendar.Holiday(one.day, one.name) for one in holidays),
        workdays=tuple(swapped),
    )
    owed = [calendar.Holiday(one.day, one.name) for one in holidays if one.in_lieu]
    return with_days_in_lieu(plain, owed)
