"""Handing on: a question goes to another office, by who works on it or by those above them.

An organiser does it unread, by number, office and topic; a head also with what an officer holds.
Who acts so from above says why: its asker reads it, and the office that loses it is told.
"""

from typing import Any

from bot.domain import access
from bot.domain.agencies import Agency, Queue
from bot.domain.errors import Refused
from bot.domain.people import Person, Role
from bot.domain.questions import Move, Question, Sensitive, Status
from bot.domain.values import dataclass
from bot.i18n import HOME
from bot.services.asking import asking, receipts
from bot.services.questions import belonging, cards, holders, labels, moves, promises
from bot.services.queues import clusters, queues
from bot.work import Work
from storage import addresses, questions


@dataclass(frozen=True, slots=True, kw_only=True)
class Former:
    """Who had a question that somebody above hands on: they hear where it is."""

    people: tuple[Person, ...]
    groups: tuple[str, ...]  #: addresses


async def within_reach(work: Work, person: Person, question_id: int) -> Question:
    """A question that the person may hand on now; nothing is done to it yet.

    Of a cluster it is the head, with whom all others go. Raises Refused.
    """
    question = await questions.to_move(work.tx, await belonging.standing(work, question_id))
    if question is None or not access.may_hand_on(person, question):
        raise Refused("not-your-queue" if person.queues else "no-queue")
    if access.may_work_on(person, question) and not access.may_approve(person, question):
        return await queues.within_reach(work, person, question.id)
    await belonging.must_be_of_others(work, person, question)
    if not is_free(question):
        raise question.moved_on()
    return question


def is_free(question: Question) -> bool:
    """Whether nobody has answered it yet, nor asked back: only then it goes to others."""
    return question.status in (Status.WAITING, Status.TAKEN)


async def is_from_above(work: Work, person: Person, question: Question) -> bool:
    """Whether it is taken out of other hands: an officer's, or those of somebody else's office."""
    holder = await holders.of(work, question)
    is_held = holder is not None and holder.id != person.id
    return is_held or not access.may_work_on(person, question)


def other_agencies(work: Work, question: Question, *, unread: bool = False) -> list[Agency]:
    """Where a question can go: every agency of today but its own, the likeliest first.

    ``unread``: for who does not read it; of what is private the order says nothing to them.
    """
    suggestion = asking.suggest(work, "" if unread and question.stays_private else question.text)
    return [
        agency
        for agency in asking.agencies_to_choose(work, suggestion)
        if agency.id != question.queue.agency
    ]


def other_agency(work: Work, question: Question, agency_id: str) -> Agency:
    """One of them. Raises Refused for any other, also the one that has the question."""
    found = next((one for one in other_agencies(work, question) if one.id == agency_id), None)
    if found is None:
        raise Refused("agency-unknown")
    return found


async def hand_on(
    work: Work, person: Person, question_id: int, agency_id: str, reason: str
) -> Question:
    """Hand a question to another agency; the asker hears of it, why, and by when.

    Handed on once more, it keeps the hard line of the first time. Raises Refused.
    """
    question = await within_reach(work, person, question_id)
    queue = Queue.of(other_agency(work, question, agency_id).id, question.ward)
    works_on_it = access.may_work_on(person, question)
    former = await _former(work, person, question, reason)
    moved = await _moved(work, person, question, queue, reason)
    if works_on_it:  # who has not read it corrects nothing
        await labels.learn(work, moved, queue.agency)
    await cards.announce(work, moved)
    if former:
        await _tell(work, former, person, moved, reason, is_head=works_on_it)
    return moved


async def _moved(
    work: Work, person: Person, question: Question, queue: Queue, reason: str
) -> Question:
    question = await queues.into_hands(work, person, question)
    deadline = await promises.handed_on(work, question, queue)
    moved = await moves.make(
        work,
        question,
        Move.TRANSFER,
        person.id,
        words=reason,
        **promises.elsewhere(question, queue, deadline),
    )
    await receipts.tell_transferred(work, moved, deadline, before=question.queue, reason=reason)
    return moved


async def _former(work: Work, person: Person, question: Question, reason: str) -> Former | None:
    """Who has it now and its heads, if it is taken from them. Raises Refused without a reason."""
    if not await is_from_above(work, person, question):
        return None
    if not reason.strip():
        raise Refused("transfer-without-reason", number=question.number)
    holder = await holders.of(work, question)
    groups = [] if holder else await addresses.of_queue(work.tx, str(question.queue))
    openly = tuple(one.address for one in groups if access.may_stand_in(one.queue, question))
    alone = [holder] if holder else []
    hands = alone or ([] if openly else await cards.workers(work, question))
    told = {one.id: one for one in [*hands, *await cards.heads(work, question)]}
    told.pop(person.id, None)
    return Former(people=tuple(told.values()), groups=openly)


async def _tell(
    work: Work, former: Former, person: Person, question: Question, reason: str, *, is_head: bool
) -> None:
    """They hear who has handed it on, and why."""

    def by_whom(language: str) -> dict[str, Any]:
        return {
            "by": (Role.HEAD if is_head else Role.ORGANISER).value,
            "name": person.name or work.say(language, "a-colleague"),
            "number": question.number,
            "office": work.programme.queue_name(question.queue),
            "reason": receipts.inside(reason),
        }

    for one in former.people:
        await work.tell(one, "handed-on-from-above", **by_whom(one.language))
    for address in former.groups:
        told = work.voice.render(HOME, "handed-on-from-above", **by_whom(HOME))
        await work.send(address, told)


async def beside(work: Work, question: Question) -> int:
    """How many others go along with it."""
    return max(0, await clusters.how_many(work, question.id) - 1)


def topic(work: Work, question: Question) -> str:
    """What it is about, as far as those above may know; ``none`` of what is private."""
    found = work.programme.topic(question.topic)
    return found.name if found and question.sensitive is Sensitive.NO else "none"
