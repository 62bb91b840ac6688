"""The hand-over: what was asked in a session and before it goes on, each on one of two roads.

What was answered orally is drafted for its agency to confirm; everything else stays in its queue
with a date. The asker hears which of the two. It is done in portions, each in one transaction, so
that it goes on where it stopped when the program dies; nothing is handed over twice.
"""

from datetime import datetime

from bot.domain.agencies import Queue
from bot.domain.board import Item, ItemMove, ItemState
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.questions import Move, Question
from bot.domain.sessions import Run
from bot.domain.values import dataclass
from bot.services.asking import receipts
from bot.services.questions import belonging, cards, moves
from bot.services.seats import phases
from bot.work import Work
from storage import answers, audit, board, questions, session_runs
from storage.board import Event

#: How many questions are handed over in one transaction.
PORTION = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """Of a session's open questions: before, during and after the hand-over the same."""

    oral: int  #: answered in the hall
    left: int  #: not answered there

    @property
    def all(self) -> int:
        return self.oral + self.left


async def counts(work: Work, number: int) -> Counts:
    """How many were answered orally, and how many were not. What was taken back counts nowhere.

    What was said to the one that leads a cluster counts for all who asked the same.
    """
    earlier = await phases.earlier(work, number)
    moved = await board.counts(work.tx, number, earlier)
    run = await phases.run_of(work, number)
    waiting = 0
    if run is None or run.settled_at is None:
        after = max(run.handed_over if run else 0, earlier)
        waiting = await board.untouched_count(work.tx, number, after)
    states = (ItemState.LISTED, ItemState.CALLED, ItemState.LEFT)
    shared = await board.shared_count(work.tx, number, earlier)
    return Counts(
        oral=moved.get(ItemState.ANSWERED, 0) + shared,
        left=waiting + sum(moved.get(one, 0) for one in states) - shared,
    )


async def close(work: Work, person: Person, number: int) -> Counts:
    """*Kết thúc buổi*: nothing is called or written down after this; ``step`` hands over.

    Raises Refused if it is not open, also for the second of two who press at once.
    """
    session = await phases.hold(work, person, number)
    found = await counts(work, number)
    if not await session_runs.close(work.tx, number, person.id, work.now):
        raise Refused("session-closed-already", session=session.name)
    await board.share(work.tx, number, await phases.earlier(work, number))
    await audit.note(work.tx, work.now, person.id, "closed", f"session:{number}")
    await phases.changed(work, number)
    return found


async def step(work: Work) -> int:
    """Hand over the next portion of a session that was closed; 0 where there is none."""
    number = await session_runs.to_settle(work.tx)
    run = await session_runs.lock(work.tx, number) if number is not None else None
    if number is None or run is None or run.settled_at:
        return 0
    moved = await board.unsettled(work.tx, number, PORTION)
    for question_id in moved:
        await _settle(work, number, run, question_id)
    room = PORTION - len(moved)
    after = max(run.handed_over, await phases.earlier(work, number))
    rest = await board.untouched(work.tx, number, after, most=room) if room else []
    for item in rest:
        await board.put(work.tx, number, item.question.id)
        await _settle(work, number, run, item.question.id)
    if rest:
        await session_runs.reach(work.tx, number, rest[-1].question.id)
    if len(rest) < room and await session_runs.settle(work.tx, number, work.now):
        await _tell_closer(work, number, run)
    return 1


async def _tell_closer(work: Work, number: int, run: Run) -> None:
    found, session = await counts(work, number), work.programme.session(number)
    await work.tell_id(
        run.closed_by,
        "session-settled",
        session=session.name if session else str(number),
        oral=str(found.oral),
        left=str(found.left),
    )


async def _settle(work: Work, number: int, run: Run, question_id: int) -> None:
    question = await questions.to_move(work.tx, question_id)
    item = await board.get(work.tx, question_id)
    assert question is not None
    assert item is not None
    if question.stays_private or not question.allows(Move.HAND_OVER):
        state = ItemState.GONE
    elif item.state is ItemState.ANSWERED:
        state = ItemState.ANSWERED
        if await _is_shared(work, question, item):
            await _tell_spoken(work, await _leave(work, run, question, item), item.words)
        else:
            await _have_confirmed(work, run, question, item)
    else:
        state = ItemState.LEFT
        await _tell_left(work, await _leave(work, run, question, item))
    if not await board.settle(work.tx, question_id, state, work.now):
        raise AssertionError("handed over twice")
    event = Event(
        work.now, run.closed_by, ItemMove.HAND_OVER, item.state.value, state.value, f"{number}"
    )
    await board.note(work.tx, question_id, event)


async def _is_shared(work: Work, question: Question, item: Item) -> bool:
    """Whether these words become the draft of another question, which it follows."""
    head = await belonging.standing(work, question.id)
    said = await board.get(work.tx, head) if head != question.id else None
    return said is not None and (said.words, said.answered_for) == (item.words, item.answered_for)


async def _leave(work: Work, run: Run, question: Question, item: Item) -> Question:
    """Its queue answers it: by the date it has, or counted from the closing if nobody told one."""
    if item.from_floor:
        due_at, days = _promise(work, run, question.queue)
        moved = await moves.make(
            work,
            question,
            Move.HAND_OVER,
            run.closed_by,
            due_at=due_at,
            promised_days=days,
        )
        await cards.announce(work, moved)
    else:
        moved = await moves.make(work, question, Move.HAND_OVER, run.closed_by)
    return moved


def _promise(work: Work, run: Run, queue: Queue) -> tuple[datetime, int]:
    """Counted from the closing, however late the hand-over comes."""
    assert run.closed_at is not None
    deadline = work.programme.promise(queue, run.closed_at)
    return deadline.at, deadline.days


async def _have_confirmed(work: Work, run: Run, question: Question, item: Item) -> None:
    """What was said becomes a draft of the agency whose official spoke; its heads confirm it.

    Its author is not known here: whoever sat on the panel need not have a chat.
    """
    queue = item.answered_for or question.queue
    due_at, days = question.due_at, question.promised_days
    if item.from_floor or queue != question.queue:
        due_at, days = _promise(work, run, queue)
    alone = await belonging.is_for_asker_alone(work, question)
    await answers.draft(work.tx, question.id, item.words, private=alone, author=None, now=work.now)
    moved = await moves.make(
        work,
        question,
        Move.SPEAK,
        run.closed_by,
        words=item.words,
        queue=queue,
        taken_by=question.taken_by if queue == question.queue else None,
        stopped_at=None,
        due_at=due_at,
        promised_days=days,
    )
    for head in await cards.heads(work, moved):
        await cards.show_to(work, moved, head)
    await _tell_spoken(work, moved, item.words)


async def _tell_left(work: Work, question: Question) -> None:
    stands = _how_it_stands(work, question)
    await receipts.tell_promised(work, question, "hall-left", stands=stands)


def _how_it_stands(work: Work, question: Question) -> str:
    if question.stopped_at:
        return "yes"
    return "late" if question.is_late(work.now) else "no"


async def _tell_spoken(work: Work, question: Question, words: str) -> None:
    late = "yes" if question.is_late(work.now) else "no"
    await receipts.tell_promised(work, question, "hall-answered", words=words, late=late)
