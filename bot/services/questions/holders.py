"""Who has a question in hand: whoever took it, as long as they still work where it is."""

from bot.domain import access
from bot.domain.people import Person
from bot.domain.questions import Question
from bot.work import Work
from storage import people


async def of(work: Work, question: Question) -> Person | None:
    """Who holds it; None where nobody does, or whoever did works on its queue no longer."""
    found = await people.get(work.tx, question.taken_by) if question.taken_by else None
    return found if found and access.may_work_on(found, question) else None
