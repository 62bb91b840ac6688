"""Something is done to one question of a cluster: it leaves the others when that is done.

Asking for a reason or an office changes nothing yet: who stops there leaves all as it was.
"""

from bot.domain.people import Person
from bot.domain.questions import Question
from bot.services.queues import clusters, handing, queues
from bot.work import Work


async def apart(work: Work, person: Person, question_id: int) -> None:
    """What is done now is done to this one alone: if others are answered with it, it leaves them.

    Raises Refused as ``clusters.split`` does.
    """
    if await clusters.how_many(work, question_id):
        await clusters.split(work, person, question_id)


async def one_within_reach(work: Work, person: Person, question_id: int) -> Question:
    """One of a cluster whose head the person could take; the two may be the same."""
    await queues.within_reach(work, person, question_id)
    return await queues.work_on(work, person, question_id)


async def one_to_hand_on(work: Work, person: Person, question_id: int) -> Question:
    """One of a cluster that the person could hand on; a head also what an officer holds."""
    await handing.within_reach(work, person, question_id)
    return await queues.work_on(work, person, question_id)


async def one_to_decline(work: Work, person: Person, question_id: int) -> Question:
    """One of a cluster that this head may decline. Raises Refused otherwise."""
    await queues.to_decline(work, person, question_id)
    return await queues.work_on(work, person, question_id)
