"""Households, who belongs to them or acts for them, and the one gate to what is private."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from bot.domain.households import (
    Bond,
    Consent,
    Household,
    HouseholdFacts,
    Relation,
    Sex,
    Source,
)
from bot.domain.seats import State
from bot.domain.values import dataclass
from storage import audit
from storage.database import Row, Tx, from_ms, to_ms
from storage.json import dump, keys
from storage.portions import PORTION

#: More of one name in a ward than a person would want to be asked about.
_NAMESAKES = 3


@dataclass(frozen=True, slots=True)
class Stand:
    """Where a household stands with a session, and since when."""

    session: int  #: number
    state: State
    since: datetime
    by_guest: bool  #: whether somebody else was to come in its place


async def make(tx: Tx, household: Household, facts: HouseholdFacts, now: datetime) -> Household:
    """A household that was not known before; returns it with its id."""
    household_id = int(
        await tx.value(
            "household_make",
            name=household.name,
            ward=household.ward,
            hamlet=household.hamlet,
            source=household.source.value,
            now=to_ms(now),
        )
    )
    await keep_facts(tx, household_id, facts, now)
    return replace(household, id=household_id)


async def save(tx: Tx, household: Household, now: datetime) -> None:
    """Keep another name or place of a household."""
    await tx.run(
        "household_save",
        id=household.id,
        name=household.name,
        ward=household.ward,
        hamlet=household.hamlet,
        now=to_ms(now),
    )


async def get(tx: Tx, household_id: int) -> Household | None:
    row = await tx.one("household_get", id=household_id)
    return _household(row) if row else None


async def listed_as(tx: Tx, ward: str, name: str) -> list[Household]:
    """The first few households of a ward's list that have this name."""
    rows = await tx.all("households_listed_as", ward=ward, name=name, most=_NAMESAKES)
    return [_household(row) for row in rows]


async def in_hamlet(tx: Tx, ward: str, hamlet: str) -> AsyncIterator[Household]:
    """The households of one khóm or ấp, a portion at a time."""
    after, full = 0, True
    while full:
        rows = await tx.all(
            "households_in_hamlet", ward=ward, hamlet=hamlet, after=after, most=PORTION
        )
        for row in rows:
            yield _household(row)
        full = len(rows) == PORTION
        after = rows[-1]["id"] if rows else after


async def with_phones(tx: Tx, phones: Sequence[str]) -> list[Household]:
    """The households that can be reached under one of these numbers; numbers are shared."""
    found = []
    for start in range(0, len(phones), PORTION):
        portion = dump(dict.fromkeys(phones[start : start + PORTION], 0))
        found += await tx.all("households_with_phones", phones=portion)
    return [_household(row) for row in found]


async def facts(
    tx: Tx, households: Sequence[int], *, reader: int | None, why: str, now: datetime
) -> Mapping[int, HouseholdFacts]:
    """The one gate to what is private about households; the reading is recorded, once for all.

    Households without any facts are left out.
    """
    subject = f"household:{households[0]}" if len(households) == 1 else "households"
    await audit.note(tx, now, reader, "read_private", subject, f"{why}: {len(households)}")
    found = {}
    for start in range(0, len(households), PORTION):
        portion = keys(households[start : start + PORTION])
        for row in await tx.all("household_facts_get", households=portion):
            found[row["household"]] = _facts(row)
    return found


async def own_facts(tx: Tx, household_id: int) -> HouseholdFacts:
    """What is private about a household, for those who live there: no reading is recorded."""
    row = await tx.one("household_own_facts", household=household_id)
    return _facts(row) if row else HouseholdFacts()


async def erase(tx: Tx, household_id: int, now: datetime) -> None:
    """Drop who a household is, what is private about it, and everybody's bond to it."""
    await tx.run("household_erase_facts", household=household_id)
    await tx.run("household_erase_guests", household=household_id)
    await tx.run("household_erase_words", household=household_id)
    await tx.run("household_end_bonds", household=household_id, now=to_ms(now))
    await tx.run("household_erase", household=household_id, now=to_ms(now))


async def after(tx: Tx, household_id: int, most: int) -> tuple[int, int]:
    """The next so many households: the id of the last of them, and how many there are."""
    row = await tx.one("households_after", after=household_id, most=most)
    assert row is not None
    return row["last"] or 0, row["many"]


async def settled(tx: Tx, before: datetime, *, after: int, upto: int, most: int) -> list[Household]:
    """Of the households between two ids, those that nothing has concerned since ``before``."""
    rows = await tx.all(
        "households_settled", before=to_ms(before), after=after, upto=upto, most=most
    )
    return [_household(row) for row in rows]


async def stands(tx: Tx, household_id: int) -> list[Stand]:
    """Where a household stands with the sessions it has to do with."""
    rows = await tx.all("household_seats", household=household_id)
    return [
        Stand(row["session"], State(row["state"]), from_ms(row["changed_at"]), bool(row["guest"]))
        for row in rows
    ]


async def keep_facts(tx: Tx, household_id: int, facts: HouseholdFacts, now: datetime) -> None:
    """Keep what is private about a household; what is empty stays as it was."""
    await tx.run(
        "household_facts_put",
        household=household_id,
        phone=facts.phone,
        category=facts.category,
        ethnicity=facts.ethnicity,
        sex=facts.sex.value,
        birth_year=facts.birth_year,
        now=to_ms(now),
    )


async def bind(tx: Tx, bond: Bond, by: int | None, now: datetime) -> bool:
    """Let a person belong to a household or act for it; False if they do already."""
    made = await tx.value(
        "household_bind",
        household=bond.household,
        person=bond.person,
        relation=bond.relation.value,
        consent=bond.consent.value,
        agreed=bond.agreed,
        by=by,
        now=to_ms(now),
    )
    return made is not None


async def bonds_of(tx: Tx, person: int) -> list[Bond]:
    """The households a person belongs to or acts for, longest first."""
    return [_bond(row) for row in await tx.all("household_bonds_of_person", person=person)]


async def of_person(tx: Tx, person: int) -> list[tuple[Bond, Household]]:
    """The households a person belongs to or acts for, with what binds them, longest first."""
    rows = await tx.all("households_of_person", person=person)
    return [(_bond(row), _household(row)) for row in rows]


async def bonds_with(tx: Tx, household_id: int) -> list[Bond]:
    """The people who belong to a household or act for it, longest first."""
    rows = await tx.all("household_bonds_of_household", household=household_id)
    return [_bond(row) for row in rows]


async def unbind(tx: Tx, bond: Bond, now: datetime) -> bool:
    """End what a person is to a household; False if they were nothing to it."""
    ended = await tx.run(
        "household_unbind", household=bond.household, person=bond.person, now=to_ms(now)
    )
    return bool(ended)


def _household(row: Row) -> Household:
    return Household(
        id=row["id"],
        name=row["name"],
        ward=row["ward"],
        hamlet=row["hamlet"],
        source=Source(row["source"]),
    )


def _facts(row: Row) -> HouseholdFacts:
    return HouseholdFacts(
        phone=row["phone"],
        category=row["category"],
        ethnicity=row["ethnicity"],
        sex=Sex(row["sex"]),
        birth_year=row["birth_year"],
    )


def _bond(row: Row) -> Bond:
    return Bond(
        household=row["household"],
        person=row["person"],
        relation=Relation(row["relation"]),
        consent=Consent(row["consent"]),
        agreed=row["agreed"],
    )
