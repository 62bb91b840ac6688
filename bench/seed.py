"""A database with many people in it, made through the product's own storage."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from bench.peer import FIRST_CHAT, WORDS
from bench.rig import Bench, database
from bot.domain.messages import Outgoing
from storage import addresses, broadcasts, people, schema
from storage.broadcasts import Circle, To
from storage.sqlite import Sqlite

WARD = "p7"


async def place_with(bench: Bench, many: int) -> Path:
    """A new folder whose database has ``many`` subscribers. Made once, then copied."""
    model = bench.folder / f"subscribers-{many}.db"
    if not model.exists():
        bench.tell(f"{many:,} people who follow a ward")
        await subscribers(model, many)
    place = bench.place()
    shutil.copyfile(model, database(place))
    return place


async def subscribers(path: Path, many: int) -> None:
    """``many`` people who follow a ward's answers, and an open broadcast to all of them."""
    await schema.ensure_sqlite(path)
    opened = await Sqlite.open(path)
    now = datetime.now(UTC)
    try:
        async with opened.transaction() as tx:
            for number in range(many):
                person = await people.make(tx, "vi", now)
                await people.consent(tx, person.id, 1, now)
                await addresses.put(tx, f"telegram:{FIRST_CHAT + number}", now, person=person.id)
                await broadcasts.subscribe(tx, person.id, WARD, now)
            await broadcasts.make(
                tx, Circle(to=To.FOLLOWERS, ward=WARD), texts={"vi": Outgoing(text=WORDS)}, now=now
            )
    finally:
        await opened.close()
