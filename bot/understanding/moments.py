"""A day and a time as people type them: ``20/12 8h``, ``8g30 ngày mai``, ``20-12-2026 08:00``."""

import re
from datetime import date, datetime

from bot.domain.days import (
    ISO,
    WEEK,
    WEEKDAY,
    WRITTEN,
    Found,
    Written,
    on_weekday,
    spelt,
    spoken,
    typed,
    weekday,
)
from bot.domain.patterns import Pattern
from bot.understanding.hours import read_hour

#: What names a day that is not read here, or is another one: then none is taken.
_ANOTHER_DAY = spelt(
    r"\b(?:ngày|mùng|mồng) \d|\b(?:đầu|giữa|cuối|hết|trong) (?:tuần|tháng|quý|năm)\b"
    r"|\btháng (?:COUNT|này|sau|tới|giêng|chạp)\b|\b(?:rằm|âm lịch|âl)\b|\b(?-i:Tết)\b|\bmai mốt\b"
    r"|\bCOUNT (?:tuần|tháng)\b|\b(?:sau|trong|thêm|lùi|lại) COUNT ngày\b"
    r"|\bCOUNT ngày (?:nữa|tới|sau)\b|\b(?:hôm|bữa|ngày) (?:sau|khác|trước)\b"
    r"|\d\s?/\s?\d|\bmot\b(?! (?:giờ|rưỡi|h\b))"
)


def read_moment(text: str, now: datetime, known: datetime) -> datetime | None:
    """The local moment that ``text`` means; None if it is unclear, or no day of the calendar.

    What it leaves out is taken from ``known``, the day or the time; a year that it leaves out is
    this one, or the next where that is near. ``now`` is local, too.
    """
    said = typed(text)
    try:
        day, rest = _read_day(said, now.date())
        at = read_hour(said, rest)
        if (day, at) == (None, None) or (at is None and re.search(r"\d", rest)):
            return None
        return datetime.combine(day or known.date(), at or known.time(), now.tzinfo)
    except ValueError:
        return None


def _read_day(said: str, today: date) -> tuple[date | None, str]:
    """The day, None if none is named, and the words with it made blank. Raises ValueError for two,
    for a weekday without its week, and for what is no day of the calendar."""
    found = _by_number(said, today)
    rest = _without(said, found)
    if found:
        rest = _agreeing(rest, found.day)
    elif found := spoken(rest, today):
        rest = _without(rest, found)
    elif found := on_weekday(rest, today):
        rest = _blank(WEEK, _blank(WEEKDAY, rest))
    if _by_number(rest, today) or spoken(rest, today) or _names_another(rest):
        raise ValueError(said)
    return (found.day if found else None), rest


def _by_number(said: str, today: date) -> Found | None:
    one = ISO.search(said) or WRITTEN.search(said)
    return Found(Written.of(one, today).near(today), *one.span()) if one else None


def _without(said: str, found: Found | None) -> str:
    """Every letter stays in its place."""
    return f"{said[: found.start]:{found.end}}{said[found.end :]}" if found else said


def _blank(words: Pattern, said: str) -> str:
    return words.sub(lambda found: " " * len(found[0]), said, count=1)


def _agreeing(rest: str, day: date) -> str:
    """Without the weekday that stands beside a date. ValueError where it is another one."""
    one = WEEKDAY.search(rest)
    if one and weekday(one) != day.weekday():
        raise ValueError(rest)
    return _blank(WEEKDAY, rest)


def _names_another(rest: str) -> bool:
    return any(one.search(rest) for one in (WEEKDAY, WEEK, _ANOTHER_DAY))
