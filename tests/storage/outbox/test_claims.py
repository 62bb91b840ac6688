"""What is to be said, row by row: what may be claimed, and in which order."""

import asyncio

import pytest

from storage import addresses, outbox
from storage.outbox import Kind, Priority
from tests.doubles.box import LAN, MINH, Box


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


async def test_promise_9_two_claims_at_once_never_get_the_same_row(box: Box) -> None:
    rows = [await box.put(f"line:{n}") for n in range(40)]

    claims = await asyncio.gather(*(box.claim(batch=7) for _ in range(8)))

    assert sorted(row for claim in claims for row in claim) == rows
