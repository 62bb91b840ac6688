"""How long answers took: a row each time that a question was answered."""

from datetime import UTC, datetime

from bot.domain.agencies import Queue
from bot.domain.questions import Move
from bot.domain.timing import Tick, Timing
from storage.database import Row, Tx, from_ms, to_ms

#: The newest moves of one question that are looked at.
_MOVES = 200

_ALWAYS = datetime(9999, 1, 1, tzinfo=UTC)


async def keep(tx: Tx, timing: Timing) -> None:
    await tx.run(
        "timing_keep",
        question=timing.question,
        round=timing.round,
        queue=str(timing.queue),
        began_at=to_ms(timing.began_at),
        due_at=to_ms(timing.due_at),
        done_at=to_ms(timing.done_at),
        allowed=timing.allowed,
        used=timing.used,
        over=timing.over,
    )


async def ticks(tx: Tx, question: int) -> list[Tick]:
    """When a question's clock began, stood still and went on, oldest first."""
    rows = await tx.all("history_clock", question=question, most=_MOVES)
    return [(from_ms(row["at"]), Move(row["move"])) for row in reversed(rows)]


async def newest(tx: Tx, question: int) -> Timing | None:
    """How long the newest answer to a question took; None before one has reached its asker."""
    row = await tx.one("timing_newest", question=question)
    return _timing(row) if row else None


async def of(
    tx: Tx, queue: Queue, since: datetime, before: datetime = _ALWAYS, most: int = 100
) -> list[Timing]:
    """A page of a queue's answers since then, newest first; ``before`` is the last ``done_at``."""
    rows = await tx.all(
        "timings_of", queue=str(queue), since=to_ms(since), before=to_ms(before), most=most
    )
    return [_timing(row) for row in rows]


def _timing(row: Row) -> Timing:
    return Timing(
        question=row["question"],
        round=row["round"],
        queue=Queue.parse(row["queue"]),
        began_at=from_ms(row["began_at"]),
        due_at=from_ms(row["due_at"]),
        done_at=from_ms(row["done_at"]),
        allowed=row["allowed"],
        used=row["used"],
    )
