"""Reminding those who come to a session: three days before, and on its morning. Each once."""

from bot.domain.offers import Reminder, reminder_due
from bot.domain.seats import Seat
from bot.domain.sessions import Session
from bot.services.people import households
from bot.services.reach import reach, seat_buttons
from bot.services.seats import offers
from bot.work import Work
from storage import seats


async def remind(work: Work) -> int:
    """Remind some of those whose reminder is due; returns how many."""
    for session in work.programme.sessions:
        if session.is_cancelled:
            continue
        kind = reminder_due(offers.times(work, session), work.now)
        if kind and (due := await _due(work, session, kind)):
            for seat in due:
                await _remind(work, session, seat, kind)
            return len(due)
    return 0


async def _due(work: Work, session: Session, kind: Reminder) -> list[Seat]:
    day = session.starts_at.astimezone(work.programme.zone).date()
    return await seats.take_to_remind(work.tx, session.number, kind, day, work.now)


async def _remind(work: Work, session: Session, seat: Seat, kind: Reminder) -> None:
    """Households without a chat are skipped: they have the paper."""
    person = await households.speaker(work, seat.household)
    if person is None:
        return
    await reach.tell_home(
        work,
        seat,
        person,
        "seat-reminder",
        seat_buttons.of_coming(seat),
        day=kind.value,
        session=session.name,
        at=work.moment(person.language, session.starts_at),
        place=session.place,
        guest=seat.guest or "none",
    )
