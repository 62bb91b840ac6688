"""R13: how long a turn waits for the SQLite file while four other programs write and one reads."""

import asyncio
import sqlite3
import statistics
import sys
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager, closing
from pathlib import Path

from bench.figures import Figure, spread
from bench.rig import Bench, Failed, database, told
from storage import schema
from storage.sqlite import Sqlite

WRITERS = 4

_OPENS = """
import sqlite3, sys, time
file = sqlite3.connect(sys.argv[1], timeout=60, isolation_level=None)
"""
_WRITES = """
print("here", flush=True)
while True:
    file.execute("BEGIN IMMEDIATE")
    file.execute("INSERT INTO other_programs VALUES (1)")
    file.execute("COMMIT")
    time.sleep(0.002)
"""
_READS = """
file.execute("BEGIN")
file.execute("SELECT * FROM inbox").fetchall()
print("here", flush=True)
time.sleep(600)
"""


async def measure(bench: Bench) -> list[Figure]:
    found = []
    for turn in range(bench.sizes.rounds):
        bench.tell(f"beside {WRITERS} writers, round {turn + 1}")
        found.append(await _beside_others(bench))
    return [
        Figure(
            name="locked_wait_p99",
            title=f"wait for SQLite's file beside {WRITERS} writers and a reader, p99",
            value=statistics.median(one["p99"] for one in found),
            unit="ms",
            better="lower",
            goal=100,
            least=1_000,
            against=f"p50 {spread([one['p50'] for one in found])} ms, "
            f"at most {spread([one['most'] for one in found])} ms, "
            f"{spread([one['turns'] for one in found])} turns",
        )
    ]


async def _beside_others(bench: Bench) -> dict[str, float]:
    """In a file of its own. A turn that never gets the file ends the run."""
    place = bench.place()
    path = database(place)
    await schema.ensure_sqlite(path)
    await (await Sqlite.open(path)).close()  # from its first start on, readers lock nobody out
    with closing(sqlite3.connect(path)) as file:
        file.execute("CREATE TABLE other_programs (written INTEGER)")
    async with AsyncExitStack() as others:
        for does in (_READS, *[_WRITES] * WRITERS):
            await others.enter_async_context(_other_program(does, path))
        seconds = str(bench.sizes.store_window)
        found = await told("bench.waits", str(path), seconds, place=place)
    with closing(sqlite3.connect(path)) as file:
        [(written,)] = file.execute("SELECT COUNT(*) FROM other_programs")
    if written <= WRITERS:
        raise Failed("nobody else wrote: nothing was waited for")
    return found


@asynccontextmanager
async def _other_program(does: str, path: Path) -> AsyncIterator[None]:
    """Another process at the file, from when it has begun until the block is left."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _OPENS + does, str(path), stdout=asyncio.subprocess.PIPE
    )
    try:
        assert process.stdout
        await process.stdout.readline()
        yield
    finally:
        process.kill()
        await process.wait()
