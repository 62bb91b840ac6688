"""News of a session: moved or called off. Clocks follow by themselves; people are told on a yes.

A tick compares the programme with what people were told, so it does not matter who changed it, or
whether a program ran then. An organiser is asked once about each change; a second one before the
first was told takes its place, and people hear of the newest alone.
"""

from datetime import timedelta

from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.people import Person, Role
from bot.domain.seats import Seat, State
from bot.domain.session_news import CIRCLES, Details, circles, is_news
from bot.domain.sessions import EARLY, Phase, Session
from bot.services.seats import offers
from bot.services.sessions import news_words, panel_news, programme_changes
from bot.services.sessions.news_words import subject
from bot.voice import Button, Buttons
from bot.work import Work
from storage import (
    addresses,
    audit,
    broadcasts,
    pairs,
    people,
    seat_plans,
    seats,
    session_news,
    session_runs,
)
from storage import households as homes
from storage.broadcasts import To
from storage.session_news import News

#: At night the panel reads it first in the morning, and everybody else a moment later.
_AFTER_THE_PANEL = timedelta(minutes=1)


async def look(work: Work) -> int:
    """See what has changed: clocks follow, organisers are asked. One thing a transaction.

    Each step is an update that a process with an older programme than was acted on loses.
    """
    known = await session_news.all_(work.tx)
    for session in work.programme.sessions:
        news = known.get(session.number)
        if news is None:
            version = work.programme.version
            await session_news.begin(work.tx, session.number, Details.of(session), version)
        elif await _step(work, session, news):
            return 1
    return 0


async def _step(work: Work, session: Session, news: News) -> bool:
    """The next thing to do about a session; False if there is none."""
    now, version = Details.of(session), work.programme.version
    if now != news.followed:
        return await _follow(work, session, news)
    if is_news(news.told, now, work.now) and not await _was_held(work, news):
        return now != news.asked and await _ask(work, session, news)
    if now != news.told:
        return await session_news.pass_over(work.tx, news, now, version)
    if news.asked and await session_news.ask(work.tx, news, None, version):
        await _settle_cards(work, session, "news-as-before")
        return True
    return False


async def _was_held(work: Work, news: News) -> bool:
    """Whether the session that people know of is over: then the number means another one now."""
    run = await session_runs.get(work.tx, news.session)
    return run is not None and run.opened_at >= news.told.starts_at - EARLY


# ── clocks ───────────────────────────────────────────────────────────────────────────────────


async def _follow(work: Work, session: Session, news: News) -> bool:
    """Offers and the cut-off go by the session as it is now, each change once.

    Reminders are of a day, so they follow by themselves.
    """
    await seats.lock(work.tx, session.number)
    before, now, version = news.followed, Details.of(session), work.programme.version
    if not await session_news.follow(work.tx, news, now, version, work.now):
        return False
    if now.cancelled:
        await seats.stop_clock(work.tx, session.number)
    elif before.cancelled or before.starts_at != now.starts_at:
        await _reclock(work, session)
    return True


async def _reclock(work: Work, session: Session) -> None:
    clock = offers.times(work, session)
    until = clock.due(work.now) or session.starts_at
    await seats.reclock(work.tx, session.number, until, clock.halfway(work.now))
    if work.now < clock.cut_off:
        await seat_plans.hold_back(work.tx, session.number)


# ── asking ───────────────────────────────────────────────────────────────────────────────────


async def _ask(work: Work, session: Session, news: News) -> bool:
    """Ask the organisers, once for this change; later if nobody of them can be reached now."""
    organisers = await people.holding(work.tx, Role.ORGANISER, "")
    within_reach = [one for one in organisers if await _is_reached(work, one)]
    now, version = Details.of(session), work.programme.version
    if not within_reach or not await session_news.ask(work.tx, news, now, version):
        return False
    for organiser in within_reach:
        await work.tell(
            organiser,
            "news-ask",
            _answers(session.number, version),
            about=subject(session.number),
            card=True,
            many=str(await households(work, session.number)),
            **news_words.of_change(work, organiser.language, session.name, news.told, now),
        )
    return True


async def _is_reached(work: Work, person: Person) -> bool:
    return not person.muted_at and bool(await addresses.of_person(work.tx, person.id))


def _answers(number: int, version: int) -> Buttons:
    return [
        [
            Button("news-yes-button", "newsyes", f"{number}/{version}"),
            Button("news-no-button", "newsno", f"{number}/{version}"),
        ]
    ]


async def households(work: Work, number: int) -> int:
    """How many households a change of this session concerns."""
    counted = await seat_plans.figures(work.tx, number)
    return sum(many for (_, _, state), many in counted.items() if state in CIRCLES)


async def pending(work: Work, number: int) -> News | None:
    """What an organiser was asked and nobody has told yet."""
    news = await session_news.get(work.tx, number)
    return news if news and news.asked else None


async def asked(work: Work, person: Person, number: int) -> tuple[Session, News]:
    """The question once more, after a *Chưa*. Raises Refused if there is nothing to tell."""
    access.must_plan(person)
    session, news = work.programme.session(number), await pending(work, number)
    if session is None or news is None:
        raise Refused("news-settled")
    _must_be_ahead(work, session)
    return session, news


def _must_be_ahead(work: Work, session: Session) -> None:
    """What is over is no news to anybody. Raises Refused."""
    held = work.programme.session(session.number) or session
    if held.phase(work.now) is Phase.AFTER:
        raise Refused("news-over", session=session.name)


def answers(news: News) -> Buttons:
    return _answers(news.session, news.version)


async def _settle_cards(work: Work, session: Session, key: str) -> None:
    """The question is withdrawn: its cards say so, in every chat."""
    for pair in await pairs.live_cards(work.tx, subject(session.number)):
        person = await people.of_address(work.tx, pair.address)
        language = person.language if person else work.voice.offered[0]
        await work.change(pair, work.voice.render(language, key, session=session.name))


# ── telling ──────────────────────────────────────────────────────────────────────────────────


async def tell(work: Work, person: Person, number: int, version: int) -> int:
    """*Báo*: the panel first, then those who come, are invited, wait; each once.

    Returns the number of households.

    Raises Refused if somebody has told it, or if it changed again since this was asked.
    """
    access.must_plan(person)
    session, news = await _still_asked(work, number, version)
    assert news.asked is not None
    if not await session_news.tell(work.tx, news, person.id, work.now):
        raise Refused("news-settled")
    await seats.lock(work.tx, number)
    if not news.asked.cancelled and news.asked.starts_at != news.told.starts_at:
        await _reclock(work, session)
    await panel_news.tell(work, person, session, news)
    await _tell_people(work, session, news)
    await _settle_cards(work, session, "news-is-told")
    await audit.note(work.tx, work.now, person.id, "told_news", f"session:{number}")
    return await households(work, number)


async def _still_asked(work: Work, number: int, version: int) -> tuple[Session, News]:
    """What was asked about, if the newest programme still says so. Raises Refused."""
    news = await session_news.get(work.tx, number)
    session = (await programme_changes.newest(work)).session(number)
    if session is None or news is None or news.asked is None:
        raise Refused("news-settled")
    if news.version != version or Details.of(session) != news.asked:
        raise Refused("news-changed", session=session.name)
    _must_be_ahead(work, session)
    return session, news


async def _tell_people(work: Work, session: Session, news: News) -> None:
    """A broadcast a circle, one after the other; the people are counted now, so that each is told
    once whatever they answer meanwhile.
    """
    asleep = work.end_of_quiet(work.now)
    due_at = asleep + _AFTER_THE_PANEL if asleep else work.now
    found = circles(await session_news.standing(work.tx, session.number))
    for circle, named in found.items():
        if named:
            texts = {
                one: news_words.for_people(work, one, session, news, circle)
                for one in work.voice.offered
            }
            await broadcasts.make(
                work.tx,
                broadcasts.Circle(to=To.NAMED, named=named),
                texts=texts,
                now=work.now,
                due_at=due_at,
            )


# ── what people answer ───────────────────────────────────────────────────────────────────────


async def own_seats(work: Work, person: Person, number: int, *, comes: bool) -> list[Seat]:
    """The seats for which a person may say, on hearing the news, that they come or do not.

    Raises Refused where there is none, or no longer one.
    """
    states = {State.OFFERED} if comes else set(CIRCLES) - {State.CAME}
    found = []
    for bond in await homes.bonds_of(work.tx, person.id):
        seat = await seats.of(work.tx, number, bond.household)
        if seat and seat.state in states:
            found.append(seat)
    if not found:
        raise Refused("news-no-seat")
    return found
