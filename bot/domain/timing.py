"""How long an answer took, in working time, against what was promised."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta
from itertools import pairwise

from bot.domain.agencies import Queue
from bot.domain.calendar import WorkingCalendar
from bot.domain.questions import Move
from bot.domain.values import dataclass

#: Moves that start a new promise.
_BEGINS = frozenset({Move.ASK, Move.TRANSFER, Move.REOPEN})

#: A move of a question's clock, and when.
Tick = tuple[datetime, Move]


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """One answer's time. Minutes are working time of its office, without those in which the
    clock stood because its asker was waited for.
    """

    question: int
    round: int  #: 0: the first answer, 1: after it was reopened, …
    queue: Queue
    began_at: datetime  #: when the office got it: asked, transferred, or reopened
    due_at: datetime
    done_at: datetime  #: when a head approved the answer; its way to the slot is not the office's
    allowed: int
    used: int

    @property
    def over(self) -> int:
        """Minutes by which the promise was missed; negative: so many were left."""
        return self.used - self.allowed


def in_days(minutes: int, calendar: WorkingCalendar) -> float:
    """Minutes of working time as days of the office's first working weekday, to a tenth."""
    day = date.min  # a Monday
    hours = next(filter(None, calendar.blocks))
    ends = [datetime.combine(day, one.end) - datetime.combine(day, one.start) for one in hours]
    return round(minutes / (sum(ends, timedelta()) / timedelta(minutes=1)), 1)


def spent(
    ticks: Sequence[Tick], due_at: datetime, now: datetime, calendar: WorkingCalendar
) -> tuple[datetime, datetime, int, int]:
    """(began, done, minutes allowed, minutes used). ``ticks``: a question's, oldest first."""
    first = max((i for i, (_, move) in enumerate(ticks) if move in _BEGINS), default=0)
    ours = ticks[first:]
    began = ours[0][0] if ours else now
    done = next((at for at, move in reversed(ours) if move is Move.APPROVE), now)
    stops = [*_stops(ours, now)]
    return (
        began,
        done,
        _running(began, due_at, stops, calendar),
        _running(began, done, stops, calendar),
    )


def _stops(ticks: Sequence[Tick], now: datetime) -> Iterator[tuple[datetime, datetime]]:
    """From when to when the clock stood."""
    for (at, move), (after, _) in pairwise([*ticks, (now, Move.ANSWER)]):
        if move is Move.ASK_BACK:
            yield at, after


def _running(
    start: datetime,
    end: datetime,
    stops: Iterable[tuple[datetime, datetime]],
    calendar: WorkingCalendar,
) -> int:
    stood = sum(calendar.working_minutes_between(at, min(after, end)) for at, after in stops)
    return calendar.working_minutes_between(start, end) - stood
