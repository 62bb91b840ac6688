"""Who holds which role, and taking one away from somebody who left."""

from collections.abc import Sequence

from bot.domain import access
from bot.domain.agencies import Queue
from bot.domain.errors import Refused
from bot.domain.people import AT_A_QUEUE, Grant, Held, Person, Role
from bot.domain.questions import Move, Status
from bot.services.people import invitations
from bot.services.questions import belonging, cards, moves
from bot.work import Work
from storage import audit, calls, ladders, people, questions, roles

#: How many questions are put back at once; what is beyond that colleagues can take by answering it.
_PORTION = 100


async def held(work: Work, by: Person | None, wanted: Sequence[Role] = tuple(Role)) -> list[Held]:
    """Who holds these roles now, by role and scope: those that ``by`` may end.

    ``by`` None: whoever runs the installation, who sees all.
    """
    found = [one for role in wanted for one in await roles.held(work.tx, role)]
    return [one for one in found if _may_end(by, one)]


def _may_end(by: Person | None, one: Held) -> bool:
    return by is None or access.may_end_role(by, one.person, one.grant)


async def to_end(work: Work, by: Person, role_id: int) -> Held:
    """A role that this person may end now. Raises Refused otherwise, without saying whose it is."""
    found = await roles.get(work.tx, role_id)
    if found is None or not _may_end(by, found):
        raise Refused("may-not-end-role")
    if found.until is not None:
        raise Refused("role-ended-already")
    return found


async def end(work: Work, person: Person, grant: Grant, *, by: Person | None) -> bool:
    """Take a role away, as whoever may: ``held`` and ``to_end`` know who.

    The person hears it, what they held goes back to its queue, what they were told of to the next
    in line, and the codes end that they gave out.

    False where no message reaches the person. Raises Refused where the role is not held any more:
    of two who end it at once, one has done it.
    """
    if not await people.end_role(work.tx, person.id, grant, work.now):
        raise Refused("role-ended-already")
    actor, what = by.id if by else None, f"{grant.role}:{grant.scope}"
    await audit.note(work.tx, work.now, actor, "ended_role", f"person:{person.id}", what)
    await invitations.end_codes(work, person.id)
    await _give_back(work, person.id, grant, actor)
    await ladders.look_again(work.tx, person.id, work.now)
    await calls.look_again(work.tx, person.id, work.now)
    told = await work.tell(
        person,
        "role-taken",
        role=work.say(person.language, f"role-{grant.role.value}"),
        scope=invitations.scope_name(work.programme, grant) or "none",
    )
    await _warn(work, grant)
    return told


async def _give_back(work: Work, person_id: int, grant: Grant, actor: int | None) -> None:
    """What they held of the queue waits again, unless another role lets them go on with it.

    What they asked back still waits for its asker; from now on colleagues can go on with it.
    """
    if grant.role not in AT_A_QUEUE:
        return
    left = await people.get(work.tx, person_id)
    held = await questions.held_by(work.tx, Queue.parse(grant.scope), person_id, _PORTION)
    for one in held:
        question = await questions.to_move(work.tx, await belonging.standing(work, one))
        if question is None or question.taken_by != person_id:
            continue  # it went back with the others of its cluster
        if left and access.may_work_on(left, question):
            continue
        if question.status is Status.TAKEN:
            await moves.make(work, question, Move.GIVE_BACK, actor, taken_by=None)
        else:
            await cards.refresh(work, question)


async def end_by_number(work: Work, by: Person, role_id: int) -> tuple[Held, bool]:
    """``end`` for a role that stands on a list: which, and whether its person hears it.

    Raises Refused.
    """
    found = await to_end(work, by, role_id)
    person = await people.get(work.tx, found.person)
    if person is None:  # erased a moment ago, and all roles with them
        raise Refused("role-ended-already")
    return found, await end(work, person, found.grant, by=by)


async def _warn(work: Work, grant: Grant) -> None:
    """The organisers hear of a queue that nobody works on now, or whose last head is gone."""
    if grant.role not in AT_A_QUEUE:
        return
    heads = await people.holding(work.tx, Role.HEAD, grant.scope)
    officers = await people.holding(work.tx, Role.OFFICER, grant.scope)
    if heads or (officers and grant.role is Role.OFFICER):
        return
    office = work.programme.queue_name(Queue.parse(grant.scope))
    for one in await people.holding(work.tx, Role.ORGANISER, ""):
        await work.tell(one, "queue-left", office=office, left="officers" if officers else "nobody")
