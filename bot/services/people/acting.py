"""Acting for a household: who may, and where it then lives. Consent is looked at each time."""

from dataclasses import replace

from bot.domain import access
from bot.domain.errors import Refused
from bot.domain.households import Bond, Household
from bot.domain.people import Person
from bot.domain.questions import Move, Question
from bot.work import Work
from storage import history, households, people

#: What the history says of a question that somebody asked for a household, before the relation.
_BY_PROXY = "proxy:"


async def bonds(work: Work, person: Person) -> dict[int, Bond]:
    """What the person is to which household, while consent stands."""
    return {one.household: one for one in await households.bonds_of(work.tx, person.id)}


async def home(work: Work, person: Person, household: int) -> Household:
    """The household for which the person is about to act. Raises Refused where they may not."""
    access.must_act_for(person, household, await bonds(work, person))
    return await _known(work, household)


async def home_to_hear(work: Work, person: Person, household: int) -> Household:
    """The household whose news the person is about to open. Raises Refused where they may not."""
    access.must_hear_for(household, await bonds(work, person))
    return await _known(work, household)


async def _known(work: Work, household: int) -> Household:
    found = await households.get(work.tx, household)
    if found is None:
        raise Refused("home-closed")
    return found


async def standing_in(work: Work, person: Person, household: int) -> Person:
    """The person with the ward of the household they ask for. Never to be saved.

    For 0, themselves.
    """
    if not household:
        return person
    found = await home(work, person, household)
    return replace(person, ward=found.ward, hamlet=found.hamlet)


def called(work: Work, language: str, home: Household) -> str:
    """A household as neighbours speak of it: *bà Thạch Thị Lan*, *nhà Sơn Văn Bảy*.

    *Thị* in a name is a woman's; nothing that is kept as private is looked at.
    """
    woman = "yes" if "Thị" in home.name.split() else "no"
    return work.say(language, "home-called", name=home.name, woman=woman)


async def called_id(work: Work, language: str, household: int) -> str:
    """The same by id; empty for 0, and for a household that no longer exists."""
    found = await households.get(work.tx, household) if household else None
    return called(work, language, found) if found else ""


async def how_asked(work: Work, person: Person, household: int) -> str:
    """How the asker is related to the household, for the record; empty for their own question."""
    found = (await bonds(work, person)).get(household)
    return f"{_BY_PROXY}{found.relation.value}" if found and found.is_help else ""


async def asked_by(work: Work, question: Question, viewer: Person | None) -> tuple[str, str]:
    """Who asked it for a household, told to those who work on it: (relation, name) or ``none``."""
    if not question.household:
        return "none", "none"
    event = await history.last(work.tx, question.id, Move.ASK)
    if event is None or not event.detail.startswith(_BY_PROXY):
        return "none", "none"
    relation = event.detail.removeprefix(_BY_PROXY)
    proxy = await people.get(work.tx, question.asker)
    known = proxy is not None and access.may_know_by_name(viewer, proxy)
    return relation, (proxy.name or "none") if proxy and known else "none"
