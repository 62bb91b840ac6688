"""Questions that look alike are noticed outside of turns, one at a time, in a bounded number.

It suggests; joining is an official's decision (``bot.services.queues.clusters``).
"""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from typing import Protocol

from bot.domain.clusters import may_lead
from bot.domain.questions import Question
from bot.services.questions import belonging, cards
from bot.understanding import alike
from bot.work import Work, Works
from storage import likenesses, questions

#: How many open questions of the same queue and topic one is held against, the newest; and of how
#: many of the newest of its queue those that were taken for other topics.
CANDIDATES = 50

#: How many of them are remembered, the likeliest.
CLOSEST = 20

#: How long it rests after each comparison, and after each write, as a multiple of how long the
#: work took.
_REST, _REST_WRITTEN = 99, 19

#: The longest rest, in seconds: the machine may have slept in between, or the database.
_LONGEST = 10.0


class Judge(Protocol):
    """Whoever tells how surely two texts ask the same, 0 to 1, whichever comes first."""

    def look(self, text: str, /) -> object: ...

    def same_question(self, one: str, other: str, /) -> float: ...


async def judge() -> Judge:
    """Who judges; read in a thread the first time, so that nobody waits meanwhile."""
    is_read = alike.judge.cache_info().currsize
    return alike.judge() if is_read else await asyncio.to_thread(alike.judge)


async def step(works: Works) -> bool:
    """Hold the next new question against others; False where there is none.

    One by one, and while no transaction is open: the first look at a text takes a few milliseconds.
    It waits until the process is idle and rests in between. Runs on the event loop in short pieces:
    a thread would compete for the GIL with every reply. What has changed meanwhile is looked at
    again before it writes.
    """
    await works.idle.wait(works.clock)
    async with works.look() as work:
        question_id = await likenesses.next_to_compare(work.tx)
        question = await questions.get(work.tx, question_id) if question_id else None
        others = await _others(work, question) if question else []
    if not question_id:
        return False
    try:
        close = await _closest(works, question, others) if question and others else []
    except Exception:  # it does not keep the others from being compared; whoever ticks says why
        async with works.begin() as work:
            await likenesses.done_comparing(work.tx, question_id)
        raise
    async with _resting(works, _REST_WRITTEN), works.begin() as work:
        now = await questions.to_move(work.tx, question_id)
        if question and now and not _is_beside(question, now):
            return True  # it was handed on: it is compared anew, in its new queue
        if await likenesses.done_comparing(work.tx, question_id) and now:
            await _remember(work, now, close)
    return True


async def _others(work: Work, question: Question) -> list[Question]:
    """What it is held against."""
    if not may_lead(question):
        return []
    return await likenesses.candidates(work.tx, question, CANDIDATES)


async def _closest(
    works: Works, question: Question, others: Sequence[Question]
) -> list[tuple[int, int]]:
    """Those that seem to ask the same, likeliest first: (percent, id)."""
    by, close = await judge(), list[tuple[int, int]]()
    for one in others:
        async with _resting(works, _REST):
            by.look(one.text)  # is kept
        await works.idle.wait(works.clock)
        async with _resting(works, _REST):
            likeness = by.same_question(question.text, one.text)
        if likeness >= alike.SAME:
            close.append((round(likeness * 100), one.id))
    return sorted(close, key=lambda found: (-found[0], found[1]))[:CLOSEST]


@asynccontextmanager
async def _resting(works: Works, times: int) -> AsyncIterator[None]:
    """Afterwards rest so many times as long as it took: people's messages go first."""
    since = works.clock.steady()
    yield
    await works.clock.sleep(min(_LONGEST, times * (works.clock.steady() - since)))


async def _remember(work: Work, question: Question, close: Sequence[tuple[int, int]]) -> None:
    """Its card says so at once, and that of the oldest; the others when they are shown again."""
    if not may_lead(question):
        return
    still = [pair for pair in close if await _still_waits(work, pair[1], question)]
    if not still:
        return
    await likenesses.like(work.tx, [(question.id, other, percent) for percent, other in still])
    await cards.refresh(work, question)
    await cards.refresh_id(work, await belonging.standing(work, min(other for _, other in still)))


async def _still_waits(work: Work, other_id: int, question: Question) -> bool:
    """Whether the other one still waits in the same queue."""
    other = await questions.get(work.tx, other_id)
    return other is not None and may_lead(other) and _is_beside(other, question)


def _is_beside(one: Question, other: Question) -> bool:
    return one.queue == other.queue
