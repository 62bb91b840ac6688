"""Calls: what is sealed and has nobody who looks after it is brought up until a person takes it.

A promise of seven working days is no help to somebody in danger, and its ladder begins days later.
Heads may be asleep or away: after a quarter of an hour without anybody, those who run the programme
are called as well, at any hour. An accusation wakes nobody: it is brought up as the offices open.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.calendar import WorkingCalendar
from bot.domain.questions import Question, Sensitive, Status

#: After its coming, when danger that nobody has taken is called out; then once a day.
AFTER = (
    timedelta(minutes=15),
    timedelta(minutes=30),
    timedelta(hours=1),
    timedelta(hours=3),
    timedelta(hours=8),
    timedelta(hours=24),
)

_A_DAY = timedelta(days=1)

#: So many working days after its coming an accusation that nobody has taken is brought up; later
#: ones belong to its ladder.
MORNINGS = (1, 3, 5)


class Told(StrEnum):
    """Who could be told when a question came into its queue."""

    QUEUE = "queue"  #: somebody who can take it
    RUNNERS = "runners"  #: those who run the programme: it is sealed, and no head can be told
    NOBODY = "nobody"


def waits(question: Question) -> bool:
    """Whether it is still called out: it is sealed, and nobody has taken it."""
    waiting = question.status is Status.WAITING and not question.is_erased
    return question.is_sealed and waiting


def next_at(
    question: Question, came_at: datetime, now: datetime, calendar: WorkingCalendar
) -> datetime | None:
    """When the next call is due; None behind the last. Calls that were missed are one."""
    if question.sensitive is Sensitive.CRISIS:
        return _next_of_danger(came_at, now)
    mornings = (_morning(came_at, days, calendar) for days in MORNINGS)
    return next((one for one in mornings if one > now), None)


def _next_of_danger(came_at: datetime, now: datetime) -> datetime:
    days = (now - came_at) // _A_DAY + 1
    return next((came_at + one for one in AFTER if came_at + one > now), came_at + days * _A_DAY)


def _morning(came_at: datetime, days: int, calendar: WorkingCalendar) -> datetime:
    """As the offices open, so many working days on."""
    day = calendar.local(came_at).date()
    for _ in range(days):
        day = calendar.working_day_after(day)
    return calendar.opening(day)
