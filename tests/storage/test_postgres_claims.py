"""Two programs claim what is to be sent: what the row lock and the look at earlier rows are for."""

import asyncio

import asyncpg
import pytest

from storage import broadcasts, outbox
from storage.broadcasts import Copy
from storage.database import Database
from storage.json import keys
from storage.outbox import Kind
from storage.postgres import Postgres
from storage.statements import statements
from tests.doubles.clock import ManualClock


async def _say(database: Database, clock: ManualClock, *chats: str) -> list[int]:
    async with database.transaction() as tx:
        return [
            await outbox.put(
                tx, address=f"line:{chat}", kind=Kind.SEND, payload="words", now=clock.now()
            )
            for chat in chats
        ]


async def _claims_of_two(url: str, clock: ManualClock, sql: str) -> list[list[int]]:
    """What two programs get that claim two rows each while neither has committed yet."""
    values = {"channel": "line", "now": int(clock.now().timestamp() * 1000), "batch": 2}
    given = statements()["outbox_claim"].bind(values | {"lowest": 2})
    first, second = await asyncpg.connect(url), await asyncpg.connect(url)
    begun = first.transaction()
    await begun.start()
    one = [row["id"] for row in await first.fetch(sql, *given)]
    waiting = asyncio.create_task(second.fetch(sql, *given))
    await asyncio.wait((waiting,), timeout=0.3)
    await begun.commit()
    other = [row["id"] for row in await waiting]
    await first.close()
    await second.close()
    return [sorted(one), sorted(other)]


async def test_two_programs_claim_different_rows_at_the_same_time(
    database: Postgres, url: str, clock: ManualClock
) -> None:
    rows = await _say(database, clock, "a", "b", "c", "d")

    sql = statements()["outbox_claim"].postgres
    assert await _claims_of_two(url, clock, sql) == [rows[:2], rows[2:]]


async def test_without_the_row_lock_both_get_the_same_rows(
    database: Postgres, url: str, clock: ManualClock
) -> None:
    rows = await _say(database, clock, "a", "b", "c", "d")

    sql = statements()["outbox_claim"].postgres.replace("FOR UPDATE SKIP LOCKED", "")
    assert await _claims_of_two(url, clock, sql) == [rows[:2], rows[:2]]


async def test_a_second_program_gets_nothing_for_a_chat_that_the_first_writes_to(
    database: Postgres, url: str, clock: ManualClock
) -> None:
    first, *_ = await _say(database, clock, "a", "a", "a", "a")

    sql = statements()["outbox_claim"].postgres
    assert await _claims_of_two(url, clock, sql) == [[first], []]


async def test_without_looking_for_earlier_rows_one_chat_gets_several_at_once(
    database: Postgres, url: str, clock: ManualClock
) -> None:
    rows = await _say(database, clock, "a", "a", "a", "a")

    sql = statements()["outbox_claim"].postgres
    order = sql[sql.index("AND (o.state = 'sending' OR") : sql.index("ORDER BY")]
    assert await _claims_of_two(url, clock, sql.replace(order, "")) == [rows[:2], rows[2:]]


@pytest.mark.parametrize("name", ["outbox_claim", "outbox_sent"])
async def test_rows_are_found_by_their_key_whatever_the_server_expects(
    database: Postgres, url: str, clock: ManualClock, name: str
) -> None:
    """How many rows a ``LIMIT`` or a list of ours leaves, it can only guess."""
    async with database.transaction() as tx:
        receivers = [Copy(f"line:{number}", "vi") for number in range(10_000)]
        await broadcasts.put_copies(tx, 1, receivers, clock.now())
    now = int(clock.now().timestamp() * 1000)
    values = {"channel": "line", "lowest": 2, "batch": 100, "now": now, "try": 1, "ids": keys([1])}
    statement = statements()[name]
    given = [values[one] for one in statement.parameters]

    connection = await asyncpg.connect(url)
    await connection.execute("ANALYZE outbox")
    plan = [row[0] for row in await connection.fetch(f"EXPLAIN {statement.postgres}", *given)]
    await connection.close()

    assert not [step for step in plan if "Seq Scan on outbox" in step], plan
