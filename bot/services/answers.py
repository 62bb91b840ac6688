"""An answer's way: drafted by an officer, approved or returned by a head, put into the ward's slot."""

from typing import Any

from bot.domain import access
from bot.domain.answers import Answer, AnswerStatus
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.questions import Move, Question
from bot.services import cards, moves, queues, relay
from bot.understanding import masking
from bot.work import Work
from storage import answers
from storage.answers import Published

#: How many answers one look shows.
PAGE = 5


def check(work: Work, text: str) -> str:
    """The text as it will be kept. Raises Refused for one that cannot be an answer."""
    words = masking.mask(text.strip()).text
    if len(words) < 10:
        raise Refused("answer-too-short")
    if len(words) > work.rules.answer_chars:
        raise Refused("answer-too-long", most=str(work.rules.answer_chars))
    return words


async def submit(
    work: Work, person: Person, question_id: int, text: str, *, private: bool = False
) -> Question:
    """Hand a drafted answer to the heads of the agency for approval."""
    question = await queues.hold(work, person, question_id)
    await answers.draft(
        work.tx,
        question.id,
        check(work, text),
        private=private or question.stays_private,
        author=person.id,
        now=work.now,
    )
    moved = await moves.make(work, question, Move.DRAFT, person.id)
    for head in await cards.heads(work, moved):
        await cards.show_to(work, moved, head)
    return moved


async def _draft(work: Work, person: Person, question_id: int) -> tuple[Question, Answer]:
    question = await queues.work_on(work, person, question_id)
    access.must_approve(person, question)
    draft = await answers.newest(work.tx, question.id)
    if draft is None or not question.allows(Move.APPROVE):
        raise Refused("question-moved-on", number=question.number, status=question.status.value)
    return question, draft


async def approve(work: Work, person: Person, question_id: int) -> relay.Placed:
    """A head approves: the answer waits for the ward's next slot, or goes to the asker at once."""
    question, draft = await _draft(work, person, question_id)
    settled = await answers.settle(
        work.tx, draft.id, AnswerStatus.APPROVED, by=person.id, approved_at=work.now
    )
    if not settled:
        raise Refused("question-moved-on", number=question.number, status=question.status.value)
    moved = await moves.make(work, question, Move.APPROVE, person.id)
    placed = await relay.place(work, moved, draft)
    await _tell_author(work, moved, draft, "told-approved", person)
    return placed


async def send_back(work: Work, person: Person, question_id: int, reason: str) -> Question:
    """A head returns a draft to its author with a reason."""
    question, draft = await _draft(work, person, question_id)
    await answers.settle(work.tx, draft.id, AnswerStatus.RETURNED, by=person.id, note=reason)
    moved = await moves.make(work, question, Move.RETURN, person.id, words=reason)
    await _tell_author(work, moved, draft, "told-returned", person, reason=reason)
    return moved


async def _tell_author(
    work: Work, question: Question, draft: Answer, key: str, head: Person, **args: Any
) -> None:
    if draft.author != head.id:
        await work.tell_id(
            draft.author, key, about=cards.subject(question), number=question.number, **args
        )


async def newest(work: Work, question: Question) -> Answer | None:
    return await answers.newest(work.tx, question.id)


async def published(work: Work, ward: str, before: int = 2**62) -> list[Published]:
    """A page of what a ward, or (empty) any ward, has been answered; newest first."""
    return await answers.published(work.tx, ward, before=before)
