"""More time for a question that many ask: each has a day of their own, promised before or after."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.services.queues import queues
from storage import questions
from storage.database import Database, to_ms
from tests.doubles.alike import Alike, alike
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask


@pytest.fixture
async def bank(database: Database, clock: ManualClock, url: str) -> Alike:
    """Three have asked the same, and an official has joined them."""
    made = await alike(database, clock, url)
    await made.join()
    await made.tick()
    return made


async def _was_due(bank: Alike, place: int, days: int, promised: int = 7) -> None:
    """It was promised so many days before now."""
    async with bank.works.begin() as work:
        found = await questions.to_move(work.tx, bank.asked[place].id)
        assert found
        due = work.now - timedelta(days=days)
        await questions.save(work.tx, replace(found, due_at=due, promised_days=promised))


async def test_who_was_promised_an_earlier_day_gets_one_that_is_still_to_come(bank: Alike) -> None:
    """Two working days more would be over as well."""
    await _was_due(bank, 1, days=6)

    await bank.do(lambda work: queues.extend(work, bank.officer, bank.asked[0].id, 2, "chờ tỉnh"))
    await bank.tick()

    [(due, promised)] = await ask(
        bank.url, f"SELECT due_at, promised_days FROM questions WHERE id = {bank.asked[1].id}"
    )
    assert due > to_ms(bank.clock.now())
    assert promised == 10
    assert "Hẹn mới với cô chú" in (await bank.last_told())[1]


async def test_beyond_the_hard_line_nobody_is_promised_a_day_that_is_over(bank: Alike) -> None:
    await _was_due(bank, 1, days=9)
    await _was_due(bank, 2, days=-9, promised=10)

    await bank.do(lambda work: queues.extend(work, bank.officer, bank.asked[0].id, 2, "chờ tỉnh"))
    await bank.tick()

    assert await ask(bank.url, "SELECT promised_days FROM questions ORDER BY id") == [
        (9,),
        (7,),
        (10,),
    ]
    late = (await bank.told(bank.asked[1]))[-1]
    assert "vì: chờ tỉnh. Câu này quá hẹn" in late
    assert "Hẹn mới" not in late
    assert await bank.told(bank.asked[2]) == [], "the day that was promised stands"
