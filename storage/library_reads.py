"""Who read a released answer instead of sending their question, and the words they kept back."""

from datetime import datetime

from bot.domain.people import Person
from storage import drafts
from storage.database import Tx, to_ms
from storage.drafts import Draft
from storage.portions import PORTION, in_portions


async def put(tx: Tx, person: Person, answer: int, kept: Draft | None, now: datetime) -> int:
    """An answer reached somebody; ``kept`` is the draft that they have not sent because of it."""
    return int(
        await tx.value(
            "read_put",
            person=person.id,
            answer=answer,
            ward=person.ward,
            hamlet=person.hamlet,
            address=kept.address if kept else "",
            payload=drafts.packed(kept) if kept else "",
            now=to_ms(now),
        )
    )


async def take(tx: Tx, read_id: int, person: int) -> Draft | None:
    """The words that were kept back, once; None if they were sent after all, or forgotten."""
    row = await tx.one("read_get", id=read_id, person=person)
    if row is None or not await tx.run("read_take", id=read_id, person=person):
        return None
    return drafts.unpacked(row)


async def forget_words(tx: Tx, before: datetime) -> int:
    """Drop a portion of the words that were kept back before a moment; returns how many."""
    return await tx.run("reads_forget_words", before=to_ms(before), most=PORTION)


async def forget(tx: Tx, person: int) -> None:
    """Somebody is erased: that an answer was read stays, with nobody behind it."""
    await in_portions(tx, "reads_forget", person=person)
