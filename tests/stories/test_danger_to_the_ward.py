"""Whoever is in danger is read by the head of their ward, whatever office the words sound like."""

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Talk
from tests.stories.cast import BANK, WARD_7, asks, official, resident


@pytest.mark.parametrize(
    "words",
    [
        "nó cầm dao đòi chém tui",
        "tui muốn chết cho rồi",
        "tui hết muốn sống nữa",
        "Chủ nợ dọa chém cả nhà tui vì tui vay nóng chưa trả kịp lãi ngân hàng",
    ],
)
async def test_the_wards_head_hears_at_once_and_no_other_office_does(
    talk: Talk, words: str
) -> None:
    head = await official(talk, "hoa", Role.HEAD, WARD_7)
    bank = await official(talk, "tâm", Role.HEAD, BANK)
    lan = await resident(talk, "lan")
    for one in (head, bank, lan):
        one.news()

    await lan.says(words)

    assert any(words in text for text in head.news())
    assert bank.news() == []
    told = lan.news()
    assert any("lãnh đạo UBND phường 7" in text for text in told)


async def test_an_everyday_question_goes_to_the_office_that_it_is_about(talk: Talk) -> None:
    head = await official(talk, "hoa", Role.HEAD, WARD_7)
    bank = await official(talk, "tâm", Role.OFFICER, BANK)
    lan = await resident(talk, "lan")
    for one in (head, bank):
        one.news()

    await asks(lan)

    assert len(bank.news()) == 1
    assert head.news() == []
