"""An approved answer waits for its ward's slot: nobody waits past the promised date without a word.

Whoever would, hears at approval that the answer is there and when it comes; once more if that slot
is missed.
"""

from collections.abc import Sequence

from bot.domain.questions import Question, Status
from bot.services.asking import receipts
from bot.services.questions import belonging, coming
from bot.work import Work
from storage import clusters, people, questions
from storage.relay import Release


async def say_when(work: Work, question: Question, *, again: bool = False) -> None:
    """It has been approved; ``again``: the slot of which its asker was told has been missed.

    Says nothing where the slot comes in time.
    """
    at = await coming.arrives_at(work, question)
    asker = await people.get(work.tx, question.asker)
    if at is None or asker is None or at <= question.due_at:
        return
    others = [one for one in await _theirs(work, question) if one.due_at < at]
    if any(one.id < question.id or not again for one in others):
        return  # they have been told of one that comes with it
    await receipts.tell_asker(
        work,
        question,
        "told-ready-late",
        due=work.moment(asker.language, question.due_at),
        at=work.moment(asker.language, at),
    )


async def _theirs(work: Work, question: Question) -> list[Question]:
    """What else its asker asked that shares the answer, and waits as well."""
    cluster = await belonging.shared(work, question.id)
    found = await clusters.same_asker(work.tx, cluster.id, question) if cluster else []
    return [one for one in found if one.status is Status.APPROVED]


async def say_when_again(work: Work, ward: str, moved: Sequence[Release]) -> None:
    """These answers of a ward wait for a later slot than they were to be heard at."""
    for one in moved:
        for question in await _asked(work, one):
            if question.status is Status.APPROVED and question.ward == ward:
                await say_when(work, question, again=True)


async def _asked(work: Work, release: Release) -> list[Question]:
    """Whom an answer is for: all who share it, or the one who asked."""
    if release.cluster:
        return [one.question for one in await clusters.members(work.tx, release.cluster)]
    alone = await questions.get(work.tx, release.question)
    return [alone] if alone else []
