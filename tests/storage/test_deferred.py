"""What waits: notices until the morning, words until their writer has consented."""

from datetime import timedelta

from bot.domain.messages import Attachment, Media, Outgoing
from storage import deferred
from storage.database import Database
from storage.outbox import Priority
from tests.doubles.clock import ManualClock
from tests.doubles.spine import said


async def _put(database: Database, clock: ManualClock, address: str, hours: float) -> None:
    async with database.transaction() as tx:
        await deferred.put(
            tx,
            address=address,
            message=Outgoing(text=f"in {hours} hours"),
            due_at=clock.now() + timedelta(hours=hours),
            priority=Priority.NOTICE,
            subject="question:1",
            role="card",
        )


async def _take(database: Database, clock: ManualClock, most: int = 10) -> list[tuple[str, str]]:
    async with database.transaction() as tx:
        taken = await deferred.take_due(tx, clock.now(), most)
    return [(one.address, one.message.text) for one in taken]


async def test_a_notice_waits_for_its_moment_and_is_taken_once(
    database: Database, clock: ManualClock
) -> None:
    await _put(database, clock, "line:lan", 8)
    assert await _take(database, clock) == []
    await clock.move(hours=8)

    async with database.transaction() as tx:
        [one] = await deferred.take_due(tx, clock.now())
    assert (one.address, one.priority, one.subject, one.role) == (
        "line:lan", Priority.NOTICE, "question:1", "card",
    )  # fmt: skip
    assert await _take(database, clock) == []


async def test_the_longest_waiting_are_taken_first_a_page_at_a_time(
    database: Database, clock: ManualClock
) -> None:
    for hours in (3, 1, 2):
        await _put(database, clock, "line:lan", hours)
    await clock.move(hours=3)

    assert await _take(database, clock, most=2) == [
        ("line:lan", "in 1 hours"),
        ("line:lan", "in 2 hours"),
    ]
    assert await _take(database, clock, most=2) == [("line:lan", "in 3 hours")]


async def test_what_waits_for_a_closed_chat_is_dropped(
    database: Database, clock: ManualClock
) -> None:
    await _put(database, clock, "line:lan", 1)
    await _put(database, clock, "line:minh", 1)
    async with database.transaction() as tx:
        await deferred.forget(tx, "line:lan")
    await clock.move(hours=1)

    assert await _take(database, clock) == [("line:minh", "in 1 hours")]


async def test_what_was_to_be_said_about_something_can_be_dropped(
    database: Database, clock: ManualClock
) -> None:
    await _put(database, clock, "line:lan", 1)
    async with database.transaction() as tx:
        await deferred.forget_subject(tx, "question:1")
    await clock.move(hours=1)

    assert await _take(database, clock) == []


async def test_what_waits_for_a_chat_that_moved_goes_with_it(
    database: Database, clock: ManualClock
) -> None:
    await _put(database, clock, "line:-1", 1)
    async with database.transaction() as tx:
        await deferred.move(tx, "line:-1", "line:-100")
    await clock.move(hours=1)

    assert await _take(database, clock) == [("line:-100", "in 1 hours")]


async def test_words_before_consent_come_out_once_and_in_order(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        for words in ("một", "hai", "ba"):
            await deferred.hold_words(tx, said(words), clock.now())
        await deferred.hold_words(tx, said("khác", chat="minh"), clock.now())

    async with database.transaction() as tx:
        held = await deferred.held_words(tx, "line:lan")
        assert [one.text for one in held] == ["một", "hai", "ba"]
        assert await deferred.held_words(tx, "line:lan") == []


async def test_words_whose_writer_did_not_consent_in_time_are_erased(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        await deferred.hold_words(tx, said("cũ"), clock.now())
    await clock.move(hours=24)
    async with database.transaction() as tx:
        await deferred.hold_words(tx, said("mới", chat="minh"), clock.now())
        before = clock.now() - timedelta(hours=23)
        assert await deferred.expired_words(tx, before) == {"line:lan": False}
        assert await deferred.held_words(tx, "line:lan") == []
        assert [one.text for one in await deferred.held_words(tx, "line:minh")] == ["mới"]


async def test_newer_words_of_the_same_chat_go_on_waiting(
    database: Database, clock: ManualClock
) -> None:
    async with database.transaction() as tx:
        await deferred.hold_words(tx, said("cũ"), clock.now())
        await deferred.hold_words(tx, said("cũng cũ"), clock.now())
    await clock.move(hours=2)
    async with database.transaction() as tx:
        await deferred.hold_words(tx, said("mới"), clock.now())
        before = clock.now() - timedelta(hours=1)
        assert await deferred.expired_words(tx, before) == {"line:lan": True}
        assert await deferred.expired_words(tx, before) == {}
        assert [one.text for one in await deferred.held_words(tx, "line:lan")] == ["mới"]


async def test_words_that_wait_are_changed_by_their_message_in_their_chat(
    database: Database, clock: ManualClock
) -> None:
    photo = (Attachment(media=Media.PHOTO, ref="photo"),)
    async with database.transaction() as tx:
        await deferred.hold_words(tx, said("một", message_id="1", attachments=photo), clock.now())
        await deferred.hold_words(tx, said("hai", message_id="2"), clock.now())
        await deferred.hold_words(tx, said("khác", chat="minh", message_id="1"), clock.now())

        assert await deferred.change_words(tx, said("mốt", message_id="1"))
        assert not await deferred.change_words(tx, said("ba", message_id="3"))

        held = await deferred.held_words(tx, "line:lan")
        assert [(one.text, one.attachments) for one in held] == [("mốt", photo), ("hai", ())]
        assert [one.text for one in await deferred.held_words(tx, "line:minh")] == ["khác"]
