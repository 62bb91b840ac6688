"""A reply that its own turn claims: only where the next claim would have taken it as well."""

import pytest

from storage import outbox
from storage.outbox import Kind, Parcel, Priority
from tests.doubles.box import LAN, MINH, Box


async def _reply(box: Box, address: str = LAN) -> Parcel | None:
    async with box.database.transaction() as tx:
        return await outbox.put_claimed(
            tx, address=address, payload="words", now=box.clock.now(), pair=7
        )


async def test_a_reply_alone_in_its_chat_is_claimed_at_once(box: Box) -> None:
    parcel = await _reply(box)

    assert parcel == Parcel(
        id=1,
        address=LAN,
        kind=Kind.SEND,
        priority=Priority.REPLY,
        payload="words",
        attempts=1,
        pair=7,
        broadcast=None,
        language="",
        created_at=box.clock.now(),
        is_group=False,
    )
    assert await box.claim() == [], "nobody else takes it"


async def test_its_lease_is_a_minute_like_any_other(box: Box) -> None:
    await _reply(box)

    await box.clock.move(seconds=59)
    assert await box.claim() == []
    await box.clock.move(seconds=1)
    assert await box.claim() == [1]


async def test_when_it_has_gone_out_the_next_one_may(box: Box) -> None:
    parcel = await _reply(box)
    assert parcel
    box.tries[parcel.id] = parcel
    await box.sent(parcel.id)

    assert await _reply(box) is not None
    assert await box.waiting() == 1


async def test_it_waits_for_an_earlier_reply_that_waits(box: Box) -> None:
    first = await box.put(LAN)

    assert await _reply(box) is None
    assert await box.claim() == [first]
    await box.sent(first)
    assert await box.claim() == [first + 1], "and is claimed like any other then"


async def test_it_waits_for_what_is_on_its_way_to_its_chat(box: Box) -> None:
    for_all = await box.put(LAN, Priority.BROADCAST)
    assert await box.claim() == [for_all]

    assert await _reply(box) is None


async def test_it_overtakes_what_can_wait_and_holds_up_no_other_chat(box: Box) -> None:
    await box.put(LAN, Priority.BROADCAST)
    await box.put(LAN, Priority.NOTICE)
    await box.put(MINH)

    assert await _reply(box) is not None


async def test_an_acknowledged_press_holds_nothing_up(box: Box) -> None:
    await box.put(LAN, kind=Kind.ACK)

    assert await _reply(box) is not None


@pytest.mark.parametrize("pauses", [LAN, "line:"])
async def test_it_waits_while_its_chat_or_its_channel_is_to_pause(box: Box, pauses: str) -> None:
    async with box.database.transaction() as tx:
        until = box.clock.now().replace(minute=30)
        await outbox.pause(tx, pauses, until, "flood control")

    assert await _reply(box) is None
    assert await box.claim() == []
    await box.clock.move(minutes=30)
    assert await box.claim() == [1]
