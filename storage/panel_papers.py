"""Which papers of a session were put on their way to its panel, so that each goes once."""

from datetime import date, datetime

from bot.domain.panel import Round
from storage.database import Tx, to_ms


async def put(tx: Tx, session: int, queue: str, turn: Round, day: date, now: datetime) -> bool:
    """Take a paper to be sent: of a session on this day, to this queue; False if it was.

    An empty queue means the running order. A session moved to another day gets its papers again.
    """
    taken = await tx.run(
        "panel_paper_put",
        session=session,
        queue=queue,
        round=turn.value,
        day=day.toordinal(),
        now=to_ms(now),
    )
    return bool(taken)
