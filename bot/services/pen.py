"""The holding pen (chờ xếp), as the organiser sees it: what nobody could place."""

from bot.domain.errors import Refused
from bot.domain.messages import Inbound
from bot.domain.people import Person, Role
from bot.work import Work
from storage import audit, holding
from storage.holding import UNMATCHED, Held
from storage.inbox import inbound_from_json, inbound_to_json


async def keep_unmatched(work: Work, message: Inbound, why: str) -> None:
    """Keep an official's reply that belongs to nothing we know."""
    await holding.put(
        work.tx, UNMATCHED, str(message.address), inbound_to_json(message), why, work.now
    )


async def look(work: Work, person: Person) -> list[tuple[Held, str]]:
    """What waits, with the words that came, for organisers and admins. The look is recorded."""
    if not (person.holds(Role.ORGANISER) or person.holds(Role.ADMIN)):
        raise Refused("not-for-you")
    found = await holding.waiting(work.tx)
    await audit.note(work.tx, work.now, person.id, "read_holding", f"rows:{len(found)}")
    return [(one, inbound_from_json(one.payload).text if one.payload else "") for one in found]


async def settle(work: Work, person: Person, held_id: int) -> None:
    """A person has dealt with it."""
    if not (person.holds(Role.ORGANISER) or person.holds(Role.ADMIN)):
        raise Refused("not-for-you")
    if not await holding.settle(work.tx, held_id, person.id, "seen", work.now):
        raise Refused("holding-gone")
