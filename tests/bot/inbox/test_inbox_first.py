"""A message is stored, then acknowledged, then worked on: in order, one at a time in each chat."""

import asyncio

import pytest

from bot.domain.messages import Unreadable
from storage import inbox
from storage.database import Unavailable
from storage.sqlite import Sqlite
from tests.doubles.clock import ManualClock
from tests.doubles.dispatching import Office
from tests.doubles.spine import said, until


async def test_promise_1_a_message_is_stored_before_it_is_acknowledged_or_worked_on(
    office: Office,
) -> None:
    await office.intake.store([said("một"), said("hai")])

    assert (office.heard, await office.waiting()) == ([], 2)
    await office.settle()
    assert (office.heard, await office.waiting()) == (["một", "hai"], 0)


async def test_promise_1_a_message_that_comes_twice_is_worked_on_once(office: Office) -> None:
    await office.arrive(said("một"), said("một"))
    await office.arrive(said("một"))

    assert office.heard == ["một"]


async def test_signs_of_private_use_are_dropped_on_the_way_in(office: Office) -> None:
    await office.arrive(said("\ue0001\ue001mộ\uf8fft\U0010fffd 🐃"))

    assert office.heard == ["1một 🐃"]


async def test_no_number_of_a_card_hides_behind_signs_of_private_use(office: Office) -> None:
    await office.arrive(said("căn cước 084\ue0001950\ue00012345"))

    assert office.heard == ["căn cước •••"]


async def test_promise_9_a_message_that_another_process_has_settled_is_not_worked_on_again(
    office: Office, clock: ManualClock
) -> None:
    await office.intake.store([said("một")])
    async with office.works.begin() as work:
        [claimed] = await inbox.claim(work.tx, work.now, 1)
    await clock.move(minutes=1)
    await office.settle()  # our lease ran out, and somebody else took it

    office.dispatch.attend()
    office.dispatch.begin(office.dispatch.reserve(1), [claimed])
    await office.settle()

    assert office.heard == ["một"]
    assert len(await office.outgoing()) == 1


async def test_promise_1_what_arrives_while_the_disk_is_full_is_not_acknowledged(
    office: Office, database: Sqlite
) -> None:
    await database.tune("PRAGMA query_only=ON")
    with pytest.raises(Unavailable):
        await office.intake.store([said("một")])

    await database.tune("PRAGMA query_only=OFF")
    await office.arrive(said("một"))
    assert office.heard == ["một"]


async def test_promise_1_a_chat_is_worked_on_one_at_a_time_and_in_order(office: Office) -> None:
    office.holds = asyncio.Event()
    await office.intake.store([said("wait"), said("sau"), said("khác", chat="minh")])
    while await office.dispatch.step():
        pass
    await until(lambda: office.heard == ["wait"])
    office.holds.set()

    await office.settle()

    assert [one for one in office.heard if one != "khác"] == ["wait", "sau"]


async def test_a_number_that_must_not_be_kept_is_not_even_in_the_inbox(
    office: Office, database: Sqlite
) -> None:
    raw = b'{"text": "CCCD 084095001234"}'
    await office.intake.store(
        [
            said("CCCD của tôi là 084095001234", id="1"),
            Unreadable(channel="line", id="x", raw=raw, why="no date", chat="lan"),
        ]
    )

    rows = await database.tune(
        "SELECT payload FROM inbox UNION ALL SELECT CAST(raw AS TEXT) FROM holding"
    )
    assert [str(row[0]) for row in rows if "084095001234" in str(row[0])] == []
