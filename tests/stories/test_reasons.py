"""A reason is read inside a sentence: whoever ends it with a full stop gets no second one."""

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Talk
from tests.stories.cast import BANK, answers, asks, official, resident

#: As people end what they type.
TYPED = pytest.mark.parametrize(
    "typed",
    [
        "chờ hội sở xác nhận",
        "chờ hội sở xác nhận.",
        "chờ hội sở xác nhận...",
        "chờ hội sở xác nhận. ",
    ],
)


@TYPED
async def test_why_a_question_is_declined(talk: Talk, typed: str) -> None:
    lan = await resident(talk, "lan")
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)

    await hoa.presses("Không trả lời")
    await hoa.says(typed)

    assert "vì: chờ hội sở xác nhận. Cô chú còn điều muốn hỏi" in lan.last.text


@TYPED
async def test_why_it_takes_longer(talk: Talk, typed: str) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await asks(lan)

    await tam.presses("Nhận")
    await tam.presses("Xin thêm thời gian")
    await tam.presses("1 ngày")
    await tam.says(typed)

    assert "vì: chờ hội sở xác nhận. Hẹn mới với cô chú" in lan.last.text


@TYPED
async def test_why_an_answer_is_returned(talk: Talk, typed: str) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    await answers(tam, tam.find("TV-0001"))

    await hoa.presses("Trả lại")
    await hoa.says(typed)

    assert "vì: chờ hội sở xác nhận. Anh chị bấm Trả lời" in tam.last.text
