"""What a question's moves mean for its ladder, its calls and its clock; ``ladder`` climbs."""

from bot.domain import calls as calling
from bot.domain import ladder
from bot.domain.questions import Question, Status
from bot.domain.timing import Timing, spent
from bot.work import Work
from storage import calls, ladders, nudges, timings


async def adjust(work: Work, before: Question, after: Question) -> None:
    """A question has moved: its ladder stops, goes on, or starts over with a new date or office."""
    if before.queue != after.queue:  # who has it now has heard of no rung, also of the same date
        await ladders.end(work.tx, after.id)
    if _state(before) != _state(after):
        await arrange(work, after)
        await nudges.forget(work.tx, after.id)
    await _call_out(work, before, after)


async def _call_out(work: Work, before: Question, after: Question) -> None:
    """What is sealed and in nobody's hands any more is called out by the next tick; in somebody's
    hands it is quiet.
    """
    if not calling.waits(after):
        if before.is_sealed:
            await calls.end(work.tx, after.id)
    elif not calling.waits(before) or before.queue != after.queue:
        await calls.begin(work.tx, after.id, work.now, work.now)


def _state(question: Question) -> tuple[object, ...]:
    stands = question.status is Status.ASKED_BACK
    return question.queue, question.due_at, ladder.climbs(question), stands


async def arrange(work: Work, question: Question) -> None:
    """Set the next rung of a question as it is now."""
    if ladder.climbs(question):
        calendar = work.programme.calendar_of(question.queue)
        begins = ladder.beginning(question.due_at, calendar, work.now)
        await ladders.begin(work.tx, question.id, question.due_at, begins, work.now)
    elif question.status is Status.ASKED_BACK:
        days = work.rules.asked_back_days
        calendar = work.programme.calendar_of(question.queue)
        next_at = ladder.days_after(work.now, days, calendar) if days else None
        await ladders.pause(work.tx, question.id, next_at)
    else:
        await ladders.end(work.tx, question.id)


async def keep_time(work: Work, question: Question) -> None:
    """An answer has reached its asker: write down what was allowed and what was used."""
    ticks = await timings.ticks(work.tx, question.id)
    calendar = work.programme.calendar_of(question.queue)
    began, done, allowed, used = spent(ticks, question.due_at, work.now, calendar)
    timing = Timing(
        question=question.id,
        round=question.reopened,
        queue=question.queue,
        began_at=began,
        due_at=question.due_at,
        done_at=done,
        allowed=allowed,
        used=used,
    )
    await timings.keep(work.tx, timing)
