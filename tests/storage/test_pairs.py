"""Which message of ours is about what: found by a reply, changed in place, moved with its chat."""

from storage import pairs
from storage.database import Database, Tx
from storage.pairs import CARD, NOTE
from tests.doubles.clock import ManualClock


async def _put(tx: Tx, clock: ManualClock, name: str, chat: str = "lan", role: str = CARD) -> int:
    pair = await pairs.put(tx, f"line:{chat}", "question:7", role, clock.now())
    await pairs.named(tx, pair, name)
    return pair


async def test_a_reply_finds_its_subject(database: Database, clock: ManualClock) -> None:
    async with database.transaction() as tx:
        row = await _put(tx, clock, "m1")
        found = await pairs.of_message(tx, "line:lan", "m1")

        assert found is not None
        assert (found.id, found.kind, found.subject_id) == (row, "question", 7)
        assert await pairs.get(tx, row) == found
        assert await pairs.of_message(tx, "line:minh", "m1") is None, "another chat's message"
        assert await pairs.of_message(tx, "line:lan", "m2") is None


async def test_a_newer_card_in_the_same_chat_takes_over_and_the_old_one_still_finds_its_subject(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        await _put(tx, clock, "m1")
        await _put(tx, clock, "m2")
        await _put(tx, clock, "m3", chat="minh")
        await _put(tx, clock, "m4", role=NOTE)

        live = await pairs.live_cards(tx, "question:7")
        assert [one.external_id for one in live] == ["m2", "m3"]
        assert await pairs.of_message(tx, "line:lan", "m1") is not None


async def test_pairs_go_with_a_chat_that_moved_and_are_forgotten_with_one_that_is_erased(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        await _put(tx, clock, "m1", chat="-1")
        await pairs.move(tx, "line:-1", "line:-100")
        assert await pairs.of_message(tx, "line:-1", "m1") is None
        assert await pairs.of_message(tx, "line:-100", "m1") is not None

        await pairs.forget(tx, "line:-100")
        assert await pairs.of_message(tx, "line:-100", "m1") is None
