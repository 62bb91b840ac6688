"""The questions of a cluster follow their head: in portions, once each, on both engines."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import replace

import pytest

from bot.domain.calendar import Holiday
from bot.domain.errors import Refused
from bot.domain.people import Person
from bot.services.answers import answers
from bot.services.asking import questions as own
from bot.services.queues import handing, queues
from bot.services.relay import catching_up, relay
from bot.services.residents import onboarding
from bot.work import Work
from storage import answers as kept
from storage import followers, people
from storage.database import Database, Unavailable, to_ms
from tests.doubles.alike import ANSWER, Alike, alike
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask
from tests.doubles.spine import works_over


@pytest.fixture
async def bank(database: Database, clock: ManualClock, url: str) -> Alike:
    """Three have asked the same, and an official has joined them."""
    made = await alike(database, clock, url)
    await made.join()
    await made.tick()
    return made


async def asker(bank: Alike, place: int) -> Person:
    async with bank.works.look() as work:
        found = await people.get(work.tx, bank.asked[place].asker)
    assert found
    return found


# ── many, and a program that dies ────────────────────────────────────────────────────────────


async def test_two_hundred_follow_fifty_a_transaction_and_each_hears_once(
    database: Database, clock: ManualClock, url: str
) -> None:
    bank = await alike(database, clock, url, wards=("p7", "p1") * 100)
    await bank.join()
    await bank.tick()
    await bank.approve(bank.asked[0])
    moved = []
    while await bank.do(catching_up.step):
        moved.append((await bank.statuses()).count("approved"))
    await clock.move(hours=7)
    while await bank.do(relay.tell_due) or await bank.do(relay.tell_heard):
        pass
    heard = [(await bank.statuses()).count("answered")]
    for _ in range(2):  # the program dies here, whatever it remembered goes with it
        await bank.do(catching_up.step)
        heard.append((await bank.statuses()).count("answered"))
    again = replace(bank, works=works_over(database, clock))
    await again.tick()

    assert moved == [50, 100, 150, 200, 200]
    assert heard == [2, 50, 100], "one of each ward with its bulletin, then fifty at a time"
    assert await again.statuses() == ["answered"] * 200
    told = [await again.told(one) for one in again.asked]
    assert [len(one) for one in told] == [1] * 200
    assert await again.moves(again.asked[199]) == [
        *("join", "take", "draft", "approve", "answer"),
    ]


async def test_a_portion_that_breaks_is_done_again_and_nothing_twice(bank: Alike) -> None:
    await bank.approve(bank.asked[0])

    async def dies(work: Work) -> None:
        await catching_up.step(work)
        raise RuntimeError("the power is gone")

    with pytest.raises(RuntimeError):
        await bank.do(dies)
    assert await bank.statuses() == ["approved", "drafted", "drafted"]
    await bank.tick()
    await bank.later(hours=7)

    assert await bank.statuses() == ["answered"] * 3
    assert [len(await bank.told(one)) for one in bank.asked] == [1, 1, 1]
    assert await bank.moves(bank.asked[2]) == [*("join", "take", "draft", "approve", "answer")]


# ── what is done to the head is done to all ──────────────────────────────────────────────────


async def test_what_is_given_back_and_returned_goes_back_for_all(bank: Alike) -> None:
    await bank.draft(bank.asked[0])
    assert await bank.statuses() == ["drafted"] * 3
    head = bank.asked[0].id

    await bank.do(lambda work: answers.send_back(work, bank.head, head, "thiếu lãi suất"))
    await bank.tick()
    assert await bank.statuses() == ["taken"] * 3
    await bank.do(lambda work: queues.give_back(work, bank.officer, bank.asked[2].id))
    await bank.tick()

    assert await bank.statuses() == ["waiting"] * 3


async def test_who_holds_the_head_holds_all_also_where_it_changed_hands_in_between(
    bank: Alike,
) -> None:
    head = bank.asked[0].id
    await bank.do(lambda work: queues.take(work, bank.officer, head))
    await bank.tick()

    await bank.do(lambda work: queues.give_back(work, bank.officer, head))
    await bank.do(lambda work: queues.take(work, bank.colleague, head))
    await bank.tick()

    held = await ask(bank.url, "SELECT status, taken_by FROM questions")
    assert held == [("taken", bank.colleague.id)] * 3


async def test_a_transfer_takes_all_along_with_a_new_promise_each(bank: Alike) -> None:
    head = bank.asked[0].id

    await bank.do(lambda work: handing.hand_on(work, bank.officer, head, "bhxh", "việc thẻ"))
    await bank.tick()

    assert await ask(bank.url, "SELECT DISTINCT queue, status FROM questions") == [
        ("bhxh", "waiting")
    ]
    assert [
        "qua Bảo hiểm xã hội, vì: việc thẻ." in (await bank.told(one))[-1] for one in bank.asked
    ] == [True] * 3
    assert (await bank.moves(bank.asked[1]))[-2:] == ["take", "transfer"]


async def test_transferred_to_the_ward_each_goes_to_the_committee_of_its_own(
    database: Database, clock: ManualClock, url: str
) -> None:
    bank = await alike(database, clock, url, wards=("p7", "p1", "p7"))
    await bank.join()
    head = bank.asked[0].id

    await bank.do(lambda work: handing.hand_on(work, bank.officer, head, "ubnd_phuong", ""))
    await bank.tick()

    queues_now = await ask(url, "SELECT queue FROM questions ORDER BY id")
    assert queues_now == [("ubnd_phuong@p7",), ("ubnd_phuong@p1",), ("ubnd_phuong@p7",)]
    together = "SELECT question FROM cluster_members WHERE left_at IS NULL ORDER BY question"
    assert await ask(url, together) == [(head,), (bank.asked[2].id,)]


async def test_more_time_is_given_to_all_and_each_hears_why(bank: Alike) -> None:
    head = bank.asked[0].id

    await bank.do(lambda work: queues.extend(work, bank.officer, head, 2, "chờ ngân hàng tỉnh"))
    await bank.tick()
    await bank.tick()

    assert await ask(bank.url, "SELECT promised_days FROM questions") == [(9,)] * 3
    assert [len(await bank.told(one)) for one in bank.asked] == [1] * 3
    assert all("chờ ngân hàng tỉnh" in one for one in await bank.last_told())


async def test_more_time_for_all_is_counted_in_the_days_of_the_office_that_answers(
    bank: Alike,
) -> None:
    """The bank is closed on the working day after each promise; other offices are not."""
    cache, due = bank.works.cache, bank.asked[0].due_at
    of_all = cache.programme.calendar
    closed = of_all.local(of_all.add(due, 1).at).date()
    of_bank = replace(of_all, holidays=(Holiday(closed, "ngày truyền thống"),))
    agencies = tuple(
        replace(one, calendar=of_bank) if one.id == "nhcsxh" else one
        for one in cache.programme.agencies
    )
    cache.put(replace(cache.programme, agencies=agencies))
    head = bank.asked[0].id

    await bank.do(lambda work: queues.extend(work, bank.officer, head, 2, "chờ ngân hàng tỉnh"))
    await bank.tick()

    promised = to_ms(of_bank.add(due, 2).at)
    assert promised != to_ms(of_all.add(due, 2).at)
    assert await ask(bank.url, "SELECT due_at FROM questions") == [(promised,)] * 3


async def test_declined_all_hear_the_reason_and_the_cluster_is_over(bank: Alike) -> None:
    head = bank.asked[0].id

    await bank.do(lambda work: queues.decline(work, bank.head, head, "không thuộc ngân hàng"))
    await bank.tick()

    assert await bank.statuses() == ["declined"] * 3
    assert all("không thuộc ngân hàng" in one for one in await bank.last_told())
    assert await ask(bank.url, "SELECT COUNT(*) FROM clusters WHERE ended_at IS NULL") == [(0,)]


async def test_where_askers_hear_at_approval_all_do_before_the_bulletin(bank: Alike) -> None:
    cache = bank.works.cache
    cache.put(replace(cache.programme, askers_hear="at_approval"))

    await bank.approve(bank.asked[0])
    await bank.tick()

    assert await bank.statuses() == ["answered"] * 3
    await bank.later(hours=7)
    assert [len(await bank.told(one)) for one in bank.asked] == [1] * 3


async def test_while_they_follow_askers_and_officials_go_on_and_nobody_waits_for_ever(
    database: Database, clock: ManualClock, url: str
) -> None:
    bank = await alike(database, clock, url, wards=("p7",) * 30)
    await bank.join()
    people_ = [await asker(bank, place) for place in range(30)]

    async def as_the_road_does(step: Callable[[Work], Awaitable[object]]) -> bool:
        """A deadlock that the database breaks is tried again; False for what is refused."""
        for _ in range(50):
            with suppress(Unavailable):
                try:
                    await bank.do(step)
                except Refused:
                    return False
                return True
        raise AssertionError("it never went through")

    async def withdraws(place: int) -> bool:
        asked = bank.asked[place].id
        return await as_the_road_does(lambda work: own.withdraw(work, people_[place], asked))

    async def takes_and_gives_back() -> bool:
        """Refused where somebody has it, or its head is just being withdrawn; not each time."""
        steps = [
            lambda work: queues.take(work, bank.officer, bank.asked[20].id),
            lambda work: queues.give_back(work, bank.officer, bank.asked[25].id),
        ]
        return any([await as_the_road_does(step) for step in steps * 3])

    async def ticks() -> bool:
        await bank.tick()
        return True

    went = await asyncio.gather(
        *(withdraws(place) for place in range(15)),
        takes_and_gives_back(),
        *(ticks() for _ in range(3)),
    )
    await bank.tick()

    assert went == [True] * 19
    assert (await bank.statuses())[:15] == ["withdrawn"] * 15
    left = (await bank.statuses())[15:]
    assert len(set(left)) == 1, "all who are left stand where their head does"
    [(head,)] = await ask(url, "SELECT head FROM clusters WHERE ended_at IS NULL")
    together = "SELECT question FROM cluster_members WHERE left_at IS NULL ORDER BY question"
    assert head in {question for (question,) in await ask(url, together)}


# ── what is about one of them ────────────────────────────────────────────────────────────────


async def test_asking_one_back_stops_the_clock_of_that_one_alone(bank: Alike) -> None:
    head = bank.asked[0].id

    await bank.do(lambda work: queues.ask_back(work, bank.officer, head, "Sổ hộ nghèo năm nào?"))
    await bank.tick()

    assert await bank.statuses() == ["asked_back", "taken", "taken"]
    assert await ask(bank.url, "SELECT head FROM clusters") == [(bank.asked[1].id,)]
    assert [await bank.told(one) for one in bank.asked[1:]] == [[], []]


async def test_a_private_answer_is_for_its_asker_and_the_others_wait_for_theirs(
    bank: Alike,
) -> None:
    head = bank.asked[0].id
    secret = "Riêng nhà chị thì được khoanh nợ ba năm."

    await bank.do(lambda work: answers.submit(work, bank.officer, head, secret, private=True))
    await bank.tick()
    await bank.do(lambda work: answers.approve(work, bank.head, head))
    await bank.later(hours=7)

    assert await bank.statuses() == ["answered", "taken", "taken"]
    assert secret in (await bank.told(bank.asked[0]))[-1]
    assert [await bank.told(one) for one in bank.asked[1:]] == [[], []]


async def test_the_draft_goes_on_when_the_head_s_asker_takes_it_back_or_is_erased(
    bank: Alike,
) -> None:
    await bank.draft(bank.asked[0])
    who = await asker(bank, 0)

    await bank.do(lambda work: onboarding.erase(work, who))
    await bank.tick()

    assert await bank.statuses() == ["withdrawn", "drafted", "drafted"]
    draft = await bank.do(lambda work: kept.newest(work.tx, bank.asked[1].id))
    assert draft.text == ANSWER
    await bank.do(lambda work: answers.approve(work, bank.head, bank.asked[1].id))
    await bank.later(hours=7)
    assert await bank.statuses() == ["withdrawn", "answered", "answered"]


async def test_what_its_asker_takes_back_leaves_the_others_undisturbed(bank: Alike) -> None:
    who = await asker(bank, 1)

    await bank.do(lambda work: own.withdraw(work, who, bank.asked[1].id))
    await bank.approve(bank.asked[0])
    await bank.later(hours=7)

    assert await bank.statuses() == ["answered", "withdrawn", "answered"]
    assert await bank.told(bank.asked[1]) == []


async def test_who_is_erased_after_approval_hears_nothing_and_stops_nobody(bank: Alike) -> None:
    await bank.approve(bank.asked[0])
    await bank.tick()
    who = await asker(bank, 1)

    await bank.do(lambda work: onboarding.erase(work, who))
    await bank.later(hours=7)

    assert [len(await bank.told(one)) for one in bank.asked] == [1, 0, 1]
    shared = await bank.do(lambda work: kept.newest(work.tx, bank.asked[1].id))
    assert shared.text == ""


async def test_followers_of_any_of_them_hear_too(bank: Alike) -> None:
    follower = await bank.ask()
    third = bank.asked[2].id
    await bank.do(lambda work: followers.add(work.tx, third, follower.asker, work.now))

    await bank.approve(bank.asked[0])
    await bank.later(hours=7)

    [told] = await bank.told(follower)
    assert "TV-0003" in told
    assert ANSWER in told
    assert "Bí mật" not in told
