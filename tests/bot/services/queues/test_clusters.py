"""Joining, splitting and undoing: by one official or two at once, on both engines."""

import asyncio

import pytest

from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.domain.questions import Sensitive
from bot.services.queues import clusters, queues
from storage import clusters as kept
from storage import questions
from storage.database import Database
from tests.doubles.alike import Alike, alike
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask


@pytest.fixture
async def bank(database: Database, clock: ManualClock, url: str) -> Alike:
    """Three have asked the same."""
    return await alike(database, clock, url)


async def _together(bank: Alike) -> list[tuple[int, int]]:
    """(cluster, question) of all that belong together now."""
    return await ask(
        bank.url,
        "SELECT cluster, question FROM cluster_members WHERE left_at IS NULL ORDER BY question",
    )


async def test_taking_one_holds_all_of_them(bank: Alike) -> None:
    await bank.join()

    taken = await bank.do(lambda work: queues.take(work, bank.officer, bank.asked[2].id))
    await bank.tick()

    assert taken.id == bank.asked[0].id
    assert await bank.statuses() == ["taken"] * 3
    with pytest.raises(Refused, match="taken-already"):
        await bank.do(lambda work: queues.take(work, bank.colleague, bank.asked[1].id))


async def test_of_two_officials_who_join_at_once_none_is_lost_and_nothing_belongs_to_two(
    bank: Alike,
) -> None:
    for _ in range(3):
        await bank.ask()

    told = await asyncio.gather(
        *(bank.join(0, one, by=bank.officer) for one in (1, 2, 3)),
        *(bank.join(one, 5, by=bank.colleague) for one in (2, 3, 4)),
        return_exceptions=True,
    )
    await bank.tick()

    assert all(isinstance(one, clusters.Joined | Refused) for one in told), told
    belong = await _together(bank)
    assert len({question for _, question in belong}) == len(belong)
    heads = await ask(bank.url, "SELECT id, head FROM clusters WHERE ended_at IS NULL")
    assert all((cluster, head) in belong for cluster, head in heads)
    assert {question for _, question in belong} >= {bank.asked[0].id, bank.asked[5].id}


async def test_what_belongs_to_a_cluster_joins_no_other(bank: Alike) -> None:
    await bank.join(0, 1)
    third, clock = bank.asked[2], bank.clock.now()

    async with bank.works.begin() as work:
        other = await kept.hold(work.tx, await kept.make(work.tx, third, clock))
        joined = await kept.join(work.tx, other, bank.asked[1].id, by=bank.colleague.id, now=clock)

    assert not joined
    assert [question for _, question in await _together(bank)] == [one.id for one in bank.asked[:2]]


async def test_undoing_a_join_leaves_everything_as_it_was_and_works_once(bank: Alike) -> None:
    done = await bank.join()
    await bank.tick()

    await bank.do(lambda work: clusters.undo(work, bank.colleague, done.act))
    await bank.tick()

    assert await _together(bank) == []
    assert await bank.statuses() == ["waiting"] * 3
    assert [await bank.moves(one) for one in bank.asked[1:]] == [["join", "split"]] * 2
    with pytest.raises(Refused, match="cluster-undone-already"):
        await bank.do(lambda work: clusters.undo(work, bank.officer, done.act))


async def test_undone_after_a_draft_what_waited_waits_again_and_what_was_held_is_held(
    bank: Alike,
) -> None:
    held, waited = bank.asked[1:]
    await bank.do(lambda work: queues.take(work, bank.officer, bank.asked[0].id))
    await bank.do(lambda work: queues.take(work, bank.officer, held.id))
    done = await bank.join()
    await bank.draft(bank.asked[0])
    assert await bank.statuses() == ["drafted"] * 3

    await bank.do(lambda work: clusters.undo(work, bank.officer, done.act))
    await bank.tick()

    assert await ask(bank.url, "SELECT status, taken_by FROM questions ORDER BY id") == [
        ("drafted", bank.officer.id),
        ("taken", bank.officer.id),
        ("waiting", None),
    ]
    assert (await bank.moves(waited))[-3:] == ["split", "return", "give_back"]


async def test_undoing_a_split_puts_it_back_with_the_others(bank: Alike) -> None:
    await bank.join()
    before = await _together(bank)
    done = await bank.do(lambda work: clusters.split(work, bank.officer, bank.asked[1].id))
    assert len(await _together(bank)) == 2

    await bank.do(lambda work: clusters.undo(work, bank.officer, done.act))

    assert await _together(bank) == before


async def test_the_split_of_one_of_two_ends_the_cluster_and_can_be_undone(bank: Alike) -> None:
    await bank.join(0, 1)
    done = await bank.do(lambda work: clusters.split(work, bank.officer, bank.asked[1].id))
    await bank.tick()
    assert await _together(bank) == []

    await bank.do(lambda work: clusters.undo(work, bank.officer, done.act))

    assert [question for _, question in await _together(bank)] == [
        bank.asked[0].id,
        bank.asked[1].id,
    ]


async def test_who_was_left_alone_a_moment_ago_may_lead_another_cluster(bank: Alike) -> None:
    first, second, third = bank.asked
    await bank.join(0, 1)
    await bank.do(lambda work: clusters.split(work, bank.officer, second.id))
    await bank.do(lambda work: clusters.split(work, bank.officer, first.id))

    await bank.join(0, 2)
    await bank.tick()

    assert [question for _, question in await _together(bank)] == [first.id, third.id]


async def test_what_is_split_off_a_draft_is_taken_and_the_draft_stays_with_the_others(
    bank: Alike,
) -> None:
    first, second, third = bank.asked
    await bank.join()
    await bank.draft(first)

    await bank.do(lambda work: clusters.split(work, bank.officer, first.id))
    await bank.tick()

    assert await bank.statuses() == ["taken", "drafted", "drafted"]
    assert await ask(bank.url, "SELECT question FROM answers") == [(second.id,)]
    await bank.do(lambda work: clusters.split(work, bank.officer, third.id))
    assert (await bank.statuses())[2] == "taken"


@pytest.mark.parametrize("sensitive", [Sensitive.PRIVATE, Sensitive.ACCUSATION, Sensitive.CRISIS])
async def test_nothing_sensitive_is_joined(bank: Alike, sensitive: Sensitive) -> None:
    await bank.ask(sensitive=sensitive)

    with pytest.raises(Refused):
        await bank.join(0, 3, by=bank.head)

    assert await _together(bank) == []


async def test_who_asked_one_of_them_cannot_take_them(bank: Alike) -> None:
    await bank.join()
    own = await bank.do(lambda work: questions.get(work.tx, bank.asked[1].id))
    asker = Person(id=own.asker, grants=bank.officer.grants)

    with pytest.raises(Refused, match="cluster-own"):
        await bank.do(lambda work: queues.take(work, asker, bank.asked[0].id))


async def test_what_a_colleague_holds_is_not_joined_to_what_another_holds(bank: Alike) -> None:
    await bank.do(lambda work: queues.take(work, bank.officer, bank.asked[0].id))
    await bank.do(lambda work: queues.take(work, bank.colleague, bank.asked[1].id))

    with pytest.raises(Refused, match="cluster-held"):
        await bank.join(0, 1)
