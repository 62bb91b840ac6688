"""A message that breaks is undone and set aside, its sender told once, and nobody else held up."""

from dataclasses import replace

import pytest

from bot.domain.messages import Inbound, Unreadable
from bot.inbox.dispatch import Dispatch
from storage import holding, inbox
from storage.sqlite import Sqlite
from tests.doubles.dispatching import Office, words
from tests.doubles.spine import said


@pytest.mark.parametrize("place", range(10))
async def test_promise_1_poison_anywhere_in_a_batch_leaves_the_others_answered_at_once(
    office: Office, place: int
) -> None:
    batch = [said(f"{n}", chat=f"chat {n}") for n in range(10)]
    batch[place] = said("poison", chat=f"chat {place}")

    await office.arrive(*batch)

    kept, broke = (words(office.works, key) for key in ("question-kept", "something-broke"))
    assert sorted(await office.outgoing()) == [
        (f"line:chat {n}", "send", broke if n == place else kept) for n in range(10)
    ]
    assert await office.held() == [("broken", "KeyError")]


@pytest.mark.parametrize("place", range(5))
async def test_promise_1_what_cannot_be_read_is_kept_and_shown_and_the_others_are_answered(
    office: Office, place: int
) -> None:
    batch: list[Inbound | Unreadable] = [said(f"{n}", chat=f"chat {n}") for n in range(4)]
    batch.insert(place, Unreadable(channel="line", id="bad", raw=b"{", why="no JSON"))

    await office.arrive(*batch)

    assert sorted(office.heard) == ["0", "1", "2", "3"]
    assert await office.held() == [("unreadable", "no JSON")]


async def test_promise_1_a_message_that_breaks_is_undone_and_its_sender_is_told_once(
    office: Office,
) -> None:
    await office.arrive(said("poison"))
    await office.settle()

    assert await office.outgoing() == [("line:lan", "send", words(office.works, "something-broke"))]
    async with office.works.look() as work:
        [held] = await holding.waiting(work.tx)
    assert inbox.inbound_from_json(held.payload).text == "poison"


async def test_promise_1_the_messages_behind_a_broken_one_go_on(office: Office) -> None:
    await office.arrive(said("một"), said("poison"), said("hai"))

    assert office.heard == ["một", "poison", "hai"]
    assert await office.waiting() == 0


async def test_nobody_is_told_in_a_group_where_it_may_have_been_meant_for_nobody(
    office: Office,
) -> None:
    office.dispatch = Dispatch(office.works, replace(office.routes(), group=office.free))
    await office.arrive(said("poison", chat="-100", sender="lan", group=True))

    assert await office.outgoing() == []
    assert await office.held() == [("broken", "KeyError")]


async def test_a_row_that_cannot_be_read_back_is_set_aside_and_the_next_goes_on(
    office: Office, database: Sqlite
) -> None:
    await office.intake.store([said("một"), said("hai")])
    await database.tune("UPDATE inbox SET payload = '{' WHERE id = 1")
    await office.settle()

    assert office.heard == ["hai"]
    assert await office.held() == [("broken", "JSONDecodeError")]


async def test_a_message_that_killed_the_program_too_often_is_worked_on_no_more(
    office: Office,
) -> None:
    await office.intake.store([said("deadly"), said("sau")])
    for _ in range(10):
        async with office.works.begin() as work:
            await inbox.claim(work.tx, work.now, 1)
        async with office.works.begin() as work:
            await inbox.free(work.tx)

    await office.settle()

    assert office.heard == ["sau"]
    assert await office.held() == [("broken", "ManyCrashes")]
