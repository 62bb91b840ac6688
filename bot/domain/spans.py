"""Weeks, months, quarters and years as people write them, with their first and last days."""

import calendar
import re
from collections.abc import Callable, Mapping
from datetime import date, timedelta

from bot.domain.days import WEEK, count, monday, spelt
from bot.domain.patterns import Pattern
from bot.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Span:
    """From a day to another one; a single day where both are the same."""

    first: date
    last: date

    @classmethod
    def of(cls, day: date) -> "Span":
        return cls(day, day)


def month_end(year: int, month: int, later: int = 0, day: int = 31) -> date:
    """The last day of the month ``later`` months on, or ``day`` of it if it has one."""
    years, months = divmod(month - 1 + later, 12)
    last = calendar.monthrange(year + years, months + 1)[1]
    return date(year + years, months + 1, min(day, last))


#: Months ago.
_JUST_OVER = 2

_TO = r"\s?(?:-|đến|tới|hoặc|hay)\s?"
_EDGE = r"đầu|giữa|cuối|thượng tuần|trung tuần|hạ tuần|nửa đầu|nửa cuối|hết|trong"
_YEAR = r"(?:,?\s?(?:/|-|năm)\s?(?P<year>20\d\d)|\snăm\s(?P<which>nay|sau|tới))?(?!\d)"
_NO_OTHER = r"(?!\d|/\d{1,2}(?!\d))"

_WEEK = spelt(rf"(?:(?P<part>{_EDGE}) )?{WEEK.pattern}")
#: Behind a week or a month that is not said to be another one.
_ALONE = r"\b(?=\s*(?:$|[,.;:!?)]| (?:sẽ|thì|là|để|phường|xã)\b))"
_WEEK_END = spelt(rf"\b(?:cuối|hết|trong) tuần{_ALONE}")
_MONTH = spelt(
    rf"\b(?:(?P<part>{_EDGE}) )?tháng (?P<low>COUNT)\b{_NO_OTHER}"
    rf"(?:(?:{_TO}(?:tháng )?|(?:,| và) tháng )(?P<high>1[0-2]|[1-9]){_NO_OTHER})?{_YEAR}"
)
_NEAR_MONTH = spelt(rf"\b(?:(?P<part>{_EDGE}) )?tháng (?:(?P<this>này|nay)|sau|tới)\b")
_MONTH_END = spelt(rf"\b(?:cuối|hết|trong) tháng{_ALONE}")
_NUMBERED_MONTH = spelt(
    r"(?:(?<=đến )|(?<=tới )|(?<=hết )|(?<=trong )|(?<=trước ))"
    r"(?P<low>\d{1,2})/(?P<year>20\d\d)(?![\w/-])"
)
_QUARTER = spelt(
    r"\b(?:(?P<part>đầu|giữa|cuối|hết|trong) )?(?:quý|quí|qúy) (?P<low>iv|iii|ii|i|[1-4])\b"
    rf"(?:(?:{_TO}|,\s?| và )(?:(?:quý|quí|qúy) )?(?P<high>iv|iii|ii|i|[1-4])\b)?{_YEAR}"
)
_NEAR_QUARTER = spelt(r"\b(?:quý|quí|qúy) (?:(?P<this>này|nay)|sau|tới)\b")
_NAMED_YEAR = r"(?:(?P<year>20\d\d)|(?P<which>nay|sau|tới))"
_HALF_YEAR = spelt(rf"\b(?:6|sáu) tháng (?P<half>đầu|cuối) năm(?: {_NAMED_YEAR})?\b")
_YEAR_PART = spelt(
    rf"\b(?P<part>đầu|cuối|hết|trong|sang|qua) năm(?: {_NAMED_YEAR})?\b(?! học| \d| tháng)"
)
_WHOLE_YEAR = spelt(rf"(?:(?<=đến )|(?<=tới )|(?<=trước ))năm {_NAMED_YEAR}\b(?!-)")


def _week(found: re.Match[str], today: date) -> Span:
    first = monday(today, found)
    days = {"đầu": 1, "dau": 1, "giữa": 3, "giua": 3}.get(_part(found))
    return _part_or_whole(found, first, first + timedelta(days=6 if days is None else days))


def _this_week_end(_: re.Match[str], today: date) -> Span:
    return Span.of(today + timedelta(days=6 - today.weekday()))


#: The days with which the thirds and halves of a month end; the others end with it.
_MONTH_PARTS: Mapping[str, int] = {
    **dict.fromkeys(("đầu", "dau", "thượng tuần", "thuong tuan"), 10),
    **dict.fromkeys(("giữa", "giua", "trung tuần", "trung tuan"), 20),
    **dict.fromkeys(("nửa đầu", "nua dau"), 15),
}


def _month(found: re.Match[str], today: date) -> Span | None:
    low, high = count(found["low"]), int(found["high"] or count(found["low"]))
    if not (1 <= low <= 12 and 1 <= high <= 12):
        return None
    year = _year(found, today) or _next_year(max(low, high), today)
    last = month_end(year + (high < low), high, day=_MONTH_PARTS.get(_part(found), 31))
    return _part_or_whole(found, date(year, low, 1), last)


def _numbered_month(found: re.Match[str], _: date) -> Span:
    first = date(int(found["year"]), int(found["low"]), 1)
    return Span(first, month_end(first.year, first.month))


def _near_month(found: re.Match[str], today: date) -> Span:
    later = 0 if found["this"] else 1
    last = month_end(today.year, today.month, later, _MONTH_PARTS.get(_part(found), 31))
    return _part_or_whole(found, last.replace(day=1), last)


def _this_month_end(_: re.Match[str], today: date) -> Span:
    return Span.of(month_end(today.year, today.month))


_ROMAN: Mapping[str, int] = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def _quarter(found: re.Match[str], today: date) -> Span:
    low, high = (_quarter_number(found[one] or found["low"]) for one in ("low", "high"))
    year = _year(found, today) or _next_year(high * 3, today)
    months = {"đầu": 1, "dau": 1, "giữa": 2, "giua": 2}.get(_part(found), 3)
    last = month_end(year + (high < low), high * 3 - 3 + months)
    return _part_or_whole(found, date(year, low * 3 - 2, 1), last)


def _quarter_number(said: str) -> int:
    return _ROMAN.get(said.lower()) or int(said)


def _near_quarter(found: re.Match[str], today: date) -> Span:
    first = (today.month - 1) // 3 * 3 + 1
    last = month_end(today.year, first + 2, 0 if found["this"] else 3)
    return Span(month_end(last.year, last.month, -2, day=1), last)


def _half_year(found: re.Match[str], today: date) -> Span:
    year = _year(found, today) or today.year
    is_first = found["half"].lower() in ("đầu", "dau")
    return Span.of(date(year, 6, 30) if is_first else date(year, 12, 31))


def _year_part(found: re.Match[str], today: date) -> Span | None:
    """*Đầu năm* ends with the first quarter, and needs to be of a year that is named."""
    part, year = _part(found), _year(found, today)
    if part in ("đầu", "dau"):
        return Span.of(date(year, 3, 31)) if year else None
    return Span.of(date(year or today.year + (part in ("sang", "qua")), 12, 31))


def _whole_year(found: re.Match[str], today: date) -> Span:
    year = _year(found, today) or today.year
    return Span(date(year, 1, 1), date(year, 12, 31))


def _year(found: re.Match[str], today: date) -> int | None:
    if which := found["which"]:
        return today.year + (which.lower() != "nay")
    return int(found["year"]) if found["year"] else None


def _next_year(month: int, today: date) -> int:
    """In which the month is that a promise names. One that is just over was a slip of the hand, and
    is over: nobody promises something for ten months later without the year.
    """
    return today.year + (month < today.month - _JUST_OVER)


def _part(found: re.Match[str]) -> str:
    return (found["part"] or "").lower()


def _part_or_whole(found: re.Match[str], first: date, last: date) -> Span:
    """A part is known by its last day alone: *trước cuối tháng 9* is *cuối tháng 9*."""
    return Span.of(last) if found["part"] else Span(first, last)


#: What is tried first stands first.
SPANS: tuple[tuple[Pattern, Callable[[re.Match[str], date], Span | None]], ...] = (
    (_HALF_YEAR, _half_year),
    (_QUARTER, _quarter),
    (_NEAR_QUARTER, _near_quarter),
    (_MONTH, _month),
    (_NUMBERED_MONTH, _numbered_month),
    (_NEAR_MONTH, _near_month),
    (_MONTH_END, _this_month_end),
    (_WEEK, _week),
    (_WEEK_END, _this_week_end),
    (_YEAR_PART, _year_part),
    (_WHOLE_YEAR, _whole_year),
)
