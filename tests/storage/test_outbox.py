"""What is to be said, row by row: what may be claimed, in which order, and what becomes of it."""

import asyncio
from datetime import timedelta

import pytest

from storage import addresses, outbox
from storage.database import Database
from storage.outbox import Kind, Parcel, Priority
from tests.doubles.clock import ManualClock

LAN, MINH = "line:lan", "line:minh"


class Box:
    """The outbox at the moment that the clock shows."""

    def __init__(self, database: Database, clock: ManualClock) -> None:
        self.database = database
        self.clock = clock
        self.tries: dict[int, Parcel] = {}  #: the last claim of each row

    async def put(
        self,
        address: str,
        priority: Priority = Priority.REPLY,
        *,
        kind: Kind = Kind.SEND,
        pair: int | None = None,
    ) -> int:
        async with self.database.transaction() as tx:
            return await outbox.put(
                tx,
                address=address,
                kind=kind,
                payload="words",
                now=self.clock.now(),
                priority=priority,
                pair=pair,
            )

    async def claim(
        self, batch: int = 10, lowest: Priority = Priority.BROADCAST, channel: str = "line"
    ) -> list[int]:
        """The rows claimed, in the order to send them."""
        async with self.database.transaction() as tx:
            claimed = await outbox.claim(tx, channel, self.clock.now(), batch, lowest)
        self.tries |= {one.id: one for one in claimed}
        return [one.id for one in claimed]

    async def sent(self, *rows: int) -> None:
        async with self.database.transaction() as tx:
            await outbox.sent(tx, [self.tries[row] for row in rows], self.clock.now())

    async def waiting(self) -> int:
        async with self.database.reading() as tx:
            return sum(one.waiting for one in await outbox.backlog(tx))


@pytest.fixture
def box(database: Database, clock: ManualClock) -> Box:
    return Box(database, clock)


async def test_a_chat_gets_its_messages_one_after_the_other(box: Box) -> None:
    first, second = await box.put(LAN), await box.put(LAN)

    assert await box.claim() == [first]
    assert await box.claim() == [], "the first is on its way"
    await box.sent(first)
    assert await box.claim() == [second]


async def test_chats_do_not_wait_for_one_another(box: Box) -> None:
    lan, minh = await box.put(LAN), await box.put(MINH)

    assert await box.claim() == [lan, minh]


async def test_replies_come_before_notices_and_notices_before_broadcasts(box: Box) -> None:
    for_all = await box.put("line:1", Priority.BROADCAST)
    notice = await box.put("line:2", Priority.NOTICE)
    reply = await box.put("line:3", Priority.REPLY)

    assert await box.claim(batch=2) == [reply, notice]
    assert await box.claim() == [for_all]


async def test_a_reply_overtakes_what_waits_for_the_same_chat(box: Box) -> None:
    for_all = await box.put(LAN, Priority.BROADCAST)
    reply = await box.put(LAN, Priority.REPLY)

    assert await box.claim() == [reply]
    await box.sent(reply)
    assert await box.claim() == [for_all]


async def test_a_reply_waits_for_what_is_on_its_way_to_the_same_chat(box: Box) -> None:
    for_all = await box.put(LAN, Priority.BROADCAST)
    assert await box.claim() == [for_all]
    reply = await box.put(LAN, Priority.REPLY)

    assert await box.claim() == []
    await box.sent(for_all)
    assert await box.claim() == [reply]


async def test_only_replies_are_claimed_where_nothing_else_may_go(box: Box) -> None:
    await box.put("line:1", Priority.BROADCAST)
    await box.put("line:2", Priority.NOTICE)
    reply = await box.put("line:3", Priority.REPLY)

    assert await box.claim(lowest=Priority.REPLY) == [reply]


async def test_a_press_is_acknowledged_without_waiting_for_words_and_no_words_wait_for_it(
    box: Box,
) -> None:
    words = await box.put(LAN)
    ack = await box.put(LAN, kind=Kind.ACK)

    assert await box.claim() == [words, ack]


async def test_each_channel_claims_its_own(box: Box) -> None:
    await box.put(LAN)
    other = await box.put("other:lan")

    assert await box.claim(channel="other") == [other]


async def test_a_row_is_claimed_again_when_its_minute_is_over(box: Box) -> None:
    row = await box.put(LAN)
    assert await box.claim() == [row]

    await box.clock.move(seconds=59.9)
    assert await box.claim() == []
    await box.clock.move(seconds=0.1)
    assert await box.claim() == [row]


#: What a try may come to.
ENDS = {
    "sent": lambda tx, parcel, now: outbox.sent(tx, [parcel], now),
    "given back": lambda tx, parcel, now: outbox.wait(tx, [(parcel, now)]),
    "later": lambda tx, parcel, now: outbox.later(tx, parcel, now, "502"),
    "failed": lambda tx, parcel, now: outbox.fail(tx, parcel, "too long", now),
}


@pytest.mark.parametrize("end", ENDS)
async def test_what_an_overtaken_try_came_to_is_not_believed_any_more(box: Box, end: str) -> None:
    row, _second = await box.put(LAN), await box.put(LAN)
    await box.claim()
    overtaken = box.tries[row]
    await box.clock.move(minutes=1)
    assert await box.claim() == [row], "somebody else tries"

    async with box.database.transaction() as tx:
        await ENDS[end](tx, overtaken, box.clock.now())

    assert await box.claim() == [], "the other try is still on its way"
    await box.sent(row)
    async with box.database.reading() as tx:
        assert await outbox.failed_count(tx) == 0
    assert await box.waiting() == 1


async def test_a_lost_broadcast_and_a_new_reply_do_not_wait_for_each_other_for_ever(
    box: Box,
) -> None:
    lost = await box.put(LAN, Priority.BROADCAST)
    assert await box.claim() == [lost]
    reply = await box.put(LAN, Priority.REPLY)
    await box.clock.move(minutes=1)

    assert await box.claim() == [lost], "what may have been sent comes first"
    await box.sent(lost)
    assert await box.claim() == [reply]


async def test_a_new_sender_gets_what_the_last_one_had_on_its_way(box: Box) -> None:
    async with box.database.transaction() as tx:
        await addresses.put(tx, "line:-100", box.clock.now(), is_group=True)
    first, second = await box.put(LAN), await box.put(LAN)
    group, ack = await box.put("line:-100"), await box.put(MINH, kind=Kind.ACK)
    other = await box.put("other:lan")
    assert await box.claim() == [first, group, ack]
    assert await box.claim(channel="other") == [other]

    async with box.database.transaction() as tx:
        may_have_gone = await outbox.take_over(tx, "line")

    assert sorted(may_have_gone) == [("line:-100", True), (LAN, False)]
    assert await box.claim() == [first, group, ack]
    await box.sent(first)
    assert await box.claim() == [second]
    assert await box.claim(channel="other") == []


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
        await outbox.put_copies(tx, 1, [(MINH, "vi")], box.clock.now())
    await box.claim(batch=1)
    async with box.database.transaction() as tx:
        await outbox.later(tx, box.tries[row], since + timedelta(hours=1), "502 Bad Gateway")

    async with box.database.reading() as tx:
        assert await outbox.backlog(tx) == [outbox.Backlog("line", 2, since, 1)]
        assert await outbox.copies(tx, 10) == 1
        [stuck] = await outbox.stuck(tx)
    assert (stuck.id, stuck.attempts, stuck.why, stuck.created_at) == (
        row, 1, "502 Bad Gateway", since,
    )  # fmt: skip
    assert await box.waiting() == 2


async def test_promise_9_two_claims_at_once_never_get_the_same_row(box: Box) -> None:
    rows = [await box.put(f"line:{n}") for n in range(40)]

    claims = await asyncio.gather(*(box.claim(batch=7) for _ in range(8)))

    assert sorted(row for claim in claims for row in claim) == rows
