"""One-time codes that give a role. Only their hash is kept."""

import hashlib
from datetime import datetime

from bot.domain.people import Grant, Role
from bot.domain.values import dataclass
from storage.database import Tx, to_ms


@dataclass(frozen=True, slots=True)
class Invitation:
    """What a code gives, and who made it."""

    grant: Grant
    made_by: int | None
    used_by: int | None = None
    is_ended: bool = False  #: before anybody used it, with the role of whoever made it


async def make(
    tx: Tx, code: str, grant: Grant, *, by: int | None, now: datetime, expires_at: datetime
) -> None:
    await tx.run(
        "invitation_make",
        code_hash=_hash(code),
        role=grant.role.value,
        scope=grant.scope,
        by=by,
        now=to_ms(now),
        expires_at=to_ms(expires_at),
    )


async def use(tx: Tx, code: str, person_id: int, now: datetime) -> Invitation | None:
    """Use a code up; None if it is unknown, used or expired."""
    row = await tx.one("invitation_use", code_hash=_hash(code), person=person_id, now=to_ms(now))
    return Invitation(Grant(Role(row["role"]), row["scope"]), row["made_by"]) if row else None


async def find(tx: Tx, code: str) -> Invitation | None:
    """What a code gives or gave, whether it is still good or not."""
    row = await tx.one("invitation_get", code_hash=_hash(code))
    if row is None:
        return None
    is_ended = row["used_at"] is not None and row["used_by"] is None
    grant = Grant(Role(row["role"]), row["scope"])
    return Invitation(grant, row["made_by"], row["used_by"], is_ended)


async def unused_of(tx: Tx, person_id: int) -> list[tuple[int, Grant]]:
    """The codes that somebody made and nobody has used: (id, what it gives)."""
    rows = await tx.all("invitations_unused_of", by=person_id)
    return [(row["id"], Grant(Role(row["role"]), row["scope"])) for row in rows]


async def end(tx: Tx, invitation_id: int, now: datetime) -> None:
    """A code is good for nobody from now on; one that was used stays used."""
    await tx.run("invitation_end", id=invitation_id, now=to_ms(now))


def _hash(code: str) -> str:
    return hashlib.sha256(code.strip().encode()).hexdigest()
