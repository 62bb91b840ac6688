"""The seats that households have in sessions."""

from datetime import datetime

from bot.domain.seats import Listed, Seat, State
from storage.database import Row, Tx, to_ms


async def enlist(tx: Tx, seat: Seat, now: datetime) -> int | None:
    """Put a household on a session's list; None if it is there already."""
    made = await tx.value(
        "seat_enlist",
        session=seat.session,
        household=seat.household,
        seat_group=seat.group,
        ward=seat.ward,
        state=seat.state.value,
        listed=seat.listed.value,
        position=seat.position,
        now=to_ms(now),
    )
    return int(made) if made is not None else None


async def of(tx: Tx, session: int, household: int) -> Seat | None:
    row = await tx.one("seat_of", session=session, household=household)
    return _seat(row) if row else None


def _seat(row: Row) -> Seat:
    return Seat(
        id=row["id"],
        session=row["session"],
        household=row["household"],
        group=row["seat_group"],
        ward=row["ward"],
        state=State(row["state"]),
        listed=Listed(row["listed"]),
        position=row["position"],
        rank=row["rank"],
        guest=row["guest"],
    )
