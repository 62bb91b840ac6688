"""One answer for many: who shares it, in which wards it is read out, and what each asker is told.

Nothing of one asker reaches another. What everybody hears is the question in an official's words,
or its topic; what an asker reads is their own.
"""

from bot.domain import clusters as counting
from bot.domain.answers import Answer
from bot.domain.questions import Question, Status
from bot.domain.relay import Among
from bot.domain.values import dataclass
from bot.i18n import HOME
from bot.services.questions import belonging
from bot.voice import Button, Buttons
from bot.work import Work
from storage import clusters

#: Of so many more questions of theirs an asker can say below the answer that the case differs.
_BUTTONS = 3


@dataclass(frozen=True, slots=True)
class Share:
    """Who shares an answer, for the bulletins."""

    among: Among
    speakers: tuple[tuple[str, int], ...]  #: (ward, the question that represents all of them there)


@dataclass(frozen=True, slots=True)
class Told:
    """What an asker reads with an answer that is for many; nothing where one asked."""

    buttons: Buttons = ()
    question: str = ""  #: in the asker's own words
    asked: str = (
        ""  #: how many; ``none`` where that would point at somebody, ``self`` for nobody else
    )
    also: str = "none"  #: the numbers of what else they asked there: they hear once


async def share(work: Work, question: Question, answer: Answer) -> Share | None:
    """An answer is approved: all who are in the cluster now share it, and nobody joins after that.

    None for a question that stands alone.
    """
    found = await belonging.open_cluster(work, question.id)
    if found is None:
        return None
    cluster = await clusters.hold(work.tx, found.id)
    weights, _ = await clusters.weights(work.tx, cluster.id)
    if sum(one.many for one in weights) < 2:
        return None
    asked = await clusters.people(work.tx, cluster.id)
    words = cluster.words or _about(work, question)
    if not await clusters.answer(work.tx, cluster.id, answer.id, asked, words):
        return None
    speakers = {**await clusters.speakers(work.tx, cluster.id), question.ward: question.id}
    among = Among(cluster=cluster.id, asked=asked, words=words)
    return Share(among, tuple(sorted(speakers.items())))


def _about(work: Work, question: Question) -> str:
    """What is read out where no official has put the question into words."""
    topic = work.programme.topic(question.topic)
    return work.say(HOME, "cluster-about", topic=topic.name if topic else "none")


async def heard(work: Work, bulletin_id: int) -> None:
    """A bulletin has gone out: whoever shares one of its answers hears it at the next tick."""
    await clusters.heard(work.tx, bulletin_id)


async def heard_in(work: Work, answer: Answer, ward: str) -> int:
    """The bulletin in which a ward has heard an answer; 0 if it has not."""
    return await clusters.ward_heard(work.tx, answer.id, ward)


async def askers(work: Work, cluster: int, ward: str) -> list[int]:
    """Who asked in one ward what a cluster asks; nobody where one alone asked."""
    return await clusters.askers(work.tx, cluster, ward) if cluster else []


async def others(
    work: Work, question: Question, *, after: int = 0, most: int = counting.MOST
) -> list[Question]:
    """The questions that share the public answer of this one; a page of them, as asked."""
    return await clusters.answered_with(work.tx, question.id, after=after, most=most)


async def wards(work: Work, question: Question) -> list[str]:
    """Where somebody asks what this question asks; its own ward alone where nobody else does."""
    cluster = await belonging.shared(work, question.id)
    found = await clusters.speakers(work.tx, cluster.id) if cluster else {}
    return sorted({question.ward, *found})


async def told(work: Work, question: Question) -> Told:
    """An asker reads their own words, how many asked it, and can say that their case differs."""
    cluster = await belonging.shared(work, question.id)
    if cluster is None:
        return Told()
    others = await clusters.same_asker(work.tx, cluster.id, question)
    one_each = [
        [Button("differs-one-button", "differs", one.id, {"number": one.number})]
        for one in others[:_BUTTONS]
    ]
    many = str(counting.shown(cluster.asked) or "none")
    return Told(
        [[Button("differs-button", "differs", question.id)], *one_each],
        question=question.text or "…",
        asked=many if cluster.asked > 1 else "self",
        also=", ".join(one.number for one in others) or "none",
    )


async def has_heard(work: Work, question: Question) -> bool:
    """Whether its asker has this answer already, by another question of theirs that shares it."""
    cluster = await belonging.shared(work, question.id)
    others = await clusters.same_asker(work.tx, cluster.id, question) if cluster else []
    return any(one.status in (Status.ANSWERED, Status.CLOSED) for one in others)


async def hears_otherwise(work: Work, question: Question, follower: int) -> bool:
    """Whether who follows this question hears the same by another one, their own among them."""
    cluster = await belonging.shared(work, question.id)
    return cluster is not None and await clusters.hears(work.tx, cluster.id, follower, question.id)
