"""Roles as they were given: who holds what, since when."""

from bot.domain.counts import COUNTED
from bot.domain.people import Grant, Held, Role
from storage.database import Row, Tx, from_ms, maybe_from_ms


async def held(tx: Tx, role: Role) -> list[Held]:
    """Who holds a role now, by scope; no more than ``COUNTED``."""
    rows = await tx.all("roles_held", role=role.value, most=COUNTED)
    return [_held(row) for row in rows]


async def get(tx: Tx, role_id: int) -> Held | None:
    """A role by its number, held or ended; None if there is none."""
    row = await tx.one("role_get", id=role_id)
    return _held(row) if row else None


def _held(row: Row) -> Held:
    return Held(
        id=row["id"],
        person=row["person"],
        name=row["name"],
        grant=Grant(Role(row["role"]), row["scope"]),
        since=from_ms(row["since"]),
        until=maybe_from_ms(row["until"]),
    )
