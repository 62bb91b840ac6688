"""Answers of a returned sheet become drafts; those of a head are approved by one further press."""

from collections.abc import Sequence

from bot.domain import access
from bot.domain.answers import Answer, AnswerStatus
from bot.domain.clusters import Left
from bot.domain.errors import Refused
from bot.domain.people import Person, Role
from bot.domain.questions import Move, Question, Status
from bot.services.answers import answers as approving
from bot.services.dispatches.dispatch_reading import TAKEN, Judged, settle
from bot.services.questions import belonging, cards, moves
from bot.voice import Button
from bot.work import Work
from storage import answers, dispatches, people, questions
from storage.dispatches import Beside


async def draft(work: Work, person: Person | None, judged: Sequence[Judged]) -> tuple[int, int]:
    """Draft what was understood; returns (id of the returned sheet, number of drafts).

    All its questions are held first, in the order of their ids: nobody waits for ever.
    """
    for question_id in sorted({one.question.id for one in judged if one.question}):
        await questions.to_move(work.tx, question_id)
    returned = await dispatches.put_return(work.tx, person.id if person else None, work.now)
    drafted = [await _draft_line(work, person, one, returned) for one in judged]
    return returned, sum(drafted)


async def _draft_line(work: Work, person: Person | None, judged: Judged, returned: int) -> bool:
    """Judge it once more before drafting: False where somebody was faster in between."""
    line = judged.line
    now = await settle(work, line, judged.known, person, private=judged.private)
    if now.question is None or now.verdict not in TAKEN:
        return False
    question = await questions.to_move(work.tx, now.question.id)
    assert question is not None
    await _leave(work, person, question, judged)
    made = await _draft(work, person, question, judged)
    beside = Beside(basis=line.basis, who=line.who, day=line.day)
    await dispatches.put_answer(work.tx, returned, judged.known.row.id, made.id, beside)
    await cards.refresh_id(work, question.id)
    return True


async def _leave(work: Work, person: Person | None, question: Question, judged: Judged) -> None:
    """It is for this one alone: those with whom it shared an answer go on without it."""
    head = await belonging.standing(work, question.id)
    if head == question.id and not judged.private:
        return
    why = Left.PRIVATE if judged.private else Left.SPLIT
    if await belonging.leave(work, question, why, person.id if person else None):
        await cards.refresh_id(work, head)


async def _draft(work: Work, person: Person | None, question: Question, judged: Judged) -> Answer:
    """A draft of the sheet. It speaks for its agency, whoever has the question in hand."""
    actor = person.id if person else None
    if question.status is Status.DRAFTED:
        await _replace(work, actor, question)
        made = await _put(work, actor, question, judged)
        await moves.make(work, question, Move.REWRITE, actor)
        return made
    holder = actor if person and access.may_work_on(person, question) else None
    if question.status is Status.TAKEN and question.taken_by != holder:
        question = await moves.make(work, question, Move.GIVE_BACK, actor, taken_by=None)
    if question.status is Status.WAITING:
        question = await moves.make(work, question, Move.TAKE, actor, taken_by=holder)
    made = await _put(work, actor, question, judged)
    await moves.make(work, question, Move.DRAFT, actor)
    return made


async def _replace(work: Work, actor: int | None, question: Question) -> None:
    older = await answers.newest(work.tx, question.id)
    if older and not await answers.decide(work.tx, older.id, AnswerStatus.REPLACED, by=actor):
        raise question.moved_on()


async def _put(work: Work, actor: int | None, question: Question, judged: Judged) -> Answer:
    private = judged.private or question.stays_private
    return await answers.draft(
        work.tx, question.id, judged.text, private=private, author=actor, now=work.now
    )


async def tell_heads(
    work: Work, person: Person | None, judged: Sequence[Judged], many: int, label: str
) -> int:
    """The agency's other heads hear that drafts wait for them; returns how many heads there are."""
    found: dict[int, Person] = {}
    for queue in dict.fromkeys(one.known.dispatch.queue for one in judged):
        heads = await people.holding(work.tx, Role.HEAD, str(queue))
        found |= {head.id: head for head in heads}
    others = [head for head in found.values() if person is None or head.id != person.id]
    for head in others:
        await work.tell(
            head,
            "dispatch-came-back",
            [[Button("queue-button", "queue")]],
            label=label,
            many=str(many),
        )
    return len(found)


async def approve(work: Work, person: Person, returned: int) -> tuple[int, int]:
    """*Duyệt cả bảng*: the drafts that came with a return, as they came.

    Returns (approved, left): what somebody has changed or settled since is left as it is.
    """
    done = left = 0
    for answer, question in await dispatches.answers_of(work.tx, returned):
        try:
            async with work.tx.savepoint():
                await approving.approve(work, person, question, answer)
        except Refused:
            left += 1
        else:
            done += 1
    return done, left


def may_approve(person: Person | None, judged: Sequence[Judged]) -> bool:
    """Whether this person leads the agency whose answers these are."""
    found = [one.question for one in judged if one.question]
    return person is not None and any(access.may_approve(person, one) for one in found)
