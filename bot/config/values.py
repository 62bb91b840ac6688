"""The kinds of value a setting can have beyond text and numbers, and how each is written."""

import re
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from typing import Annotated, Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, available_timezones

from pydantic import BaseModel, BeforeValidator, ConfigDict, PlainValidator, SecretStr
from pydantic_core import PydanticCustomError

from bot.domain.calendar import Block, Workday
from bot.domain.values import dataclass

#: The type of an error that already knows what is wrong and what to write.
WRONG = "wrong"

_WEEK = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_DAY = re.compile(r"\+(\d{1,4})d|(\d{4}-\d\d-\d\d)")


def wrong(what: str, write: str) -> PydanticCustomError:
    """The error of a value: what is wrong with it, and what to write instead."""
    return PydanticCustomError(WRONG, "{what}; {write}", {"what": what, "write": write})


class Section(BaseModel):
    """A table of the settings: frozen, and closed to keys nobody reads."""

    model_config = ConfigDict(
        extra="forbid", frozen=True, str_strip_whitespace=True, hide_input_in_errors=True
    )


def file_of(what: str) -> str:
    """The description of a key that names a file with a secret in it."""
    return f"Path of a file that holds {what} and nothing else; used when the environment has none."


class _NeverInTheFile:
    """Marks a secret that the settings file must not hold."""


NEVER_IN_THE_FILE = _NeverInTheFile()

#: A secret: from the environment, or from a file of its own that the key `…_file` names.
Secret = Annotated[SecretStr, NEVER_IN_THE_FILE]


@dataclass(frozen=True, slots=True)
class Day:
    """A date, or a number of days after the day of the first start."""

    fixed: date | None
    after: int = 0

    def on(self, first: date) -> date:
        return self.fixed or first + timedelta(days=self.after)


@dataclass(frozen=True, slots=True)
class Moment:
    """A time of day on a `Day`, local to the programme."""

    day: Day
    at: time

    def on(self, first: date, zone: ZoneInfo) -> datetime:
        return datetime.combine(self.day.on(first), self.at, zone)


def _clock(value: Any) -> time:
    if isinstance(value, time) and value.tzinfo is None:
        return value
    if isinstance(value, str) and re.fullmatch(r"\d?\d:\d\d", value.strip()):
        hours, minutes = map(int, value.split(":"))
        if hours < 24 and minutes < 60:
            return time(hours, minutes)
    raise wrong("is not a time of day", 'write hours and minutes, such as "17:00"')


def _date(value: Any) -> date:
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise wrong("is not a date", "write year, month and day, such as 2026-12-31") from None


def _swapped(value: Any) -> Workday:
    """A date alone, or in text with one or several stretches: `2026-08-22 07:00-11:00`."""
    if isinstance(value, date):
        return Workday(_date(value))
    day, *stretches = re.split(r"[\s,]+", value.strip()) if isinstance(value, str) else ("",)
    try:
        blocks = sorted(Block(*map(_clock, one.split("-"))) for one in stretches)
        if any(one.end > later.start for one, later in pairwise(blocks)):
            raise ValueError(value)
        return Workday(_date(day), tuple(blocks))
    except (PydanticCustomError, TypeError, ValueError):
        raise wrong(
            "is not a swapped day", 'write a date, or with hours: "2026-08-22 07:00-11:00"'
        ) from None


def _day(value: Any) -> Day:
    if isinstance(value, date) and not isinstance(value, datetime):
        return Day(value)
    found = _DAY.fullmatch(value) if isinstance(value, str) else None
    try:
        if found:
            return Day(date.fromisoformat(found[2])) if found[2] else Day(None, int(found[1]))
    except ValueError:
        pass  # a date that no month has, such as 2026-02-30
    raise wrong("is not a day", 'write a date such as 2026-12-31, or days after the start: "+14d"')


def _moment(value: Any) -> Moment:
    if isinstance(value, datetime) and value.tzinfo is None:
        return Moment(Day(value.date()), value.time())
    day, _, at = value.partition(" ") if isinstance(value, str) else ("", "", "")
    try:
        return Moment(_day(day), _clock(at))
    except PydanticCustomError:
        raise wrong(
            "is not a moment", 'write "2026-12-31 08:00", or days after the start: "+14d 08:00"'
        ) from None


def _weekdays(value: Any) -> tuple[int, ...]:
    try:
        parts = re.split(r"[\s,]+", value.strip().lower())
        return tuple(sorted({day for part in parts for day in _span(part)}))
    except (AttributeError, ValueError):
        raise wrong(
            "does not name weekdays", 'write "mon-fri", "tue, thu", or single days from mon to sun'
        ) from None


def _span(part: str) -> Iterator[int]:
    """The days of `tue` or `mon-fri`; ValueError for any other word."""
    first, _, last = part.partition("-")
    start, end = _WEEK.index(first), _WEEK.index(last or first)
    if end < start:
        raise ValueError(part)
    yield from range(start, end + 1)


def _id(value: Any) -> str:
    if isinstance(value, str) and re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,31}", value):
        return value
    raise wrong(
        "is not an id", "write up to 32 small letters a-z, digits, - or _, such as p7 or vay_von"
    )


def _zone(value: Any) -> ZoneInfo:
    if isinstance(value, str) and value in available_timezones():
        return ZoneInfo(value)
    raise wrong("is not a time zone", 'write its name, such as "Asia/Ho_Chi_Minh"')


def _address(value: Any) -> Any:
    if not isinstance(value, str) or value == "":
        return value
    if _is_address(value):
        return value.rstrip("/")
    raise wrong("is not a web address", 'write it whole, such as "https://langnghe.example.vn"')


def _is_address(text: str) -> bool:
    try:
        parts = urlsplit(text)
        return bool(parts.scheme in ("http", "https") and parts.hostname and parts.port != 0)
    except ValueError:
        return False


def _names(value: Any) -> Any:
    """A list; the environment writes it with commas."""
    return [part.strip() for part in value.split(",")] if isinstance(value, str) else value


Id = Annotated[str, BeforeValidator(_id)]
Clock = Annotated[time, PlainValidator(_clock)]
Date = Annotated[date, PlainValidator(_date)]
SwappedDay = Annotated[Workday, PlainValidator(_swapped)]
AnyDay = Annotated[Day, PlainValidator(_day)]
AnyMoment = Annotated[Moment, PlainValidator(_moment)]
Weekdays = Annotated[tuple[int, ...], PlainValidator(_weekdays)]
Zone = Annotated[ZoneInfo, PlainValidator(_zone)]
WebAddress = Annotated[str, BeforeValidator(_address)]
Names = Annotated[tuple[str, ...], BeforeValidator(_names)]
