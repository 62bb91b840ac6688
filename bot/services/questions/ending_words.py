"""That an answer holds until a day, in the words of whoever was given it, and of its office."""

import textwrap
from datetime import date

from bot.domain import endings
from bot.domain.endings import Ending
from bot.domain.questions import Question
from bot.work import Work
from storage import announcements

#: So many characters of a question bring it back to mind.
_BEGINNING = 60


def told(work: Work, language: str, one: Ending, question: Question) -> str:
    """What no longer holds, or until when it does, and what to do then; of what is private
    without its topic.
    """
    topic = None if question.stays_private else work.programme.topic(question.topic)
    return work.say(
        language,
        "answer-ends",
        office=work.programme.queue_name(one.queue),
        topic=topic.name if topic else "none",
        day=day(work, language, one),
        ended="yes" if one.has_ended(work.now) else "no",
    )


async def as_approved(work: Work, language: str, one: Ending, question: Question) -> str:
    """What a second person has approved for all who were given it, else ``told``."""
    written = await announcements.get(work.tx, one.spread_in) if one.spread_in else None
    words = written.others.get(language, written.text) if written else ""
    return words or told(work, language, one, question)


def asked(question: Question) -> str:
    """How its asker began: months later a number alone says nothing. ``none`` of what is private,
    for it may light up on a screen that others see.
    """
    if question.stays_private or not question.text:
        return "none"
    begun = textwrap.shorten(question.text, _BEGINNING, placeholder=" …")
    return begun if begun.strip(" …") else f"{question.text[:_BEGINNING]}…"  # Khmer has no spaces


def day(work: Work, language: str, one: Ending) -> str:
    """The last day on which it holds."""
    return full(work, language, endings.last_day(one.ends_at, work.programme.calendar))


def full(work: Work, language: str, on: date) -> str:
    return work.say(language, "full-date", day=str(on.day), month=str(on.month), year=str(on.year))
