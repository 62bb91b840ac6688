"""Next year's session has the number of this year's: each has a board of its own."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.board import Board
from bot.domain.errors import Refused
from bot.services.hall import also_asking, board, closing
from bot.services.seats import phases
from storage import board as kept
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.hall import SESSION, Hall
from tests.doubles.spine import works_over


@pytest.fixture
async def hall(database: Database, clock: ManualClock) -> Hall:
    return await Hall(works_over(database, clock), clock).opens()


async def _next_time(hall: Hall, days: int) -> None:
    """The programme names another day for the session of this number; it is an hour before it."""
    programme, by = hall.works.programme, timedelta(days=days)
    moved = tuple(
        replace(one, starts_at=one.starts_at + by, ends_at=one.ends_at + by)
        for one in programme.sessions
    )
    hall.works.cache.put(replace(programme, sessions=moved))
    await hall.clock.move_to(moved[1].starts_at - timedelta(hours=1))


async def _board(hall: Hall) -> Board:
    async with hall.works.look() as work:
        return await board.look(work, SESSION)


async def _texts(hall: Hall) -> list[str]:
    """What papers name."""
    async with hall.works.look() as work:
        earlier = await phases.earlier(work, SESSION)
        return [one.question.text for one in await kept.recorded(work.tx, SESSION, earlier)]


async def test_after_a_session_was_closed_the_next_of_its_number_begins_with_an_empty_board(
    hall: Hall,
) -> None:
    old, said = await hall.ask("Đèn đường hư?"), await hall.ask("Vay vốn ở đâu?")
    await hall.answer(said)
    await hall.close()

    await _next_time(hall, days=180)
    empty = await _board(hall)
    new = await hall.ask("Nước sạch chừng nào có?")
    await hall.opens()

    assert (empty.waiting, empty.answered) == (0, 0)
    found = await _board(hall)
    assert ([one.question.id for one in found.next], found.answered) == ([new.id], 0)
    assert await _texts(hall) == ["Nước sạch chừng nào có?"]
    async with hall.works.begin() as work:
        with pytest.raises(Refused, match="item-gone"):
            await board.call(work, hall.clerk, SESSION, old.id)
        with pytest.raises(Refused, match="item-gone"):
            await also_asking.by_device(work, SESSION, "a browser", old.id, also=True)


async def test_closing_hands_over_and_counts_what_was_asked_for_this_session_alone(
    hall: Hall,
) -> None:
    await hall.ask("Đèn đường hư?")
    await _next_time(hall, days=365)
    await hall.opens()
    new = await hall.ask("Nước sạch chừng nào có?")

    async with hall.works.begin() as work:
        before = await closing.close(work, hall.clerk, SESSION)
    while await _handed_over(hall):
        pass

    async with hall.works.look() as work:
        assert await closing.counts(work, SESSION) == before == closing.Counts(oral=0, left=1)
        assert (await kept.history(work.tx, new.id))[-1].after == "left"


async def _handed_over(hall: Hall) -> int:
    async with hall.works.begin() as work:
        return await closing.step(work)
