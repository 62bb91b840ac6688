"""One server, several programs: what SQLite gets from its single writer holds here too."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

import asyncpg
import pytest

from storage import holding, mailboxes, schema
from storage.database import Database, Tx, Unavailable
from storage.postgres import Postgres
from storage.statements import statements
from tests.conftest import connected
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import Server, ask


async def _write(tx: Tx, chat: str) -> None:
    """One event in a chat: the least that a turn can do."""
    await tx.value("mailbox_step", chat=chat)


async def _kept(database: Database, chat: str) -> int:
    async with database.reading() as tx:
        return await mailboxes.last_seq(tx, chat)


async def _turn(database: Database, *chats: str) -> None:
    async with database.transaction() as tx:
        for chat in chats:
            await _write(tx, chat)


async def _breaks(database: Database, afterwards: Callable[[], None]) -> None:
    async with database.transaction() as tx:
        await _write(tx, "lan")
        tx.after_commit(afterwards)
        raise ValueError("broken")


# --- statements and schema -----------------------------------------------------------------------


async def test_every_statement_can_be_prepared_and_speaks_of_texts_and_whole_numbers(
    database: Postgres, url: str
) -> None:
    connection = await asyncpg.connect(url)
    types = set()
    for statement in statements().values():
        prepared = await connection.prepare(statement.postgres)
        assert len(prepared.get_parameters()) == len(statement.parameters), statement.name
        types |= {one.name for one in prepared.get_parameters()}
        types |= {one.type.name for one in prepared.get_attributes()}
    await connection.close()

    assert types <= {"text", "int8", "bytea", "void"}, "no Decimal, no date, no bool comes back"


@pytest.mark.postgres
async def test_programs_that_start_at_once_migrate_once(server: Server) -> None:
    name = server.make(template="template1")

    await asyncio.gather(*(schema.ensure_postgres(server.url(name)) for _ in range(3)))

    assert await ask(server.url(name), "SELECT version_num FROM alembic_version") == [
        (schema.HEAD,)
    ]
    server.drop(name)


async def test_a_newer_schema_is_refused(database: Postgres, url: str) -> None:
    await ask(url, "UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(schema.NewerSchema, match="newer version"):
        await schema.ensure_postgres(url)


async def test_a_server_that_cannot_be_reached_is_named_without_its_password() -> None:
    url = "postgresql://lan:s3cret@127.0.0.1:1/langnghe"

    with pytest.raises(Unavailable, match=r"cannot reach the PostgreSQL of storage\.url") as broken:
        await Postgres.open(url)
    assert "s3cret" not in str(broken.value)
    with pytest.raises(Unavailable):
        await schema.ensure_postgres(url)


# --- one turn, all or nothing --------------------------------------------------------------------


@pytest.mark.postgres
@pytest.mark.parametrize("wanted", ["primary", "read-write"])
async def test_of_several_servers_the_one_is_taken_that_can_be_written_to(
    url: str, wanted: str
) -> None:
    several = url.replace("?host=", "?host=127.0.0.1,") + "&port=1,5432"
    several += f"&target_session_attrs={wanted}"
    await schema.ensure_postgres(several)
    database = await Postgres.open(several)
    await _turn(database, "lan")

    assert await _kept(database, "lan") == 1
    await database.close()


async def test_what_follows_a_commit_does_not_follow_a_failure(database: Postgres) -> None:
    rang: list[str] = []

    with pytest.raises(ValueError, match="broken"):
        await _breaks(database, lambda: rang.append("rang"))
    assert (await _kept(database, "lan"), rang) == (0, [])

    async with database.transaction() as tx:
        tx.after_commit(lambda: rang.append("rang"))
        assert rang == []
    assert rang == ["rang"]


async def test_a_part_of_a_turn_can_be_undone_alone(database: Postgres) -> None:
    rang: list[str] = []

    async def half_done(tx: Tx) -> None:
        async with tx.savepoint():
            await _write(tx, "undone")
            tx.after_commit(lambda: rang.append("undone"))
            await tx.run("follower_add", question=404, person=404, now=0)

    async with database.transaction() as tx:
        await _write(tx, "kept")
        tx.after_commit(lambda: rang.append("kept"))
        with pytest.raises(asyncpg.ForeignKeyViolationError):
            await half_done(tx)
        await _write(tx, "kept")

    assert (await _kept(database, "kept"), await _kept(database, "undone")) == (2, 0)
    assert rang == ["kept"]


@pytest.mark.parametrize("moment", range(0, 40, 5))
async def test_a_turn_cancelled_at_any_moment_is_whole_or_absent_and_harms_nobody(
    database: Postgres, moment: int
) -> None:
    rang: list[str] = []

    async def cancelled() -> None:
        async with database.transaction() as tx:
            await _write(tx, "lan")
            await _write(tx, "lan")
            tx.after_commit(lambda: rang.append("lan"))

    others = [asyncio.create_task(_turn(database, "others")) for _ in range(12)]
    turn = asyncio.create_task(cancelled())
    await asyncio.sleep(moment / 2000)
    turn.cancel()
    await asyncio.wait_for(asyncio.gather(turn, return_exceptions=True), 20)
    await asyncio.wait_for(asyncio.gather(*others), 20)

    assert await _kept(database, "others") == 12
    assert (await _kept(database, "lan"), rang) in ((0, []), (2, ["lan"]))


async def test_a_reader_cannot_write_and_sees_only_what_is_committed(database: Postgres) -> None:
    async with database.transaction() as tx:
        await _write(tx, "lan")
        assert await _kept(database, "lan") == 0
    async with database.reading() as tx:
        with pytest.raises(Unavailable, match="read-only"):
            await _write(tx, "lan")


async def test_a_wrong_statement_stays_a_programmers_mistake(database: Postgres) -> None:
    async with database.transaction() as tx:
        with pytest.raises(KeyError):
            await tx.run("no_such_statement")
        with pytest.raises(asyncpg.DataError):
            await tx.run("mailbox_forget", before="yesterday", most=1)


async def test_nul_which_the_server_cannot_keep_is_left_out(
    database: Postgres, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        await holding.put(tx, holding.BROKEN, "line:\0lan", "{}", "wh\0y", clock.now())
    async with database.reading() as tx:
        [kept] = await holding.waiting(tx)
    assert (kept.address, kept.why) == ("line:lan", "why")


# --- trouble with the server ---------------------------------------------------------------------


async def test_lost_connections_are_unavailable_and_the_next_turns_connect_anew(
    database: Postgres, server: Server, url: str
) -> None:
    await _turn(database, "lan")

    async def interrupted() -> None:
        async with database.transaction() as tx:
            await _write(tx, "lan")
            server.end_connections(url.partition("?")[0].rpartition("/")[2])
            await _write(tx, "lan")

    with pytest.raises(Unavailable):
        await interrupted()
    await asyncio.sleep(0.05)

    await _turn(database, "lan")
    assert await _kept(database, "lan") == 2


async def _kept_at_last(database: Postgres, chat: str) -> int:
    """What ended while nobody used it is noticed by who uses it next."""
    for _ in range(20):
        with suppress(Unavailable):
            return await _kept(database, chat)
    return 0


async def test_a_connection_that_ends_at_any_moment_is_unavailable_and_nothing_else(
    database: Postgres, server: Server, url: str
) -> None:
    name = url.partition("?")[0].rpartition("/")[2]
    ended = asyncio.Event()
    kept = 0

    async def turns(chat: str) -> None:
        nonlocal kept
        while not ended.is_set():
            with suppress(Unavailable):
                await _turn(database, chat, "all")
                kept += 1
            await asyncio.sleep(0)

    working = [asyncio.create_task(turns(f"chat {n}")) for n in range(6)]
    for _ in range(20):
        await asyncio.sleep(0.03)
        await asyncio.to_thread(server.end_connections, name)
    ended.set()
    await asyncio.gather(*working)

    assert await _kept_at_last(database, "all") >= kept > 0


async def test_of_two_turns_in_each_others_way_one_is_told_to_come_again(
    database: Postgres,
) -> None:
    await _turn(database, "lan", "minh")
    both = asyncio.Barrier(2)

    async def turn(first: str, second: str) -> None:
        async with database.transaction() as tx:
            await _write(tx, first)
            await both.wait()
            await _write(tx, second)

    ends = await asyncio.gather(turn("lan", "minh"), turn("minh", "lan"), return_exceptions=True)

    assert sorted(type(one).__name__ for one in ends) == ["NoneType", "Unavailable"]
    assert [await _kept(database, chat) for chat in ("lan", "minh")] == [2, 2]


async def test_more_turns_than_connections_wait_for_one_another(database: Postgres) -> None:
    await asyncio.gather(*(_turn(database, f"chat {n}", "all") for n in range(50)))

    assert await _kept(database, "all") == 50


async def test_while_turns_hold_every_connection_leases_and_readers_have_theirs(
    database: Postgres,
) -> None:
    """Eight turns at work; whoever comes ninth waits for one of them, and for nothing else."""
    at_work, ends = asyncio.Semaphore(0), asyncio.Event()

    async def slow_turn(chat: str) -> None:
        async with database.transaction() as tx:
            await _write(tx, chat)
            at_work.release()
            await ends.wait()

    async with asyncio.timeout(5), asyncio.TaskGroup() as tasks:
        for number in range(9):
            tasks.create_task(slow_turn(f"slow {number}"))
        for _ in range(8):
            await at_work.acquire()
        async with database.apart() as lease:
            await _write(lease, "duty")
        assert await _kept(database, "duty") == 1
        assert at_work.locked(), "the ninth has no connection yet"
        ends.set()

    assert [await _kept(database, f"slow {number}") for number in range(9)] == [1] * 9


async def test_seats_are_counted_by_one_turn_at_a_time(database: Postgres, url: str) -> None:
    other = await connected(url)
    order: list[str] = []

    async def counts(where: Database, name: str) -> None:
        async with where.transaction() as tx:
            await tx.value("seats_lock", seats="seats:1:a")
            order.append(f"{name} looks")
            await asyncio.sleep(0.05)
            order.append(f"{name} is done")

    await asyncio.gather(counts(database, "a"), counts(other, "b"))
    await other.close()

    assert order[0][0] == order[1][0]
    assert order[2][0] == order[3][0]
