"""News of a session on foot: the households that no message reaches, told by who knows them."""

from collections import defaultdict

from bot.domain.households import Household
from bot.domain.sessions import Session
from bot.services import hamlets, news_words
from bot.services.short_lists import LETTERS, LONGEST
from bot.work import Button, Buttons, Work
from storage import session_news


async def ask(work: Work) -> int:
    """Give heads of hamlets, or organisers, the list of whom no message reaches; once a change."""
    number = await session_news.take_by_hand(work.tx, work.programme.version)
    session = work.programme.session(number) if number is not None else None
    if number is None:
        return 0
    if session is not None:
        found: dict[str, list[tuple[int, Household]]] = defaultdict(list)
        for seat, home in await session_news.without_chat(work.tx, number):
            found[home.hamlet].append((seat, home))
        for hamlet, unreached in sorted(found.items()):
            for start in range(0, len(unreached), LONGEST):
                await _ask_to_visit(work, session, hamlet, unreached[start : start + LONGEST])
    return 1


async def _ask_to_visit(
    work: Work, session: Session, hamlet: str, unreached: list[tuple[int, Household]]
) -> None:
    for person in await hamlets.who_goes(work, hamlet):
        names = [
            work.say(person.language, "short-list-line", letter=letter, name=home.name)
            for letter, (_, home) in zip(LETTERS, unreached, strict=False)
        ]
        await work.tell(
            person,
            "news-by-hand",
            [] if session.is_cancelled else _buttons(unreached),
            session=session.name,
            off="yes" if session.is_cancelled else "no",
            why=session.reason or "none",
            after=news_words.when_now(work, person.language, session),
            hamlet=hamlets.place(work, unreached[0][1]) or "none",
            names="\n".join(names),
        )


def _buttons(unreached: list[tuple[int, Household]]) -> Buttons:
    return [
        [
            Button("short-list-yes-button", "goes", seat, {"letter": letter}),
            Button("short-list-no-button", "goesnot", seat, {"letter": letter}),
        ]
        for letter, (seat, _) in zip(LETTERS, unreached, strict=False)
    ]
