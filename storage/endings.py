"""Approved answers that hold for a time, and who has been told that one ends."""

from datetime import datetime

from bot.domain.agencies import Queue
from bot.domain.endings import Ending, Notice, Place
from bot.domain.questions import Question
from storage.database import Row, Tx, from_ms, maybe_from_ms, maybe_ms, to_ms


async def ends_at(tx: Tx, answer: int) -> datetime | None:
    """The first moment at which an answer no longer holds; None if no end was written down."""
    return maybe_from_ms(await tx.value("answer_ends", id=answer))


async def put(tx: Tx, answer: int, question: Question, ends: datetime, next_at: datetime) -> None:
    """An approved answer holds until then; ``next_at``: when its office hears of it."""
    await tx.run(
        "ending_put",
        answer=answer,
        question=question.id,
        queue=str(question.queue),
        ends_at=to_ms(ends),
        next_at=to_ms(next_at),
    )


async def share(tx: Tx, of: int, answer: int, question: int) -> None:
    """``answer`` is the same as ``of``, for another question."""
    await tx.run("ending_share", of=of, answer=answer, question=question)


async def spread(tx: Tx, answer: int, cluster: int) -> None:
    """Whoever shares an approved answer in this cluster has it as long."""
    await tx.run("endings_spread", answer=answer, cluster=cluster)


async def get(tx: Tx, answer: int) -> Ending | None:
    row = await tx.one("ending_get", answer=answer)
    return _ending(row) if row else None


async def family(tx: Tx, of: int, after: int, most: int) -> list[Ending]:
    """A page of all who share one answer."""
    rows = await tx.all("endings_of_family", family=of, after=after, most=most)
    return [_ending(row) for row in rows]


async def askers(tx: Tx, of: int) -> list[int]:
    """Who asked what a shared answer says."""
    rows = await tx.all("endings_asked_by", family=of)
    return sorted({row["asker"] for row in rows})


async def due(tx: Tx, now: datetime, most: int) -> list[Ending]:
    """Whose end is to be looked at now."""
    return [_ending(row) for row in await tx.all("endings_due", now=to_ms(now), most=most)]


async def plan(tx: Tx, one: Ending, queue: Queue, next_at: datetime, now: datetime) -> None:
    """It is looked at again later."""
    await tx.run(
        "ending_plan",
        answer=one.answer,
        told=one.told.value,
        ends_at=to_ms(one.ends_at),
        queue=str(queue),
        next_at=to_ms(next_at),
        now=to_ms(now),
    )


async def note(
    tx: Tx,
    one: Ending,
    queue: Queue,
    told: Notice,
    *,
    next_at: datetime | None,
    silent: bool,
    now: datetime,
) -> None:
    """Its office is to hear this, unless ``silent``; nothing changes where another was first."""
    await tx.run(
        "ending_note",
        answer=one.answer,
        before=one.told.value,
        ends_at=to_ms(one.ends_at),
        told=told.value,
        queue=str(queue),
        next_at=maybe_ms(next_at),
        untold=int(not silent),
        now=to_ms(now),
    )


async def moved(tx: Tx, question: int, queue: Queue) -> None:
    """What was answered to a question is another office's from now on."""
    await tx.run("endings_moved", question=question, queue=str(queue))


async def hand_on(tx: Tx, before: Queue, after: Queue, most: int) -> int:
    """Some of what an office was told of is another one's now; returns how many."""
    found = await tx.all("endings_told", queue=str(before), most=most)
    for row in found:
        moved = {"answer": row["answer"], "before": str(before), "after": str(after)}
        await tx.run("ending_hand_on", **moved)
    return len(found)


async def drop(tx: Tx, answer: int) -> None:
    """It is no longer there."""
    await tx.run("ending_drop", answer=answer)


async def drop_of_question(tx: Tx, question: int) -> None:
    """Another answer to this question stands in place of those before."""
    await tx.run("endings_drop_of_question", question=question)


async def drop_family(tx: Tx, answer: int) -> None:
    """All who share it have it for another time."""
    await tx.run("endings_drop_family", answer=answer)


async def untold(tx: Tx) -> Queue | None:
    """An office that is to hear something."""
    found = await tx.value("endings_untold")
    return Queue.parse(found) if found else None


async def take(tx: Tx, queue: Queue) -> list[Ending]:
    """What an office is to hear, by answer; once."""
    rows = await tx.all("endings_take", queue=str(queue))
    return sorted((_ending(row) for row in rows), key=lambda one: one.answer)


async def of_queue(
    tx: Tx, queue: Queue, since: datetime, last: Place | None, most: int
) -> list[Ending]:
    """A page of what an office was told of and has ended after ``since``, what ends first; each
    shared answer once. ``last`` ended the page before.
    """
    rows = await tx.all(
        "endings_of_queue",
        queue=str(queue),
        ends_after=to_ms(max(last.ends_at, since) if last else since),
        after=last.answer if last else 0,
        most=most,
    )
    return [_ending(row) for row in rows]


async def prolong(tx: Tx, of: int, ends: datetime, next_at: datetime) -> None:
    """A shared answer holds until then."""
    await tx.run("answers_prolong", family=of, ends_at=to_ms(ends))
    await tx.run("endings_prolong", family=of, ends_at=to_ms(ends), next_at=to_ms(next_at))


async def spread_news(tx: Tx, of: int, announcement: int, now: datetime) -> bool:
    """Whoever asked is to hear that it ends; False if that was said already."""
    return bool(
        await tx.run("endings_spread_news", family=of, announcement=announcement, now=to_ms(now))
    )


async def spread_alone(tx: Tx, answer: int, now: datetime) -> bool:
    """Whoever asked what this one answers, alone, is to hear that it ends; False if they were."""
    return bool(await tx.run("ending_spread_news", answer=answer, now=to_ms(now)))


async def telling(tx: Tx, most: int) -> list[Ending]:
    """A portion of the askers who have still to hear it."""
    return [_ending(row) for row in await tx.all("endings_telling", most=most)]


async def said(tx: Tx, answer: int) -> bool:
    """One asker hears it now; False if another process has said it."""
    return bool(await tx.run("ending_said", answer=answer))


def _ending(row: Row) -> Ending:
    return Ending(
        answer=row["answer"],
        question=row["question"],
        family=row["family"],
        queue=Queue.parse(row["queue"]),
        ends_at=from_ms(row["ends_at"]),
        told=Notice(row["told"]),
        spread_at=maybe_from_ms(row["spread_at"]),
        spread_in=row["spread_in"] or 0,
    )
