"""Households: who speaks for one, and telling it something."""

from bot.domain.errors import Refused
from bot.domain.households import Household, Relation
from bot.domain.people import Person
from bot.work import Work
from storage import addresses, households, people

#: Who is told first: who lives there, then the family, then those who help.
_ORDER = (Relation.SELF, Relation.FAMILY, Relation.ASSOCIATION, Relation.HAMLET)


async def get(work: Work, household_id: int) -> Household:
    """Raises Refused for one that no longer exists."""
    household = await households.get(work.tx, household_id)
    if household is None:
        raise Refused("household-unknown")
    return household


async def speaker(work: Work, household_id: int) -> Person | None:
    """Whom to tell what concerns a household; None if nobody can be reached by chat."""
    bonds = await households.bonds_with(work.tx, household_id)
    for bond in sorted(bonds, key=lambda one: _ORDER.index(one.relation)):
        person = await people.get(work.tx, bond.person)
        if person and not person.muted_at and await addresses.of_person(work.tx, person.id):
            return person
    return None


async def speaks_for(work: Work, person: Person, household_id: int) -> bool:
    """Whether the person belongs to the household or acts for it."""
    bonds = await households.bonds_of(work.tx, person.id)
    return any(one.household == household_id for one in bonds)


async def own(work: Work, person: Person) -> Household | None:
    """The household in which the person lives, as far as we know."""
    for bond in await households.bonds_of(work.tx, person.id):
        if bond.relation is Relation.SELF:
            return await households.get(work.tx, bond.household)
    return None
