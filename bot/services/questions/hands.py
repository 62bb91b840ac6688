"""Hands: who is told that something has happened to a question, so that somebody looks after it."""

from collections.abc import Sequence
from typing import Any

from bot.domain.people import Person
from bot.domain.questions import Question, Sensitive
from bot.services.questions import cards, holders, runners
from bot.work import Work


async def tell_worker(work: Work, question: Question, key: str, **args: Any) -> None:
    """Tell whoever holds the question, or its queue, that something happened to it.

    About somebody in danger it is said at any hour, and where the one who holds it cannot be told,
    to the other heads; where none can, runners hear that there is something.
    """
    holder = await holders.of(work, question)
    urgent = question.sensitive is Sensitive.CRISIS

    async def told(receivers: Sequence[Person]) -> bool:
        about, number = question.subject, question.number
        return any(
            [
                await work.tell(one, key, about=about, urgent=urgent, number=number, **args)
                for one in receivers
            ]
        )

    first = [holder] if holder else await cards.workers(work, question)
    if await told(first) or not urgent:
        return
    if not (holder and await told(await cards.heads(work, question))):
        await runners.hear(work, question)
