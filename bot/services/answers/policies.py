"""What people said of each policy a while after its answers, over all questions: sums, no names."""

from bot.domain import access
from bot.domain.people import Person
from bot.work import Work
from storage import follow_ups
from storage.follow_ups import Settled

#: A programme has some thirty topics; a report names no more.
_MOST = 40

#: How many a chat names.
FEW = 10


async def unsettled(work: Work, most: int = _MOST) -> list[Settled]:
    """Those of which somebody said that they had not helped, the most of that first."""
    return [one for one in await follow_ups.of_all(work.tx, most) if one.unsettled]


async def for_runners(work: Work, person: Person) -> list[str]:
    """A line a policy that was asked about, for those who run the programme; others get none."""
    if not access.may_read_policies(person):
        return []
    return [_line(work, person.language, one) for one in await follow_ups.of_all(work.tx, FEW)]


def _line(work: Work, language: str, one: Settled) -> str:
    topic = work.programme.topic(one.topic)
    return work.say(
        language,
        "policy-line",
        topic=topic.name if topic else "none",
        asked=str(one.asked),
        settled=str(one.settled),
        unsettled=str(one.unsettled),
    )
