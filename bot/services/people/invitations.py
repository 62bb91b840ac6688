"""Inviting officials by a one-time code, and tying groups to queues and wards."""

import secrets
from datetime import timedelta

from bot.domain import access
from bot.domain.agencies import WARD_KIND, Queue
from bot.domain.errors import Refused
from bot.domain.people import Grant, Person, Role
from bot.domain.programme import Programme
from bot.work import Work
from storage import addresses, audit, invitations, people
from storage.addresses import Place
from storage.invitations import Invitation

#: How long a code is good. Officials are told on paper, which takes days.
GOOD_FOR = timedelta(days=14)

#: Letters and figures that cannot be mistaken for each other when read aloud or copied by hand.
_ALPHABET = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"

_LENGTH = 12


def new_code() -> str:
    """Twelve letters and figures, about 59 bits."""
    return "".join(secrets.choice(_ALPHABET) for _ in range(_LENGTH))


def check_scope(programme: Programme, grant: Grant) -> None:
    """Raises Refused where the scope is not one of the programme's."""
    if not _scope_exists(programme, grant):
        raise Refused("scope-unknown", scope=grant.scope or "-")


def _scope_exists(programme: Programme, grant: Grant) -> bool:
    scope = grant.scope
    match grant.role:
        case Role.OFFICER | Role.HEAD:
            queue = Queue.parse(scope)
            known = programme.agency(queue.agency) is not None
            needs_ward = queue.agency == WARD_KIND
            return known and (programme.ward(queue.ward) is not None) == needs_ward
        case Role.RELAY:
            return programme.ward(scope) is not None
        case Role.HAMLET:
            return any(ward.hamlet(scope) for ward in programme.wards)
        case Role.CLERK:
            return scope.isdecimal() and programme.session(int(scope)) is not None
        case Role.ORGANISER | Role.ADMIN:
            return not scope


async def invite(work: Work, grant: Grant, *, by: Person | None) -> str:
    """A new one-time code for a role; ``by=None`` is the operator at the command line."""
    check_scope(work.programme, grant)
    if by is not None and not access.may_invite(by, grant.role, grant.scope):
        raise Refused("may-not-invite")
    code = new_code()
    await invitations.make(
        work.tx,
        code,
        grant,
        by=by.id if by else None,
        now=work.now,
        expires_at=work.now + GOOD_FOR,
    )
    await audit.note(
        work.tx, work.now, by.id if by else None, "invited", f"{grant.role}:{grant.scope}"
    )
    return code


def looks_like_a_code(code: str) -> bool:
    return len(code) == _LENGTH and set(code) <= set(_ALPHABET)


async def is_code(work: Work, text: str) -> bool:
    """Whether words are the code of an invitation, good or not."""
    code = text.strip().upper()
    if not looks_like_a_code(code):
        return False
    return await invitations.find(work.tx, code) is not None


async def accept(work: Work, person: Person, code: str) -> Grant:
    """Use a code: the person holds its role from now on. Raises Refused for one not good.

    It is good as long as whoever made it may invite to that role.
    """
    used = await invitations.use(work.tx, code.strip().upper(), person.id, work.now)
    if used is None:
        found = await invitations.find(work.tx, code.strip().upper())
        if found and found.used_by == person.id and found.grant in person.grants:
            return found.grant
        raise Refused("code-ended" if found and found.is_ended else "code-not-good")
    if not await _still_stands(work, used):
        raise Refused("code-ended")
    await people.give_role(work.tx, person.id, used.grant, used.made_by, work.now)
    await audit.note(
        work.tx,
        work.now,
        person.id,
        "accepted_role",
        f"person:{person.id}",
        f"{used.grant.role}:{used.grant.scope}",
    )
    return used.grant


async def _still_stands(work: Work, used: Invitation) -> bool:
    """Whether its maker may invite to it today; the operator at the command line always may."""
    if used.made_by is None:
        return True
    maker = await people.get(work.tx, used.made_by)
    return maker is not None and access.may_invite(maker, used.grant.role, used.grant.scope)


async def end_codes(work: Work, person_id: int) -> None:
    """End the codes that a person gave out and could not give out any more: a role has ended.

    For good: who gets the role back makes new ones.
    """
    maker = await people.get(work.tx, person_id)
    for one, grant in await invitations.unused_of(work.tx, person_id):
        if maker is None or not access.may_invite(maker, grant.role, grant.scope):
            await invitations.end(work.tx, one, work.now)


def scope_name(programme: Programme, grant: Grant) -> str:
    """What people call the scope of a role; empty where it has none."""
    match grant.role:
        case Role.OFFICER | Role.HEAD:
            return programme.queue_name(Queue.parse(grant.scope))
        case Role.RELAY:
            ward = programme.ward(grant.scope)
            return ward.name if ward else grant.scope
        case Role.HAMLET:
            found = ((ward.hamlet(grant.scope), ward) for ward in programme.wards)
            names = (f"{hamlet.name}, {ward.name}" for hamlet, ward in found if hamlet)
            return next(names, grant.scope)  # every ward has a Khóm 1
        case Role.CLERK:
            session = programme.session(int(grant.scope))
            return session.name if session else grant.scope
        case Role.ORGANISER | Role.ADMIN:
            return ""


def bindings(programme: Programme, person: Person) -> list[tuple[str, str, str]]:
    """What a person may tie a group to: (kind, scope, name), kind ``queue`` or ``ward``."""
    queues = [("queue", str(one), programme.queue_name(one)) for one in person.queues]
    wards = [(one, programme.ward(one)) for one in person.air_wards]
    return queues + [("ward", one, ward.name) for one, ward in wards if ward]


async def bind_group(work: Work, person: Person, address: str, kind: str, scope: str) -> str:
    """Cards of a queue, or bulletins of a ward, go to this group from now on; returns its name.

    Never both: the people of a ward sit in one, and officials alone in the other.
    """
    names = {(one, other): name for one, other, name in bindings(work.programme, person)}
    if (kind, scope) not in names:
        raise Refused("not-your-queue")
    home = await addresses.get(work.tx, address)
    if home is None or not home.is_group:
        raise Refused("only-in-a-group")
    await addresses.bind(
        work.tx,
        address,
        queue=scope if kind == "queue" else "",
        ward=scope if kind == "ward" else "",
    )
    await audit.note(work.tx, work.now, person.id, "bound_group", f"{kind}:{scope}")
    return names[kind, scope]


async def group(work: Work, address: str) -> Place | None:
    return await addresses.get(work.tx, address)
