"""What askers say of their answers: whether it helped."""

from datetime import datetime

from storage.database import Tx, to_ms


async def add(tx: Tx, question_id: int, person: int, *, helpful: bool, now: datetime) -> None:
    """Keep what somebody said; who says something twice is kept twice."""
    await tx.run(
        "feedback_add", question=question_id, person=person, helpful=int(helpful), at=to_ms(now)
    )
