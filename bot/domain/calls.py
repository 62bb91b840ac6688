"""Calls: a question of somebody in danger is brought up again until a person has taken it.

A promise of seven working days is no help there, and its ladder begins days later. Heads may be
asleep or away: after a quarter of an hour without anybody, those who run the programme are called
as well, at any hour.
"""

from datetime import datetime, timedelta
from enum import StrEnum

from bot.domain.questions import Question, Sensitive, Status

#: After its coming, when a question that nobody has taken is called out: the last one is a day on.
AFTER = (
    timedelta(minutes=15),
    timedelta(minutes=30),
    timedelta(hours=1),
    timedelta(hours=3),
    timedelta(hours=8),
    timedelta(hours=24),
)


class Told(StrEnum):
    """Who could be told when a question came into its queue."""

    QUEUE = "queue"  #: somebody who can take it
    RUNNERS = "runners"  #: those who run the programme: somebody is in danger, and no head is there
    NOBODY = "nobody"


def waits(question: Question) -> bool:
    """Whether it is still called out: somebody is in danger, and nobody has taken it."""
    in_danger = question.sensitive is Sensitive.CRISIS
    return in_danger and question.status is Status.WAITING and not question.is_erased


def next_at(came_at: datetime, now: datetime) -> datetime | None:
    """When the next call is due; None behind the last. Calls that were missed are one."""
    return next((came_at + one for one in AFTER if came_at + one > now), None)
