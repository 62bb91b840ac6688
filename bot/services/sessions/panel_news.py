"""News of a session for its panel: each agency that was invited hears it first."""

from bot.domain.agencies import Queue
from bot.domain.panel import Sitting
from bot.domain.people import Person, Role
from bot.domain.session_news import Change, change
from bot.domain.sessions import Session
from bot.services.sessions import news_words, panel
from bot.work import Work
from storage import panel as places
from storage import people
from storage.session_news import News


async def tell(work: Work, organiser: Person, session: Session, news: News) -> None:
    """Tell every agency that was invited; those with nobody in chat are named to the organiser."""
    invited = await places.of(work.tx, session.number)
    on_paper = [
        work.programme.queue_name(queue)
        for queue, place in invited.items()
        if _knows_the_old(place, news) and not await _tell_place(work, session, news, queue, place)
    ]
    if on_paper:
        assert news.asked is not None
        await work.tell(
            organiser,
            "news-panel-by-paper",
            offices="\n".join(f"- {one}" for one in on_paper),
            **news_words.of_change(work, organiser.language, session.name, news.told, news.asked),
        )


def _knows_the_old(place: Sitting, news: News) -> bool:
    """Leave out those invited after the change: their invitation says so already."""
    if place.invited_at is None or news.changed_at is None:
        return True
    return place.invited_at < news.changed_at


async def _tell_place(
    work: Work, session: Session, news: News, queue: Queue, place: Sitting
) -> bool:
    assert news.asked is not None
    off = change(news.told, news.asked) is Change.CANCELLED
    told = [
        await work.tell(
            head,
            "news-for-panel",
            [] if off else panel.answers(session, queue),
            office=work.programme.queue_name(queue),
            who=place.name or "none",
            **news_words.of_change(work, head.language, session.name, news.told, news.asked),
        )
        for head in await people.holding(work.tx, Role.HEAD, str(queue))
    ]
    return any(told)
