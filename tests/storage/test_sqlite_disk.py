"""A disk that is full, a file that is locked: every turn is told, and all goes on afterwards."""

import asyncio
import shutil
import sqlite3
from pathlib import Path

import pytest

from storage import mailboxes
from storage.database import Tx, Unavailable
from storage.sqlite import Sqlite
from tests.doubles.writing import a_turn, kept_of, until_waiting, write


async def _limit(database: Sqlite, pages: int) -> None:
    """Let the disk be full when the file has so many more pages."""
    rows = await database.tune("PRAGMA page_count")
    await database.tune(f"PRAGMA max_page_count={rows[0][0] + pages}")


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
    await a_turn(database, "long ago")
    await _limit(database, 3)

    outcomes = await asyncio.gather(
        a_turn(database, "together"), _fills(database, "big"), return_exceptions=True
    )

    assert [type(one) for one in outcomes] == [Unavailable, Unavailable]
    kept = [await kept_of(database, chat) for chat in ("long ago", "together", "big")]
    assert kept == [1, 0, 0]


async def test_a_turn_after_a_full_disk_begins_anew_and_is_kept(database: Sqlite) -> None:
    await _limit(database, 3)

    outcomes = await asyncio.gather(
        a_turn(database, "first"),
        _fills(database, "big"),
        a_turn(database, "third"),
        return_exceptions=True,
    )

    assert [type(one) for one in outcomes] == [Unavailable, Unavailable, type(None)]
    assert [await kept_of(database, chat) for chat in ("first", "third")] == [0, 1]


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
            await write(tx, "lan")
            async with tx.savepoint():
                await _fill(tx, "big")

    with pytest.raises(Unavailable, match="full"):
        await turn()

    assert await kept_of(database, "lan") == 0


async def test_a_commit_that_fails_is_told_to_every_turn_in_it(database: Sqlite) -> None:
    async def points_nowhere() -> None:
        async with database.transaction() as tx:
            await database.tune("PRAGMA defer_foreign_keys=ON")
            await tx.run("follower_add", question=404, person=404, now=0)

    outcomes = await asyncio.gather(
        a_turn(database, "lan"), points_nowhere(), return_exceptions=True
    )

    assert [type(one) for one in outcomes] == [sqlite3.IntegrityError] * 2
    assert await kept_of(database, "lan") == 0
    await a_turn(database, "lan")
    assert await kept_of(database, "lan") == 1


async def test_a_database_that_another_program_keeps_locked_is_unavailable(
    tmp_path: Path, migrated: Path
) -> None:
    path = Path(shutil.copy(migrated, tmp_path / "langnghe.db"))
    hasty = await Sqlite.open(path, patience=0.001)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")

    with pytest.raises(Unavailable, match="locked"):
        await a_turn(hasty, "lan")

    other.execute("ROLLBACK")
    other.close()
    await a_turn(hasty, "lan")
    assert await kept_of(hasty, "lan") == 1
    await hasty.close()


@pytest.mark.parametrize("cancelled", [False, True])
async def test_a_turn_waits_for_another_program_that_has_the_file_locked(
    database: Sqlite, tmp_path: Path, cancelled: bool
) -> None:
    other = sqlite3.connect(tmp_path / "langnghe.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    turn = asyncio.create_task(a_turn(database, "lan"))
    behind = asyncio.create_task(a_turn(database, "minh"))
    await until_waiting(turn, behind)
    if cancelled:
        turn.cancel()

    other.execute("ROLLBACK")
    other.close()

    await asyncio.wait_for(asyncio.gather(turn, behind, return_exceptions=True), 10)
    assert await kept_of(database, "lan") == (0 if cancelled else 1)
    assert await kept_of(database, "minh") == 1


async def test_who_leaves_waits_no_longer_for_another_program_that_has_the_file_locked(
    tmp_path: Path, migrated: Path
) -> None:
    path = Path(shutil.copy(migrated, tmp_path / "langnghe.db"))
    patient = await Sqlite.open(path, patience=600)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    turns = [asyncio.create_task(a_turn(patient, chat)) for chat in ("lan", "minh")]
    await until_waiting(*turns)

    patient.abandon()

    outcomes = await asyncio.wait_for(asyncio.gather(*turns, return_exceptions=True), 60)
    assert [str(one) for one in outcomes] == ["database is locked"] * 2
    other.close()
    await a_turn(patient, "lan")
    assert (await kept_of(patient, "lan"), await kept_of(patient, "minh")) == (1, 0)
    await patient.close()


async def test_a_file_that_cannot_be_opened_is_named(tmp_path: Path) -> None:
    folder = tmp_path / "folder.db"
    folder.mkdir()

    with pytest.raises(Unavailable, match=r"cannot open .*folder\.db"):
        await Sqlite.open(folder)
