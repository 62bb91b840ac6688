"""Who waits for the end of a transaction is told it once: kept, or taken back."""

import asyncio

import pytest

from storage import mailboxes
from storage.database import Database, Tx, Unavailable
from storage.sqlite import Sqlite


class Witness:
    """Writes down what it is told."""

    def __init__(self) -> None:
        self.told: list[str] = []

    def watch(self, tx: Tx, name: str) -> None:
        tx.after_commit(
            lambda: self.told.append(f"{name} kept"), lambda: self.told.append(f"{name} undone")
        )


async def test_what_was_kept_is_told_after_the_commit(database: Database) -> None:
    witness = Witness()
    async with database.transaction() as tx:
        witness.watch(tx, "first")
        await tx.value("mailbox_step", chat="lan")
        witness.watch(tx, "second")
        assert witness.told == []

    assert witness.told == ["first kept", "second kept"]


async def test_what_a_failing_turn_takes_back_is_told(database: Database) -> None:
    witness = Witness()

    async def breaks() -> None:
        async with database.transaction() as tx:
            witness.watch(tx, "turn")
            await tx.value("mailbox_step", chat="lan")
            raise ValueError("broken")

    with pytest.raises(ValueError, match="broken"):
        await breaks()

    assert witness.told == ["turn undone"]


async def test_a_part_that_is_taken_back_is_told_at_once_and_the_rest_is_kept(
    database: Database,
) -> None:
    witness = Witness()

    async def breaks(tx: Tx) -> None:
        async with tx.savepoint():
            witness.watch(tx, "part")
            raise ValueError("broken")

    async with database.transaction() as tx:
        witness.watch(tx, "turn")
        with pytest.raises(ValueError, match="broken"):
            await breaks(tx)
        assert witness.told == ["part undone"]

    assert witness.told == ["part undone", "turn kept"]


async def test_who_is_cancelled_while_it_works_hears_that_it_was_taken_back(
    database: Database,
) -> None:
    witness, begun = Witness(), asyncio.Event()

    async def works() -> None:
        async with database.transaction() as tx:
            witness.watch(tx, "turn")
            begun.set()
            await asyncio.Event().wait()

    turn = asyncio.create_task(works())
    await begun.wait()
    turn.cancel()
    await asyncio.gather(turn, return_exceptions=True)

    assert witness.told == ["turn undone"]


async def test_a_turn_that_failed_beside_others_is_told_alone(database: Sqlite) -> None:
    witness = Witness()

    async def works(name: str) -> None:
        async with database.transaction() as tx:
            witness.watch(tx, name)
            await tx.value("mailbox_step", chat=name)
            if name == "broken":
                raise ValueError(name)

    names = ["lan", "broken", "minh"]
    await asyncio.gather(*(works(name) for name in names), return_exceptions=True)

    assert sorted(witness.told) == ["broken undone", "lan kept", "minh kept"]
    async with database.reading() as tx:
        assert [await mailboxes.last_seq(tx, name) for name in names] == [1, 0, 1]


async def test_a_commit_that_fails_has_taken_back_every_turn_in_it(database: Sqlite) -> None:
    witness = Witness()

    async def works(name: str) -> None:
        async with database.transaction() as tx:
            witness.watch(tx, name)
            await tx.value("mailbox_step", chat=name)
            if name == "minh":
                database._connection.execute("ROLLBACK")  # as SQLite does where the disk is full

    ended = await asyncio.gather(works("lan"), works("minh"), return_exceptions=True)

    assert [type(one) for one in ended] == [Unavailable, Unavailable]
    assert witness.told == ["lan undone", "minh undone"]
