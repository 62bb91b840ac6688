"""*Ai đang giữ việc*: who works where, and taking a role away from somebody who left."""

from collections.abc import Sequence

from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.people import AT_A_QUEUE, Grant, Held, Role
from bot.services.people import invitations
from bot.services.queues import leaving
from bot.turn import Turn
from bot.voice import Button
from handlers import menu

#: One queue has both.
_BACK = [Button("back-button", "invite"), *menu.STOP]


async def show(turn: Turn, _argument: str) -> None:
    """Queue by queue, then the other roles: where somebody is whom this person may end."""
    if not access.may_invite_somebody(turn.person):
        raise Refused("may-not-end-role")
    found = await leaving.held(turn.work, turn.person)
    if not found:
        await turn.say("roles-none", [_BACK])
        return
    places = {_place(one.grant): one.grant for one in found}
    rows = [[_place_button(turn, place, grant)] for place, grant in places.items()]
    await turn.say("roles-where", [*rows, _BACK])


def _place(grant: Grant) -> str:
    """What a list is of: the people of one queue, or all who hold one other role."""
    if grant.role in AT_A_QUEUE:
        return f"{Role.OFFICER}/{grant.scope}"
    return f"{grant.role}/"


def _place_button(turn: Turn, place: str, grant: Grant) -> Button:
    at_queue = grant.role in AT_A_QUEUE
    name = invitations.scope_name(turn.work.programme, grant) if at_queue else _role(turn, grant)
    return Button("plain", "rolesat", place, {"words": name})


def _role(turn: Turn, grant: Grant) -> str:
    return turn.words(f"role-{grant.role.value}")


async def at(turn: Turn, argument: str) -> None:
    """Who holds what at one place: a button each."""
    wanted = AT_A_QUEUE if argument.startswith(f"{Role.OFFICER}/") else tuple(Role)
    found = await leaving.held(turn.work, turn.person, wanted)
    here = [one for one in found if _place(one.grant) == argument]
    if not here:
        await show(turn, "")
        return
    leave = [Button("back-button", "roles"), *menu.STOP]
    await turn.say("roles-whose", [*_people(turn, here), leave])


def _people(turn: Turn, here: Sequence[Held]) -> list[list[Button]]:
    return [[_holder(turn, one)] for one in here]


def _holder(turn: Turn, one: Held) -> Button:
    """Name and what the list does not say: the role at a queue, the place of another role."""
    place = _scope(turn, one.grant)
    said = one.grant.role in AT_A_QUEUE or place == "none"
    what = _role(turn, one.grant) if said else place
    return Button("role-holder", "endrole", one.id, {"name": _name(turn, one), "what": what})


def _name(turn: Turn, one: Held) -> str:
    return one.name or turn.words("a-colleague")


def _scope(turn: Turn, grant: Grant) -> str:
    return invitations.scope_name(turn.work.programme, grant) or "none"


async def ask(turn: Turn, argument: str) -> None:
    """Once more before it is done."""
    one = await leaving.to_end(turn.work, turn.person, int(argument))
    await turn.say(
        "end-role-sure",
        [[Button("end-role-yes-button", "endroleyes", one.id), *menu.STOP]],
        name=_name(turn, one),
        role=_role(turn, one.grant),
        scope=_scope(turn, one.grant),
    )


async def surely(turn: Turn, argument: str) -> None:
    one, told = await leaving.end_by_number(turn.work, turn.person, int(argument))
    await turn.say(
        "role-ended",
        menu.buttons(turn),
        name=_name(turn, one),
        role=_role(turn, one.grant),
        scope=_scope(turn, one.grant),
        told="yes" if told else "no",
    )
