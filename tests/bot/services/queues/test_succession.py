"""An office ends with a cluster in its queue: all of it goes on elsewhere, whoever restarts."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

import pytest

from bot.domain.agencies import Queue, Validity, Ward
from bot.domain.programme import Programme
from bot.services.answers import answers
from bot.services.queues import queues, succession
from bot.services.relay import catching_up
from bot.services.sessions import programme_changes
from bot.work import Work
from storage import people, questions
from storage.database import Database
from tests.doubles.alike import Alike, alike
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask
from tests.doubles.spine import works_over

REGIONAL = Queue("nhcsxh_kv")
TOLD = "nay lo thay"


async def _ends(bank: Alike, name: str = "Ngân hàng khu vực") -> None:
    """The bank ends tonight and another one takes over; tomorrow at eight."""

    async def put(work: Work) -> None:
        today = work.local.date()
        since = Validity(since=today + timedelta(days=1))
        changed = _changed(work.programme, name, Validity(until=today), since)
        await programme_changes.put(work, changed, None)

    await bank.do(put)
    await bank.clock.move(hours=22)


def _changed(now: Programme, name: str, until: Validity, since: Validity) -> Programme:
    old = now.agency("nhcsxh")
    assert old
    new = replace(old, id=REGIONAL.agency, short=name, valid=since)
    gone = replace(old, valid=until, replaced_by=new.id)
    return replace(now, agencies=(*(one for one in now.agencies if one.id != old.id), gone, new))


def _restarted(bank: Alike, database: Database) -> Alike:
    """Whatever the program remembered beside its rows is gone."""
    works = works_over(database, bank.clock)
    works.cache.put(bank.works.programme)
    return replace(bank, works=works)


async def _told(bank: Alike) -> list[int]:
    """How often each asker heard who answers now."""
    return [sum(TOLD in one for one in await bank.told(asked)) for asked in bank.asked]


async def _queues(bank: Alike) -> set[tuple[str, str]]:
    return set(await ask(bank.url, "SELECT queue, status FROM questions"))


async def test_a_cluster_moves_a_portion_a_transaction_and_each_asker_hears_it_once(
    database: Database, clock: ManualClock, url: str
) -> None:
    bank = await alike(database, clock, url, wards=("p7",) * 45)
    await bank.join()
    await bank.tick()
    await bank.do(lambda work: queues.take(work, bank.officer, bank.asked[0].id))
    await bank.tick()
    due = await ask(url, "SELECT id, due_at FROM questions ORDER BY id")
    await _ends(bank)

    moved = [0]
    while await _restarted(bank, database).do(succession.step):
        moved += (await ask(url, "SELECT COUNT(*) FROM questions WHERE queue = 'nhcsxh_kv'"))[0]
        while await bank.do(catching_up.step):  # members follow their head meanwhile
            pass
    await bank.tick()
    await bank.later(hours=1)

    assert max(later - one for one, later in pairwise(moved)) == succession.PORTION
    assert await _queues(bank) == {("nhcsxh_kv", "waiting")}
    assert await ask(url, "SELECT id, due_at FROM questions ORDER BY id") == due
    assert await _told(bank) == [1] * 45
    assert await bank.together() == {0: list(range(45))}
    assert await ask(url, "SELECT queue FROM clusters") == [("nhcsxh_kv",)]
    assert "transfer" not in await bank.moves(bank.asked[9])


async def test_a_portion_that_breaks_is_moved_again_and_nobody_told_twice(
    database: Database, clock: ManualClock, url: str
) -> None:
    bank = await alike(database, clock, url)
    await _ends(bank)

    async def dies(work: Work) -> None:
        await succession.step(work)
        raise RuntimeError("the power is gone")

    with pytest.raises(RuntimeError):
        await bank.do(dies)
    await bank.tick()

    assert await _told(bank) == [1, 1, 1]


async def test_a_draft_waits_for_the_head_of_the_office_that_took_over(
    database: Database, clock: ManualClock, url: str
) -> None:
    bank = await alike(database, clock, url, wards=("p7", "p7"))
    await bank.draft(bank.asked[0])
    await bank.do(lambda work: queues.ask_back(work, bank.officer, bank.asked[1].id, "Ở đâu ạ?"))

    await _ends(bank)
    await bank.tick()

    assert await _queues(bank) == {("nhcsxh_kv", "drafted"), ("nhcsxh_kv", "asked_back")}
    vy = replace(
        bank.head, grants=frozenset(replace(one, scope=str(REGIONAL)) for one in bank.head.grants)
    )
    await bank.do(lambda work: answers.approve(work, vy, bank.asked[0].id))


async def test_who_knows_the_office_by_the_same_name_is_told_nothing(
    database: Database, clock: ManualClock, url: str
) -> None:
    bank = await alike(database, clock, url)

    await _ends(bank, "Ngân hàng Chính sách")
    await bank.tick()

    assert await _queues(bank) == {("nhcsxh_kv", "waiting")}
    assert await _told(bank) == [0, 0, 0]


async def test_of_several_wards_that_took_over_it_is_the_one_where_the_asker_lives_now(
    database: Database, clock: ManualClock, url: str
) -> None:
    bank = await alike(database, clock, url, wards=("p7", "p7"))

    async def put(work: Work) -> None:
        since = Validity(since=work.local.date() + timedelta(days=1))
        new = [Ward(id=one, name=f"Phường {one}", valid=since) for one in ("east", "west")]
        wards = [
            replace(one, valid=Validity(until=work.local.date()), successors=("east", "west"))
            if one.id == "p7"
            else one
            for one in work.programme.wards
        ]
        await programme_changes.put(work, replace(work.programme, wards=(*wards, *new)), None)
        asker = await people.get(work.tx, bank.asked[1].asker)
        assert asker
        await people.save(work.tx, replace(asker, ward="west"))

    await bank.do(put)
    await bank.later(hours=22)

    async with bank.works.look() as work:
        found = [await questions.get(work.tx, one.id) for one in bank.asked]
    assert [(str(one.queue), one.ward) for one in found if one] == [
        ("nhcsxh", "east"),
        ("nhcsxh", "west"),
    ]
    assert await _told(bank) == [0, 0], "their office is the same"
