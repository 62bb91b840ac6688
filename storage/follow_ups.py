"""Whether a matter was settled, asked a while after its answer; rolled up by topic."""

from dataclasses import dataclass
from datetime import datetime

from bot.domain.questions import Question
from storage.database import Tx, to_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What the askers of one topic (policy) said."""

    topic: str
    settled: int
    unsettled: int


async def plan(tx: Tx, question: Question, due_at: datetime) -> None:
    """Ask at that time; a question that gets a new answer is asked about again."""
    await tx.run(
        "follow_up_plan",
        question=question.id,
        session=question.session,
        topic=question.topic,
        due_at=to_ms(due_at),
    )


async def due(tx: Tx, now: datetime, most: int) -> list[int]:
    """Questions whose asker is to be asked now."""
    return [row["question"] for row in await tx.all("follow_ups_due", now=to_ms(now), most=most)]


async def asked(tx: Tx, question: int, now: datetime) -> bool:
    """Write down that it was asked; False if it was before."""
    return bool(await tx.run("follow_up_asked", question=question, now=to_ms(now)))


async def said(tx: Tx, question: int, now: datetime, *, settled: bool) -> bool:
    """Write down what the asker says; False if nobody asked. A later word replaces an earlier."""
    return bool(
        await tx.run("follow_up_said", question=question, said=int(settled), now=to_ms(now))
    )


async def by_topic(tx: Tx, session: int) -> list[Settled]:
    """What was said of a session's questions, topic by topic."""
    rows = await tx.all("follow_ups_by_topic", session=session)
    return [
        Settled(topic=row["topic"], settled=row["settled"], unsettled=row["unsettled"])
        for row in rows
    ]
