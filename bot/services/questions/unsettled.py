"""Why a question is back: a while after its answer, the asker said that it had not helped."""

from bot.domain.questions import Question
from bot.work import Work
from storage import follow_ups


async def lines(work: Work, question: Question, language: str) -> list[str]:
    """The line of an open question's card that names the policy; none where it was never asked, or
    where its asker asked again by themselves.
    """
    if not (question.reopened and question.is_open):
        return []
    if not await follow_ups.is_unsettled(work.tx, question.id, question.reopened - 1):
        return []
    topic = work.programme.topic(question.topic)
    named = topic.name if topic else "none"
    return [work.say(language, "card-unsettled", topic=named)]
