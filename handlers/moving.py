"""*Dời buổi*, *Hủy buổi*: the organiser changes when a session is, or calls it off; *Báo*: told."""

from datetime import datetime

from bot.domain.errors import Refused
from bot.domain.seats import Seat
from bot.services.people import households
from bot.services.sessions import news_words, programme_changes, session_news
from bot.turn import Turn
from bot.understanding.moments import read_moment
from bot.voice import Button
from handlers import menu, seats

# ── moving ───────────────────────────────────────────────────────────────────────────────────


async def begin(turn: Turn, argument: str) -> None:
    """*Dời buổi*: to when?"""
    session = await programme_changes.to_change(turn.work, turn.person, int(argument))
    turn.wait_for("session.when", session=argument)
    at = turn.work.moment(turn.language, session.starts_at)
    await turn.say("move-ask", [menu.STOP], session=session.name, at=at)


async def when_typed(turn: Turn) -> None:
    """A day and a time as people write them; then once more, with how many it concerns."""
    number = int(turn.data["session"])
    session = await programme_changes.to_change(turn.work, turn.person, number)
    known = session.starts_at.astimezone(turn.work.programme.zone)
    at = read_moment(turn.text, turn.work.local, known)
    if at is None:
        raise Refused("session-when-unclear")
    programme_changes.must_be_another_time(turn.work, session, at)
    turn.finish()
    await turn.say(
        "move-sure",
        [
            [Button("move-yes-button", "moveyes", f"{number}/{at:%Y-%m-%dT%H:%M}")],
            [Button("move-other-button", "move", number), *menu.STOP],
        ],
        session=session.name,
        at=turn.work.moment(turn.language, at),
        year=str(at.year) if at.year != turn.work.local.year else "none",
        many=str(await session_news.households(turn.work, number)),
    )


async def move(turn: Turn, argument: str) -> None:
    """It is moved; whether people are told is asked by itself, a moment later."""
    number, _, typed = argument.partition("/")
    at = _read(typed).replace(tzinfo=turn.work.programme.zone)
    session = await programme_changes.move(turn.work, turn.person, int(number), at)
    await turn.say(
        "moved",
        [[_card(number, session.name)]],
        session=session.name,
        at=turn.work.moment(turn.language, session.starts_at),
    )


def _read(typed: str) -> datetime:
    """The time that a button carries. Raises Refused for a day that no month has."""
    try:
        return datetime.fromisoformat(typed)
    except ValueError:
        raise Refused("button-lost-official") from None


def _card(number: str, name: str) -> Button:
    return Button("seat-session-button", "seatcard", number, {"session": name})


# ── calling off ──────────────────────────────────────────────────────────────────────────────


async def begin_cancelling(turn: Turn, argument: str) -> None:
    """*Hủy buổi*: why? Everybody reads it."""
    session = await programme_changes.to_change(turn.work, turn.person, int(argument))
    turn.wait_for("session.reason", session=argument)
    await turn.say("cancel-ask", [menu.STOP], session=session.name)


async def reason_typed(turn: Turn) -> None:
    """The reason stays with the step until *Hủy luôn*; how many it concerns is said before."""
    number = int(turn.data["session"])
    session = await programme_changes.to_change(turn.work, turn.person, number)
    reason = programme_changes.read_reason(turn.text)
    turn.wait_for("session.reason", session=str(number), reason=reason)
    await turn.say(
        "cancel-sure",
        [[Button("cancel-yes-button", "calloffyes", number)], menu.STOP],
        session=session.name,
        at=turn.work.moment(turn.language, session.starts_at),
        why=reason,
        many=str(await session_news.households(turn.work, number)),
    )


async def cancel(turn: Turn, argument: str) -> None:
    reason = turn.data.get("reason", "") if turn.data.get("session") == argument else ""
    if not reason:
        await begin_cancelling(turn, argument)
        return
    session = await programme_changes.cancel(turn.work, turn.person, int(argument), reason)
    turn.finish()
    await turn.say("cancelled", [[_card(argument, session.name)]], session=session.name)


# ── telling ──────────────────────────────────────────────────────────────────────────────────


async def show(turn: Turn, argument: str) -> None:
    """*Báo tin buổi này*: the question once more, after a *Chưa*."""
    session, news = await session_news.asked(turn.work, turn.person, int(argument))
    assert news.asked is not None
    await turn.say(
        "news-ask",
        session_news.answers(news),
        about=news_words.subject(session.number),
        card=True,
        many=str(await session_news.households(turn.work, session.number)),
        **news_words.of_change(turn.work, turn.language, session.name, news.told, news.asked),
    )


async def tell(turn: Turn, argument: str) -> None:
    """*Báo*."""
    number, _, version = argument.partition("/")
    many = await session_news.tell(turn.work, turn.person, int(number), int(version))
    asleep = turn.work.end_of_quiet(turn.work.now)
    at = turn.work.moment(turn.language, asleep) if asleep else "none"
    await turn.say("news-on-its-way", many=str(many), at=at)


async def not_yet(turn: Turn, argument: str) -> None:
    """*Chưa*: it can be told later, from the card of the session."""
    number, _, _ = argument.partition("/")
    session, _ = await session_news.asked(turn.work, turn.person, int(number))
    await turn.say("news-not-yet", [[_card(number, session.name)]], session=session.name)


# ── what people answer ───────────────────────────────────────────────────────────────────────


async def comes(turn: Turn, argument: str) -> None:
    """*Sẽ đến* under the news: for the one household they speak for, or which?"""
    found = await session_news.own_seats(turn.work, turn.person, int(argument), comes=True)
    await _answer(turn, found, "seatyes")


async def stays(turn: Turn, argument: str) -> None:
    """*Không đi được ngày mới*."""
    found = await session_news.own_seats(turn.work, turn.person, int(argument), comes=False)
    await _answer(turn, found, "seatno")


async def _answer(turn: Turn, found: list[Seat], action: str) -> None:
    if len(found) == 1:
        await (seats.accept if action == "seatyes" else seats.decline)(turn, str(found[0].id))
        return
    homes = [(await households.get(turn.work, one.household), one) for one in found]
    rows = [[Button("plain", action, seat.id, {"words": home.name})] for home, seat in homes]
    await turn.say("news-which-home", [*rows, menu.STOP])
