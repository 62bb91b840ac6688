"""Two clusters of the same question are made one, and apart again: on both engines."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.errors import Refused
from bot.domain.people import Grant, Person, Role
from bot.domain.questions import Sensitive
from bot.services.queues import clusters, handing, queues
from bot.services.queues.clusters import Joined
from storage import clusters as kept
from storage import questions
from storage.database import Database
from tests.doubles.alike import Alike, alike
from tests.doubles.clock import ManualClock
from tests.doubles.moving import tell
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


# ── joined ───────────────────────────────────────────────────────────────────────────────────


async def test_one_of_each_named_all_of_both_share_one_answer_under_the_older_head(
    bank: Alike,
) -> None:
    done = await bank.join(4, 1)
    await bank.tick()

    assert await bank.together() == {0: [0, 1, 2, 3, 4]}
    assert [one.id for one in done.moved] == [bank.asked[3].id]
    assert (done.head.id, done.along, done.all) == (bank.asked[0].id, 1, 5)
    assert [(await bank.moves(one))[-1] for one in bank.asked[3:]] == ["join"] * 2


async def test_the_answer_reaches_each_of_both_once(bank: Alike) -> None:
    await bank.join(0, 3)
    await bank.tick()

    await bank.approve(bank.asked[0])
    await bank.later(hours=7)

    assert await bank.statuses() == ["answered"] * 5
    assert [len(await bank.told(one)) for one in bank.asked] == [1] * 5
    assert all("Có 5 bà con" in one for one in await bank.last_told())


async def test_several_clusters_and_questions_are_joined_in_one_go(bank: Alike) -> None:
    for _ in range(3):
        await bank.ask()
    await bank.join(5, 6)

    done = await bank.join(0, 3, 5, 7)

    assert await bank.together() == {0: [0, 1, 2, 3, 4, 5, 6, 7]}
    await bank.undo(done)
    assert await bank.together() == {0: [0, 1, 2], 3: [3, 4], 5: [5, 6]}


async def test_each_keeps_the_date_promised_and_all_are_due_when_the_first_of_them_is(
    bank: Alike,
) -> None:
    last = bank.asked[4]
    await tell(bank.url, f"UPDATE questions SET due_at = due_at - 86400000 WHERE id = {last.id}")
    before = await ask(bank.url, "SELECT due_at FROM questions ORDER BY id")

    await bank.join(0, 3)
    await bank.tick()

    assert await ask(bank.url, "SELECT due_at FROM questions ORDER BY id") == before
    [(cluster,)] = await ask(bank.url, "SELECT id FROM clusters WHERE ended_at IS NULL")
    _, due_at = await bank.do(lambda work: kept.weights(work.tx, cluster))
    assert due_at == last.due_at - timedelta(days=1)


async def test_what_is_drafted_leads_and_the_others_follow_the_draft(bank: Alike) -> None:
    await bank.draft(bank.asked[3])

    await bank.join(0, 3)
    await bank.tick()

    assert await bank.together() == {3: [0, 1, 2, 3, 4]}
    assert await bank.statuses() == ["drafted"] * 5


async def test_what_an_official_holds_alone_leads_the_cluster_that_waits(bank: Alike) -> None:
    await bank.ask()
    await bank.do(lambda work: queues.take(work, bank.officer, bank.asked[5].id))

    await bank.join(0, 5)
    await bank.tick()

    assert await bank.together() == {5: [0, 1, 2, 5], 3: [3, 4]}
    assert (await bank.statuses())[:3] == ["taken"] * 3


async def test_the_words_of_one_are_the_words_of_all_until_it_is_undone(bank: Alike) -> None:
    await bank.do(
        lambda work: clusters.word(work, bank.officer, bank.asked[3].id, "Vay nuôi bò ra sao?")
    )

    done = await bank.join(0, 3)
    assert (
        await ask(bank.url, "SELECT words FROM clusters ORDER BY id")
        == [("Vay nuôi bò ra sao?",)] * 2
    )
    await bank.undo(done)

    assert await ask(bank.url, "SELECT words FROM clusters ORDER BY id") == [
        ("",),
        ("Vay nuôi bò ra sao?",),
    ]


# ── refused ──────────────────────────────────────────────────────────────────────────────────


async def test_two_drafts_stay_two_until_a_head_returns_one(bank: Alike) -> None:
    await bank.draft(bank.asked[0])
    await bank.draft(bank.asked[3])

    with pytest.raises(Refused, match="cluster-two-drafts"):
        await bank.join(0, 3)


async def test_what_two_officials_hold_is_not_joined(bank: Alike) -> None:
    await bank.do(lambda work: queues.take(work, bank.officer, bank.asked[0].id))
    await bank.do(lambda work: queues.take(work, bank.colleague, bank.asked[3].id))

    with pytest.raises(Refused, match="cluster-held"):
        await bank.join(0, 3)


async def test_nothing_joins_what_is_answered_and_it_is_said_what_to_do(bank: Alike) -> None:
    await bank.approve(bank.asked[0])
    await bank.later(hours=7)

    with pytest.raises(Refused, match="cluster-answered-one"):
        await bank.join(0, 3)
    with pytest.raises(Refused, match="cluster-answered-one"):
        await bank.join(3, 1)


async def test_who_asked_in_either_joins_neither(bank: Alike) -> None:
    asker = Person(id=bank.asked[4].asker, grants=bank.officer.grants)

    with pytest.raises(Refused, match="cluster-own"):
        await bank.join(0, 3, by=asker)


async def test_nobody_is_made_to_hold_what_they_asked(bank: Alike) -> None:
    await tell(
        bank.url,
        f"UPDATE questions SET asker = {bank.officer.id} WHERE id = {bank.asked[4].id}",
    )
    await bank.do(lambda work: queues.take(work, bank.officer, bank.asked[0].id))

    with pytest.raises(Refused, match="cluster-own-held"):
        await bank.join(0, 3, by=bank.colleague)


async def test_what_went_to_another_agency_is_joined_by_nobody(bank: Alike) -> None:
    head = bank.asked[3].id
    await bank.do(lambda work: handing.hand_on(work, bank.officer, head, "bhxh", "việc thẻ"))

    with pytest.raises(Refused, match="not-your-queue"):
        await bank.join(0, 3)
    both = Person(id=bank.officer.id, grants=bank.officer.grants | {AT_BHXH})
    with pytest.raises(Refused, match="cluster-elsewhere"):
        await bank.join(0, 3, by=both)


@pytest.mark.parametrize("sensitive", [Sensitive.PRIVATE, Sensitive.ACCUSATION, Sensitive.CRISIS])
async def test_nothing_sensitive_joins_two_clusters(bank: Alike, sensitive: Sensitive) -> None:
    await bank.ask(sensitive=sensitive)

    with pytest.raises(Refused):
        await bank.join(0, 3, 5, by=bank.head)

    assert await bank.together() == {0: [0, 1, 2], 3: [3, 4]}


async def test_while_more_time_is_still_being_told_it_waits_a_moment(bank: Alike) -> None:
    head = bank.asked[3].id
    await bank.do(lambda work: queues.take(work, bank.officer, bank.asked[0].id))
    await bank.do(lambda work: queues.extend(work, bank.officer, head, 2, "chờ ngân hàng tỉnh"))

    with pytest.raises(Refused, match="cluster-moving"):
        await bank.join(3, 0)
    await bank.tick()
    await bank.join(3, 0)
    await bank.tick()

    told = [await bank.told(one) for one in bank.asked[3:]]
    assert ["chờ ngân hàng tỉnh" in "".join(one) for one in told] == [True] * 2
    assert [await bank.told(one) for one in bank.asked[:3]] == [[]] * 3


# ── many at once ─────────────────────────────────────────────────────────────────────────────


async def test_of_those_who_join_both_at_once_one_does_and_nothing_belongs_to_two(
    bank: Alike,
) -> None:
    told = await asyncio.gather(
        bank.join(0, 3, by=bank.officer),
        bank.join(3, 0, by=bank.colleague),
        bank.join(4, 2, by=bank.head),
        bank.withdraw(1),
        return_exceptions=True,
    )
    await bank.tick()

    assert sum(isinstance(one, Joined) for one in told[:3]) == 1, told
    assert await bank.together() == {0: [0, 2, 3, 4]}


async def test_a_cluster_holds_no_more_than_a_ward_meeting_s_worth(
    database: Database, clock: ManualClock, url: str
) -> None:
    bank = await alike(database, clock, url, wards=("p7",) * 302)
    await bank.join(*range(200))
    await bank.join(*range(200, 302))

    with pytest.raises(Refused, match="cluster-full"):
        await bank.join(0, 200)
    await bank.do(lambda work: clusters.split(work, bank.officer, bank.asked[250].id))
    await bank.do(lambda work: clusters.split(work, bank.officer, bank.asked[251].id))
    done = await bank.join(0, 200)

    assert done.all == 300
    unmoved = await bank.do(lambda work: questions.get(work.tx, bank.asked[251].id))
    assert unmoved.status.value == "waiting"
