"""The dispatch (bảng tổng hợp chuyển cơ quan): a numbered sheet of what an agency has to answer.

A sheet has rows, each for a question and whoever shares its answer. Rows carry a code that comes
back with the answer: ``BT-23K7`` is the row, its last sign checks the others. It begins with
letters and a dash so that no spreadsheet takes it for a number or a day.
"""

import re
from datetime import date, datetime, time, timedelta

from bot.domain.agencies import Queue
from bot.domain.calendar import WorkingCalendar
from bot.domain.questions import Question, Status
from bot.domain.signs import ALPHABET, check_sign, number_of, signs
from bot.domain.values import dataclass

#: What stands on a sheet: nobody has drafted an answer, and nobody waits for the asker.
UNANSWERED = (Status.WAITING, Status.TAKEN)

#: Rows of one sheet, those due first.
MOST_ROWS = 300

_PREFIX = "BT"
_LEAST = 3  #: signs before the check sign
_MOST = 13  #: as many as a number of the database has

_CODE = re.compile(rf"{_PREFIX}[\W_]*((?:[{ALPHABET}][\W_]*){{{_LEAST + 1},{_MOST + 1}}})")

#: A sheet's number as people write it: ``03/2026``.
_NUMBER = re.compile(r"\b(\d{1,5})\s*/\s*(20\d\d)\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class DispatchRules:
    """When dispatches go out by themselves."""

    days: int = 2  #: working days after a session was closed
    weekdays: tuple[int, ...] = ()  #: with whatever is open: 0 is Monday; empty: never
    at: time = time(8, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of a sheet: a question that is alone, or leads those that ask the same."""

    id: int
    place: int  #: from 1, in the order of the sheet
    question: Question  #: as it stands now

    @property
    def code(self) -> str:
        return code_of(self.id)

    @property
    def number(self) -> str:
        return self.question.number


@dataclass(frozen=True, slots=True, kw_only=True)
class Dispatch:
    """One numbered sheet for one agency."""

    id: int
    year: int
    number: int  #: within its year, without gaps
    queue: Queue
    session: int = 0  #: the session it sums up; 0: whatever is open
    apart: int = 0  #: questions that are private or sealed: in no sheet
    asked_back: int = 0  #: questions that wait for their asker
    more: bool = False  #: further questions did not fit
    made_at: datetime
    made_by: int | None = None  #: person id; None: its date had come

    @property
    def label(self) -> str:
        """``03/2026``."""
        return f"{self.number:02d}/{self.year}"


def code_of(row: int) -> str:
    """The code of a row: always the same."""
    body = signs(row, _LEAST)
    return f"{_PREFIX}-{body}{check_sign(body)}"


def read_code(typed: str) -> int | None:
    """The row that a cell names, whatever stands between its signs; None if it is no whole code."""
    found = _CODE.fullmatch(typed.strip().upper())
    if not found:
        return None
    read = "".join(one for one in found[1] if one.isalnum())
    row = number_of(read[:-1])
    return row if check_sign(read[:-1]) == read[-1] and row < 2**63 else None


def read_number(text: str) -> tuple[int, int] | None:
    """The sheet that a heading names: (year, number)."""
    found = _NUMBER.search(text)
    return (int(found[2]), int(found[1])) if found else None


def after_session(closed_at: datetime, rules: DispatchRules, calendar: WorkingCalendar) -> datetime:
    """When the dispatch of a session goes out."""
    due = calendar.due(closed_at, rules.days).at
    return due.replace(hour=rules.at.hour, minute=rules.at.minute)


def weekly(now: datetime, rules: DispatchRules, calendar: WorkingCalendar) -> date | None:
    """The day of the weekly dispatch that goes out now; None where none does. ``now`` is local.

    What falls on a day off goes out on the next working day; what is not made by the end of its
    day is left to the next week.
    """
    today = now.date()
    if now.time() < rules.at or not calendar.is_working(today):
        return None
    days = [today]
    while not calendar.is_working(before := days[-1] - timedelta(days=1)):
        days.append(before)
    return next((day for day in days if day.weekday() in rules.weekdays), None)
