"""What the words were taken for was wrong: a head opens an everyday question to the officers, an
official seals one that tells of danger or accuses somebody.

Words are sorted by a program, which errs both ways. Whoever reads them decides.
"""

from datetime import datetime

from bot.domain import access
from bot.domain.agencies import Queue
from bot.domain.calls import Told
from bot.domain.people import Person
from bot.domain.questions import SEALED, Move, Question, Sensitive, Status
from bot.domain.values import dataclass
from bot.services.asking import asking, receipts
from bot.services.files import drawn
from bot.services.questions import cards, labels, moves
from bot.services.queues import queues
from bot.work import Work

#: What an official may say that a question is.
KINDS = (Sensitive.CRISIS, Sensitive.ACCUSATION, Sensitive.PRIVATE)


@dataclass(frozen=True, slots=True)
class Sealed:
    """A question that its heads alone read from now on, and whether one could be told."""

    question: Question
    told: Told


async def to_sort(work: Work, person: Person, question_id: int) -> tuple[Question, list[Sensitive]]:
    """A question of the person's queue, and what else they may say that it is.

    Raises Refused where that is nothing: it is somebody else's, or has moved on.
    """
    question = await queues.work_on(work, person, question_id)
    kinds = [one for one in KINDS if _may(person, question, one)]
    if not kinds:
        raise question.moved_on()
    return question, kinds


def _may(person: Person, question: Question, kind: Sensitive) -> bool:
    if kind not in SEALED:
        return access.may_unseal(person, question) and question.allows(Move.UNSEAL)
    is_other = question.sensitive is not kind and question.allows(Move.SEAL)
    return is_other and access.may_seal(person, question)


async def _as(work: Work, person: Person, question_id: int, kind: Sensitive) -> Question:
    """A question of which this person may say that now. Raises Refused otherwise."""
    question, kinds = await to_sort(work, person, question_id)
    if kind not in kinds:
        raise question.moved_on()
    return question


async def seal(work: Work, person: Person, question_id: int, kind: Sensitive) -> Sealed:
    """Its heads alone read on, and hear of it as of any such question; whoever held it no longer
    does. Danger goes to the head who is nearest to the asker. Its date stays, the asker hears it.

    Raises Refused, also for whoever cannot read it.
    """
    question = await _as(work, person, question_id, kind)
    queue = _nearest(work, question) if kind is Sensitive.CRISIS else question.queue
    moved = await moves.make(
        work,
        question,
        Move.SEAL,
        person.id,
        detail=f"{question.sensitive or 'open'} {question.queue} → {kind} {queue}",
        sensitive=kind,
        queue=queue,
        taken_by=None,
        stopped_at=None,
        due_at=_due(work, question),
    )
    await labels.unlearn(work, moved)
    await drawn.drop(work, moved)
    told = await cards.announce(work, moved)
    await _tell_asker(work, moved)
    return Sealed(moved, told)


def _nearest(work: Work, question: Question) -> Queue:
    agency = work.programme.nearest(work.local.date())
    return Queue.of(agency, question.ward) if agency else question.queue


def _due(work: Work, question: Question) -> datetime:
    """As promised. Where the asker was waited for, the clock runs again with what was left."""
    if question.stopped_at is None:
        return question.due_at
    calendar = work.programme.calendar_of(question.queue)
    return calendar.resume(question.due_at, question.stopped_at, work.now)


async def _tell_asker(work: Work, question: Question) -> None:
    """Who reads it now, and whom to call; not what it is taken for: others may see the phone."""
    is_danger = question.sensitive is Sensitive.CRISIS
    numbers = asking.hotlines(work) if is_danger else asking.reception(work)
    await receipts.tell_asker(work, question, "told-sealed", numbers=numbers or "none")


async def unseal(work: Work, person: Person, question_id: int) -> Question:
    """The officers of its queue work on it as well. It stays private: its asker was promised that
    nobody else is told, and hears who reads it now.

    Raises Refused for whoever does not lead its queue.
    """
    question = await _as(work, person, question_id, Sensitive.PRIVATE)
    moved = await moves.make(
        work,
        question,
        Move.UNSEAL,
        person.id,
        detail=f"{question.sensitive} → {Sensitive.PRIVATE}",
        sensitive=Sensitive.PRIVATE,
    )
    if moved.status is Status.WAITING:
        await _show_to_officers(work, moved)
    await receipts.tell_asker(work, moved, "told-unsealed")
    return moved


async def _show_to_officers(work: Work, question: Question) -> None:
    """Heads have their cards already."""
    for one in await cards.workers(work, question):
        if not access.may_approve(one, question):
            await cards.show_to(work, question, one)
