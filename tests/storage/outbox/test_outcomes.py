"""What becomes of a row: later, paused, given up, moved, forgotten, shown to the operator."""

from datetime import timedelta

import pytest

from storage import addresses, broadcasts, outbox, pairs
from storage.broadcasts import Copy
from storage.outbox import Kind
from tests.doubles.box import LAN, MINH, Box


async def test_a_try_later_keeps_its_place_in_the_chat(box: Box) -> None:
    first, second = await box.put(LAN), await box.put(LAN)
    await box.claim()
    async with box.database.transaction() as tx:
        due = box.clock.now() + timedelta(seconds=5)
        await outbox.later(tx, box.tries[first], due, "502")

    assert await box.claim() == [], "the second does not overtake it"
    await box.clock.move(seconds=5)
    assert await box.claim() == [first]
    await box.sent(first)
    assert await box.claim() == [second]


@pytest.mark.parametrize(("counts", "attempts"), [(True, 2), (False, 1)])
async def test_a_try_that_the_platform_only_put_off_is_not_counted(
    box: Box, counts: bool, attempts: int
) -> None:
    row = await box.put(LAN)
    await box.claim()
    async with box.database.transaction() as tx:
        await outbox.later(tx, box.tries[row], box.clock.now(), "429", counts=counts)

    async with box.database.transaction() as tx:
        [parcel] = await outbox.claim(tx, "line", box.clock.now(), 1)
    assert parcel.attempts == attempts


async def test_a_row_given_back_was_not_tried_and_waits_for_its_moment(box: Box) -> None:
    row = await box.put(LAN)
    await box.claim()
    async with box.database.transaction() as tx:
        await outbox.wait(tx, [(box.tries[row], box.clock.now() + timedelta(seconds=1))])

    assert await box.claim() == []
    await box.clock.move(seconds=1)
    async with box.database.transaction() as tx:
        [parcel] = await outbox.claim(tx, "line", box.clock.now(), 1)
    assert (parcel.id, parcel.attempts) == (row, 1)


@pytest.mark.parametrize("asked", ["line:lan", "line:"], ids=["one chat", "the whole channel"])
async def test_nothing_is_claimed_during_a_pause(box: Box, asked: str) -> None:
    row = await box.put(LAN)
    async with box.database.transaction() as tx:
        await outbox.pause(tx, asked, box.clock.now() + timedelta(seconds=35), "429")

    assert await box.claim() == []
    await box.clock.move(seconds=34.999)
    assert await box.claim() == []
    await box.clock.move(seconds=0.001)
    assert await box.claim() == [row]


async def test_a_pause_of_one_chat_leaves_the_others_alone(box: Box) -> None:
    await box.put(LAN)
    minh = await box.put(MINH)
    async with box.database.transaction() as tx:
        await outbox.pause(tx, LAN, box.clock.now() + timedelta(days=1), "429")

    assert await box.claim() == [minh]


async def test_a_shorter_pause_does_not_end_a_longer_one(box: Box) -> None:
    now = box.clock.now()
    async with box.database.transaction() as tx:
        await outbox.pause(tx, "line:", now + timedelta(seconds=1386), "long")
        await outbox.pause(tx, "line:", now + timedelta(seconds=1), "short")

    async with box.database.reading() as tx:
        pause = await outbox.paused(tx, "line:", now)
        assert pause == outbox.Pause(now + timedelta(seconds=1386), "short")
        assert await outbox.paused(tx, "line:", now + timedelta(seconds=1386)) is None


async def test_a_pause_that_is_over_can_be_dropped(box: Box) -> None:
    now = box.clock.now()
    async with box.database.transaction() as tx:
        await outbox.pause(tx, LAN, now, "over")
        await outbox.pause(tx, MINH, now + timedelta(seconds=1), "holds")
        await outbox.drop_old_pauses(tx, now)

    async with box.database.reading() as tx:
        long_ago = now - timedelta(days=1)
        assert await outbox.paused(tx, LAN, long_ago) is None
        assert await outbox.paused(tx, MINH, long_ago) is not None


async def test_what_waits_for_a_closed_chat_is_given_up(box: Box) -> None:
    for _ in range(3):
        await box.put(LAN)
    minh = await box.put(MINH)

    async with box.database.transaction() as tx:
        assert await outbox.fail_address(tx, LAN, "blocked", box.clock.now()) == 3

    assert await box.claim() == [minh]
    async with box.database.reading() as tx:
        assert [one.why for one in await outbox.failed(tx)] == ["blocked"] * 3
        assert await outbox.failed_count(tx) == 3


async def test_what_waits_for_a_chat_that_moved_goes_with_it(box: Box) -> None:
    first, second = await box.put("line:group"), await box.put("line:group")
    async with box.database.transaction() as tx:
        await outbox.move(tx, "line:group", "line:supergroup")

    assert await box.claim() == [first]
    assert box.tries[first].address == "line:supergroup"
    await box.sent(first)
    assert await box.claim() == [second]


async def test_words_that_wait_are_replaced_and_words_on_their_way_are_not(box: Box) -> None:
    row = await box.put(LAN, pair=5)
    async with box.database.transaction() as tx:
        assert await outbox.replace_waiting(tx, 5, Kind.SEND, "newer") is True
        assert await outbox.replace_waiting(tx, 5, Kind.EDIT, "newer") is False
        [parcel] = await outbox.claim(tx, "line", box.clock.now(), 1)
        assert (parcel.id, parcel.payload) == (row, "newer")
        assert await outbox.replace_waiting(tx, 5, Kind.SEND, "newest") is False


async def test_a_parcel_knows_whether_it_goes_to_a_group(box: Box) -> None:
    await box.put(LAN)
    await box.put("line:-100")
    await box.put("line:nowhere known")
    async with box.database.transaction() as tx:
        await addresses.put(tx, LAN, box.clock.now())
        await addresses.put(tx, "line:-100", box.clock.now(), is_group=True)
        claimed = await outbox.claim(tx, "line", box.clock.now(), 10)

    assert [(one.address, one.is_group) for one in claimed] == [
        (LAN, False),
        ("line:-100", True),
        ("line:nowhere known", False),
    ]


async def test_what_was_just_sent_is_remembered_for_the_limits(box: Box) -> None:
    before = box.clock.now()
    async with box.database.transaction() as tx:
        await addresses.put(tx, "line:-100", before, is_group=True)
    old, ack, group = (
        await box.put(LAN),
        await box.put(LAN, kind=Kind.ACK),
        await box.put("line:-100"),
    )
    await box.claim()
    await box.sent(old)
    await box.clock.move(seconds=10)
    await box.sent(ack, group)

    async with box.database.reading() as tx:
        assert await outbox.recent(tx, "line", before) == [("line:-100", box.clock.now(), True)]


async def test_what_was_settled_long_ago_is_forgotten(box: Box) -> None:
    sent, failed = await box.put(LAN), await box.put(MINH)
    waits = await box.put("line:3")
    await box.claim(batch=2)
    await box.sent(sent)
    async with box.database.transaction() as tx:
        await outbox.fail(tx, box.tries[failed], "too long", box.clock.now())
    await box.clock.move(days=8)

    async with box.database.transaction() as tx:
        assert await outbox.forget(tx, box.clock.now() - timedelta(days=7)) == 2
    assert await box.claim() == [waits]


async def test_the_operator_sees_what_waits_since_when_and_why(box: Box) -> None:
    since = box.clock.now()
    row = await box.put(LAN)
    await box.clock.move(seconds=1)
    async with box.database.transaction() as tx:
        await broadcasts.put_copies(tx, 1, [Copy(MINH, "vi")], box.clock.now())
    await box.claim(batch=1)
    async with box.database.transaction() as tx:
        await outbox.later(tx, box.tries[row], since + timedelta(hours=1), "502 Bad Gateway")

    async with box.database.reading() as tx:
        assert await outbox.backlog(tx) == [outbox.Backlog("line", 2, since, 1)]
        assert await outbox.copies(tx, "line", 10) == 1
        [stuck] = await outbox.stuck(tx)
    assert (stuck.id, stuck.attempts, stuck.why, stuck.created_at) == (
        row, 1, "502 Bad Gateway", since,
    )  # fmt: skip
    assert await box.waiting() == 2


async def test_what_is_taken_back_was_never_put_and_its_words_are_returned(box: Box) -> None:
    row, behind = await box.put(LAN), await box.put(LAN)
    await box.claim()
    async with box.database.transaction() as tx:
        assert await outbox.take_back(tx, box.tries[row]) == "words"

    assert await box.claim() == [behind]


async def test_what_is_taken_back_has_the_words_it_was_changed_to_meanwhile(box: Box) -> None:
    async with box.database.transaction() as tx:
        pair = await pairs.put(tx, LAN, "question:1", pairs.CARD, box.clock.now())
    row = await box.put(LAN, pair=pair)
    await box.claim()
    await box.put(LAN, kind=Kind.EDIT, pair=pair)
    async with box.database.transaction() as tx:
        await outbox.replace_waiting(tx, pair, Kind.EDIT, "newer words")
        assert await outbox.take_back(tx, box.tries[row]) == "newer words"

    assert await box.waiting() == 0
