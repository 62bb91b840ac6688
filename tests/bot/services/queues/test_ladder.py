"""Climbing by several programs at once, in portions, and by what dies in the middle of it."""

import asyncio
from contextlib import AsyncExitStack, suppress
from datetime import timedelta

import pytest

from bot.domain.agencies import Queue
from bot.domain.people import Grant, Role
from bot.domain.questions import Move, Question
from bot.services.questions import moves
from bot.services.queues import ladder, nudging
from bot.work import Works
from storage import addresses, people, questions
from storage.database import Database, Unavailable
from tests.conftest import connected
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask
from tests.doubles.spine import works_over

BANK = Queue("nhcsxh")

_UNTOLD = "SELECT COUNT(*) FROM nudges WHERE told_at IS NULL"

#: Wednesday 13 May, eight in the morning: what was asked on 29 April is late.
LATE = timedelta(days=13, hours=22)


@pytest.fixture
def works(database: Database, clock: ManualClock) -> Works:
    return works_over(database, clock)


async def _official(works: Works, chat: str, role: Role, scope: str) -> int:
    async with works.begin() as work:
        person = await people.make(work.tx, "vi", work.now)
        await people.give_role(work.tx, person.id, Grant(role, scope), None, work.now)
        await addresses.put(work.tx, f"line:{chat}", work.now, person=person.id)
        return person.id


async def _asked(works: Works, many: int) -> None:
    """So many questions of one person wait at the bank, each with its promise."""
    async with works.begin() as work:
        asker = await people.make(work.tx, "vi", work.now)
        await addresses.put(work.tx, "line:lan", work.now, person=asker.id)
        deadline = work.programme.promise(BANK, work.now)
        for number in range(many):
            question = Question(
                id=0,
                number=f"TV-{number:04d}",
                asker=asker.id,
                address="line:lan",
                ward="p7",
                text="Bao giờ có vốn?",
                queue=BANK,
                asked_at=work.now,
                due_at=deadline.at,
                promised_days=deadline.days,
            )
            kept = await questions.file(work.tx, question)
            await moves.record(work, kept, Move.ASK, before="", actor=asker.id)


async def _town(works: Works, many: int) -> None:
    await _official(works, "minh", Role.OFFICER, str(BANK))
    await _official(works, "hoa", Role.HEAD, str(BANK))
    await _official(works, "ban", Role.ORGANISER, "")
    await _asked(works, many)


async def _ticks(works: Works) -> None:
    while True:
        async with works.begin() as work:
            if not await ladder.step(work):
                return


async def _told(url: str) -> dict[str, int]:
    """How many messages wait for each chat."""
    rows = await ask(
        url, "SELECT address, COUNT(*) FROM outbox WHERE kind = 'send' GROUP BY address"
    )
    return dict(rows)


@pytest.mark.parametrize("many", [1, 3, 45])
async def test_two_programs_at_once_never_tell_a_rung_twice(
    works: Works, url: str, clock: ManualClock, many: int
) -> None:
    """Three programs, indeed, each with a connection of its own, again and again."""
    await _town(works, many)
    await clock.move(seconds=LATE.total_seconds())
    async with AsyncExitStack() as stack:
        others = [await connected(url) for _ in range(2)]
        for one in others:
            stack.push_async_callback(one.close)
        all_of_them = [works, *(works_over(one, clock) for one in others)]
        await asyncio.gather(*(_again(one) for one in all_of_them))
        await _ticks(works)

    moved = "SELECT question, COUNT(*) FROM history WHERE move = 'remind' GROUP BY question"
    assert {count for _, count in await ask(url, moved)} == {1}
    told = await _told(url)
    assert told.pop("line:lan") == many, "the asker hears of each once"
    each = many if many <= nudging.FEW else 1
    assert told == {"line:minh": each, "line:hoa": each, "line:ban": each}
    assert await ask(url, _UNTOLD) == [(0,)]


async def _again(works: Works) -> None:
    """What a program does whose ticks now and then find another one in the way."""
    for _ in range(5):
        with suppress(Unavailable):
            await _ticks(works)


async def test_what_dies_before_its_commit_has_told_nobody_and_is_done_anew(
    works: Works, url: str, clock: ManualClock
) -> None:
    await _town(works, 2)
    await clock.move(seconds=LATE.total_seconds())

    with pytest.raises(KeyError, match="power"):
        await _dies_after_climbing(works)
    assert await ask(url, _UNTOLD) == [(0,)]
    assert await _told(url) == {}

    await _ticks(works)
    assert await _told(url) == dict.fromkeys(("line:minh", "line:hoa", "line:ban", "line:lan"), 2)


async def _dies_after_climbing(works: Works) -> None:
    async with works.begin() as work:
        assert await ladder.climb(work) == 2
        raise KeyError("power")


async def test_what_was_noted_before_the_program_died_is_told_by_the_next_one(
    works: Works, url: str, clock: ManualClock
) -> None:
    await _town(works, 1)
    await clock.move(seconds=LATE.total_seconds())
    async with works.begin() as work:
        assert await ladder.climb(work) == 1
    assert set(await _told(url)) == {"line:lan"}

    other = await connected(url)
    await _ticks(works_over(other, clock))
    await other.close()

    assert await _told(url) == dict.fromkeys(("line:minh", "line:hoa", "line:ban", "line:lan"), 1)


@pytest.mark.parametrize(("many", "left"), [(1, None), (5, "có 4 câu")], ids=["a card", "a digest"])
async def test_what_is_settled_between_noting_and_telling_is_not_told(
    works: Works, url: str, clock: ManualClock, many: int, left: str | None
) -> None:
    await _town(works, many)
    await clock.move(seconds=LATE.total_seconds())
    async with works.begin() as work:
        await ladder.climb(work)
        question = await questions.to_move(work.tx, 1)
        assert question is not None
        await moves.make(work, question, Move.DECLINE, None)

    await _ticks(works)

    told = await ask(url, "SELECT payload FROM outbox WHERE address = 'line:minh'")
    assert [left in payload for (payload,) in told] == ([True] if left else [])
    assert await ask(url, "SELECT COUNT(*) FROM ladders WHERE question = 1") == [(0,)]


async def test_many_are_climbed_a_portion_a_transaction(works: Works, clock: ManualClock) -> None:
    await _town(works, ladder.PORTION + 5)
    await clock.move(seconds=LATE.total_seconds())

    portions = []
    for _ in range(3):
        async with works.begin() as work:
            portions.append(await ladder.climb(work))

    assert portions == [ladder.PORTION, 5, 0]
