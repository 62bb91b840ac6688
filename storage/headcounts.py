"""What papers count of households that are erased: how many, and nobody of them."""

from collections import Counter
from datetime import datetime

from storage.database import Tx, to_ms

_DAY = 86_400_000

#: Rows that are read at once: categories a day.
_MOST = 1_000


async def add(tx: Tx, session: int, what: str, at: datetime) -> None:
    """One more; ``at`` is when it came about, of which the day is kept."""
    await tx.run("headcount_add", session=session, what=what, day=to_ms(at) // _DAY * _DAY)


async def of(tx: Tx, session: int, since: datetime) -> Counter[str]:
    """What came about after ``since``, as far as days tell."""
    after = to_ms(since) - _DAY
    rows = await tx.all("headcounts_of", session=session, since=after, most=_MOST)
    found: Counter[str] = Counter()
    for row in rows:
        found[row["what"]] += row["many"]
    return found
