"""For which question the answer in a row is now: much may have happened since its sheet went out.

A row was for its question and for those that shared its answer then. By now they may have been
joined with others, split, taken back, erased, handed on or answered.
"""

from collections.abc import Collection, Sequence
from dataclasses import replace
from enum import StrEnum

from bot.domain import access
from bot.domain.clusters import LEADABLE, Cluster
from bot.domain.people import Person
from bot.domain.questions import Question, Status
from bot.domain.values import dataclass
from bot.services.dispatches.dispatch_matching import Known
from bot.work import Work
from storage import clusters, dispatches, questions


class Way(StrEnum):
    """How the question of an answer was found."""

    OWN = "own"  #: the one that the row names
    HEAD = "head"  #: another one of the row, which leads that one by now
    OTHERS = "others"  #: another one of the row; the one that it names takes no answer any more
    APART = "apart"  #: one of the row, whose questions follow a stranger by now: they leave it
    SETTLED = "settled"  #: none: nobody of the row waits for an answer of this agency
    SCATTERED = "scattered"  #: none: the one that it names takes none, the others go various ways


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A row as it stands now."""

    way: Way
    question: Question  #: the one that gets the draft; where none does, the one that the row names
    cluster: Cluster | None = None  #: to which that one belongs
    along: int = 0  #: APART: how many others leave with it
    rest: tuple[Question, ...] = ()  #: those that lead others of the row who still wait
    own_waits: bool = False  #: whether the one that the row names takes an answer


@dataclass(frozen=True, slots=True)
class _One:
    """A question of the row."""

    question: Question
    cluster: Cluster | None
    is_answered: bool  #: since the sheet went out; if it waits, its asker asked something further

    @property
    def lead(self) -> int:
        """The question that officials work on for it."""
        return self.cluster.head if self.cluster else self.question.id


async def of_row(
    work: Work, known: Known, person: Person | None, *, alone: bool = False
) -> Standing:
    """Where a row stands that this person returns (None: whoever runs the installation).

    ``alone``: for the one that it names, whoever else asked the same.
    """
    row = await _asked_in(work, known)
    own, able = row[0], _able(row, known, person)
    if alone or not able:
        way = Way.OWN if own in able else Way.SETTLED
        return Standing(way=way, question=own.question, cluster=own.cluster, own_waits=own in able)
    leads = list(dict.fromkeys(one.lead for one in able))
    if own not in able and len(leads) > 1:
        return Standing(way=Way.SCATTERED, question=own.question)
    found = _found(able, own)
    rest = await _leading(work, [one for one in leads if one != able[0].lead])
    return replace(found, rest=rest, own_waits=own in able)


def _found(able: Sequence[_One], own: _One) -> Standing:
    """Who gets the draft of those that take an answer: whoever leads the first of them."""
    first = able[0]
    head = next((one for one in able if one.question.id == first.lead), None)
    if head is None:
        along = sum(one.lead == first.lead for one in able) - 1
        return Standing(way=Way.APART, question=first.question, cluster=first.cluster, along=along)
    way = Way.OWN if head is own else Way.HEAD if first is own else Way.OTHERS
    return Standing(way=way, question=head.question, cluster=head.cluster)


async def _asked_in(work: Work, known: Known) -> list[_One]:
    """All questions of a row, the one that it names first."""
    found = await dispatches.asked_in(work.tx, known.row.id)
    ids = {one.cluster for one in found if one.cluster}
    known_clusters = {one: await clusters.get(work.tx, one) for one in ids}
    return [_One(one.question, known_clusters.get(one.cluster), one.is_answered) for one in found]


def _able(row: Sequence[_One], known: Known, person: Person | None) -> list[_One]:
    """Those that still take an answer of this agency, with whoever leads them.

    What was answered since and asked again takes one only in the row that names it.
    """

    def takes(one: _One) -> bool:
        return (
            one.question.status in LEADABLE
            and (one is row[0] or not one.is_answered)
            and not one.question.is_erased
            and access.may_draft_from_sheet(person, one.question, known.dispatch.queue)
            and (one.cluster is None or _is_open(one.cluster, known))
        )

    able = [one for one in row if takes(one)]
    none = {one.question.id for one in row} - {one.question.id for one in able}
    return [one for one in able if one.lead not in none]


def _is_open(cluster: Cluster, known: Known) -> bool:
    """Its questions follow a tick after their head: what that one has done is done."""
    is_here = cluster.queue == known.dispatch.queue and cluster.stands is not Status.DECLINED
    return cluster.is_open and is_here


async def _leading(work: Work, ids: Collection[int]) -> tuple[Question, ...]:
    """Those of the questions for which nobody has drafted an answer."""
    found = [await questions.get(work.tx, one) for one in ids]
    return tuple(one for one in found if one and one.status is not Status.DRAFTED)
