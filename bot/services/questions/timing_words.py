"""How long an answer took, as its office reads it on the card."""

from bot.domain.questions import Question
from bot.domain.timing import in_days
from bot.work import Work
from storage import timings


async def took(work: Work, question: Question, language: str) -> str:
    """Working days used, and promised; empty while there is no answer."""
    timing = await timings.newest(work.tx, question.id)
    if timing is None or timing.round != question.reopened:
        return ""
    calendar = work.programme.calendar_of(timing.queue)
    return work.say(
        language,
        "state-took",
        used=in_days(timing.used, calendar),
        allowed=in_days(timing.allowed, calendar),
        over=in_days(timing.over, calendar),
        late="yes" if timing.over > 0 else "no",
    )
