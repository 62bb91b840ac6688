"""Whether a matter was settled, asked a while after each of its answers; rolled up by topic.

A question that was reopened and answered again is asked about anew; what was said about an earlier
answer stays. Over all questions the sums are kept as they change, so that nobody counts a million.
"""

from datetime import datetime

from bot.domain.questions import Question
from bot.domain.values import dataclass
from storage.database import Row, Tx, to_ms


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """What the askers of one topic (policy) said, each answer of a question by itself."""

    topic: str
    asked: int
    settled: int
    unsettled: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Due:
    """An answer about which it is time to ask."""

    question: int
    round: int  #: how often the question had been reopened before this answer


async def plan(tx: Tx, question: Question, due_at: datetime) -> None:
    """Ask about its newest answer at that time. What was sealed is summed up under no topic."""
    await tx.run(
        "follow_up_plan",
        question=question.id,
        round=question.reopened,
        session=question.session,
        topic="" if question.is_sealed else question.topic,
        due_at=to_ms(due_at),
    )


async def due(tx: Tx, now: datetime, most: int) -> list[Due]:
    """Answers whose asker is to be asked now."""
    rows = await tx.all("follow_ups_due", now=to_ms(now), most=most)
    return [Due(question=row["question"], round=row["round"]) for row in rows]


async def asked(tx: Tx, one: Due, now: datetime) -> bool:
    """Write down that it was asked; False if it was before."""
    is_first = bool(
        await tx.run("follow_up_asked", question=one.question, round=one.round, now=to_ms(now))
    )
    if is_first:
        await _count(tx, one, asked=1)
    return is_first


async def drop(tx: Tx, one: Due) -> None:
    """Never ask about this answer."""
    await tx.run("follow_up_drop", question=one.question, round=one.round)


async def said(tx: Tx, question: Question, now: datetime, *, settled: bool) -> bool:
    """Write down what the asker says of the newest answer; False if nobody asked, or it was said
    before. A later word replaces an earlier one.
    """
    one = Due(question=question.id, round=question.reopened)
    new = {"question": one.question, "round": one.round, "said": int(settled), "now": to_ms(now)}
    is_first = bool(await tx.run("follow_up_said", **new))
    if not is_first and not await tx.run("follow_up_said_anew", **new):
        return False
    other = 0 if is_first else -1
    if settled:
        await _count(tx, one, settled=1, unsettled=other)
    else:
        await _count(tx, one, settled=other, unsettled=1)
    return True


async def _count(tx: Tx, one: Due, *, asked: int = 0, settled: int = 0, unsettled: int = 0) -> None:
    await tx.run(
        "follow_up_count",
        question=one.question,
        round=one.round,
        asked=asked,
        settled=settled,
        unsettled=unsettled,
    )


async def is_unsettled(tx: Tx, question: int, round_: int) -> bool:
    """Whether the asker said that the answer of that round did not settle the matter."""
    row = await tx.one("follow_up_get", question=question, round=round_)
    return row is not None and row["said"] == 0


async def by_topic(tx: Tx, session: int, after: int = 0) -> list[Settled]:
    """What was said of a session's questions behind the one with that id, topic by topic."""
    rows = await tx.all("follow_ups_by_topic", session=session, after=after)
    return [_settled(row) for row in rows]


async def of_all(tx: Tx, most: int) -> list[Settled]:
    """What was said of all questions, in a session or outside any: the most unsettled first."""
    return [_settled(row) for row in await tx.all("follow_ups_of_all", most=most)]


def _settled(row: Row) -> Settled:
    return Settled(
        topic=row["topic"],
        asked=row["asked"],
        settled=row["settled"],
        unsettled=row["unsettled"],
    )
