"""What organisers, admins and heads do: invite officials, look at sessions and at the pen."""

from datetime import timedelta

from bot.domain import access
from bot.domain.agencies import WARD_KIND, Queue
from bot.domain.errors import Refused
from bot.domain.people import Grant, Role
from bot.domain.sessions import Phase
from bot.services.people import invitations
from bot.services.queues import pen
from bot.services.seats import seat_lists
from bot.turn import Turn
from bot.voice import Button
from handlers import also, dispatches, hall, menu, seating

#: So long before an agency or a ward begins, people can be invited to it.
_SOON = timedelta(days=60)

#: Roles that can be given from chat, and what their scope is chosen from.
_ROLES = (Role.OFFICER, Role.HEAD, Role.RELAY, Role.HAMLET, Role.CLERK, Role.ORGANISER, Role.ADMIN)


async def invite(turn: Turn) -> None:
    """Ask whom to invite. A head invites officers of their own queue at once."""
    person = turn.person
    if not access.may_invite_somebody(person):
        raise Refused("may-not-invite")
    if access.runs_programme(person):
        roles = [one for one in _ROLES if access.may_invite(person, one, "")]
        rows = [[Button(f"role-{one.value}", "inviterole", one.value)] for one in roles]
    else:
        rows = [
            [_scope_button(turn, Grant(Role.OFFICER, scope))] for scope in person.scopes(Role.HEAD)
        ]
    await turn.say("invite-whom", [*rows, [Button("roles-button", "roles")], menu.STOP])


async def press_invite(turn: Turn, _argument: str) -> None:
    await invite(turn)


def _scope_button(turn: Turn, grant: Grant) -> Button:
    """Role and place, where no role was chosen before."""
    name = invitations.scope_name(turn.work.programme, grant)
    role = _role(turn, grant.role)
    return Button("invite-scope", "invitefor", _argument(grant), {"role": role, "name": name})


def _place_button(turn: Turn, grant: Grant) -> Button:
    """The place alone: it can be typed as it is called, and fits a small phone."""
    name = invitations.scope_name(turn.work.programme, grant)
    return Button("plain", "invitefor", _argument(grant), {"words": name})


def _argument(grant: Grant) -> str:
    return f"{grant.role.value}/{grant.scope}"


def _role(turn: Turn, role: Role) -> str:
    return turn.words(f"role-{role.value}")


async def invite_role(turn: Turn, argument: str) -> None:
    """For which agency, ward, hamlet or session?"""
    role = Role(argument)
    if role is Role.HAMLET:
        await _hamlet_of_which_ward(turn)
        return
    grants = _grants(turn, role)
    if grants == [Grant(role)]:
        await invite_for(turn, f"{role.value}/")
        return
    leave = [Button("back-button", "invite"), *menu.STOP]
    rows = [[_place_button(turn, one)] for one in grants]
    await turn.say("invite-where", [*rows, leave], role=_role(turn, role))


async def _hamlet_of_which_ward(turn: Turn) -> None:
    """A city has some eighty hamlets: first the ward, then one of its own."""
    wards = turn.work.programme.wards_on(turn.work.local.date())
    rows = [
        [Button("plain", "invitehamlet", ward.id, {"words": ward.name})]
        for ward in wards
        if ward.hamlets
    ]
    leave = [Button("back-button", "invite"), *menu.STOP]
    await turn.say("invite-where", [*rows, leave], role=_role(turn, Role.HAMLET))


async def invite_hamlet(turn: Turn, ward_id: str) -> None:
    """The hamlets of one ward."""
    ward = turn.work.programme.ward(ward_id)
    hamlets = ward.hamlets if ward else ()
    rows = [[_place_button(turn, Grant(Role.HAMLET, one.id))] for one in hamlets]
    leave = [Button("back-button", "inviterole", Role.HAMLET.value), *menu.STOP]
    await turn.say("invite-where", [*rows, leave], role=_role(turn, Role.HAMLET))


def _grants(turn: Turn, role: Role) -> list[Grant]:
    """Where there is such a role: also at agencies and wards that begin soon, so that somebody is
    there on the day.
    """
    programme, today = turn.work.programme, turn.work.local.date()
    soon = today + _SOON
    wards = [one for one in programme.wards if one.valid.between(today, soon)]
    match role:
        case Role.OFFICER | Role.HEAD:
            found = [one for one in programme.agencies if one.valid.between(today, soon)]
            agencies = [one.id for one in found if one.id != WARD_KIND]
            queues = [Queue(one) for one in agencies] + [Queue(WARD_KIND, one.id) for one in wards]
            return [Grant(role, str(one)) for one in queues]
        case Role.RELAY:
            return [Grant(role, one.id) for one in wards]
        case Role.CLERK:
            return [Grant(role, str(one.number)) for one in programme.sessions]
        case _:
            return [Grant(role)]


async def invite_for(turn: Turn, argument: str) -> None:
    """A code and a link, good for one person and two weeks."""
    role, _, scope = argument.partition("/")
    grant = Grant(Role(role), scope)
    code = await invitations.invite(turn.work, grant, by=turn.person)
    await turn.say(
        "invitation",
        role=turn.words(f"role-{grant.role.value}"),
        name=invitations.scope_name(turn.work.programme, grant) or "none",
        code=code,
        link=turn.work.voice.link(code, turn.message.address.channel),
        days=str(invitations.GOOD_FOR.days),
    )


async def sessions(turn: Turn) -> None:
    """``/phien``: how the sessions fill; residents see the questions of one that is held now."""
    if not turn.person.is_official:
        await also.show(turn)
        return
    numbers = [one.number for one in turn.work.programme.sessions]
    seen = [one for one in numbers if access.may_see_figures(turn.person, one)]
    if numbers and not seen:
        raise Refused("not-for-you")
    if not numbers:
        raise Refused("sessions-none")
    lines = [await _session_line(turn, one) for one in seen]
    rows = [[seating.session_button(turn, one)] for one in seen]
    if access.may_plan(turn.person):
        rows.append(dispatches.button(0))
    await turn.say("sessions", [*rows, *hall.rows(turn)], sessions="\n\n".join(lines))


async def _session_line(turn: Turn, number: int) -> str:
    found = await seat_lists.card(turn.work, turn.person, number)
    groups = [
        turn.words(
            "session-group",
            name=one.group.name,
            taken=str(one.seated),
            seats=str(one.group.seats),
        )
        for one in found.groups
    ]
    return turn.words(
        "session-line",
        session=found.session.name,
        at=turn.work.moment(turn.language, found.session.starts_at),
        groups="\n".join(groups),
        stands=_stands(found.session.phase(turn.work.now)),
        why=found.session.reason or "none",
    )


def _stands(phase: Phase) -> str:
    names = {Phase.CANCELLED: "off", Phase.DURING: "on", Phase.AFTER: "over"}
    return names.get(phase, "ahead")


async def press_sessions(turn: Turn, _argument: str) -> None:
    await sessions(turn)


async def show_pen(turn: Turn, after: str) -> None:
    """*Chờ xếp*: what nobody could place, one message each."""
    found, more = await pen.look(turn.work, turn.person, int(after or 0))
    if not found:
        await turn.say("pen-empty")
    for one in found:
        await turn.say(
            "pen-item",
            [[Button("settle-button", "settle", one.held.id)]],
            kind=one.held.kind,
            words=one.words or "none",
            name=one.name or "none",
            at=turn.work.moment(turn.language, one.held.at),
        )
    if more:
        await turn.say("pen-more", [[Button("more-button", "pen", found[-1].held.id)]])


async def settle(turn: Turn, argument: str) -> None:
    await pen.settle(turn.work, turn.person, int(argument))
    await turn.say("pen-settled")
