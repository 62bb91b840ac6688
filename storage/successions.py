"""What is still open at offices and in wards that have ended."""

from bot.domain.agencies import Queue
from storage.database import Tx


async def of_queue(tx: Tx, queue: Queue, most: int) -> list[int]:
    """Some open questions of a queue."""
    return [row["id"] for row in await tx.all("succession_of_queue", queue=str(queue), most=most)]


async def of_ward(tx: Tx, ward: str, most: int) -> list[int]:
    """Some open questions of a ward, whoever has them."""
    return [row["id"] for row in await tx.all("succession_of_ward", ward=ward, most=most)]


async def hand_on_promises(tx: Tx, before: Queue, after: Queue, most: int) -> int:
    """Some of what an office promised and has not done is another one's now; returns how many."""
    return await tx.run("succession_promises", before=str(before), after=str(after), most=most)


async def hand_on_promised(tx: Tx, before: str, after: str, most: int) -> int:
    """Some of what was promised to a ward was promised to another one; returns how many."""
    return await tx.run("succession_promised", before=before, after=after, most=most)
