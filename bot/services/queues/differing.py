"""*Trường hợp của tôi khác*: an asker's question leaves those with which it shared an answer."""

from bot.domain.clusters import OWN_CASE
from bot.domain.people import Person
from bot.domain.questions import Move, Question
from bot.services.asking import questions
from bot.services.asking.questions import Promised
from bot.services.questions import belonging
from bot.work import Work


async def one(work: Work, person: Person, question_id: int) -> Question:
    """A question of the person's own whose answer was for many. Raises Refused otherwise."""
    question = await questions.one_of_mine(work, person, question_id)
    shares = await belonging.shared(work, question.id)
    if shares is None or not question.allows(Move.REOPEN):
        raise question.moved_on()
    return question


async def split_off(work: Work, person: Person, question_id: int, reason: str) -> Promised:
    """Back into its queue with the reason and a new promise; the others are not disturbed.

    What it is answered next is about this case: its asker alone hears it.
    """
    await one(work, person, question_id)
    return await questions.reopen(work, person, question_id, reason, why=OWN_CASE)
