"""What a card says of others that ask the same: how many where, and what can be done about it."""

from dataclasses import replace
from datetime import datetime

from bot.domain.clusters import Cluster, Weight, may_join, may_lead, weigh
from bot.domain.people import Person
from bot.domain.questions import Question, Status
from bot.domain.values import dataclass
from bot.services.questions import belonging
from bot.voice import Button, Buttons
from bot.work import Work
from storage import clusters, likenesses, questions
from storage.likenesses import Alike

#: How many suggestions one card counts.
COUNTED = 20


@dataclass(frozen=True, slots=True)
class Beside:
    """What stands on a card because of others."""

    lines: tuple[str, ...] = ()
    buttons: Buttons = ()
    due_at: datetime | None = None  #: the earliest of all, where they are one cluster
    is_carried: bool = False  #: another question is worked on instead


async def beside(work: Work, question: Question, viewer: Person | None, language: str) -> Beside:
    """For one official, or (None) for a group."""
    if not may_lead(question):
        return await _once_approved(work, question, language)
    cluster = await belonging.open_cluster(work, question.id)
    if cluster and cluster.head != question.id:
        return await _carried(work, cluster, question, language)
    suggested = await suggestions(work, question, viewer, cluster)
    line = _suggested(work, question, suggested, language)
    holds = viewer is not None and question.taken_by == viewer.id
    may = suggested or cluster or (holds and may_join(question))
    join = [[Button("join-button", "join", question.id)]] if may else []
    if cluster is None:
        return Beside(line, join)
    together = await _together(work, cluster, question, language)
    return replace(
        together,
        lines=(*together.lines, *line),
        buttons=[*join, *together.buttons],
    )


async def _together(work: Work, cluster: Cluster, head: Question, language: str) -> Beside:
    """On the card of those that are answered together: how many where, due when the first is."""
    weights, due_at = await clusters.weights(work.tx, cluster.id)
    line = work.say(
        language,
        "card-cluster",
        many=str(sum(one.many for one in weights)),
        places=_places(work, head, weights),
        words=cluster.words or "none",
    )
    apart = Button("split-button", "split", head.id)
    return Beside(
        (line,), [[apart, Button("cluster-words-button", "clusterwords", head.id)]], due_at
    )


async def _once_approved(work: Work, question: Question, language: str) -> Beside:
    """Once an answer is approved: for how many it is."""
    shared = await belonging.shared(work, question.id)
    if shared is None or question.status not in (Status.APPROVED, Status.ANSWERED, Status.CLOSED):
        return Beside()
    weights, _ = await clusters.weights(work.tx, shared.id)
    many = sum(one.many for one in weights)
    return Beside((work.say(language, "card-shared", many=str(many)),))


async def _carried(work: Work, cluster: Cluster, question: Question, language: str) -> Beside:
    head = await questions.get(work.tx, cluster.head)
    line = work.say(language, "card-carried", head=head.number if head else "…")
    return Beside((line,), [[Button("split-button", "splitone", question.id)]], is_carried=True)


async def suggestions(
    work: Work, question: Question, viewer: Person | None, cluster: Cluster | None
) -> list[Alike]:
    """What may be joined with a question that stands alone, or with all that ``cluster`` holds.

    It may stand in a cluster of its own. Two drafts stay two.
    """
    who = viewer.id if viewer else 0
    if cluster:
        found = await likenesses.alike_to_all(work.tx, cluster, who, COUNTED)
    else:
        found = await likenesses.alike(work.tx, question.id, who, COUNTED)
    fits = may_lead if may_join(question) else may_join
    return [one for one in found if fits(one.question)]


def _suggested(
    work: Work, question: Question, found: list[Alike], language: str
) -> tuple[str, ...]:
    if not found:
        return ()
    weights = weigh(one.question for one in found)
    return (
        work.say(
            language,
            "card-alike",
            many=str(len(found)),
            places=_places(work, question, weights),
        ),
    )


def _places(work: Work, question: Question, weights: list[Weight]) -> str:
    """``Khóm 2: 2, Khóm 4: 1``; the ward too where it is another one."""
    return ", ".join(f"{_place(work, question, one)}: {one.many}" for one in weights)


def _place(work: Work, question: Question, weight: Weight) -> str:
    ward = work.programme.ward(weight.ward)
    hamlet = ward.hamlet(weight.hamlet) if ward else None
    shown = [hamlet] if hamlet and weight.ward == question.ward else [hamlet, ward]
    return " ".join(one.name for one in shown if one)
