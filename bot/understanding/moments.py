"""A day and a time as people type them: ``20/12 8h``, ``8g30 ngày mai``, ``20-12-2026 08:00``."""

import re
from datetime import date, datetime, time, timedelta

from bot.understanding.folding import fold

#: Days that are counted from today, folded; longer words first.
_FROM_TODAY = {"ngay mot": 2, "ngay kia": 2, "hom nay": 0, "bua nay": 0, "ngay mai": 1, "mai": 1}

_ISO = re.compile(r"\b(?P<year>20\d\d)-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?=\D|$)")
_DAY = re.compile(
    r"(?<![\d:])(?P<day>\d{1,2})\s?(?:[/.-]|thang)\s?(?P<month>\d{1,2})"
    r"(?:\s?(?:[/.-]|nam)\s?(?P<year>20\d\d|\d\d))?(?![\d:hg])"
)
_TIME = re.compile(
    r"(?<![\d/.-])(?P<hour>\d{1,2})\s?(?::|gio|h|g)\s?(?P<minute>[0-5]\d|ruoi)?(?:\s?(?:phut|p))?(?!\d)"
)
#: Days of the week, folded, from Monday on.
_WEEKDAYS = {
    "thu hai": 0,
    "thu ba": 1,
    "thu tu": 2,
    "thu nam": 3,
    "thu sau": 4,
    "thu bay": 5,
    **{f"thu {number}": number - 2 for number in range(2, 8)},
    "chu nhat": 6,
}
_WEEKDAY = re.compile(rf"\b(?P<name>{'|'.join(_WEEKDAYS)})\b")
_WEEK = re.compile(r"\btuan (?:(?P<this>nay)|(?:sau|toi)(?P<after> nua)?)\b")
_AFTERNOON = re.compile(r"\b(?:chieu|toi)\b")


#: A day without a year that is over means next year's, if that is not farther away.
_NEXT_YEAR = timedelta(days=183)


def read_moment(text: str, now: datetime, known: datetime) -> datetime | None:
    """The local moment that ``text`` means; None if it is unclear, or no day of the calendar.

    What it leaves out is taken from ``known``, the day or the time; a year that it leaves out is
    this one, or the next where that is near. ``now`` is local, too.
    """
    said = fold(text).replace("\u2013", "-")
    try:
        day, rest = _read_day(said, now.date())
        at = _read_time(rest)
        if (day, at) == (None, None) or (at is None and re.search(r"\d", rest)):
            return None
        return datetime.combine(day or known.date(), at or known.time(), now.tzinfo)
    except ValueError:
        return None


def _read_day(said: str, today: date) -> tuple[date | None, str]:
    """The day, None if none is named, and what is left of the words. Raises ValueError."""
    for words, days in _FROM_TODAY.items():
        if re.search(rf"\b{words}\b", said):
            return today + timedelta(days), re.sub(rf"\b{words}\b", " ", said, count=1)
    found = _ISO.search(said) or _DAY.search(said)
    if not found:
        return _read_weekday(said, today)
    return _day(found, today), f"{said[: found.start()]} {said[found.end() :]}"


def _read_weekday(said: str, today: date) -> tuple[date | None, str]:
    """``thứ Sáu tuần sau``. A weekday without its week, or a week without its day, is unclear: of
    no day that was known is it to be taken for one. Raises ValueError."""
    day, week = _WEEKDAY.search(said), _WEEK.search(said)
    if not day and not week:
        return None, said
    if not day or not week:
        raise ValueError(said)
    monday = today - timedelta(today.weekday())
    weeks = 0 if week["this"] else 2 if week["after"] else 1
    return monday + timedelta(weeks * 7 + _WEEKDAYS[day["name"]]), _WEEKDAY.sub(
        " ", _WEEK.sub(" ", said)
    )


def _day(found: re.Match[str], today: date) -> date:
    day, month, year = int(found["day"]), int(found["month"]), found["year"]
    if year:
        return date(int(year) if len(year) == 4 else 2000 + int(year), month, day)
    this_year = date(today.year, month, day)
    if this_year >= today or (month, day) == (2, 29):
        return this_year
    next_year = date(today.year + 1, month, day)
    return next_year if next_year - today <= _NEXT_YEAR else this_year


def _read_time(said: str) -> time | None:
    """The time of day, None if none is named. Raises ValueError for one that is none."""
    found = _TIME.search(said)
    if not found:
        return None
    hour, minute = int(found["hour"]), found["minute"] or "0"
    if _AFTERNOON.search(said) and hour < 12:
        hour += 12
    return time(hour, 30 if minute == "ruoi" else int(minute))
