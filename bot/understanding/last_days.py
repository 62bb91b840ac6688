"""The last day of something, as people write it: ``31/12/2027``, ``cuối năm 2027``, ``31/12``."""

import re
from calendar import monthrange
from datetime import date

from bot.understanding.folding import fold

_DECEMBER = 12
_BEFORE = r"(?:(?:ap dung|gia han|den|toi|het|cuoi|ngay)\s+)*"
_AFTER = r"\s*[.!]*"
_DAY = re.compile(
    rf"{_BEFORE}(\d{{1,2}})(?:\s*[/.\-]\s*|\s+thang\s+)(\d{{1,2}})"
    rf"(?:(?:\s*[/.\-]\s*|,?\s+nam\s+)(\d{{4}}|\d{{2}}))?{_AFTER}"
)
_MONTH = re.compile(
    rf"{_BEFORE}(?:thang\s+)?(\d{{1,2}})(?:\s*[/.\-]\s*|,?\s+nam\s+)(\d{{4}}){_AFTER}"
)
_YEAR = re.compile(rf"{_BEFORE}(?:nam\s+)?(\d{{4}}){_AFTER}")


def last_day(text: str, today: date) -> date | None:
    """The day that is all of a text; of a month or year its last one, without a year the next one.

    None where it is something else. Raises ValueError for a day that there is not.
    """
    said = fold(text)
    if found := _DAY.fullmatch(said):
        day, month = int(found[1]), int(found[2])
        return _on(day, month, found[3]) if found[3] else _next(day, month, today)
    if found := _MONTH.fullmatch(said):
        month, year = int(found[1]), int(found[2])
        return date(year, month, monthrange(year, month)[1] if 1 <= month <= _DECEMBER else 1)
    found = _YEAR.fullmatch(said)
    return date(int(found[1]), _DECEMBER, 31) if found else None


def _on(day: int, month: int, year: str) -> date:
    return date(int(year if len(year) > 2 else f"20{year}"), month, day)


def _next(day: int, month: int, today: date) -> date:
    this = date(today.year, month, day)
    return this if this >= today else date(today.year + 1, month, day)
