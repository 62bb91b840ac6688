"""Incoming messages: each kept once, taken one at a time in each chat, in order."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.messages import Address, Attachment, Happened, Inbound, Media, Unreadable
from storage import holding, inbox
from storage.database import Database
from storage.inbox import inbound_from_json, inbound_to_json
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask
from tests.doubles.spine import said


async def _store(database: Database, clock: ManualClock, *arrivals: Inbound | Unreadable) -> None:
    async with database.transaction() as tx:
        await inbox.store(tx, arrivals, clock.now())


async def _claim(database: Database, clock: ManualClock, batch: int = 10) -> list[str]:
    """The words of what was claimed, in order."""
    async with database.transaction() as tx:
        return [one.message.text for one in await inbox.claim(tx, clock.now(), batch)]


async def _done(database: Database, clock: ManualClock, row: int) -> int | None:
    async with database.transaction() as tx:
        return await inbox.done(tx, row, clock.now())


async def test_promise_1_a_message_that_arrives_twice_is_one_message(
    database: Database, clock: ManualClock
) -> None:
    await _store(database, clock, said("Xin chào", id="77"), said("Xin chào", id="77"))
    await _store(database, clock, said("Xin chào", id="77"))

    assert await _claim(database, clock) == ["Xin chào"]
    assert await _done(database, clock, 1) == 0
    await _store(database, clock, said("Xin chào", id="77"))
    assert await _claim(database, clock) == [], "not even after it was worked on"


async def test_the_same_id_in_another_channel_is_another_message(
    database: Database, clock: ManualClock
) -> None:
    await _store(database, clock, said("một", id="1"))
    await _store(database, clock, said("hai", id="1", address=Address("other", "lan")))

    assert await _claim(database, clock) == ["một", "hai"]


async def test_a_chat_is_worked_on_one_message_at_a_time_and_in_order(
    database: Database, clock: ManualClock
) -> None:
    await _store(database, clock, said("một"), said("hai"), said("một", chat="minh"))

    assert await _claim(database, clock) == ["một", "một"]
    assert await _claim(database, clock) == []
    assert await _done(database, clock, 1) == 1, "one waits behind it"
    assert await _claim(database, clock) == ["hai"]
    assert await _done(database, clock, 2) == 0


async def test_a_batch_takes_the_oldest(database: Database, clock: ManualClock) -> None:
    await _store(database, clock, *(said(f"{n}", chat=f"chat {9 - n}") for n in range(5)))

    assert await _claim(database, clock, batch=3) == ["0", "1", "2"]


async def test_a_message_is_done_once(database: Database, clock: ManualClock) -> None:
    await _store(database, clock, said("một"))
    await _claim(database, clock)

    assert await _done(database, clock, 1) == 0
    assert await _done(database, clock, 1) is None


async def test_a_message_is_taken_again_when_its_twenty_seconds_are_over(
    database: Database, clock: ManualClock
) -> None:
    await _store(database, clock, said("một"), said("hai"))
    await _claim(database, clock)

    await clock.move(seconds=19.9)
    assert await _claim(database, clock) == []
    await clock.move(seconds=0.1)
    assert await _claim(database, clock) == ["một"]


async def test_a_message_whose_worker_died_does_not_wait_for_a_clock_that_was_set_back(
    database: Database, clock: ManualClock
) -> None:
    await _store(database, clock, said("một"))
    await _claim(database, clock)

    clock.set(seconds=-30)
    assert await _claim(database, clock) == [], "it may well be at work"
    clock.set(hours=-1)
    assert await _claim(database, clock) == ["một"]


async def test_every_lease_is_returned_when_the_only_program_starts(
    database: Database, clock: ManualClock
) -> None:
    await _store(database, clock, said("một"))
    await _claim(database, clock)

    async with database.transaction() as tx:
        assert await inbox.free(tx) == 1
        [claimed] = await inbox.claim(tx, clock.now(), 1)
    assert (claimed.message.text, claimed.attempts) == ("một", 2)


async def test_a_try_for_which_the_disk_had_no_room_is_not_counted(
    database: Database, clock: ManualClock
) -> None:
    await _store(database, clock, said("một"))
    for _ in range(3):
        async with database.transaction() as tx:
            [claimed] = await inbox.claim(tx, clock.now(), 1)
            await inbox.again(tx, claimed)
            assert claimed.attempts == 1


async def test_who_comes_late_neither_gives_back_nor_sets_aside_what_is_another_s(
    database: Database, clock: ManualClock
) -> None:
    await _store(database, clock, said("một"))
    async with database.transaction() as tx:
        [late] = await inbox.claim(tx, clock.now(), 1)
    await clock.move(minutes=1)  # the lease is over
    async with database.transaction() as tx:
        [another] = await inbox.claim(tx, clock.now(), 1)

    async with database.transaction() as tx:
        await inbox.again(tx, late)
        assert not await inbox.fail(tx, late, "KeyError", clock.now())
        assert await inbox.claim(tx, clock.now(), 1) == []
        assert await inbox.fail(tx, another, "KeyError", clock.now())


async def test_words_are_dropped_when_they_are_worked_on(
    database: Database, clock: ManualClock, url: str
) -> None:
    await _store(database, clock, said("riêng tư"), said("hỏng", chat="minh"))
    async with database.transaction() as tx:
        _, broken = await inbox.claim(tx, clock.now(), 2)
    await _done(database, clock, 1)
    async with database.transaction() as tx:
        assert await inbox.fail(tx, broken, "KeyError", clock.now())

    rows = await ask(url, "SELECT state, payload FROM inbox ORDER BY id")
    assert rows == [("done", ""), ("failed", "")]


async def test_what_was_done_or_failed_long_ago_is_forgotten(
    database: Database, clock: ManualClock, url: str
) -> None:
    unreadable = Unreadable(channel="line", id="9", raw=b"{", why="no JSON", chat="bảy")
    await _store(database, clock, said("một"), said("hỏng", chat="minh"), unreadable)
    async with database.transaction() as tx:
        _, broken = await inbox.claim(tx, clock.now(), 2)
    await _done(database, clock, 1)
    async with database.transaction() as tx:
        await inbox.fail(tx, broken, "KeyError", clock.now())
    await clock.move(days=2)
    await _store(database, clock, said("hai", chat="tám"))

    async with database.transaction() as tx:
        forgotten = [
            await inbox.forget(tx, clock.now() - timedelta(days=days)) for days in (3, 1, 1)
        ]

    assert forgotten == [0, 3, 0]
    assert await ask(url, "SELECT state, address FROM inbox") == [("new", "line:tám")]


async def test_how_many_wait_and_since_when(database: Database, clock: ManualClock) -> None:
    async with database.reading() as tx:
        assert await inbox.waiting(tx) == (0, None)
    since = clock.now()
    await _store(database, clock, said("một"))
    await clock.move(seconds=5)
    await _store(database, clock, said("hai"))

    async with database.reading() as tx:
        assert await inbox.waiting(tx) == (2, since)


async def test_what_cannot_be_read_goes_to_the_holding_pen_once_as_it_came(
    database: Database, clock: ManualClock, url: str
) -> None:
    broken = Unreadable(channel="line", id="9", raw=b"\xff{", why="no JSON", chat="lan")
    await _store(database, clock, said("một"), broken, said("hai", chat="minh"))
    await _store(database, clock, broken)

    assert await _claim(database, clock) == ["một", "hai"]
    async with database.reading() as tx:
        held = await holding.waiting(tx)
        assert [(one.kind, one.address, one.why) for one in held] == [
            ("unreadable", "line:lan", "no JSON")
        ]
    assert await ask(url, "SELECT raw FROM holding") == [(b"\xff{",)]


@pytest.mark.parametrize(
    "message",
    [
        said("Xin chào"),
        said("", press="send:12", press_id="p1", reply_to="m7", happened=Happened.PRESSED),
        said("", start="CODE", title="Tổ 4", group=True, to_bot=True, sender="minh"),
        said("", happened=Happened.MOVED, moved_to="-100123"),
        said(
            "ảnh",
            left_out=("id_card", "phone"),
            attachments=(
                Attachment(media=Media.PHOTO, ref="f1", size=12),
                Attachment(media=Media.VOICE, ref="f2", seconds=9, name="a.ogg"),
            ),
        ),
    ],
    ids=["words", "press", "start", "moved", "files"],
)
def test_a_message_comes_back_from_its_row_as_it_was(message: Inbound) -> None:
    assert inbound_from_json(inbound_to_json(message)) == message


def test_times_are_kept_to_the_millisecond() -> None:
    message = said("một", at=datetime(2026, 4, 29, 3, 0, 0, 123000, tzinfo=UTC))

    assert inbound_from_json(inbound_to_json(message)).at == message.at
