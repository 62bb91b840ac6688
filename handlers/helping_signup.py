"""Signing a household up for a dialogue, for those who act for it."""

from bot.domain.errors import Refused
from bot.domain.seats import State
from bot.services.people import acting
from bot.services.residents import helping, registration
from bot.turn import Turn
from bot.voice import Button
from handlers import menu


async def begin(turn: Turn, argument: str) -> None:
    """*Đăng ký đối thoại giúp*: the category is asked for only where nobody knows it."""
    home = await acting.home(turn.work, turn.person, int(argument))
    await registration.must_be_new_home(turn.work, home)
    session = registration.open_session(turn.work, home.ward)
    turn.wait_for("helping.signup", home=home.id)
    known = await registration.category_of(turn.work, home)
    if session.group_of(known):
        await _confirm(turn)
        return
    everything = turn.work.programme.categories
    rows = [
        [Button("plain", "signforas", everything.index(one), {"words": one})]
        for one in everything
        if session.group_of(one)
    ]
    who = acting.called(turn.work, turn.language, home)
    await turn.say("home-category-ask", [*rows, menu.STOP], who=who)


async def category(turn: Turn, argument: str) -> None:
    known = turn.work.programme.categories
    if int(argument) >= len(known):
        raise Refused("category-unknown")
    turn.note(category=known[int(argument)])
    await _confirm(turn)


async def _confirm(turn: Turn) -> None:
    home = await acting.home(turn.work, turn.person, _chosen(turn))
    session = registration.open_session(turn.work, home.ward)
    await turn.say(
        "home-sign-up-confirm",
        [[Button("sign-up-for-yes-button", "signforyes")], menu.STOP],
        who=acting.called(turn.work, turn.language, home),
        place=helping.place(turn.work, home) or "none",
        session=session.name,
        at=turn.work.moment(turn.language, session.starts_at),
        where=session.place,
    )


def _chosen(turn: Turn) -> int:
    """The household that was chosen. Raises Refused where that is long ago."""
    if turn.conversation.step != "helping.signup":
        raise Refused("home-step-over")
    return int(turn.data["home"])


async def typed(turn: Turn) -> None:
    """Words instead of a button: the same question once more."""
    await turn.say("choose-a-button")
    await begin(turn, str(_chosen(turn)))


async def surely(turn: Turn, _argument: str) -> None:
    household = _chosen(turn)
    category = turn.data.get("category", "")
    placed = await registration.sign_up_home(turn.work, turn.person, household, category)
    turn.finish()
    await turn.say(
        "home-signed-up",
        [[Button("helping-button", "helping")]],
        who=await acting.called_id(turn.work, turn.language, household),
        session=placed.session.name,
        told=_TOLD[placed.told],
    )


#: What signing up came to.
_TOLD = {State.LISTED: "listed", State.WAITING: "waiting", State.ACCEPTED: "seated"}
