"""How long a turn waits for a SQLite file that others write to: python -m bench.waits FILE SECONDS.

The last line is what was found, as JSON: milliseconds, and how many turns there were.
"""

import asyncio
import json
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

from bench.figures import percentile
from bot.domain.messages import Address, Inbound
from storage import inbox
from storage.sqlite import Sqlite


async def waits(path: Path, seconds: float) -> list[float]:
    """Seconds until each turn had the file; each stores a message, one after the other.

    Raises Unavailable where one never had it.
    """
    database = await Sqlite.open(path)
    found: list[float] = []
    until = time.perf_counter() + seconds
    try:
        while (asked := time.perf_counter()) < until:
            now, chat = datetime.now(UTC), str(len(found))
            message = Inbound(
                address=Address("telegram", chat), id=chat, sender=chat, at=now, text="Dạ"
            )
            async with database.transaction() as tx:
                found.append(time.perf_counter() - asked)
                await inbox.store(tx, [message], now)
    finally:
        await database.close()
    return found


if __name__ == "__main__":
    took = [1000 * one for one in asyncio.run(waits(Path(sys.argv[1]), float(sys.argv[2])))]
    shares = {"p50": percentile(took, 0.5), "p99": percentile(took, 0.99)}
    print(json.dumps({**shares, "most": max(took), "turns": len(took)}))
