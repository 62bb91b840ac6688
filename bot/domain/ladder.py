"""The ladder: when a question that nobody answers is brought up again, and how far up.

Three rungs belong to a promise: two working days before it is due, on its day, and one working day
after. Each comes as the offices open. Whoever has the question hears of every rung; on the day its
heads do too, and after it those above them.
"""

from datetime import date, datetime
from enum import StrEnum

from bot.domain.calendar import WorkingCalendar
from bot.domain.questions import Question, Status
from bot.domain.values import dataclass

#: Working days before its date at which a promise is first brought up.
AHEAD = 2

#: In these statuses silence about a question counts; asking back stops the clock.
CLIMBED = frozenset({Status.WAITING, Status.TAKEN, Status.DRAFTED})


class Rung(StrEnum):
    """How near a promise is."""

    SOON = "soon"  #: two working days are left
    TODAY = "today"  #: it is due today
    LATE = "late"  #: a working day has passed since


class Level(StrEnum):
    """Who hears of it, the nearest first."""

    OFFICER = "officer"  #: who holds it; while nobody does, all who could take it
    HEAD = "head"
    ABOVE = "above"  #: the ward's head for a ward's queue, otherwise the organisers


class Told(StrEnum):
    """Who was reminded, as an asker reads it."""

    OFFICERS = "officers"
    HEADS = "heads"
    ORGANISERS = "organisers"
    BOTH = "both"  #: the heads and the organisers
    NOBODY = "nobody"  #: none of them could be reached


class Waiting(StrEnum):
    """Who hears that what was asked back is not answered, one after the other."""

    ASKER = "asker"
    OFFICE = "office"  #: who asked
    HEADS = "heads"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """How far a promise has climbed: the step that its asker reads."""

    told: Told
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where a promise stands: the rung reached last, and when the next one comes."""

    reached: Rung | None
    next_at: datetime | None


def climbs(question: Question) -> bool:
    """Whether silence about it still counts: not once it is answered, declined or taken back,
    not while its asker is waited for, and not when the asker's words were erased.
    """
    return question.status in CLIMBED and question.stopped_at is None and not question.is_erased


def waits_for_asker(question: Question) -> bool:
    """Whether its clock stands until its asker has said more."""
    return question.status is Status.ASKED_BACK and not question.is_erased


def next_waiting(told: Waiting | None) -> Waiting:
    """Who hears after that one; the last one stays the last."""
    every = tuple(Waiting)
    return every[min(every.index(told) + 1, len(every) - 1)] if told else every[0]


def days_after(at: datetime, days: int, calendar: WorkingCalendar) -> datetime:
    """When the offices open, so many working days later."""
    day = calendar.local(at).date()
    for _ in range(days):
        day = calendar.working_day_after(day)
    return calendar.opening(day)


def moment(rung: Rung, due_at: datetime, calendar: WorkingCalendar) -> datetime:
    """When a rung comes: as the offices open on its day."""
    return calendar.opening(_day(rung, calendar.local(due_at).date(), calendar))


def _day(rung: Rung, due: date, calendar: WorkingCalendar) -> date:
    match rung:
        case Rung.SOON:
            return calendar.working_day_before(due, AHEAD)
        case Rung.TODAY:
            return calendar.working_day_before(due, 0)
        case Rung.LATE:
            return calendar.working_day_after(due)


def standing(
    due_at: datetime, calendar: WorkingCalendar, now: datetime, already: Rung | None = None
) -> Standing:
    """The rung that has been reached by ``now``; several missed ones are one, the highest.

    What was reached ``already`` stays so, though a new day off would have moved it.
    """
    reached = already
    for rung in _above(already):
        at = moment(rung, due_at, calendar)
        if at > now:
            return Standing(reached=reached, next_at=at)
        reached = rung
    return Standing(reached=reached, next_at=None)


def _above(rung: Rung | None) -> tuple[Rung, ...]:
    """The rungs after this one."""
    return tuple(Rung)[tuple(Rung).index(rung) + 1 if rung else 0 :]


def is_above(rung: Rung, other: Rung) -> bool:
    return rung in _above(other)


def beginning(due_at: datetime, calendar: WorkingCalendar, now: datetime) -> Standing:
    """Where a promise begins that is made ``now``: a rung that has passed by then is left out.

    But for the last one: a promise that is broken already is brought up at once.
    """
    stands = standing(due_at, calendar, now)
    if stands.reached is Rung.LATE:
        return Standing(reached=Rung.TODAY, next_at=now)
    return stands


def levels(rung: Rung) -> tuple[Level, ...]:
    """Who hears of a rung: silence climbs."""
    return tuple(Level)[: tuple(Rung).index(rung) + 1]
