"""People, their roles, and the one gate to what is private about them."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.people import Grant, Person, Role
from bot.domain.values import dataclass
from storage import audit
from storage.database import Row, Tx, maybe_from_ms, maybe_ms, to_ms
from storage.json import keys

#: Names that are looked at at once: those of a page's askers, and of the households they speak for.
_NAMES = 10_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What is private: read only through ``facts``, which keeps a record of each reading."""

    phone: str = ""
    ethnicity: str = ""


async def make(tx: Tx, language: str, now: datetime) -> Person:
    """A new person of whom we know nothing but the language."""
    person_id = int(await tx.value("person_make", language=language, now=to_ms(now)))
    return Person(id=person_id, language=language)


async def get(tx: Tx, person_id: int) -> Person | None:
    """The person with the roles held now; None if unknown or erased."""
    row = await tx.one("person_get", id=person_id)
    return await _with_roles(tx, row) if row else None


async def of_address(tx: Tx, address: str) -> Person | None:
    """Who writes from this address; None if nobody has yet."""
    row = await tx.one("person_of_address", address=address)
    return await _with_roles(tx, row) if row else None


async def save(tx: Tx, person: Person) -> None:
    """Keep name, language, place and whether the person wants to hear from us."""
    await tx.run(
        "person_save",
        id=person.id,
        name=person.name,
        language=person.language,
        ward=person.ward,
        hamlet=person.hamlet,
        muted_at=maybe_ms(person.muted_at),
    )


async def consent(tx: Tx, person_id: int, version: int, at: datetime | None) -> None:
    """Record that the person agreed, or (``at=None``) took that back."""
    await tx.run("person_consent", id=person_id, version=version, at=maybe_ms(at))


async def erase(tx: Tx, person_id: int, now: datetime) -> None:
    """Drop who the person is, what is private about them, and their roles."""
    await tx.run("facts_erase", person=person_id)
    await tx.run("roles_end_all", person=person_id, now=to_ms(now))
    await tx.run("person_erase", id=person_id, now=to_ms(now))


async def give_role(tx: Tx, person_id: int, grant: Grant, by: int | None, now: datetime) -> None:
    await tx.run(
        "role_give",
        person=person_id,
        role=grant.role.value,
        scope=grant.scope,
        by=by,
        now=to_ms(now),
    )


async def end_role(tx: Tx, person_id: int, grant: Grant, now: datetime) -> bool:
    """Take a role away; False if it was not held."""
    return bool(
        await tx.run(
            "role_end",
            person=person_id,
            role=grant.role.value,
            scope=grant.scope,
            now=to_ms(now),
        )
    )


async def holding(tx: Tx, role: Role, scope: str) -> list[Person]:
    """Who holds a role over exactly this scope, longest first."""
    rows = await tx.all("role_holders", role=role.value, scope=scope)
    return [await _with_roles(tx, row) for row in rows]


async def after(tx: Tx, last: int, most: int) -> tuple[int, int]:
    """Where the next ``most`` people behind person ``last`` end, and how many they are."""
    row = await tx.one("people_after", after=last, most=most)
    assert row is not None
    return row["last"] or last, row["many"]


async def settled(
    tx: Tx, before: datetime, *, after: int = 0, upto: int = 2**62, most: int = 20
) -> list[Person]:
    """People of whom nothing has been open, and nothing heard, since ``before``, by id."""
    rows = await tx.all("people_settled", before=to_ms(before), after=after, upto=upto, most=most)
    return [await _with_roles(tx, row) for row in rows]


async def called(tx: Tx, persons: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The names by which these people may be known: their own, and their households'."""
    rows = await tx.all("people_called", people=keys(persons), most=_NAMES) if persons else []
    found: dict[int, tuple[str, ...]] = {}
    for row in rows:
        found[row["person"]] = (*found.get(row["person"], ()), row["name"])
    return found


async def facts(tx: Tx, person_id: int, *, reader: int | None, why: str, now: datetime) -> Facts:
    """The one gate to a person's phone and ethnicity; the reading is recorded."""
    if reader != person_id:
        await audit.note(tx, now, reader, "read_private", f"person:{person_id}", why)
    row = await tx.one("facts_get", person=person_id)
    if row is None:
        return Facts()
    return Facts(phone=row["phone"], ethnicity=row["ethnicity"])


async def keep_phone(tx: Tx, person_id: int, phone: str, now: datetime) -> None:
    """Keep the number that the person told us; an empty one changes nothing."""
    await tx.run("facts_put", person=person_id, phone=phone, now=to_ms(now))


async def _with_roles(tx: Tx, row: Row) -> Person:
    roles = await tx.all("roles_of_person", person=row["id"]) if row["roles"] else []
    return Person(
        id=row["id"],
        name=row["name"],
        language=row["language"],
        ward=row["ward"],
        hamlet=row["hamlet"],
        consented_at=maybe_from_ms(row["consented_at"]),
        muted_at=maybe_from_ms(row["muted_at"]),
        grants=frozenset(Grant(Role(one["role"]), one["scope"]) for one in roles),
    )
