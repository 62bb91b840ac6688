"""A reason that goes to all who ask the same tells none of them about another."""

from bot.domain.errors import Refused
from bot.services.answers import checking
from bot.services.queues import clusters
from bot.work import Work
from storage import questions


async def must_tell_nothing(work: Work, question_id: int, reason: str) -> None:
    """Raises Refused for one that tells of a person, where more than its asker read it."""
    many = await clusters.how_many(work, question_id)
    question = await questions.get(work.tx, question_id) if many else None
    if question and (words := await checking.telling(work, question, reason)):
        raise Refused("reason-leaks", number=question.number, many=str(many), words=words)
