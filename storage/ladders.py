"""How far each open promise has been climbed: one row a question, however often it is looked at."""

from datetime import datetime

from bot.domain.counts import COUNTED
from bot.domain.ladder import Reminder, Rung, Standing, Told
from bot.domain.values import dataclass
from storage.database import Tx, from_ms, maybe_from_ms, maybe_ms, to_ms


@dataclass(frozen=True, slots=True)
class Step:
    """A promise whose next rung has come."""

    question: int
    due_at: datetime  #: the promise that it is about
    reached: Rung | None  #: the rung before
    again: bool = False  #: somebody who was told of that one is gone since
    told: Told | None = None  #: who was reminded last


async def begin(tx: Tx, question: int, due_at: datetime, standing: Standing, now: datetime) -> None:
    """A promise is made, moved, or goes on; the same one goes on where it was."""
    await tx.run(
        "ladder_begin",
        question=question,
        due_at=to_ms(due_at),
        reached=standing.reached or "",
        next_at=maybe_ms(standing.next_at),
        now=to_ms(now),
    )


async def pause(tx: Tx, question: int, next_at: datetime | None) -> None:
    """No rung comes while the clock stands; ``next_at``: when somebody hears that it still does."""
    await tx.run("ladder_pause", question=question, next_at=maybe_ms(next_at))


async def end(tx: Tx, question: int) -> None:
    """No further rung comes."""
    await tx.run("ladder_end", question=question)


async def due(tx: Tx, now: datetime, most: int) -> list[Step]:
    """What is to be climbed now, in the order of the questions, as all take them."""
    rows = await tx.all("ladders_due", now=to_ms(now), most=most)
    steps = [
        Step(
            row["question"],
            from_ms(row["due_at"]),
            Rung(row["reached"]) if row["reached"] else None,
            bool(row["again"]),
            Told(row["told"]) if row["told"] else None,
        )
        for row in rows
    ]
    return sorted(steps, key=lambda step: step.question)


async def climb(tx: Tx, step: Step, to: Standing, now: datetime) -> bool:
    """Reach the next rung; False if somebody else has, or the promise has changed by now."""
    return bool(
        await tx.run(
            "ladder_climb",
            question=step.question,
            due_at=to_ms(step.due_at),
            before=step.reached or "",
            reached=to.reached or "",
            next_at=maybe_ms(to.next_at),
            now=to_ms(now),
        )
    )


async def remind(tx: Tx, question: int, reminder: Reminder) -> None:
    """Who has been reminded of a promise, in the transaction that reaches the rung."""
    await tx.run("ladder_remind", question=question, told=reminder.told, told_at=to_ms(reminder.at))


async def reminder(tx: Tx, question: int) -> Reminder | None:
    """Who was reminded last of the promise as it is now, and when; None: nobody yet."""
    row = await tx.one("ladder_reminder", question=question)
    return Reminder(told=Told(row["told"]), at=from_ms(row["told_at"])) if row else None


async def look_again(tx: Tx, person: int, now: datetime) -> None:
    """Whoever comes next in line for this person is told of what the person was told."""
    await tx.run("ladders_again", person=person, now=to_ms(now), most=COUNTED)


async def late(tx: Tx) -> tuple[int, datetime | None]:
    """How many open questions have reached the last rung, no further than ``COUNTED``, and when
    the first of them was due.
    """
    row = await tx.one("ladders_late", most=COUNTED)
    assert row is not None
    return row["many"], maybe_from_ms(row["oldest"])
