"""What nobody could place is kept until somebody has dealt with it."""

from datetime import timedelta

from storage import holding
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask


async def test_what_waits_is_shown_oldest_first_with_its_reason(
    database: Database, clock: ManualClock
) -> None:
    since = clock.now()
    async with database.transaction() as tx:
        await holding.put(tx, holding.BROKEN, "line:lan", "{}", "KeyError", since)
        await clock.move(seconds=5)
        await holding.put(tx, holding.UNMATCHED, "line:minh", "{}", "no card", clock.now())

    async with database.reading() as tx:
        held = await holding.waiting(tx)
        assert [(one.kind, one.address, one.why) for one in held] == [
            ("broken", "line:lan", "KeyError"),
            ("unmatched", "line:minh", "no card"),
        ]
        assert await holding.count(tx) == (2, since)


async def test_promise_9_it_is_taken_out_once_and_its_words_are_dropped(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        row = await holding.put(tx, holding.BROKEN, "line:lan", "words", "KeyError", clock.now())
        assert await holding.settle(tx, row, 7, "seen", clock.now()) is True
        assert await holding.settle(tx, row, 8, "seen", clock.now()) is False
        assert await holding.waiting(tx) == []
        assert await holding.count(tx) == (0, None)


_KEPT = "SELECT address, payload, settled_by, settled_how FROM holding ORDER BY id"


async def test_of_a_chat_that_is_forgotten_neither_words_nor_the_chat_are_left(
    database: Database, clock: ManualClock, url: str
) -> None:
    async with database.transaction() as tx:
        for chat in ("line:lan", "line:lan", "line:minh"):
            await holding.put(tx, holding.BROKEN, chat, "words", "KeyError", clock.now())
        await holding.settle(tx, 1, 7, "seen", clock.now())
        await holding.forget(tx, "line:lan", clock.now())

    assert await ask(url, _KEPT) == [
        ("", "", 7, "seen"),
        ("", "", None, "erased"),
        ("line:minh", "words", None, ""),
    ]


async def test_which_chat_it_was_is_forgotten_long_after_somebody_has_dealt_with_it(
    database: Database, clock: ManualClock, url: str
) -> None:
    """The rows stay, so that no number comes again: one in an old button means nothing newer."""
    async with database.transaction() as tx:
        for chat in ("line:lan", "line:minh"):
            await holding.put(tx, holding.BROKEN, chat, "words", "KeyError", clock.now())
        await holding.settle(tx, 1, 7, "seen", clock.now())
        forgotten = []
        for days in (0, 2, 0):
            await clock.move(days=days)
            before = clock.now() - timedelta(days=1)
            forgotten.append(await holding.forget_chats(tx, before))

    assert forgotten == [0, 1, 0]
    assert await ask(url, _KEPT) == [("", "", 7, "seen"), ("line:minh", "words", None, "")]
