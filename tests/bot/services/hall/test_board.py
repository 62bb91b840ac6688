"""A session's board with several clerks at it at once: nothing is doubled, nothing is lost."""

import asyncio

import pytest

from bot.domain.board import ItemMove, ItemState
from bot.domain.errors import Refused
from bot.domain.questions import Question
from bot.services.hall import board
from bot.work import Works
from storage import board as kept
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.hall import SESSION, Hall
from tests.doubles.spine import works_over

MANY = 6


@pytest.fixture
async def hall(database: Database, clock: ManualClock) -> Hall:
    return await Hall(works_over(database, clock), clock).opens()


async def _answers(works: Works, hall: Hall, question: Question, words: str) -> str:
    """What the clerk hears who writes it down: nothing, or why not."""
    try:
        async with works.begin() as work:
            await board.answer(work, hall.clerk, SESSION, question.id, "", words)
    except Refused as refused:
        return refused.key
    return ""


async def test_of_several_clerks_who_write_an_answer_down_one_does(hall: Hall) -> None:
    question = await hall.ask("Đèn đường hư, chừng nào sửa?")

    heard = await asyncio.gather(
        *(_answers(hall.works, hall, question, f"Lời {place}") for place in range(MANY))
    )

    assert sorted(heard) == ["", *["item-moved-on"] * (MANY - 1)]
    async with hall.works.look() as work:
        item = await kept.get(work.tx, question.id)
        events = await kept.history(work.tx, question.id)
    assert item is not None
    assert item.words == f"Lời {heard.index('')}"
    assert [one.move for one in events] == [ItemMove.ANSWER]


async def test_of_several_that_are_called_at_once_one_is_called_and_the_others_wait(
    hall: Hall,
) -> None:
    asked = [await hall.ask(f"Câu thứ {place}") for place in range(MANY)]

    await asyncio.gather(*(hall.call(one) for one in asked))

    async with hall.works.look() as work:
        shown = await board.look(work, SESSION)
        states = [await kept.get(work.tx, one.id) for one in asked]
    assert shown.called is not None
    assert len(shown.next) == MANY - 1
    assert sum(one is not None and one.state is ItemState.CALLED for one in states) == 1


async def test_what_is_not_of_this_session_is_not_on_its_board(hall: Hall) -> None:
    question = await hall.ask("Đèn đường hư, chừng nào sửa?")

    async with hall.works.begin() as work:
        with pytest.raises(Refused) as refused:
            await board.call(work, hall.clerk, SESSION, question.id + 1)

    assert refused.value.key == "item-gone"


async def test_a_board_is_shown_when_a_whole_page_was_moved_and_nothing_else_waits(
    hall: Hall,
) -> None:
    asked = [await hall.ask(f"Câu thứ {place}") for place in range(MANY)]
    for one in asked:
        async with hall.works.begin() as work:
            await board.later(work, hall.clerk, SESSION, one.id)

    async with hall.works.look() as work:
        shown = await board.look(work, SESSION, most=MANY)

    assert [item.question.id for item in shown.next] == [one.id for one in asked]
    assert shown.waiting == MANY
