"""One file, one writer: turns that wait together commit together, and none harms another."""

import asyncio
import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from storage import mailboxes
from storage.database import Tx, Unavailable
from storage.sqlite import Sqlite


async def _write(tx: Tx, chat: str) -> None:
    """One event in a chat: the least that a turn can do."""
    await tx.value("mailbox_step", chat=chat)


async def _kept(database: Sqlite, chat: str) -> int:
    async with database.reading() as tx:
        return await mailboxes.last_seq(tx, chat)


async def _turn(database: Sqlite, chat: str, goes_on: asyncio.Event | None = None) -> None:
    async with database.transaction() as tx:
        await _write(tx, chat)
        if goes_on:
            await goes_on.wait()


async def _breaks(
    database: Sqlite, chat: str, afterwards: Callable[[], None] = lambda: None
) -> None:
    async with database.transaction() as tx:
        await _write(tx, chat)
        tx.after_commit(afterwards)
        raise ValueError("broken")


async def _until_waiting(*turns: "asyncio.Task[None]") -> None:
    """Give turns time to reach the queue for the writer."""
    for _ in range(5):
        await asyncio.sleep(0)
    assert not any(turn.done() for turn in turns)


class Commits:
    """Counts what reaches the disk, by the file's own log of transactions."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._seen = self._version()

    def fresh(self) -> int:
        """How many transactions were written since the last look."""
        before, self._seen = self._seen, self._version()
        return self._seen - before

    def _version(self) -> int:
        """Commits in the write-ahead log: its frames that carry the size of the database."""
        log = self._path.with_name(self._path.name + "-wal")
        data = log.read_bytes() if log.exists() else b""
        page = int.from_bytes(data[8:12], "big") if data else 0
        frames = range(32, len(data), 24 + page) if page else range(0)
        return sum(int.from_bytes(data[at + 4 : at + 8], "big") > 0 for at in frames)


@pytest.fixture
def commits(database: Sqlite, tmp_path: Path) -> Commits:
    return Commits(tmp_path / "langnghe.db")


async def test_a_turn_is_on_disk_when_it_returns(database: Sqlite, tmp_path: Path) -> None:
    await _turn(database, "lan")

    other = sqlite3.connect(tmp_path / "langnghe.db")
    assert other.execute("SELECT chat, seq FROM web_chats").fetchall() == [("lan", 1)]
    other.close()


async def test_turns_that_wait_together_commit_together(database: Sqlite, commits: Commits) -> None:
    await asyncio.gather(*(_turn(database, f"chat {n}") for n in range(20)))

    assert [await _kept(database, f"chat {n}") for n in range(20)] == [1] * 20
    assert commits.fresh() == 1


async def test_no_more_than_64_turns_wait_for_one_another(
    database: Sqlite, commits: Commits
) -> None:
    await asyncio.gather(*(_turn(database, f"chat {n}") for n in range(65)))

    assert commits.fresh() == 2


async def test_turns_that_fail_do_not_keep_the_others_waiting(
    database: Sqlite, commits: Commits
) -> None:
    broken = [_breaks(database, "broken") for _ in range(70)]
    turns = [_turn(database, "first"), *broken, _turn(database, "last")]
    await asyncio.gather(*turns, return_exceptions=True)

    assert await _kept(database, "broken") == 0
    assert (await _kept(database, "first"), await _kept(database, "last")) == (1, 1)
    assert commits.fresh() == 2


async def test_a_turn_that_fails_takes_back_only_its_own_part(database: Sqlite) -> None:
    async def breaks() -> None:
        async with database.transaction() as tx:
            await _write(tx, "lan")
            await _write(tx, "broken")
            raise ValueError("after its words were written")

    outcomes = await asyncio.gather(
        _turn(database, "before"),
        breaks(),
        _turn(database, "lan"),
        breaks(),
        _turn(database, "after"),
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
    assert [await _kept(database, chat) for chat in chats] == [1, 1, 1, 0]


async def test_a_first_turn_that_fails_leaves_nothing_and_the_next_begins_anew(
    database: Sqlite,
) -> None:
    with pytest.raises(ValueError, match="broken"):
        await _breaks(database, "lan")

    await _turn(database, "minh")
    assert (await _kept(database, "lan"), await _kept(database, "minh")) == (0, 1)


async def test_a_part_of_a_turn_can_be_undone_alone(database: Sqlite) -> None:
    rang: list[str] = []

    async def half_done(tx: Tx) -> None:
        async with tx.savepoint():
            await _write(tx, "undone")
            tx.after_commit(lambda: rang.append("undone"))
            raise ValueError("half-done")

    async with database.transaction() as tx:
        await _write(tx, "kept")
        tx.after_commit(lambda: rang.append("kept"))
        with pytest.raises(ValueError, match="half-done"):
            await half_done(tx)
        assert rang == []

    assert (await _kept(database, "kept"), await _kept(database, "undone")) == (1, 0)
    assert rang == ["kept"]


async def test_what_should_follow_a_commit_does_not_follow_a_failure(database: Sqlite) -> None:
    rang: list[str] = []

    with pytest.raises(ValueError, match="broken"):
        await _breaks(database, "lan", lambda: rang.append("rang"))

    assert rang == []


async def test_a_cancelled_turn_is_undone_and_the_next_one_works(database: Sqlite) -> None:
    begun, never = asyncio.Event(), asyncio.Event()

    async def works() -> None:
        async with database.transaction() as tx:
            await _write(tx, "lan")
            begun.set()
            await never.wait()

    turn = asyncio.create_task(works())
    await begun.wait()
    turn.cancel()
    with pytest.raises(asyncio.CancelledError):
        await turn

    await _turn(database, "minh")
    assert (await _kept(database, "lan"), await _kept(database, "minh")) == (0, 1)


async def test_a_turn_cancelled_while_it_waits_still_lets_the_one_before_commit(
    database: Sqlite,
) -> None:
    goes_on = asyncio.Event()
    first = asyncio.create_task(_turn(database, "first", goes_on))
    await _until_waiting(first)
    second = asyncio.create_task(_turn(database, "second"))
    await _until_waiting(first, second)

    goes_on.set()
    second.cancel()
    await asyncio.wait_for(first, 5)

    with pytest.raises(asyncio.CancelledError):
        await second
    assert (await _kept(database, "first"), await _kept(database, "second")) == (1, 0)


@pytest.mark.parametrize("moment", range(40))
async def test_a_turn_cancelled_at_any_moment_is_whole_or_absent_and_harms_nobody(
    database: Sqlite, moment: int
) -> None:
    rang: list[str] = []

    async def cancelled() -> None:
        async with database.transaction() as tx:
            await _write(tx, "lan")
            await _write(tx, "lan")
            tx.after_commit(lambda: rang.append("lan"))

    others = [asyncio.create_task(_turn(database, "others")) for _ in range(2)]
    turn = asyncio.create_task(cancelled())
    more = [asyncio.create_task(_turn(database, "others")) for _ in range(2)]
    for _ in range(moment):
        await asyncio.sleep(0 if moment % 2 else 0.0001)
    turn.cancel()
    turn.cancel()
    await asyncio.wait_for(asyncio.gather(turn, return_exceptions=True), 5)
    await asyncio.wait_for(asyncio.gather(*others, *more), 5)
    await asyncio.wait_for(_turn(database, "afterwards"), 5)

    assert await _kept(database, "others") == 4
    assert (await _kept(database, "lan"), rang) in ((0, []), (2, ["lan"]))
    assert await _kept(database, "afterwards") == 1


async def test_readers_see_only_what_is_on_disk_and_never_wait(database: Sqlite) -> None:
    await _turn(database, "lan")
    async with database.transaction() as tx:
        await _write(tx, "lan")
        assert await asyncio.wait_for(_kept(database, "lan"), 5) == 1
    assert await _kept(database, "lan") == 2


async def test_a_reader_cannot_write(database: Sqlite) -> None:
    async with database.reading() as tx:
        with pytest.raises(Unavailable, match="readonly"):
            await _write(tx, "lan")


async def test_a_wrong_statement_stays_a_programmers_mistake(database: Sqlite) -> None:
    async with database.transaction() as tx:
        with pytest.raises(sqlite3.IntegrityError):
            await tx.run("follower_add", question=404, person=404, now=0)
        with pytest.raises(KeyError):
            await tx.run("no_such_statement")


# --- trouble with the disk -----------------------------------------------------------------------


async def _limit(database: Sqlite, pages: int) -> None:
    """Let the disk be full when the file has so many more pages."""
    rows = list(await database._writer.execute_fetchall("PRAGMA page_count"))
    await database._writer.execute(f"PRAGMA max_page_count={rows[0][0] + pages}")


async def _fill(tx: Tx, chat: str) -> None:
    for number in range(40):
        body = {"text": "x" * 3000}
        await tx.run("mailbox_hold", chat=chat, nonce=str(number), body=str(body), at=number)


async def _fills(database: Sqlite, chat: str) -> None:
    async with database.transaction() as tx:
        await _fill(tx, chat)


async def test_a_full_disk_fails_the_turn_and_all_that_shared_its_commit(
    database: Sqlite,
) -> None:
    await _turn(database, "long ago")
    await _limit(database, 3)

    outcomes = await asyncio.gather(
        _turn(database, "together"), _fills(database, "big"), return_exceptions=True
    )

    assert [type(one) for one in outcomes] == [Unavailable, Unavailable]
    kept = [await _kept(database, chat) for chat in ("long ago", "together", "big")]
    assert kept == [1, 0, 0]


async def test_a_turn_after_a_full_disk_begins_anew_and_is_kept(database: Sqlite) -> None:
    await _limit(database, 3)

    outcomes = await asyncio.gather(
        _turn(database, "first"),
        _fills(database, "big"),
        _turn(database, "third"),
        return_exceptions=True,
    )

    assert [type(one) for one in outcomes] == [Unavailable, Unavailable, type(None)]
    assert [await _kept(database, chat) for chat in ("first", "third")] == [0, 1]


async def test_writing_goes_on_without_a_restart_when_there_is_room_again(
    database: Sqlite,
) -> None:
    await _limit(database, 3)
    with pytest.raises(Unavailable, match="full"):
        await _fills(database, "big")

    await _limit(database, 1000)
    await _fills(database, "big")

    async with database.reading() as tx:
        assert len(await mailboxes.held(tx, "none")) == 0
        assert await tx.value("mailbox_nth_own", chat="big", nth=40) == 0


async def test_a_full_disk_inside_a_part_fails_the_whole_turn(database: Sqlite) -> None:
    await _limit(database, 3)

    async def turn() -> None:
        async with database.transaction() as tx:
            await _write(tx, "lan")
            async with tx.savepoint():
                await _fill(tx, "big")

    with pytest.raises(Unavailable, match="full"):
        await turn()

    assert await _kept(database, "lan") == 0


async def test_a_commit_that_fails_is_told_to_every_turn_in_it(database: Sqlite) -> None:
    async def points_nowhere() -> None:
        async with database.transaction() as tx:
            await database._writer.execute("PRAGMA defer_foreign_keys=ON")
            await tx.run("follower_add", question=404, person=404, now=0)

    outcomes = await asyncio.gather(
        _turn(database, "lan"), points_nowhere(), return_exceptions=True
    )

    assert [type(one) for one in outcomes] == [sqlite3.IntegrityError] * 2
    assert await _kept(database, "lan") == 0
    await _turn(database, "lan")
    assert await _kept(database, "lan") == 1


async def test_a_database_that_another_program_keeps_locked_is_unavailable(
    tmp_path: Path, migrated: Path
) -> None:
    path = Path(shutil.copy(migrated, tmp_path / "langnghe.db"))
    hasty = await Sqlite.open(path, patience=0.001)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(Unavailable, match="locked"):
        await _turn(hasty, "lan")

    other.execute("ROLLBACK")
    other.close()
    await _turn(hasty, "lan")
    assert await _kept(hasty, "lan") == 1
    await hasty.close()


@pytest.mark.parametrize("cancelled", [False, True])
async def test_a_turn_waits_for_another_program_that_has_the_file_locked(
    database: Sqlite, tmp_path: Path, cancelled: bool
) -> None:
    other = sqlite3.connect(tmp_path / "langnghe.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    turn = asyncio.create_task(_turn(database, "lan"))
    behind = asyncio.create_task(_turn(database, "minh"))
    await _until_waiting(turn, behind)
    if cancelled:
        turn.cancel()

    other.execute("ROLLBACK")
    other.close()

    await asyncio.wait_for(asyncio.gather(turn, behind, return_exceptions=True), 10)
    assert await _kept(database, "lan") == (0 if cancelled else 1)
    assert await _kept(database, "minh") == 1


async def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "folder.db"
    folder.mkdir()

    with pytest.raises(Unavailable, match=r"cannot open .*folder\.db"):
        await Sqlite.open(folder)


async def test_a_change_that_tells_its_rows_can_be_made_without_reading_them(
    database: Sqlite,
) -> None:
    async with database.transaction() as tx:
        assert await tx.run("mailbox_step", chat="lan") == 1

    assert await _kept(database, "lan") == 1


async def test_every_commit_is_flushed_to_disk(database: Sqlite) -> None:
    async def pragma(name: str) -> object:
        rows = list(await database._writer.execute_fetchall(f"PRAGMA {name}"))
        return rows[0][0]

    assert await pragma("journal_mode") == "wal"
    assert await pragma("synchronous") == 2, "FULL: a power cut loses nothing acknowledged"
    assert await pragma("foreign_keys") == 1


# --- much to do ----------------------------------------------------------------------------------


async def test_a_turn_with_much_to_do_lets_the_rest_of_the_program_go_on_but_no_other_turn(
    database: Sqlite,
) -> None:
    went: list[str] = []

    async def rest() -> None:
        await asyncio.sleep(0)
        went.append("the rest")

    async def other() -> None:
        async with database.transaction() as tx:
            await _write(tx, "other")
            went.append("another turn")

    async with database.transaction() as tx:
        beside = [asyncio.create_task(rest()), asyncio.create_task(other())]
        for _ in range(1_000_000):
            await _write(tx, "lan")
            if went:
                break
        went.append("this turn")
    await asyncio.gather(*beside)

    assert went == ["the rest", "this turn", "another turn"]
