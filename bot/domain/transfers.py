"""A question goes to another office: what becomes of its promise.

Whoever is told within ten working days that their question went to the right office has heard what
the law wants (Law on Citizen Reception 2013, Art. 28), and that office has its own days. Sent on
once more, it keeps the ten days of the first transfer: nobody is handed round without end.
"""

from datetime import datetime

from bot.domain.agencies import Queue
from bot.domain.calendar import Deadline
from bot.domain.programme import Programme
from bot.domain.questions import HARD_LINE, Question


def hard_line(programme: Programme, question: Question) -> datetime:
    """The end of the ten working days of which a question's promise is a part. They do not run
    while its asker is waited for.
    """
    left = question.days_left_to_ask_for
    calendar = programme.calendar_of(question.queue)
    return calendar.add(question.due_at, left).at if left else question.due_at


def promise(
    programme: Programme, question: Question, queue: Queue, now: datetime, *, again: bool
) -> Deadline:
    """By when the office that gets it answers: in its own days, and if it was handed on before
    (``again``) not beyond the hard line. Where that has passed, the promise stays as it was made.

    ``days`` are counted so that the hard line stays where it is.
    """
    fresh = programme.promise(queue, now)
    last = hard_line(programme, question)
    if not again:
        return fresh
    if last <= now:
        return Deadline(at=question.due_at, days=question.promised_days)
    calendar = programme.calendar_of(queue)
    if fresh.at > last:
        skipped = calendar.skipped(calendar.local(now).date(), calendar.local(last).date())
        return Deadline(at=calendar.local(last), days=HARD_LINE, skipped=skipped)
    left = calendar.working_days_between(fresh.at.date(), calendar.local(last).date())
    return Deadline(at=fresh.at, days=max(0, HARD_LINE - left), skipped=fresh.skipped)
