"""What is on its way to which household, and what has reached it. No words stand here."""

from collections.abc import Iterable
from datetime import datetime

from bot.domain.reach import Reach, State
from storage.database import Row, Tx, from_ms, maybe_from_ms, maybe_ms, to_ms
from storage.portions import in_portions

#: How much is looked at in one transaction.
PORTION = 50

#: How much an organiser's list holds; once that is read out, there is room for the rest.
MOST_UNLED = 100


async def put(
    tx: Tx,
    *,
    household: int,
    reader: int,
    subject: str,
    state: State,
    now: datetime,
    due: datetime | None,
) -> int:
    """Something is to reach a household through this reader; told again if it waits already."""
    return int(
        await tx.value(
            "reach_put",
            household=household,
            reader=reader,
            subject=subject,
            state=state.value,
            now=to_ms(now),
            due=maybe_ms(due),
        )
    )


async def waiting(tx: Tx, reader: int, household: int, most: int) -> list[Reach]:
    """What this person has for this household and has not read out yet, oldest first."""
    rows = await tx.all("reach_waiting", reader=reader, household=household, most=most)
    return _all(rows)


async def of_reader(tx: Tx, reader: int, after: int = -1) -> list[Reach]:
    """A portion of what this person has not read out, for households after ``after``."""
    return _all(await tx.all("reach_of_reader", reader=reader, after=after, most=PORTION))


async def of_household(tx: Tx, household: int, after: int = 0) -> list[Reach]:
    """A portion of what has not reached this household, whoever is to read it out."""
    return _all(await tx.all("reach_of_household", household=household, after=after, most=PORTION))


async def unled(tx: Tx) -> list[Reach]:
    """What waits on a list in hamlets without a head, by household; the first ``MOST_UNLED``."""
    return _all(await tx.all("reach_unled", most=MOST_UNLED))


async def of_subject(tx: Tx, subject: str) -> list[Reach]:
    """Whom something reached, how and when; newest first, the last ``PORTION``."""
    return _all(await tx.all("reach_of_subject", subject=subject, most=PORTION))


async def settle(
    tx: Tx, one: Reach, state: State, *, by: int | None, now: datetime, what: str = ""
) -> bool:
    """It was read out, or is gone; False if that was settled before."""
    return bool(
        await tx.run("reach_settle", id=one.id, state=state.value, what=what, by=by, now=to_ms(now))
    )


async def again(tx: Tx, one: Reach, due: datetime) -> None:
    """Nobody was met: look at it again then."""
    await tx.run("reach_again", id=one.id, due=to_ms(due))


async def due(tx: Tx, now: datetime) -> list[Reach]:
    """A portion of what somebody should be reminded of, or go and read out."""
    return _all(await tx.all("reach_due", now=to_ms(now), most=PORTION))


async def remind(tx: Tx, one: Reach, now: datetime, due: datetime) -> bool:
    """Its reader is reminded; False if that was done before, or nobody reads it out."""
    return bool(await tx.run("reach_remind", id=one.id, now=to_ms(now), due=to_ms(due)))


async def to_list(tx: Tx, one: Reach, now: datetime) -> bool:
    """It goes onto a short list; False if somebody else put it there."""
    return bool(await tx.run("reach_list", id=one.id, now=to_ms(now)))


async def move(tx: Tx, before: int, after: int) -> None:
    """One household turned out to be another: what waits for it goes there."""
    await in_portions(tx, "reach_move", before=before, after=after)


def _all(rows: Iterable[Row]) -> list[Reach]:
    return [_reach(row) for row in rows]


def _reach(row: Row) -> Reach:
    return Reach(
        id=row["id"],
        household=row["household"],
        reader=row["reader"],
        subject=row["subject"],
        state=State(row["state"]),
        told_at=from_ms(row["told_at"]),
        due_at=maybe_from_ms(row["due_at"]),
        reminded=bool(row["reminded"]),
        what=row["what"],
        settled_at=maybe_from_ms(row["settled_at"]),
        settled_by=row["settled_by"],
    )
