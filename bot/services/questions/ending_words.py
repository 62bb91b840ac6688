"""That an answer holds until a day, in the words of whoever was given it, and of its office."""

from datetime import date

from bot.domain import endings
from bot.domain.endings import Ending
from bot.work import Work


def told(work: Work, language: str, one: Ending) -> str:
    """What no longer holds, or until when it does, and what to do then."""
    return work.say(
        language,
        "answer-ends",
        office=work.programme.queue_name(one.queue),
        day=day(work, language, one),
        ended="yes" if one.has_ended(work.now) else "no",
    )


def day(work: Work, language: str, one: Ending) -> str:
    """The last day on which it holds."""
    return full(work, language, endings.last_day(one.ends_at, work.programme.calendar))


def full(work: Work, language: str, on: date) -> str:
    return work.say(language, "full-date", day=str(on.day), month=str(on.month), year=str(on.year))
