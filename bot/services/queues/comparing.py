"""Questions that look alike are noticed outside of turns, one at a time, in a bounded number.

It suggests; joining is an official's decision (``bot.services.queues.clusters``).
"""

import asyncio
from collections.abc import Sequence
from typing import Protocol

from bot.domain.clusters import may_lead
from bot.domain.questions import Question
from bot.services.questions import belonging, cards
from bot.understanding import alike
from bot.work import Work, Works
from storage import likenesses, questions

#: How many open questions of the same queue and topic one is held against, the newest.
CANDIDATES = 50

#: How many of them are remembered, the likeliest.
CLOSEST = 20

#: How long it rests after each comparison ahead of time, next to how long that took.
_REST = 99


class Judge(Protocol):
    """Whoever tells how surely two texts ask the same, 0 to 1, whichever comes first."""

    def same_question(self, one: str, other: str, /) -> float: ...


async def judge() -> Judge:
    """Who judges; read in a thread the first time, so that nobody waits meanwhile."""
    is_read = alike.judge.cache_info().currsize
    return alike.judge() if is_read else await asyncio.to_thread(alike.judge)


async def ahead(works: Works) -> None:
    """Compare what the next step will, one by one and while no transaction is open.

    The first look at a text takes a millisecond or two, and is kept: the step itself is quick then.
    It rests in between, and is in no thread: an answer passes the event loop a dozen times, and
    would wait for this each time.
    """
    async with works.look() as work:
        question = await _question(work, await likenesses.next_to_compare(work.tx))
        others = await _others(work, question) if question else []
    if question and others:
        by = await judge()
        for one in others:
            since = works.clock.steady()
            by.same_question(question.text, one.text)
            await works.clock.sleep(_REST * (works.clock.steady() - since))


async def step(work: Work) -> int:
    """Hold the next new question against others; 0 where there is none."""
    question = await _question(work, await likenesses.take_to_compare(work.tx))
    if question is None:
        return 0
    if others := await _others(work, question):
        await _remember(work, question, _closest(await judge(), question, others))
    return 1


async def _question(work: Work, question_id: int) -> Question | None:
    return await questions.get(work.tx, question_id) if question_id else None


async def _others(work: Work, question: Question) -> list[Question]:
    """What it is held against."""
    if not may_lead(question):
        return []
    return await likenesses.candidates(work.tx, question, CANDIDATES)


def _closest(
    by: Judge, question: Question, others: Sequence[Question]
) -> list[tuple[int, Question]]:
    """Those that seem to ask the same, likeliest first: (percent, question)."""
    likely = [(by.same_question(question.text, one.text), one) for one in others]
    close = [(round(share * 100), one) for share, one in likely if share >= alike.SAME]
    return sorted(close, key=lambda found: (-found[0], found[1].id))[:CLOSEST]


async def _remember(work: Work, question: Question, close: Sequence[tuple[int, Question]]) -> None:
    """Its card says so at once, and that of the oldest; the others when they are shown again."""
    if not close:
        return
    await likenesses.like(work.tx, [(question.id, one.id, percent) for percent, one in close])
    oldest = min(one.id for _, one in close)
    await cards.refresh(work, question)
    await cards.refresh_id(work, await belonging.standing(work, oldest))
