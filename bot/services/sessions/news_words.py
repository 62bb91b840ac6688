"""The words of a session's news: from when to when, and what stays as it was."""

from typing import Any

from bot.domain.messages import Outgoing
from bot.domain.session_news import Change, Circle, Details, change
from bot.domain.sessions import Session
from bot.services.seats import offers
from bot.voice import Button, Buttons
from bot.work import Work
from storage.session_news import News


def subject(number: int) -> str:
    """What a card about a session's news is about."""
    return f"news:{number}"


def when(work: Work, language: str, details: Details, *, with_place: bool = True) -> str:
    """``07:30–11:00 thứ Tư 13/05, tại Hội trường``."""
    start = details.starts_at.astimezone(work.programme.zone)
    end = details.ends_at.astimezone(work.programme.zone)
    return work.say(
        language,
        "news-when",
        start=f"{start:%H:%M}",
        end=f"{end:%H:%M}",
        day=work.voice.texts.day(language, start.date()),
        place=details.place if with_place else "none",
    )


def when_now(work: Work, language: str, session: Session) -> str:
    """The same of a session as it stands in the programme."""
    return when(work, language, Details.of(session))


def of_change(work: Work, language: str, name: str, told: Details, now: Details) -> dict[str, Any]:
    """The variables that all texts of a change share."""
    moved_place = told.place != now.place
    return {
        "session": name,
        "change": change(told, now).value,
        "before": when(work, language, told, with_place=moved_place or now.cancelled),
        "after": when(work, language, now),
        "why": now.reason or "none",
    }


def for_people(work: Work, language: str, session: Session, news: News, circle: Circle) -> Outgoing:
    """What the households of one circle read: old and new, what stays, and how to say no."""
    assert news.asked is not None
    until = offers.times(work, session).due(work.now) or session.starts_at
    return work.voice.render(
        language,
        "news-for-people",
        _buttons(session.number, news, circle),
        stays=work.say(
            language,
            "news-what-stays",
            circle=circle.value,
            until=work.moment(language, until),
        ),
        **of_change(work, language, session.name, news.told, news.asked),
    )


def _buttons(number: int, news: News, circle: Circle) -> Buttons:
    assert news.asked is not None
    if change(news.told, news.asked) is Change.CANCELLED:
        return [[Button("ask-button", "ask")]]
    stays = Button("news-stays-button", "newsstays", number)
    if circle is Circle.OFFERED:
        return [[Button("seat-yes-button", "newscomes", number), stays]]
    return [[stays]]
