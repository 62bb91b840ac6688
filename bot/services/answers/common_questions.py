"""*Câu hỏi chung*: words of an official, which wards hear instead of an asker's."""

from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.questions import Question
from bot.services.answers import checking
from bot.services.questions import belonging
from bot.services.queues import clusters, queues
from bot.work import Work


async def put(work: Work, person: Person, question_id: int, text: str) -> Question:
    """Keep the question in words of an official. Raises Refused for what tells of a person."""
    head = await queues.work_on(work, person, await belonging.standing(work, question_id))
    await _must_tell_nothing(work, head, text)
    return await clusters.word(work, person, head.id, text)


async def must_tell_nothing(work: Work, question: Question) -> None:
    """Raises Refused where they do now, before approval: others may have joined since."""
    cluster = await belonging.open_cluster(work, question.id)
    if cluster and cluster.words:
        await _must_tell_nothing(work, question, cluster.words)


async def _must_tell_nothing(work: Work, question: Question, text: str) -> None:
    if words := await checking.telling(work, question, text):
        raise Refused("cluster-words-leak", words=words)
