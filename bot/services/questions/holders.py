"""Who has a question in hand: whoever took it, as long as they still work where it is."""

from dataclasses import replace

from bot.domain import access
from bot.domain.people import Person
from bot.domain.questions import Question, Status
from bot.work import Work
from storage import people


async def of(work: Work, question: Question) -> Person | None:
    """Who holds it; None where nobody does, or whoever did works on its queue no longer."""
    found = await people.get(work.tx, question.taken_by) if question.taken_by else None
    return found if found and access.may_work_on(found, question) else None


async def has_left(work: Work, question: Question) -> bool:
    """Whether somebody took it who works on its queue no longer."""
    return question.taken_by is not None and await of(work, question) is None


def as_left(question: Question) -> Question:
    """As it looks once whoever took it has left: it can be taken."""
    waits = question.status is Status.TAKEN
    return replace(question, status=Status.WAITING) if waits else question
