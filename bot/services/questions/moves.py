"""One move of a question: checked, kept, written down, and shown on every card."""

from dataclasses import replace
from typing import Any

from bot.domain.questions import Move, Question, Status
from bot.services.questions import belonging, cards, holders, rungs
from bot.work import Work
from storage import endings, history, questions, relay
from storage.history import Event


async def make(
    work: Work,
    question: Question,
    move: Move,
    actor: int | None,
    *,
    words: str = "",
    detail: str = "",
    **changes: object,
) -> Question:
    """Make ``move``; returns the question after it.

    ``words`` are what a person wrote with it, ``detail`` what the program adds. Raises Refused if
    its status does not allow the move, or somebody else moved it in between.
    """
    kept = await alone(work, question, move, actor, words=words, detail=detail, **changes)
    await belonging.moved(work, question, kept, move, actor)
    await cards.refresh(work, kept)
    return kept


async def alone(
    work: Work,
    question: Question,
    move: Move,
    actor: int | None,
    *,
    words: str = "",
    detail: str = "",
    **changes: object,
) -> Question:
    """``make`` for this question by itself: no other of its cluster moves along, no card changes.

    For whoever moves a cluster one by one, and sees to the cards when all are through.
    """
    moved = question.moved(move, **changes)
    if not await questions.save(work.tx, moved):
        raise (await questions.get(work.tx, question.id) or question).moved_on()
    kept = replace(moved, version=moved.version + 1)
    await record(
        work, kept, move, before=question.status.value, actor=actor, words=words, detail=detail
    )
    await rungs.adjust(work, question, kept)
    if question.queue != kept.queue:  # what was answered before is that office's from now on
        await relay.moved(work.tx, kept.id, work.now)
        await endings.moved(work.tx, kept.id, kept.queue)
    if move is Move.ANSWER:
        await rungs.keep_time(work, kept)
    return kept


async def resume(
    work: Work,
    question: Question,
    move: Move,
    actor: int,
    words: str = "",
    **changes: Any,
) -> Question:
    """The clock runs again, with as much working time left as when it was stopped."""
    calendar = work.programme.calendar_of(question.queue)
    due_at = calendar.resume(question.due_at, question.stopped_at or work.now, work.now)
    return await make(
        work, question, move, actor, words=words, due_at=due_at, stopped_at=None, **changes
    )


async def unless_held(work: Work, question: Question, actor: int | None) -> Question:
    """What is back in the hands of nobody waits again, as new for all who work on its queue.

    So it is where it was answered in the hall or in a sheet, and where whoever took it has left.
    """
    if question.status is not Status.TAKEN or await holders.of(work, question):
        return question
    waiting = await make(work, question, Move.GIVE_BACK, actor, taken_by=None)
    await cards.announce(work, waiting)
    return waiting


async def record(
    work: Work,
    question: Question,
    move: Move,
    *,
    before: str,
    actor: int | None,
    words: str = "",
    detail: str = "",
) -> None:
    """Write a move down in the question's history."""
    event = Event(work.now, actor, move, before, question.status.value, words, detail)
    await history.add(work.tx, question.id, event)
    if move is Move.ASK:
        await rungs.arrange(work, question)
    await belonging.recorded(work, question, move)
