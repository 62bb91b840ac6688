"""News of a session on foot: households that no message reaches, told by people who know them."""

from collections import defaultdict

from bot.domain.sessions import Session
from bot.services.seats import on_foot
from bot.services.seats.on_foot import LETTERS, Visit, Walk
from bot.services.sessions import news_words
from bot.voice import Button
from bot.work import Work
from storage import session_news


async def ask(work: Work) -> int:
    """Give heads of hamlets, or organisers, the list of whom no message reaches; once a change."""
    number = await session_news.take_by_hand(work.tx, work.programme.version)
    session = work.programme.session(number) if number is not None else None
    if number is None:
        return 0
    if session is not None:
        found: dict[str, list[Visit]] = defaultdict(list)
        for seat, home in await session_news.without_chat(work.tx, number):
            found[home.hamlet].append((seat, home))
        for walk in await on_foot.walks(work, found):
            await _ask_to_visit(work, session, walk)
    return 1


async def _ask_to_visit(work: Work, session: Session, walk: Walk) -> None:
    off, why = "yes" if session.is_cancelled else "no", session.reason or "none"
    for person in walk.people:
        after = news_words.when_now(work, person.language, session)
        if walk.is_long:
            await work.tell(
                person,
                "news-by-hand-long",
                [[on_foot.list_button(session)]],
                session=session.name,
                off=off,
                why=why,
                after=after,
                many=str(len(walk.visits)),
                names=walk.names(work, person.language),
            )
        else:
            await work.tell(
                person,
                "news-by-hand",
                [] if session.is_cancelled else _buttons(walk),
                session=session.name,
                off=off,
                why=why,
                after=after,
                hamlet=walk.place or "none",
                names=walk.names(work, person.language),
            )


def _buttons(walk: Walk) -> list[list[Button]]:
    return [
        [
            Button("short-list-yes-button", "goes", seat, {"letter": letter}),
            Button("short-list-no-button", "goesnot", seat, {"letter": letter}),
        ]
        for letter, (seat, _) in zip(LETTERS, walk.visits, strict=False)
    ]
