"""Which message of ours is about what: kept while the question lives, so no reply goes astray."""

from datetime import datetime

from bot.domain.values import dataclass
from storage.database import Row, Tx, to_ms
from storage.portions import in_portions

CARD = "card"  #: shows how its subject stands, and changes in place
NOTE = "note"  #: says something once; a reply to it finds the subject


@dataclass(frozen=True, slots=True)
class Pair:
    """One message ↔ one subject (``question:12``, ``bulletin:3``)."""

    id: int
    address: str
    external_id: str  #: empty until the channel has named the message
    subject: str
    role: str
    live: bool

    @property
    def kind(self) -> str:
        return self.subject.partition(":")[0]

    @property
    def subject_id(self) -> int:
        return int(self.subject.partition(":")[2])


async def put(tx: Tx, address: str, subject: str, role: str, now: datetime) -> int:
    """Make a pair; a new card retires the one before it in the same chat."""
    if role == CARD:
        await tx.run("pairs_retire", subject=subject, address=address)
    return int(
        await tx.value("pair_put", address=address, subject=subject, role=role, now=to_ms(now))
    )


async def named(tx: Tx, pair_id: int, external_id: str) -> None:
    await tx.run("pair_named", id=pair_id, external_id=external_id)


async def get(tx: Tx, pair_id: int) -> Pair | None:
    row = await tx.one("pair_get", id=pair_id)
    return _pair(row) if row else None


async def drop(tx: Tx, pair_id: int) -> None:
    """Its message was taken back before it went out."""
    await tx.run("pair_drop", id=pair_id)


async def of_message(tx: Tx, address: str, external_id: str) -> Pair | None:
    """What the message is about; None if it is none of ours."""
    row = await tx.one("pair_of_message", address=address, external_id=external_id)
    return _pair(row) if row else None


async def live_cards(tx: Tx, subject: str) -> list[Pair]:
    """Every card that shows this subject, in any chat."""
    return [_pair(row) for row in await tx.all("pairs_live", subject=subject)]


async def move(tx: Tx, before: str, after: str) -> None:
    await in_portions(tx, "pairs_move", before=before, after=after)


async def forget(tx: Tx, address: str) -> None:
    await in_portions(tx, "pairs_forget", address=address)


def _pair(row: Row) -> Pair:
    return Pair(
        row["id"],
        row["address"],
        row["external_id"],
        row["subject"],
        row["role"],
        bool(row["live"]),
    )
