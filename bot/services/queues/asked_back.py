"""What was asked back and is not answered: nobody waits for ever, neither the asker nor the office.

The asker is reminded, once; as many working days later its officer hears that nothing came, and
then its heads. Each may go on without the asker's word. A step is a row of the history.
"""

from bot.domain import ladder
from bot.domain.ladder import Standing, Waiting
from bot.domain.people import Person
from bot.domain.questions import Move, Question
from bot.services.asking import receipts
from bot.services.questions import cards, holders, moves
from bot.services.reach import reach
from bot.voice import Button
from bot.work import Work
from storage import history, ladders
from storage.ladders import Step


async def climb(work: Work, one: Step, question: Question) -> None:
    """The next one is told; whoever comes second finds that somebody was told already."""
    stage = await _next(work, question)
    days = work.rules.asked_back_days
    calendar = work.programme.calendar_of(question.queue)
    goes_on = stage is not Waiting.HEADS and days > 0
    next_at = ladder.days_after(work.now, days, calendar) if goes_on else None
    to = Standing(reached=one.reached, next_at=next_at)
    if not await ladders.climb(work.tx, one, to, work.now) or not days:
        return
    await moves.record(
        work,
        question,
        Move.ASK_AGAIN,
        before=question.status.value,
        actor=None,
        detail=stage.value,
    )
    await (_remind(work, question) if stage is Waiting.ASKER else _tell(work, question, stage))


async def _next(work: Work, question: Question) -> Waiting:
    """Who is told next of what was asked back last."""
    told = await history.last(work.tx, question.id, Move.ASK_AGAIN)
    since = question.stopped_at or work.now
    return ladder.next_waiting(Waiting(told.detail) if told and told.at >= since else None)


async def _remind(work: Work, question: Question) -> None:
    await reach.tell_asker(
        work,
        question,
        "told-asked-back-again",
        [[Button("add-button", "add", question.id)], receipts.back(question)],
        number=question.number,
        office=work.programme.queue_name(question.queue),
        words=await history.last_note(work.tx, question.id, Move.ASK_BACK),
    )


async def _tell(work: Work, question: Question, stage: Waiting) -> None:
    """Its officer, or where none can be reached its heads."""
    if stage is Waiting.OFFICE and await _tell_officer(work, question):
        return
    for head in await cards.heads(work, question):
        await _say(work, question, head)


async def _tell_officer(work: Work, question: Question) -> bool:
    holder = await holders.of(work, question)
    found = [holder] if holder else await cards.workers(work, question)
    return any([await _say(work, question, one) for one in found])


async def _say(work: Work, question: Question, official: Person) -> bool:
    assert question.stopped_at is not None
    return await work.tell(
        official,
        "asked-back-unanswered",
        [[Button("go-on-button", "goon", question.id)]],
        about=question.subject,
        number=question.number,
        day=work.day(official.language, question.stopped_at),
    )
