"""What became of a promise to many: each hears it once, fifty a transaction, in every ward."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from bot.domain.commitments import Commitment, Postponed
from bot.services.answers import answers, commitment_news, commitments
from bot.work import Work
from storage import followers
from storage.database import Database
from tests.doubles.alike import Alike, alike
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask
from tests.doubles.spine import works_over

PROMISE = "Ngân hàng sẽ mở điểm giao dịch ở phường trước 30/6."


async def _promised(
    database: Database, clock: ManualClock, url: str, wards: tuple[str, ...]
) -> Alike:
    """All ask the same; the answer to them makes a promise, and all have followed."""
    bank = await alike(database, clock, url, wards=wards)
    await bank.join()
    await bank.tick()
    head = bank.asked[0].id
    await bank.do(lambda work: answers.submit(work, bank.officer, head, PROMISE))
    await bank.tick()
    await bank.do(lambda work: answers.approve(work, bank.head, head))
    await bank.tick()
    return bank


async def _heard(bank: Alike, words: str) -> list[int]:
    """How often each asker was told something with these words."""
    return [sum(words in one for one in await bank.told(asked)) for asked in bank.asked]


async def _keeps(bank: Alike, words: str = "đã mở ngày 20/6") -> None:
    await bank.do(lambda work: commitments.keep(work, bank.officer, 1, words))


async def _moves(bank: Alike, new: Postponed) -> None:
    await bank.do(lambda work: commitments.move(work, bank.officer, 1, new))


async def test_the_turn_tells_its_asker_and_the_others_hear_fifty_a_transaction_once_each(
    database: Database, clock: ManualClock, url: str
) -> None:
    bank = await _promised(database, clock, url, ("p7", "p1") * 60)

    await _keeps(bank)
    told = [sum(await _heard(bank, "đã mở ngày 20/6"))]
    for _ in range(2):  # the program dies in between, whatever it remembered goes with it
        await replace(bank, works=works_over(database, clock)).do(commitment_news.step)
        told.append(sum(await _heard(bank, "đã mở ngày 20/6")))
    await bank.tick()

    assert told[0] == 1
    assert max(later - one for one, later in pairwise(told)) <= 50
    assert await _heard(bank, "đã mở ngày 20/6") == [1] * 120
    assert "TV-0120" in (await bank.told(bank.asked[-1]))[-1]
    assert await bank.do(commitment_news.step) == 0


async def test_a_portion_that_breaks_is_told_again_and_nobody_twice(
    database: Database, clock: ManualClock, url: str
) -> None:
    bank = await _promised(database, clock, url, ("p7",) * 3)
    await _keeps(bank)

    async def dies(work: Work) -> None:
        await commitment_news.step(work)
        raise RuntimeError("the power is gone")

    with pytest.raises(RuntimeError):
        await bank.do(dies)
    await bank.tick()

    assert await _heard(bank, "đã mở ngày 20/6") == [1, 1, 1]


async def test_what_changes_meanwhile_is_told_to_all_and_the_old_day_to_nobody_any_more(
    database: Database, clock: ManualClock, url: str
) -> None:
    bank = await _promised(database, clock, url, ("p7",) * 120)
    await _moves(bank, Postponed(date(2026, 7, 15), "chờ vật tư"))
    await bank.do(commitment_news.step)

    await _moves(bank, Postponed(date(2026, 7, 20), "chờ thợ"))
    await bank.tick()

    assert await _heard(bank, "chờ thợ") == [1] * 120
    assert sum(await _heard(bank, "chờ vật tư")) <= 50


async def test_followers_hear_it_after_those_who_asked(
    database: Database, clock: ManualClock, url: str
) -> None:
    bank = await _promised(database, clock, url, ("p7",) * 2)
    neighbour = await bank.ask()
    await bank.do(lambda work: followers.add(work.tx, bank.asked[0].id, neighbour.asker, work.now))

    await _keeps(bank)
    await bank.tick()

    assert await _heard(bank, "đã mở ngày 20/6") == [1, 1, 1]
    assert "TV-0001" in (await bank.told(neighbour))[-1]


async def test_everybody_who_has_heard_it_hears_once_that_its_day_has_passed(
    database: Database, clock: ManualClock, url: str
) -> None:
    bank = await _promised(database, clock, url, ("p7",) * 60)
    neighbour = await bank.ask()
    await bank.do(lambda work: followers.add(work.tx, bank.asked[0].id, neighbour.asker, work.now))
    await bank.later(hours=7)  # the slot has come: the answer is heard
    await clock.move(days=63)

    for _ in range(3):
        while await bank.do(commitments.remind):
            pass
        await bank.tick()

    assert await _heard(bank, "đã qua ngày hẹn 30/6/2026") == [1] * 61


async def test_who_has_not_heard_the_promise_is_not_told_that_it_is_late(
    database: Database, clock: ManualClock, url: str
) -> None:
    bank = await _promised(database, clock, url, ("p7",) * 2)
    await clock.move(days=64)

    await bank.do(commitments.remind)
    while await bank.do(commitment_news.step):
        pass

    assert await _heard(bank, "đã qua ngày hẹn") == [0, 0]


async def test_none_that_it_was_after_all_ends_the_telling(
    database: Database, clock: ManualClock, url: str
) -> None:
    bank = await _promised(database, clock, url, ("p7",) * 3)
    await _moves(bank, Postponed(date(2026, 7, 15), "chờ vật tư"))

    await bank.do(lambda work: commitments.drop(work, bank.head, 1))
    await bank.tick()

    assert await _heard(bank, "chờ vật tư") == [1, 0, 0]


async def test_every_ward_whose_people_ask_sees_what_was_promised_once(
    database: Database, clock: ManualClock, url: str
) -> None:
    bank = await _promised(database, clock, url, ("p7", "p1", "p7"))

    async def listed(*wards: str) -> list[Commitment]:
        async with bank.works.look() as work:
            since = work.now - timedelta(days=1)
            return await commitments.of_wards(work, wards, since, 10)

    assert [one.words for one in await listed("p7")] == [PROMISE]
    assert await listed("p1") == await listed("p1", "p7") == await listed("p7")
    assert await listed("p2") == []
    await _keeps(bank)
    assert [one.note for one in await listed("p1")] == ["đã mở ngày 20/6"]
    await clock.move(days=2)
    assert await listed("p1") == []


async def test_a_promise_to_one_alone_is_told_and_listed_nowhere_else(
    database: Database, clock: ManualClock, url: str
) -> None:
    bank = await alike(database, clock, url, wards=("p7", "p1"))
    one = bank.asked[0].id
    await bank.do(lambda work: answers.submit(work, bank.officer, one, PROMISE, private=True))
    await bank.do(lambda work: answers.approve(work, bank.head, one))

    await _keeps(bank)

    assert await bank.do(commitment_news.step) == 0
    assert await ask(url, "SELECT COUNT(*) FROM commitment_wards") == [(0,)]
