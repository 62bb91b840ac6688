"""What an office has promised to do by a day (việc đã hứa), and where that stands.

A pledge is a sentence of an answer that says somebody will do something, and by when. People are
asked: what is found here is offered to whoever approved the answer, who may say that it is none.
"""

import calendar
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.agencies import Queue
from bot.domain.calendar import WorkingCalendar

#: What is due later than this is no promise that anybody could be reminded of, in days.
FURTHEST = 400

#: Working days before the day at which the office is reminded.
REMINDED_BEFORE = 3

_SENTENCE = re.compile(r"[^.!?;\n]+(?:\.(?=\d)[^.!?;\n]*)*[.!?;]?")
_WILL = re.compile(r"\b(?:sẽ|cam kết|xin hứa|hứa)\b")
_THEY = re.compile(r"\b(?:bà con|cô chú|gia đình|anh chị)\b[^,]{0,30}\bsẽ (?:phải|cần|tự)\b")


class Stand(StrEnum):
    """Where a commitment stands."""

    OPEN = "open"
    KEPT = "kept"
    DROPPED = "dropped"  #: it was none, says who approved the answer


class Notice(StrEnum):
    """What its office is told, each once a date."""

    BEFORE = "before"
    TODAY = "today"
    LATE = "late"  #: told to its heads and the organisers


@dataclass(frozen=True, slots=True)
class Pledge:
    """What a sentence of an answer promises."""

    words: str
    due: date  #: the last day on which it is kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Commitment:
    """Something an office has promised."""

    id: int
    question: int
    number: str  #: of the question, as people know it
    queue: Queue  #: whose work it is
    ward: str
    words: str
    due: date
    public: bool  #: False: told to its asker alone
    stand: Stand
    told: Notice | None
    note: str  #: what was done, or why the day was moved
    settled_at: datetime | None

    @property
    def is_open(self) -> bool:
        return self.stand is Stand.OPEN

    def is_late(self, today: date) -> bool:
        return self.is_open and self.due < today


def pledges_in(text: str, today: date, calendar: WorkingCalendar) -> tuple[Pledge, ...]:
    """The pledges of an answer: what somebody will do, with the day by which."""
    return tuple(_pledges(text, today, calendar))


def _pledges(text: str, today: date, working: WorkingCalendar) -> Iterator[Pledge]:
    for sentence in _SENTENCE.findall(unicodedata.normalize("NFC", text)):
        words = " ".join(sentence.split()).rstrip(";")
        lower = words.lower()
        if not _WILL.search(lower) or _THEY.search(lower):
            continue
        due = day_in(lower, today, working)
        if due and today <= due <= today + timedelta(days=FURTHEST):
            yield Pledge(words, due)


# ── days as people write them ────────────────────────────────────────────────────────────────────

_DAY = re.compile(r"(?<![\d/])(\d{1,2})\s?[/-]\s?(\d{1,2})(?:\s?[/-]\s?(\d{4}))?(?![\d/])")
_WRITTEN = re.compile(r"ngày (\d{1,2}) tháng (\d{1,2})(?: năm (\d{4}))?")
_MONTH = re.compile(r"tháng (\d{1,2})(?:\s?(?:/|năm)\s?(\d{4}))?")
_THIS_MONTH = re.compile(r"(?:trong|cuối|hết) tháng này")
_NEXT_MONTH = re.compile(r"tháng (?:sau|tới)")
_THIS_WEEK = re.compile(r"(?:trong|cuối|hết) tuần này")
_NEXT_WEEK = re.compile(r"tuần (?:sau|tới)")
_WITHIN = re.compile(
    r"(?:trong|sau|khoảng|vòng)(?: vòng)? (\d{1,3}) (ngày làm việc|ngày|tuần|tháng)"
)
_QUARTER = re.compile(r"qu[ýí] (iv|iii|ii|i|[1-4])\b")
_YEAR_END = re.compile(r"(?:cuối|hết|trong) năm(?: nay)?\b")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


def day_in(text: str, today: date, calendar: WorkingCalendar) -> date | None:
    """The day that ``text`` names, counted from ``today``; of a span its last day.

    A day without a year is the next one of that name. None where nothing is named.
    """
    lower = unicodedata.normalize("NFC", text).lower()
    for pattern, read in _READERS:
        if (found := pattern.search(lower)) and (day := read(found, today)):
            return day
    within = _WITHIN.search(lower)
    return _within(within, today, calendar) if within else None


def reason_in(text: str) -> str:
    """What is left of *15/10, chờ vật tư* or *vì chờ vật tư, dời tới 15/10* beside the day.

    A day in the midst of a sentence stays there; empty where only a day was named.
    """
    words = unicodedata.normalize("NFC", text).strip()
    for edge in _EDGES:
        words = edge.sub("", words).strip()
    return _BECAUSE.sub("", words).strip()


def _named_day(found: re.Match[str], today: date) -> date | None:
    day, month, year = int(found[1]), int(found[2]), found[3]
    years = (int(year),) if year else (today.year, today.year + 1)
    for one in years:
        try:
            named = date(one, month, day)
        except ValueError:
            continue
        if year or named >= today:
            return named
    return None


def _month(found: re.Match[str], today: date) -> date | None:
    month = int(found[1])
    if not 1 <= month <= 12:
        return None
    year = int(found[2]) if found[2] else today.year + (month < today.month)
    return _month_end(year, month)


def _within(found: re.Match[str], today: date, working: WorkingCalendar) -> date:
    many = int(found[1])
    match found[2]:
        case "tháng":
            return _month_end(today.year, today.month, many, day=today.day)
        case "ngày làm việc":
            return working.due(datetime.combine(today, time(), working.zone), many).at.date()
        case unit:
            return today + timedelta(days=many * (7 if unit == "tuần" else 1))


def _quarter(found: re.Match[str], today: date) -> date:
    quarter = _QUARTERS.get(found[1]) or int(found[1])
    return _month_end(today.year + (quarter * 3 < today.month), quarter * 3)


def _week_end(today: date, weeks: int) -> date:
    return today + timedelta(days=6 - today.weekday() + 7 * weeks)


def _month_end(year: int, month: int, later: int = 0, day: int = 31) -> date:
    """The last day of the month ``later`` months on, or ``day`` of it if it has one."""
    years, months = divmod(month - 1 + later, 12)
    last = calendar.monthrange(year + years, months + 1)[1]
    return date(year + years, months + 1, min(day, last))


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str], date], date | None]], ...] = (
    (_WRITTEN, _named_day),
    (_DAY, _named_day),
    (_MONTH, _month),
    (_THIS_MONTH, lambda _, today: _month_end(today.year, today.month)),
    (_NEXT_MONTH, lambda _, today: _month_end(today.year, today.month, 1)),
    (_THIS_WEEK, lambda _, today: _week_end(today, 0)),
    (_NEXT_WEEK, lambda _, today: _week_end(today, 1)),
    (_QUARTER, _quarter),
    (_YEAR_END, lambda _, today: date(today.year, 12, 31)),
)

_TOWARDS = (
    r"(?:(?:xin |em |hẹn lại |dời |hoãn |đến |tới |qua |sang |vào |trước |cuối |hết |ngày )*)"
)
_ANY_DAY = "|".join(f"(?:{one.pattern})" for one in (*(one for one, _ in _READERS), _WITHIN))
_EDGES = tuple(
    re.compile(one, re.IGNORECASE)
    for one in (
        rf"^{_TOWARDS}(?:{_ANY_DAY})(?: nữa)?\s*(?:[,;:.–-]+|(?=vì|do|tại|$))",
        rf"^{_TOWARDS}(?:{_WRITTEN.pattern}|{_DAY.pattern})\s",
        rf"(?:^|[,;:.–-])\s*(?:nên )?{_TOWARDS}(?:{_ANY_DAY})(?: nữa)?\s*\.?$",
    )
)
_BECAUSE = re.compile(r"^(?:vì|do|tại|bởi)(?: vì)?:?\s+", re.IGNORECASE)
