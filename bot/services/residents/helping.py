"""Hỏi giúp bà con: whom a person helps, finding or naming a household, its consent and its end."""

from collections.abc import AsyncIterator, Sequence

from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.households import Bond, Consent, Household, HouseholdFacts, Relation, Source
from bot.domain.people import Person, Role
from bot.domain.values import dataclass
from bot.services.people import acting, hamlets
from bot.services.people import households as homes
from bot.services.reach import reach, readings
from bot.services.residents import namesakes
from bot.understanding.folding import begins_words, fold
from bot.work import Work
from storage import audit, drafts, households, people, seats

#: How many households are offered where a name fits several.
MOST = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A household that is not known yet, as somebody names it."""

    name: str
    ward: str
    hamlet: str


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a household lets somebody act for it."""

    relation: Relation
    how: Consent
    agreed: str = ""  #: who said yes; empty: the one who stands for the household


async def helped(work: Work, person: Person) -> list[Household]:
    """The households that a person helps, longest first; not their own."""
    known = await households.of_person(work.tx, person.id)
    return [home for bond, home in known if bond.is_help]


async def look_up(work: Work, person: Person, typed: str) -> list[Household]:
    """Households of the hamlets that a person heads, by their name, without diacritics, in parts.

    At most ``MOST``. Nobody else looks into lists: for them there is nothing.
    """
    found: list[Household] = []
    if access.may_look_up(person):
        async for home in _of_hamlets(work, person.scopes(Role.HAMLET)):
            if begins_words(typed, home.name):
                found.append(home)
            if len(found) == MOST:
                break
    return found


async def _of_hamlets(work: Work, scopes: Sequence[str]) -> AsyncIterator[Household]:
    for ward in work.programme.wards:
        for hamlet in ward.hamlets:
            if hamlet.id in scopes:
                async for home in households.in_hamlet(work.tx, ward.id, hamlet.id):
                    yield home


async def of_own_hamlet(work: Work, person: Person, household: int) -> Household:
    """A household of a hamlet that the person heads. Raises Refused for any other."""
    home = await homes.get(work, household)
    if not access.may_look_up(person) or not access.may_answer_for(person, home.hamlet):
        raise Refused("not-your-hamlet")
    return home


def read_name(typed: str) -> str:
    """The name of a household. Raises Refused for what cannot be one."""
    name = " ".join(typed.split())
    if not 2 <= len(name) <= 80 or any(letter.isdigit() for letter in name):
        raise Refused("name-unclear")
    return name


def relation_of(person: Person, hamlet: str, told: Relation) -> Relation:
    """What somebody is to a household: heads of its hamlet are that, others say it themselves."""
    if hamlet and person.holds(Role.HAMLET, hamlet):
        return Relation.HAMLET
    return told if told is Relation.ASSOCIATION else Relation.FAMILY


async def agree(work: Work, person: Person, home: Household, terms: Terms) -> Household:
    """A household of the head's own hamlet lets the person act for it: who said so, how, when."""
    access.must_be_known(person)
    await _bind(work, person, home, terms)
    return home


async def agree_by_name(work: Work, person: Person, named: Named, terms: Terms) -> Household:
    """A household that somebody names lets them act for it.

    They are not told whether it is on the ward's list: somebody who knows the people is asked, and
    joins the two (``namesakes``). Naming it twice makes only one.
    """
    access.must_be_known(person)
    known = [
        one
        for one in await helped(work, person)
        if (fold(one.name), one.ward, one.hamlet) == (fold(named.name), named.ward, named.hamlet)
    ]
    if known:
        return known[0]
    unknown = Household(
        id=0, name=named.name, ward=named.ward, hamlet=named.hamlet, source=Source.CHAT
    )
    home = await households.make(work.tx, unknown, HouseholdFacts(), work.now)
    await _bind(work, person, home, terms)
    await namesakes.ask(work, home, helped=True)
    return home


async def _bind(work: Work, person: Person, home: Household, terms: Terms) -> None:
    bond = Bond(
        household=home.id,
        person=person.id,
        relation=terms.relation,
        consent=terms.how,
        agreed=terms.agreed,
    )
    if await households.bind(work.tx, bond, person.id, work.now):
        how = f"{terms.relation.value} by {terms.how.value}"
        await audit.note(work.tx, work.now, person.id, "home_agreed", f"household:{home.id}", how)


@dataclass(frozen=True, slots=True, kw_only=True)
class Helper:
    """Somebody who acts for a household, as its people see it."""

    home: Household
    person: Person


async def helpers(work: Work, person: Person) -> list[Helper]:
    """Who acts for the households in which the person lives."""
    known = await households.of_person(work.tx, person.id)
    homes_of_own = [home for bond, home in known if not bond.is_help]
    return [one for home in homes_of_own for one in await helpers_of(work, person, home)]


async def helpers_of(work: Work, person: Person, home: Household) -> list[Helper]:
    """Who else acts for a household, for those who may end that; others see nobody."""
    bonds = await households.bonds_with(work.tx, home.id)
    own = next((one for one in bonds if one.person == person.id), None)
    found = []
    for bond in bonds:
        helper = await people.get(work.tx, bond.person)
        others = bond.is_help and bond.person != person.id
        if helper and others and access.may_end_help(person, home, bond, own):
            found.append(Helper(home=home, person=helper))
    return found


async def take_back(work: Work, person: Person, household: int, helper: int) -> Household:
    """A household takes its consent back: from now on nothing is asked or opened for it there.

    What was sent stays with its office. Answers reach the household by another way.
    """
    bonds = await households.bonds_with(work.tx, household)
    bond = next((one for one in bonds if one.person == helper), None)
    home = await households.get(work.tx, household)
    if bond is None or home is None or not bond.is_help:
        raise Refused("home-closed")
    own = next((one for one in bonds if one.person == person.id), None)
    if not access.may_end_help(person, home, bond, own):
        raise Refused("home-closed")
    await end(work, bond, by=person.id)
    if helper != person.id:
        who = await people.get(work.tx, helper)
        if who:
            await work.tell(who, "home-ended", who=acting.called(work, who.language, home))
    return home


async def end(work: Work, bond: Bond, *, by: int) -> None:
    """Somebody no longer acts for a household, whoever said so."""
    await households.unbind(work.tx, bond, work.now)
    await drafts.forget_for(work.tx, bond.household, bond.person)
    await reach.leave(work, bond.person, bond.household)
    if await homes.speaker(work, bond.household) is None:
        await seats.to_paper(work.tx, bond.household)
    helper = await people.get(work.tx, bond.person)
    if helper:
        await readings.close_cards(work, bond.household, helper)
    await audit.note(
        work.tx,
        work.now,
        by,
        "home_took_back",
        f"household:{bond.household}",
        f"person:{bond.person}",
    )


def place(work: Work, home: Household) -> str:
    """Where a household lives, as people say it."""
    return hamlets.place(work, home)
