"""What an asker is promised now: by when there is an answer, or when one that is there arrives.

An office has kept its date once an answer is approved; its asker hears it with the ward, at a slot
that may lie after that date (``bot.services.relay.waiting`` says so in time).
"""

from datetime import datetime
from enum import StrEnum

from bot.domain.questions import Question, Status
from bot.domain.values import dataclass
from bot.services.questions import belonging
from bot.work import Work
from storage import answers, relay


class Stands(StrEnum):
    """How it stands, as an asker reads it."""

    DUE = "due"  #: answered by then
    LATE = "late"  #: should have been by then
    READY = "ready"  #: answered; it arrives then
    NOW = "now"  #: answered, and on its way


@dataclass(frozen=True, slots=True)
class Promise:
    """What an asker can count on."""

    stands: Stands
    at: datetime  #: never over where it is DUE or READY


async def promise(work: Work, question: Question) -> Promise:
    """Of an open question that waits for no word of its asker."""
    if question.status is Status.APPROVED:
        at = await arrives_at(work, question)
        return Promise(Stands.READY, at) if at else Promise(Stands.NOW, work.now)
    is_late = question.is_late(work.now)
    return Promise(Stands.LATE if is_late else Stands.DUE, question.due_at)


async def arrives_at(work: Work, question: Question) -> datetime | None:
    """When the ward, and the asker with it, hears an approved answer; None where that is now."""
    cluster = await belonging.shared(work, question.id)
    newest = await answers.newest(work.tx, question.id)
    answer = cluster.answer if cluster else newest.id if newest else 0
    found = await relay.with_answer(work.tx, answer, question.ward)
    return found.chat_at if found and found.chat_at > work.now else None
