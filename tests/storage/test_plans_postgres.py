"""No statement reads a whole table on PostgreSQL either: each is explained."""

import asyncio
import json
from collections.abc import Iterator
from typing import Any

import asyncpg
import pytest

from bench.archive import Archive
from storage.statements import Statement, statements
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import Server
from tests.storage.plans_known import EVERYTHING, OPEN_ROWS, WHOLE_TABLE
from tests.storage.test_plans import EVERY

#: The planner may take other ways than by index where a table is small: here it may not.
_BY_INDEX = (
    *("enable_seqscan=off", "enable_bitmapscan=off", "enable_hashjoin=off"),
    *("enable_mergejoin=off", "plan_cache_mode=force_generic_plan"),
)


@pytest.fixture(scope="module")
def explained(server: Server) -> Iterator[dict[str, Any]]:
    """The plan of every statement, over some thousand questions with all that belongs to them."""
    name = server.make()
    yield asyncio.run(_explained(server.url(name)))
    server.drop(name)


async def _explained(url: str) -> dict[str, Any]:
    connection: Any = await asyncpg.connect(url)
    now = int(ManualClock().now().timestamp() * 1000)
    for statement, values in Archive(10_000, now).steps():
        await connection.execute(statement.postgres, *values)
    await connection.execute("ANALYZE")
    for setting in _BY_INDEX:
        await connection.execute(f"SET {setting}")
    found = {name: await _plan(connection, one) for name, one in statements().items()}
    await connection.close()
    return found


async def _plan(connection: Any, statement: Statement) -> Any:
    nothing = ", ".join(["NULL"] * len(statement.parameters))
    await connection.execute(f"PREPARE one AS {statement.postgres}")
    told = await connection.fetchval(
        f"EXPLAIN (FORMAT JSON) EXECUTE one {f'({nothing})' if nothing else ''}"
    )
    await connection.execute("DEALLOCATE one")
    return json.loads(told)[0].get("Plan", {})


def _read_through(plan: Any, *, stops: bool = False) -> Iterator[str]:
    """What is read from one end to the other; a LIMIT right above stops it after some rows."""
    kind = plan.get("Node Type", "")
    if kind == "Seq Scan":
        yield f"all of {plan['Relation Name']}"
    if kind in ("Index Scan", "Index Only Scan") and "Index Cond" not in plan and not stops:
        yield plan["Index Name"]
    for place, one in enumerate(plan.get("Plans", ())):
        goes_on = stops and kind in ("LockRows", "Subquery Scan", "Result", "Nested Loop")
        yield from _read_through(one, stops=kind == "Limit" or (goes_on and place == 0))


@pytest.mark.postgres
@EVERY
def test_a_statement_reads_no_whole_table_on_postgres_either(
    explained: dict[str, Any], name: str
) -> None:
    through = [one for one in _read_through(explained[name]) if one not in OPEN_ROWS]

    assert not through or name in {**WHOLE_TABLE, **EVERYTHING}, explained[name]
