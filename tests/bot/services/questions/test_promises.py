"""A cluster that is handed on: each of its questions keeps the hard line of its own."""

from dataclasses import replace
from datetime import datetime

from bot.domain.people import Grant, Role
from bot.services.queues import handing
from storage.database import Database, to_ms
from tests.doubles.alike import alike
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask


async def test_handed_on_once_more_all_keep_the_ten_days_of_the_first_time(
    database: Database, clock: ManualClock, url: str
) -> None:
    bank = await alike(database, clock, url)
    await bank.join()
    head = bank.asked[0].id
    insurer = replace(bank.officer, grants=frozenset({Grant(Role.OFFICER, "bhxh")}))
    await bank.do(lambda work: handing.hand_on(work, bank.officer, head, "bhxh", ""))
    await bank.tick()
    await clock.move(days=14)  # Wednesday 13 May; the ten days of 29 April end on the 15th

    await bank.do(lambda work: handing.hand_on(work, insurer, head, "nhcsxh", ""))
    await bank.tick()

    last = datetime(2026, 5, 15, 17, tzinfo=bank.works.programme.zone)
    assert (
        await ask(url, "SELECT queue, due_at, promised_days FROM questions")
        == [("nhcsxh", to_ms(last), 10)] * 3
    )
