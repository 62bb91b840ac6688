"""What looks alike is noticed by a tick: bounded, and never what is private or sealed."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import replace

import pytest

from bot.clock import Clock
from bot.domain.questions import Sensitive
from bot.idle import IdleGate
from bot.services.answers import answers
from bot.services.queues import comparing, handing, queues
from storage import likenesses
from storage.database import Database
from tests.doubles.alike import ANSWER, Alike, alike
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask
from tests.doubles.spine import until


@pytest.fixture
async def bank(database: Database, clock: ManualClock, url: str) -> Alike:
    """One has asked."""
    return await alike(database, clock, url, wards=("p7",))


async def noticed(bank: Alike, *places: int) -> list[tuple[int, int]]:
    """The pairs that are noticed when these have arrived."""
    async with bank.works.begin() as work:
        for place in places:
            await likenesses.to_compare(work.tx, bank.asked[place].id)
    await bank.tick()
    return await ask(bank.url, "SELECT question, other FROM likenesses ORDER BY question, other")


async def test_the_same_question_of_another_person_is_noticed_both_ways(bank: Alike) -> None:
    first, second = bank.asked[0], await bank.ask()

    assert await noticed(bank, 1) == [(first.id, second.id), (second.id, first.id)]


async def test_what_was_taken_for_another_topic_of_the_same_office_is_noticed_too(
    bank: Alike,
) -> None:
    first, second = bank.asked[0], await bank.ask(topic="hoc_phi")

    assert await noticed(bank, 1) == [(first.id, second.id), (second.id, first.id)]


async def test_of_other_topics_those_are_looked_at_that_are_among_the_newest(bank: Alike) -> None:
    other = await bank.ask(topic="hoc_phi")
    for _ in range(comparing.CANDIDATES - 1):
        await bank.ask()
    newest = bank.asked[-1]

    async def among() -> bool:
        async with bank.works.look() as work:
            found = await likenesses.candidates(work.tx, newest, comparing.CANDIDATES)
        return other.id in {one.id for one in found}

    assert await among()
    for _ in range(2):
        await bank.ask()
    assert not await among()


@pytest.mark.parametrize("sensitive", [one for one in Sensitive if one])
async def test_what_is_sensitive_is_neither_suggested_nor_compared(
    bank: Alike, sensitive: Sensitive
) -> None:
    await bank.ask(sensitive=sensitive)
    await bank.ask()

    found = await noticed(bank, 0, 1, 2)

    assert bank.asked[1].id not in {one for pair in found for one in pair}
    assert len(found) == 2


async def test_a_question_is_held_against_so_many_of_the_newest_and_no_more(bank: Alike) -> None:
    for _ in range(comparing.CANDIDATES + 5):
        await bank.ask()
    newest = bank.asked[-1]

    async with bank.works.look() as work:
        found = await likenesses.candidates(work.tx, newest, comparing.CANDIDATES)

    assert [one.id for one in found] == [
        one.id for one in bank.asked[-2 : -2 - comparing.CANDIDATES : -1]
    ]


async def test_the_likeliest_are_remembered_and_no_more(bank: Alike) -> None:
    for _ in range(comparing.CLOSEST + 5):
        await bank.ask()

    found = await noticed(bank, len(bank.asked) - 1)

    assert len(found) == 2 * comparing.CLOSEST


class Meanwhile(ManualClock):
    """Something happens whenever it rests; each look at the clock takes its time."""

    def __init__(self, happens: Callable[[], Awaitable[object]], look: float) -> None:
        super().__init__()
        self._happens, self._look = happens, look
        self.rests = list[float]()

    def steady(self) -> float:
        self.jump(seconds=self._look)
        return super().steady()

    async def sleep(self, seconds: float) -> None:
        self.rests.append(seconds)
        await self._happens()


async def test_it_rests_after_each_comparison_with_no_transaction_open(bank: Alike) -> None:
    for _ in range(3):
        await bank.ask()

    async def write() -> None:  # there would be no end of waiting
        async with bank.works.begin():
            pass

    clock = await compared(bank, write)

    each = [99 * 0.001] * 2  # a look, and what it comes to beside the other one
    assert clock.rests[:-1] == pytest.approx(each * 3, rel=0.01)
    assert clock.rests[-1] == pytest.approx(19 * 0.001, rel=0.01), "after it has written"


async def test_however_long_something_took_it_does_not_rest_for_ever(bank: Alike) -> None:
    await bank.ask()

    clock = await compared(bank, nothing, look=60.0)  # a machine that slept in between

    assert clock.rests == [10.0] * 3


async def test_what_was_answered_while_it_rested_is_not_remembered(bank: Alike) -> None:
    await bank.ask()
    first = bank.asked[0].id

    async def answered() -> None:
        await bank.do(lambda work: answers.submit(work, bank.officer, first, ANSWER))
        await bank.do(lambda work: answers.approve(work, bank.head, first))

    await compared(bank, once(answered))

    assert await alike_rows(bank) == []


async def test_what_was_handed_on_while_it_rested_is_compared_in_its_new_queue(
    bank: Alike,
) -> None:
    await bank.ask()
    newest = bank.asked[-1].id

    async def handed_on() -> None:
        await bank.do(lambda work: handing.hand_on(work, bank.officer, newest, "ldtbxh", "nhầm"))

    await compared(bank, once(handed_on))

    assert await alike_rows(bank) == []
    assert await ask(bank.url, "SELECT question FROM to_compare") == [(newest,)]


async def test_who_was_quicker_has_compared_it(bank: Alike) -> None:
    await bank.ask()

    async def another_process() -> None:
        async with bank.works.begin() as work:
            await likenesses.done_comparing(work.tx, bank.asked[-1].id)

    await compared(bank, once(another_process))

    assert await alike_rows(bank) == []


async def test_what_was_asked_back_is_compared_when_it_goes_on(bank: Alike) -> None:
    asked = (await bank.ask()).id
    await bank.do(lambda work: queues.ask_back(work, bank.officer, asked, "Nuôi mấy con?"))
    await noticed(bank, 1)
    assert await alike_rows(bank) == [], "it waits for its asker"

    await bank.do(lambda work: queues.go_on(work, bank.officer, asked))
    await bank.tick()

    assert len(await alike_rows(bank)) == 2


class Breaks(IdleGate):
    """What is compared cannot be: it breaks where it is."""

    def __init__(self, after: int) -> None:
        super().__init__()
        self._left = after

    async def wait(self, clock: Clock) -> None:
        if not self._left:
            raise ValueError("a text that nobody thought of")
        self._left -= 1


async def test_what_cannot_be_compared_is_said_once_and_does_not_keep_others_waiting(
    bank: Alike,
) -> None:
    await bank.ask()
    await to_compare(bank)

    with pytest.raises(ValueError, match="nobody thought of"):
        await comparing.step(replace(bank.works, idle=Breaks(after=1)))

    assert await ask(bank.url, "SELECT question FROM to_compare") == []


async def test_it_waits_until_the_process_has_little_else_to_do(bank: Alike) -> None:
    await bank.ask()
    clock, works = ManualClock(), bank.works
    await to_compare(bank)
    await works.idle.wait(clock)
    clock.jump(seconds=1)
    clock.worked_for += 0.9

    step = asyncio.create_task(comparing.step(replace(works, clock=clock)))
    await until(lambda: clock.sleepers == 1)
    assert await alike_rows(bank) == []

    await clock.move(seconds=1)
    assert await step
    assert await alike_rows(bank)


async def compared(
    bank: Alike, meanwhile: Callable[[], Awaitable[object]], look: float = 0.001
) -> Meanwhile:
    """The newest question is held against the others, and something happens in between."""
    clock = Meanwhile(meanwhile, look)
    await to_compare(bank)
    assert await comparing.step(replace(bank.works, clock=clock))
    return clock


async def nothing() -> None:
    pass


async def to_compare(bank: Alike) -> None:
    async with bank.works.begin() as work:
        await likenesses.to_compare(work.tx, bank.asked[-1].id)


async def alike_rows(bank: Alike) -> list[tuple[int, int]]:
    return await ask(bank.url, "SELECT question, other FROM likenesses")


def once(happens: Callable[[], Awaitable[object]]) -> Callable[[], Awaitable[object]]:
    left = [happens]

    async def happen() -> None:
        if left:
            await left.pop()()

    return happen


async def test_what_is_approved_is_suggested_to_nobody_any_more(bank: Alike) -> None:
    await bank.ask()
    await noticed(bank, 1)

    await bank.approve(bank.asked[0])

    async with bank.works.look() as work:
        left = await likenesses.alike(work.tx, bank.asked[1].id, 0, 9)
    rows = "SELECT question FROM likenesses"
    assert (left, await ask(bank.url, rows)) == ([], [(bank.asked[1].id,)])


async def test_what_its_asker_asked_twice_is_not_suggested_to_them(bank: Alike) -> None:
    await bank.ask()
    first, second = (one.asker for one in bank.asked)
    await noticed(bank, 1)

    async with bank.works.look() as work:
        seen = [
            [
                one.question.id
                for one in await likenesses.alike(work.tx, bank.asked[0].id, viewer, 9)
            ]
            for viewer in (0, first, second)
        ]

    assert seen == [[bank.asked[1].id], [bank.asked[1].id], []], "nobody works on their own"
