"""Runners: organisers and admins hear that something sealed waits, without a word of it."""

import structlog

from bot.domain.people import Person, Role
from bot.domain.questions import Question, Sensitive
from bot.work import Work
from storage import people

log = structlog.get_logger()


async def everyone(work: Work) -> list[Person]:
    """Organisers and admins, each once."""
    found = [
        *await people.holding(work.tx, Role.ORGANISER, ""),
        *await people.holding(work.tx, Role.ADMIN, ""),
    ]
    return list({one.id: one for one in found}.values())


async def hear(work: Work, question: Question) -> bool:
    """No head can be told of what is sealed: runners are. Returns whether any can be told."""
    if question.sensitive is Sensitive.CRISIS:
        return await _call(work, question)
    return await call_for_a_head(work, question)


async def _call(work: Work, question: Question) -> bool:
    """Runners are asked to call a head, at any hour."""
    told = [
        await work.tell(
            one,
            "crisis-without-head",
            urgent=True,
            number=question.number,
            office=work.programme.queue_name(question.queue),
        )
        for one in await everyone(work)
    ]
    if not any(told):
        unheard(question)
    return any(told)


async def call_for_a_head(work: Work, question: Question) -> bool:
    """An accusation waits, and no head can be told: not even its number is said."""
    office = work.programme.queue_name(question.queue)
    return any(
        [
            await work.tell(one, "sealed-without-head", office=office)
            for one in await _others(work, question)
        ]
    )


async def sealed_waits(work: Work, question: Question) -> bool:
    """An accusation waits, and no head has taken it: not even its number is said."""
    office = work.programme.queue_name(question.queue)
    return any(
        [
            await work.tell(one, "sealed-not-taken", office=office)
            for one in await _others(work, question)
        ]
    )


async def _others(work: Work, question: Question) -> list[Person]:
    """Without whoever asked it."""
    return [one for one in await everyone(work) if one.id != question.asker]


def unheard(question: Question) -> None:
    """Nobody at all can be told: whoever reads the log is the last one who may notice."""
    log.error("danger_unheard", question=question.id, queue=str(question.queue))
