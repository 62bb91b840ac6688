"""People who wait for the answer to a question that somebody else asked."""

from datetime import datetime

from storage.database import Tx, to_ms


async def add(tx: Tx, question_id: int, person: int, now: datetime) -> None:
    """This person hears the answer too."""
    await tx.run("follower_add", question=question_id, person=person, now=to_ms(now))


async def drop(tx: Tx, question_id: int, person: int) -> None:
    """This person no longer waits for it."""
    await tx.run("follower_drop", question=question_id, person=person)


async def of_question(tx: Tx, question_id: int) -> tuple[int, ...]:
    """Everybody who waits for it."""
    return tuple(row["person"] for row in await tx.all("followers_of", question=question_id))


async def page(tx: Tx, question_id: int, *, after: int, most: int) -> list[int]:
    """Some of them, by their ids; ``after`` ended the page before."""
    rows = await tx.all("followers_after", question=question_id, after=after, most=most)
    return [row["person"] for row in rows]


async def forget_person(tx: Tx, person: int) -> None:
    """This person waits for nothing any more."""
    await tx.run("followers_forget", person=person)
