"""Households with news that nobody reads out, in hamlets without a head: the organiser's list."""

from bot.domain.households import Household
from bot.services.people import acting, hamlets
from bot.services.relay import visits
from bot.turn import Turn
from bot.voice import Button
from handlers import menu


async def show(turn: Turn, _argument: str) -> None:
    """*Xem từng hộ*: those that still wait, by ward and hamlet; a press opens one."""
    homes = await visits.unled(turn.work, turn.person)
    if homes:
        await turn.say("visits", [*([_open(turn, home)] for home in homes), menu.STOP])
    else:
        await turn.say("visits-none", menu.buttons(turn))


def _open(turn: Turn, home: Household) -> Button:
    who = acting.called(turn.work, turn.language, home)
    place = hamlets.place(turn.work, home) or "…"
    return Button(
        "visit-home-button",
        "openlisted",
        home.id,
        {"who": who[:1].upper() + who[1:], "place": place},
    )
