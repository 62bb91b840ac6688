"""A database with many people in it, made through the product's own storage."""

from datetime import UTC, datetime
from pathlib import Path

from bench.peer import FIRST_CHAT, WORDS
from bot.domain.messages import Outgoing
from storage import addresses, broadcasts, people, schema
from storage.sqlite import Sqlite

WARD = "p7"


async def subscribers(path: Path, many: int) -> None:
    """``many`` people who follow a ward's answers, and an open broadcast to all of them."""
    await schema.ensure_sqlite(path)
    database = await Sqlite.open(path)
    now = datetime.now(UTC)
    try:
        async with database.transaction() as tx:
            for number in range(many):
                person = await people.make(tx, "vi", now)
                await people.consent(tx, person.id, 1, now)
                await addresses.put(tx, f"telegram:{FIRST_CHAT + number}", now, person=person.id)
                await broadcasts.subscribe(tx, person.id, WARD, now)
            await broadcasts.make(tx, ward=WARD, texts={"vi": Outgoing(text=WORDS)}, now=now)
    finally:
        await database.close()
