"""The promise of a question that is handed on to another office, or that takes longer."""

from typing import Any

from bot.domain import transfers
from bot.domain.agencies import Queue
from bot.domain.calendar import Deadline
from bot.domain.questions import Move, Question
from bot.work import Work
from storage import history


async def handed_on(work: Work, question: Question, queue: Queue) -> Deadline:
    """By when ``queue`` answers it; see ``bot.domain.transfers``."""
    again = await _was_handed_on(work, question)
    return transfers.promise(work.programme, question, queue, work.now, again=again)


def elsewhere(question: Question, queue: Queue, deadline: Deadline) -> dict[str, Any]:
    """What ``Move.TRANSFER`` changes and notes: nobody holds it in that queue yet."""
    return {
        "detail": f"{question.queue} → {queue}",
        "queue": queue,
        "taken_by": None,
        "due_at": deadline.at,
        "promised_days": deadline.days,
    }


def longer(work: Work, question: Question, days: int) -> dict[str, Any]:
    """What ``Move.EXTEND`` changes and notes: so many working days more than were promised."""
    deadline = work.programme.calendar_of(question.queue).add(question.due_at, days)
    promised = question.promised_days + days
    return {"detail": f"+{days}", "due_at": deadline.at, "promised_days": promised}


async def _was_handed_on(work: Work, question: Question) -> bool:
    """Whether it went from office to office since it was asked, or reopened after an answer."""
    handed_on = await history.last(work.tx, question.id, Move.TRANSFER)
    reopened = await history.last(work.tx, question.id, Move.REOPEN)
    return handed_on is not None and (reopened is None or handed_on.at > reopened.at)
