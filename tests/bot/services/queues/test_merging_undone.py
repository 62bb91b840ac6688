"""Two clusters that were made one are apart again: as it was, once, on both engines."""

import pytest

from bot.domain.errors import Refused
from bot.domain.people import Grant, Person, Role
from bot.services.queues import clusters, handing
from storage.database import Database
from tests.doubles.alike import Alike, alike
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask

AT_BHXH = Grant(Role.OFFICER, "bhxh")


@pytest.fixture
async def bank(database: Database, clock: ManualClock, url: str) -> Alike:
    """Two clusters, of three and of two questions; the second is from two wards."""
    made = await alike(database, clock, url, wards=("p7", "p7", "p7", "p7", "p1"))
    await made.join(0, 1, 2)
    await made.join(3, 4)
    await made.tick()
    return made


async def test_undone_each_is_where_it_was_and_older_acts_can_be_undone_too(
    bank: Alike,
) -> None:
    await bank.ask()
    third = await bank.join(3, 5)
    done = await bank.join(0, 3)
    await bank.tick()

    await bank.undo(done, by=bank.colleague)

    assert await bank.together() == {0: [0, 1, 2], 3: [3, 4, 5]}
    assert await bank.statuses() == ["waiting"] * 6
    assert (await bank.moves(bank.asked[4]))[-2:] == ["join", "split"]
    with pytest.raises(Refused, match="cluster-undone-already"):
        await bank.undo(done)
    await bank.undo(third)
    assert await bank.together() == {0: [0, 1, 2], 3: [3, 4]}


async def test_undone_after_a_draft_what_waited_waits_and_the_draft_stays(bank: Alike) -> None:
    done = await bank.join(0, 3)
    await bank.draft(bank.asked[0])
    assert await bank.statuses() == ["drafted"] * 5

    await bank.undo(done)

    assert await bank.statuses() == ["drafted"] * 3 + ["waiting"] * 2
    assert await ask(bank.url, "SELECT question FROM answers") == [(bank.asked[0].id,)]


async def test_what_has_joined_since_stays_and_what_has_left_since_does_not_come_back(
    bank: Alike,
) -> None:
    await bank.ask()
    done = await bank.join(0, 3)
    await bank.join(0, 5)
    await bank.do(lambda work: clusters.split(work, bank.officer, bank.asked[3].id))

    await bank.undo(done)

    assert await bank.together() == {0: [0, 1, 2, 5]}
    assert await bank.statuses() == ["waiting"] * 6


async def test_undone_when_one_of_them_leads_both_have_a_head(bank: Alike) -> None:
    done = await bank.join(0, 3)
    await bank.tick()
    await bank.draft(bank.asked[0])
    for place in (0, 1):
        await bank.withdraw(place)
    await bank.ask()
    await bank.join(2, 5)
    await bank.withdraw(2)
    assert await bank.together() == {3: [3, 4, 5]}

    await bank.undo(done)

    assert await bank.together() == {3: [3, 4]}
    assert (await bank.statuses())[3:] == ["waiting", "waiting", "drafted"]
    assert await ask(bank.url, "SELECT question FROM answers") == [(bank.asked[5].id,)]


async def test_where_nobody_else_is_left_it_is_not_undone(bank: Alike) -> None:
    done = await bank.join(0, 3)
    for place in (0, 1, 2):
        await bank.withdraw(place)

    with pytest.raises(Refused, match="cluster-undone-already"):
        await bank.undo(done)

    assert await bank.together() == {3: [3, 4]}


async def test_once_approved_it_is_not_undone(bank: Alike) -> None:
    done = await bank.join(0, 3)
    await bank.approve(bank.asked[0])

    with pytest.raises(Refused, match="cluster-answered"):
        await bank.undo(done)


async def test_a_transfer_since_then_is_not_undone_with_it(bank: Alike) -> None:
    done = await bank.join(0, 3)
    head = bank.asked[0].id
    await bank.do(lambda work: handing.hand_on(work, bank.officer, head, "bhxh", "việc thẻ"))
    await bank.tick()
    there = Person(id=bank.officer.id, grants=frozenset({AT_BHXH}))

    with pytest.raises(Refused, match="not-your-queue"):
        await bank.undo(done)
    await bank.undo(done, by=there)

    assert await bank.together() == {0: [0, 1, 2], 3: [3, 4]}
    assert await ask(bank.url, "SELECT DISTINCT queue, status FROM questions") == [
        ("bhxh", "waiting")
    ]


async def test_a_split_undone_after_its_cluster_was_joined_comes_to_all_of_them(
    bank: Alike,
) -> None:
    apart = await bank.do(lambda work: clusters.split(work, bank.officer, bank.asked[4].id))
    await bank.ask()
    await bank.join(3, 5)
    await bank.join(0, 3)

    await bank.undo(apart)

    assert await bank.together() == {0: [0, 1, 2, 3, 4, 5]}


async def test_the_last_one_that_is_left_with_a_draft_keeps_it(bank: Alike) -> None:
    done = await bank.join(0, 3)
    for place in (0, 1, 3, 4):
        await bank.withdraw(place)
    await bank.ask()
    joined = await bank.join(2, 5)
    await bank.draft(bank.asked[2])
    await bank.withdraw(2)

    with pytest.raises(Refused, match="cluster-undone-already"):
        await bank.undo(done)
    with pytest.raises(Refused, match="cluster-undone-already"):
        await bank.undo(joined)

    assert (await bank.statuses())[5] == "drafted"
    assert await ask(bank.url, "SELECT question FROM answers") == [(bank.asked[5].id,)]


async def test_split_off_before_the_others_have_followed_the_last_one_keeps_the_draft(
    bank: Alike,
) -> None:
    await bank.draft(bank.asked[3])
    await bank.do(lambda work: clusters.split(work, bank.officer, bank.asked[4].id))

    await bank.do(lambda work: clusters.split(work, bank.officer, bank.asked[3].id))
    await bank.tick()

    assert (await bank.statuses())[3:] == ["drafted", "taken"]
    assert await ask(bank.url, "SELECT question FROM answers") == [(bank.asked[3].id,)]
