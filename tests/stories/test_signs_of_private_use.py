"""Somebody writes the signs that keep the place of long words: nothing is said twice for it."""

from bot.domain.people import Role
from tests.doubles.chat import Talk
from tests.stories.cast import BANK, LOAN, official, resident

LONG = "Hộ cận nghèo được vay tối đa 100 triệu đồng, không phải thế chấp. " * 45


async def test_signs_in_a_question_do_not_repeat_its_answer(talk: Talk) -> None:
    officer = await official(talk, "tâm", Role.OFFICER, BANK)
    head = await official(talk, "hoa", Role.HEAD, BANK)
    lan = await resident(talk, "lan")
    await lan.says(LOAN + " " + "\ue0001\ue001" * 1000)
    await lan.presses("Đúng rồi, gửi đi")
    head.news()

    await officer.presses("Trả lời")
    await officer.says(LONG)
    await officer.presses("Gửi duyệt")

    assert "\n".join(head.news()).count("không phải thế chấp") == 45
