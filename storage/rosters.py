"""What a ward's list is held against before it goes in, and what it may still change."""

from collections.abc import Sequence
from datetime import datetime

from bot.domain.seats import Seat
from storage import seats
from storage.database import Tx, to_ms
from storage.json import keys
from storage.portions import PORTION


async def seats_of(tx: Tx, session: int, households: Sequence[int]) -> dict[int, Seat]:
    """The seats that households have in a session, by household."""
    found = {}
    for start in range(0, len(households), PORTION):
        portion = keys(households[start : start + PORTION])
        for row in await tx.all("roster_seats", session=session, households=portion):
            found[row["household"]] = seats.read(row)
    return found


async def relist(tx: Tx, seat: Seat, now: datetime) -> bool:
    """Keep what a newer list says of a household; False once something was decided about it."""
    changed = await tx.run(
        "roster_relist",
        session=seat.session,
        household=seat.household,
        seat_group=seat.group,
        ward=seat.ward,
        listed=seat.listed.value,
        now=to_ms(now),
    )
    return bool(changed)


async def lock(tx: Tx) -> None:
    """Until the commit no other list is compared with what is known: two would add a row twice."""
    await tx.value("roster_lock", lock="roster")
