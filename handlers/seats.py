"""An offered seat: coming, not coming, sending somebody else; and the head of the hamlet's list."""

from bot.domain.errors import Refused
from bot.domain.seats import Seat, State
from bot.services.reach import seat_buttons
from bot.services.residents import namesakes
from bot.services.seats import offers, short_lists
from bot.turn import Turn
from bot.voice import Button
from handlers import menu


async def accept(turn: Turn, argument: str) -> None:
    """*Sẽ đến*."""
    await _accepted(turn, await offers.accept(turn.work, turn.person, int(argument)))


async def decline(turn: Turn, argument: str) -> None:
    """*Không đến được*, also after having said yes."""
    had, seat = await offers.decline(turn.work, turn.person, int(argument))
    turn.finish()
    is_listed = had is State.LISTED
    again = Button("sign-up-button", "signup") if is_listed else _yes(seat)
    session = _session_name(turn, seat)
    await turn.say("seat-declined", [[again]], session=session, had=had.value)


def _yes(seat: Seat) -> Button:
    return Button("seat-yes-button", "seatyes", seat.id)


async def guest(turn: Turn, argument: str) -> None:
    """*Nhờ người khác đi*: who?"""
    seat = await offers.must_answer(turn.work, turn.person, int(argument))
    turn.wait_for("seat.guest", seat=seat.id)
    await turn.say("seat-guest-ask", [menu.STOP])


async def ask_guest(turn: Turn) -> None:
    """Ask once more who goes instead."""
    await guest(turn, turn.data.get("seat", "0"))


async def guest_typed(turn: Turn) -> None:
    seat = await offers.send_guest(turn.work, turn.person, int(turn.data["seat"]), turn.text)
    await _accepted(turn, seat)


async def _accepted(turn: Turn, seat: Seat) -> None:
    if seat.state is State.CAME:
        raise Refused("seat-came-already")
    turn.finish()
    session = turn.work.programme.session(seat.session)
    assert session is not None, "an answer to a session that is no more was refused"
    key = "seat-waits-again" if seat.state is State.WAITING else "seat-accepted"
    await turn.say(
        key,
        seat_buttons.of_coming(seat),
        session=session.name,
        at=turn.work.moment(turn.language, session.starts_at),
        place=session.place,
        guest=seat.guest or "none",
        then=offers.then(turn.work, session),
    )


def _session_name(turn: Turn, seat: Seat) -> str:
    session = turn.work.programme.session(seat.session)
    return session.name if session else str(seat.session)


# ── the head of the hamlet ───────────────────────────────────────────────────────────────────


async def goes(turn: Turn, argument: str) -> None:
    """*Sẽ đến*: it has its seat, or waits where that has gone on."""
    asked = await short_lists.comes(turn.work, turn.person, int(argument))
    waits = asked.seat.state is State.WAITING
    await turn.say("short-list-waits" if waits else "short-list-goes", name=asked.home.name)


async def goes_not(turn: Turn, argument: str) -> None:
    asked = await short_lists.comes_not(turn.work, turn.person, int(argument))
    await turn.say("short-list-goes-not", name=asked.home.name)


async def not_met(turn: Turn, argument: str) -> None:
    """*Chưa gặp*: once more tomorrow, before the offer ends, or not at all."""
    asked = await short_lists.not_met(turn.work, turn.person, int(argument))
    until = asked.seat.held_until
    await turn.say(
        "short-list-not-met",
        name=asked.home.name,
        standing="again" if asked.again else asked.seat.state.value,
        until=turn.work.moment(turn.language, until) if until else "none",
    )


async def same_home(turn: Turn, argument: str) -> None:
    """The household that signed up is the one of that name on the ward's list."""
    signed_up, _, listed = argument.partition("/")
    home = await namesakes.join(turn.work, turn.person, int(signed_up), int(listed))
    await turn.say("namesake-same", name=home.name)


async def other_home(turn: Turn, _argument: str) -> None:
    await turn.say("namesake-other")
