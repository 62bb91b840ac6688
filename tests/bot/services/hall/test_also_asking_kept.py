"""*Tôi cũng hỏi* by a browser is kept until its session is over, and not much longer."""

from bot.scheduler import Tick, perform
from bot.services.hall import also_asking
from bot.services.sessions import housekeeping
from storage import board
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.hall import SESSION, Hall
from tests.doubles.postgres import ask
from tests.doubles.spine import works_over


async def test_what_browsers_pressed_goes_a_week_later_and_what_people_said_stays(
    database: Database, clock: ManualClock, url: str
) -> None:
    hall = await Hall(works_over(database, clock), clock).opens()
    question = await hall.ask("Đèn đường hư, chừng nào sửa?")
    async with hall.works.begin() as work:
        await board.also_ask(work.tx, question.id, "person:7", work.now)
        await also_asking.by_device(work, SESSION, "a browser", question.id, also=True)
    await hall.close()
    kept = "SELECT who FROM also_asks ORDER BY who"

    await clock.move(days=7)
    await perform(hall.works, Tick(1, housekeeping.forget_finished))
    assert await ask(url, kept) == [("device:a browser",), ("person:7",)]
    await clock.move(seconds=1)
    await perform(hall.works, Tick(1, housekeeping.forget_finished))

    assert await ask(url, kept) == [("person:7",)]
