"""One file, one writer: turns that wait together commit together, and none harms another."""

import asyncio
import sqlite3
from pathlib import Path

import pytest

from storage.database import Tx, Unavailable
from storage.sqlite import Sqlite
from tests.doubles.writing import Commits, a_turn, breaks, kept_of, until_waiting, write


@pytest.fixture
def commits(database: Sqlite, tmp_path: Path) -> Commits:
    return Commits(tmp_path / "langnghe.db")


async def test_a_turn_is_on_disk_when_it_returns(database: Sqlite, tmp_path: Path) -> None:
    await a_turn(database, "lan")

    other = sqlite3.connect(tmp_path / "langnghe.db")
    assert other.execute("SELECT chat, seq FROM web_chats").fetchall() == [("lan", 1)]
    other.close()


async def test_turns_that_wait_together_commit_together(database: Sqlite, commits: Commits) -> None:
    await asyncio.gather(*(a_turn(database, f"chat {n}") for n in range(20)))

    assert [await kept_of(database, f"chat {n}") for n in range(20)] == [1] * 20
    assert commits.fresh() == 1


async def test_no_more_than_64_turns_wait_for_one_another(
    database: Sqlite, commits: Commits
) -> None:
    await asyncio.gather(*(a_turn(database, f"chat {n}") for n in range(65)))

    assert commits.fresh() == 2


async def test_turns_that_fail_do_not_keep_the_others_waiting(
    database: Sqlite, commits: Commits
) -> None:
    broken = [breaks(database, "broken") for _ in range(70)]
    turns = [a_turn(database, "first"), *broken, a_turn(database, "last")]
    await asyncio.gather(*turns, return_exceptions=True)

    assert await kept_of(database, "broken") == 0
    assert (await kept_of(database, "first"), await kept_of(database, "last")) == (1, 1)
    assert commits.fresh() == 2


async def test_a_turn_that_fails_takes_back_only_its_own_part(database: Sqlite) -> None:
    async def breaks() -> None:
        async with database.transaction() as tx:
            await write(tx, "lan")
            await write(tx, "broken")
            raise ValueError("after its words were written")

    outcomes = await asyncio.gather(
        a_turn(database, "before"),
        breaks(),
        a_turn(database, "lan"),
        breaks(),
        a_turn(database, "after"),
        return_exceptions=True,
    )

    assert [type(one) for one in outcomes] == [
        type(None),
        ValueError,
        type(None),
        ValueError,
        type(None),
    ]
    chats = ("before", "lan", "after", "broken")
    assert [await kept_of(database, chat) for chat in chats] == [1, 1, 1, 0]


async def test_a_first_turn_that_fails_leaves_nothing_and_the_next_begins_anew(
    database: Sqlite,
) -> None:
    with pytest.raises(ValueError, match="broken"):
        await breaks(database, "lan")

    await a_turn(database, "minh")
    assert (await kept_of(database, "lan"), await kept_of(database, "minh")) == (0, 1)


async def test_a_part_of_a_turn_can_be_undone_alone(database: Sqlite) -> None:
    rang: list[str] = []

    async def half_done(tx: Tx) -> None:
        async with tx.savepoint():
            await write(tx, "undone")
            tx.after_commit(lambda: rang.append("undone"))
            raise ValueError("half-done")

    async with database.transaction() as tx:
        await write(tx, "kept")
        tx.after_commit(lambda: rang.append("kept"))
        with pytest.raises(ValueError, match="half-done"):
            await half_done(tx)
        assert rang == []

    assert (await kept_of(database, "kept"), await kept_of(database, "undone")) == (1, 0)
    assert rang == ["kept"]


async def test_what_should_follow_a_commit_does_not_follow_a_failure(database: Sqlite) -> None:
    rang: list[str] = []

    with pytest.raises(ValueError, match="broken"):
        await breaks(database, "lan", lambda: rang.append("rang"))

    assert rang == []


async def test_a_cancelled_turn_is_undone_and_the_next_one_works(database: Sqlite) -> None:
    begun, never = asyncio.Event(), asyncio.Event()

    async def works() -> None:
        async with database.transaction() as tx:
            await write(tx, "lan")
            begun.set()
            await never.wait()

    turn = asyncio.create_task(works())
    await begun.wait()
    turn.cancel()
    with pytest.raises(asyncio.CancelledError):
        await turn

    await a_turn(database, "minh")
    assert (await kept_of(database, "lan"), await kept_of(database, "minh")) == (0, 1)


async def test_a_turn_cancelled_while_it_waits_still_lets_the_one_before_commit(
    database: Sqlite,
) -> None:
    goes_on = asyncio.Event()
    first = asyncio.create_task(a_turn(database, "first", goes_on))
    await until_waiting(first)
    second = asyncio.create_task(a_turn(database, "second"))
    await until_waiting(first, second)

    goes_on.set()
    second.cancel()
    await asyncio.wait_for(first, 5)

    with pytest.raises(asyncio.CancelledError):
        await second
    assert (await kept_of(database, "first"), await kept_of(database, "second")) == (1, 0)


@pytest.mark.parametrize("moment", range(40))
async def test_a_turn_cancelled_at_any_moment_is_whole_or_absent_and_harms_nobody(
    database: Sqlite, moment: int
) -> None:
    rang: list[str] = []

    async def cancelled() -> None:
        async with database.transaction() as tx:
            await write(tx, "lan")
            await write(tx, "lan")
            tx.after_commit(lambda: rang.append("lan"))

    others = [asyncio.create_task(a_turn(database, "others")) for _ in range(2)]
    turn = asyncio.create_task(cancelled())
    more = [asyncio.create_task(a_turn(database, "others")) for _ in range(2)]
    for _ in range(moment):
        await asyncio.sleep(0 if moment % 2 else 0.0001)
    turn.cancel()
    turn.cancel()
    await asyncio.wait_for(asyncio.gather(turn, return_exceptions=True), 5)
    await asyncio.wait_for(asyncio.gather(*others, *more), 5)
    await asyncio.wait_for(a_turn(database, "afterwards"), 5)

    assert await kept_of(database, "others") == 4
    assert (await kept_of(database, "lan"), rang) in ((0, []), (2, ["lan"]))
    assert await kept_of(database, "afterwards") == 1


async def test_readers_see_only_what_is_on_disk_and_never_wait(database: Sqlite) -> None:
    await a_turn(database, "lan")
    async with database.transaction() as tx:
        await write(tx, "lan")
        assert await asyncio.wait_for(kept_of(database, "lan"), 5) == 1
    assert await kept_of(database, "lan") == 2


async def test_a_reader_cannot_write(database: Sqlite) -> None:
    async with database.reading() as tx:
        with pytest.raises(Unavailable, match="readonly"):
            await write(tx, "lan")


async def test_a_wrong_statement_stays_a_programmers_mistake(database: Sqlite) -> None:
    async with database.transaction() as tx:
        with pytest.raises(sqlite3.IntegrityError):
            await tx.run("follower_add", question=404, person=404, now=0)
        with pytest.raises(KeyError):
            await tx.run("no_such_statement")


async def test_a_change_that_tells_its_rows_can_be_made_without_reading_them(
    database: Sqlite,
) -> None:
    async with database.transaction() as tx:
        assert await tx.run("mailbox_step", chat="lan") == 1

    assert await kept_of(database, "lan") == 1


async def test_every_commit_is_flushed_to_disk(database: Sqlite) -> None:
    async def pragma(name: str) -> object:
        rows = await database.tune(f"PRAGMA {name}")
        return rows[0][0]

    assert await pragma("journal_mode") == "wal"
    assert await pragma("synchronous") == 2, "FULL: a power cut loses nothing acknowledged"
    assert await pragma("foreign_keys") == 1


async def test_a_turn_with_much_to_do_lets_the_rest_of_the_program_go_on_but_no_other_turn(
    database: Sqlite,
) -> None:
    went: list[str] = []

    async def rest() -> None:
        await asyncio.sleep(0)
        went.append("the rest")

    async def other() -> None:
        async with database.transaction() as tx:
            await write(tx, "other")
            went.append("another turn")

    async with database.transaction() as tx:
        beside = [asyncio.create_task(rest()), asyncio.create_task(other())]
        for _ in range(1_000_000):
            await write(tx, "lan")
            if went:
                break
        went.append("this turn")
    await asyncio.gather(*beside)

    assert went == ["the rest", "this turn", "another turn"]
