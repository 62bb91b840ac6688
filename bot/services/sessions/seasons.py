"""A number that names another session: what stood with the one before is put aside, all at once.

Every year's programme begins with session 1. Seats, the plan, the panel and what people were told
are kept by that number; without this a household that came last year could not sign up again, and
last year's list would hear that its session was moved to next year.
"""

import structlog

from bot.domain.programme import Programme
from bot.domain.session_news import Details, aside, is_another
from bot.domain.sessions import Session
from bot.work import Work
from storage import panel, seat_plans, seats, session_news
from storage.session_news import News

log = structlog.get_logger()


async def begin(work: Work, programme: Programme) -> None:
    """In the transaction that puts ``programme`` in force, with what was done in the halls."""
    known = await session_news.all_(work.tx)
    for session in programme.sessions:
        news = known.get(session.number)
        if news and is_another(news.followed, session):
            await _put_aside(work, session, news, programme.version)


async def _put_aside(work: Work, session: Session, news: News, version: int) -> None:
    number, away = session.number, aside(news.followed, session.number)
    await seats.lock(work.tx, number)
    many = await seats.put_aside(work.tx, number, away)
    await seat_plans.put_aside(work.tx, number, away)
    await panel.put_aside(work.tx, number, away)
    await session_news.anew(work.tx, number, Details.of(session), version)
    log.info("session_anew", session=number, before=away, seats=many)
