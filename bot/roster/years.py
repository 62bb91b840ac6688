"""Years of birth: 1962, 62, 01/02/1962, and the serial numbers by which spreadsheets count days."""

import re
from contextlib import suppress
from datetime import date, datetime, timedelta

from bot.roster.cells import plain, shown
from bot.roster.columns import Column
from bot.roster.notes import Notes, Why

#: Ages of people who stand for a household.
_GROWN, _OLDEST = 18, 110

_YEAR = re.compile(r"(?<!\d)((?:18|19|20)\d\d)(?!\d)")
_THOUSAND = re.compile(r"^([12])[ .,](\d{3})$")  # a year that is shown like a sum
_SHORT = re.compile(
    r"(?:(?:sinh )?năm |s\.?n\.? )?(?:\d{1,2}[/.\-]\d{1,2}[/.\-])?'?(\d\d)", re.IGNORECASE
)
_SERIAL = re.compile(r"(\d{5})(?:[.,]\d+)?")
_MISTAKEN = 1905  #: the year in which fall the days 1900 to 2008
_DAY_ZERO = date(1899, 12, 30)  #: of spreadsheets, which believe in 29 February 1900


def read_year(cell: str, session_year: int, notes: Notes) -> int:
    """The year in a cell, for a session in ``session_year``; 0 where there is none to be had."""
    text = _THOUSAND.sub(r"\1\2", plain(cell))
    if not text:
        notes.add(Why.YEAR_EMPTY)
        return 0
    year, why = _found(text, session_year)
    if wrong := _wrong(year, session_year):
        notes.add(wrong, Column.YEAR, shown(cell), str(year or ""))
        return 0
    if cell != str(year):
        notes.mend(Column.YEAR, year, why, shown(cell))
    return year


def _typed_as_a_date(text: str) -> int:
    """1962, typed in a cell for dates, is a day to a spreadsheet: 15 May 1905. 0 for other days.

    Nobody who was born in that year stands for a household any more.
    """
    for form in ("%Y-%m-%d", "%d/%m/%Y") if str(_MISTAKEN) in text else ():
        with suppress(ValueError):
            day = datetime.strptime(text, form).date()  # noqa: DTZ007 - a day has no zone
            return (day - _DAY_ZERO).days
    return 0


def _found(text: str, session_year: int) -> tuple[int, Why]:
    if typed := _typed_as_a_date(text):
        return typed, Why.YEAR_SERIAL
    years = {int(one) for one in _YEAR.findall(text)}
    if years:
        return (years.pop() if len(years) == 1 else 0), Why.YEAR_READ
    if serial := _SERIAL.fullmatch(text):
        return (_DAY_ZERO + timedelta(days=int(serial[1]))).year, Why.YEAR_SERIAL
    if short := _SHORT.fullmatch(text):
        return _in_full(int(short[1]), session_year), Why.YEAR_READ
    return 0, Why.YEAR_READ


def _in_full(short: int, session_year: int) -> int:
    """The year of two digits in which somebody grown was born; the later one, if there are two."""
    for year in (2000 + short, 1900 + short):
        if _GROWN <= session_year - year <= _OLDEST:
            return year
    return 1900 + short


def _wrong(year: int, session_year: int) -> Why | None:
    """Why nobody born in that year stands for a household."""
    age = session_year - year
    if not year:
        return Why.YEAR_UNKNOWN
    if age <= 0:
        return Why.YEAR_AHEAD
    if age < _GROWN:
        return Why.YEAR_CHILD
    return Why.YEAR_OLD if age > _OLDEST else None
