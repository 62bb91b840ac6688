"""Runners: organisers and admins hear that somebody is in danger, without that person's words."""

import structlog

from bot.domain.people import Person, Role
from bot.domain.questions import Question
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


async def call(work: Work, question: Question) -> bool:
    """No head can be reached: runners are asked to call one. Returns whether any can be told."""
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
    return any(told)


def unheard(question: Question) -> None:
    """Nobody at all can be told: whoever reads the log is the last one who may notice."""
    log.error("danger_unheard", question=question.id, queue=str(question.queue))
