"""Answers of a returned sheet become drafts; those of a head are approved by one further press."""

from collections.abc import Sequence

from bot.domain import access
from bot.domain.answers import Answer, AnswerStatus
from bot.domain.clusters import Left
from bot.domain.errors import Refused
from bot.domain.people import Person, Role
from bot.domain.questions import Move, Question, Status
from bot.domain.values import dataclass
from bot.services.answers import answers as approving
from bot.services.answers import bases
from bot.services.dispatches.dispatch_standing import Way
from bot.services.dispatches.dispatch_verdicts import TAKEN, Judged, settle
from bot.services.questions import belonging, cards, moves
from bot.services.queues import merging
from bot.voice import Button
from bot.work import Work
from storage import answers, dispatches, people, questions
from storage.dispatches import Beside


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """What a returned sheet came to."""

    returned: int  #: its id
    many: int  #: drafts
    missed: tuple[Judged, ...]  #: lines that make none after all, as they are judged now


async def draft(work: Work, person: Person | None, judged: Sequence[Judged]) -> Drafted:
    """Draft what was understood.

    All its questions are held first, in the order of their ids: nobody waits for ever. So are those
    whose answer they would share: it is approved before or afterwards, for those who are with it.
    """
    held = {one.id for line in judged for one in (line.question, line.leads) if one}
    for question_id in sorted(held):
        await questions.to_move(work.tx, question_id)
    returned = await dispatches.put_return(work.tx, person.id if person else None, work.now)
    missed = [await _draft_line(work, person, one, returned) for one in judged]
    left = tuple(one for one in missed if one)
    return Drafted(returned=returned, many=len(judged) - len(left), missed=left)


async def _draft_line(
    work: Work, person: Person | None, judged: Judged, returned: int
) -> Judged | None:
    """Judge it once more and draft it; how it is judged where somebody was faster in between."""
    line = judged.line
    now = await settle(work, line, judged.known, person, private=judged.private)
    if now.question is None or now.verdict not in TAKEN:
        return now
    question = await questions.to_move(work.tx, now.question.id)
    assert question is not None
    await _leave(work, person, question, now)
    made = await _draft(work, person, question, now)
    beside = Beside(basis=line.basis, who=line.who, day=line.day)
    await dispatches.put_answer(work.tx, returned, judged.known.row.id, made.id, beside)
    await cards.refresh_id(work, question.id)
    return None


async def _leave(work: Work, person: Person | None, question: Question, judged: Judged) -> None:
    """An answer for its asker alone, or for those of its row: the others go on without them."""
    assert judged.standing
    actor, cluster = person.id if person else None, judged.standing.cluster
    if cluster is None or not (judged.private or judged.standing.way is Way.APART):
        return
    if judged.private:
        await belonging.leave(work, question, Left.PRIVATE, actor)
    else:
        await merging.with_row(work, actor, cluster, judged.known.row.id, question)
    await cards.refresh_id(work, cluster.head)


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
    private = judged.private or await belonging.is_for_asker_alone(work, question)
    made = await answers.draft(
        work.tx, question.id, judged.text, private=private, author=actor, now=work.now
    )
    if judged.line.basis:
        await bases.lay_if_read(work, made.id, judged.line.basis)
    return made


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


async def approve(
    work: Work, person: Person, returned: int
) -> tuple[int, list[tuple[str, Refused]]]:
    """*Duyệt cả bảng*: the drafts that came with a return, as they came.

    Returns how many, and the numbers of those that are left as they are, each with the reason:
    changed or settled since, or not to be approved as it stands.
    """
    done, left = 0, list[tuple[str, Refused]]()
    for answer, question in await dispatches.answers_of(work.tx, returned):
        try:
            async with work.tx.savepoint():
                await approving.approve(work, person, question, answer)
        except Refused as refusal:
            asked = await questions.get(work.tx, question)
            left.append((asked.number if asked else "…", refusal))
        else:
            done += 1
    return done, left


def may_approve(person: Person | None, judged: Sequence[Judged]) -> bool:
    """Whether this person leads the agency whose answers these are."""
    found = [one.question for one in judged if one.question]
    return person is not None and any(access.may_approve(person, one) for one in found)
