"""Who did what, beside questions' moves: private facts read, roles given, settings changed."""

from datetime import datetime

from bot.domain.values import dataclass
from storage.database import Tx, from_ms, to_ms
from storage.portions import PORTION


@dataclass(frozen=True, slots=True)
class Note:
    """One line of the record."""

    at: datetime
    actor: int | None  #: person id; None: the program itself
    action: str
    detail: str


async def note(
    tx: Tx, now: datetime, actor: int | None, action: str, subject: str, detail: str = ""
) -> None:
    """Add a line; ``detail`` holds ids and words of ours, never a resident's."""
    await tx.run(
        "audit_note", at=to_ms(now), actor=actor, action=action, subject=subject, detail=detail
    )


async def of(tx: Tx, subject: str) -> list[Note]:
    return [
        Note(from_ms(row["at"]), row["actor"], row["action"], row["detail"])
        for row in await tx.all("audit_of", subject=subject)
    ]


async def forget(tx: Tx, before: datetime) -> int:
    """Drop a portion of the lines that have been kept long enough; returns how many."""
    return await tx.run("audit_forget", before=to_ms(before), most=PORTION)
