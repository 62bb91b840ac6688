"""An answer for one of many who ask the same: it goes with that one, and the others are answered
anew. The people are invented."""

import pytest

from bot.domain.clusters import OWN_CASE
from bot.services.answers import answers
from bot.services.asking import questions as own
from storage import people
from storage.database import Database
from tests.doubles.alike import ANSWER, Alike, alike
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask

OTHER = "Hai cô chú còn lại ra ngân hàng làm đơn, không tốn tiền."


@pytest.fixture
async def bank(database: Database, clock: ManualClock, url: str) -> Alike:
    return await alike(database, clock, url, wards=("p7", "p7", "p7"))


async def _answers(bank: Alike, place: int) -> list[tuple[object, ...]]:
    sql = "SELECT text, status, private FROM answers WHERE question = {} ORDER BY id"
    return [tuple(row) for row in await ask(bank.url, sql.format(bank.asked[place].id))]


async def test_approved_for_the_first_alone_the_others_are_answered_anew(bank: Alike) -> None:
    first, second, _ = bank.asked
    await bank.join()
    await bank.do(lambda work: answers.submit(work, bank.officer, first.id, ANSWER))
    await bank.tick()

    await bank.do(lambda work: answers.approve(work, bank.head, first.id, privately=True))
    await bank.tick()
    assert await _answers(bank, 0) == [(ANSWER, "approved", 1)]
    assert await _answers(bank, 1) == await _answers(bank, 2) == []

    await bank.do(lambda work: answers.submit(work, bank.officer, second.id, OTHER))
    await bank.do(lambda work: answers.approve(work, bank.head, second.id))
    await bank.tick()
    assert await _answers(bank, 2) == [(OTHER, "approved", 0)]


async def test_what_was_drafted_for_many_is_for_whoever_has_a_case_of_their_own_alone(
    bank: Alike,
) -> None:
    second = bank.asked[1]
    await _back_with_a_case_of_their_own(bank, 1)
    await bank.join()
    await bank.do(lambda work: answers.submit(work, bank.officer, bank.asked[0].id, ANSWER))
    await bank.tick()
    await bank.withdraw(0)

    placed = await bank.do(lambda work: answers.approve(work, bank.head, second.id))
    await bank.tick()

    assert placed.at is None
    assert (await _answers(bank, 1))[-1] == (ANSWER, "approved", 1)
    assert await _answers(bank, 2) == []
    third = bank.asked[2].id
    await bank.do(lambda work: answers.submit(work, bank.officer, third, OTHER))


async def _back_with_a_case_of_their_own(bank: Alike, place: int) -> None:
    """They were answered, and said that their case is another one."""
    question = bank.asked[place]
    words = "Cô chú mang giấy tờ ra ngân hàng nha."
    await bank.do(lambda work: answers.submit(work, bank.officer, question.id, words, private=True))
    await bank.do(lambda work: answers.approve(work, bank.head, question.id))
    async with bank.works.look() as work:
        asker = await people.get(work.tx, question.asker)
    assert asker is not None
    await bank.do(lambda work: own.reopen(work, asker, question.id, "Bò chết rồi", why=OWN_CASE))
