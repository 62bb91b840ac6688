"""Danger in two words, while the bot waits for a name or a number: numbers to call, at once."""

import pytest

from tests.doubles.chat import Person, Talk
from tests.stories.cast import resident

CALL = "Nếu đang nguy hiểm, cô chú gọi liền"


async def signs_up_to(person: Person, step: str) -> str:
    """Go as far as a step; returns what it asks."""
    await person.presses("Đăng ký dự đối thoại")
    answers = {"category": (), "name": ("Hộ nghèo",), "phone": ("Hộ nghèo", "Thạch Thị Lan")}
    for words in answers[step]:
        await person.says(words)
    return person.last.text


@pytest.mark.parametrize("words", ["cuu toi", "danh chet", "muon chet", "no doi chem"])
@pytest.mark.parametrize("step", ["category", "name", "phone"])
async def test_a_cry_is_no_answer_and_the_step_goes_on(talk: Talk, words: str, step: str) -> None:
    lan = await resident(talk, "lan")
    asked = await signs_up_to(lan, step)
    lan.news()

    await lan.says(words)

    numbers, receipt, _sealed, onward = lan.news()
    assert numbers.startswith(CALL)
    assert "TV-0001" in receipt
    assert onward == "Dạ hồi nãy mình đang làm dở. Cô chú muốn làm tiếp không?"
    await lan.presses("Làm tiếp")
    assert lan.last.text == asked


async def test_who_has_told_no_ward_yet_has_the_numbers_and_is_asked_for_it(talk: Talk) -> None:
    lan = talk.person("lan")
    await lan.says("/start")
    await lan.presses("Đồng ý")
    asked = lan.last.text
    lan.news()

    await lan.says("cuu toi")

    numbers, *_ = lan.news()
    assert numbers.startswith(CALL)
    assert lan.last.text == asked
    await lan.presses("Phường 7")
    await lan.presses("Khóm 3")
    assert "TV-0001" in lan.find("TV-0001").text


@pytest.mark.parametrize("name", ["Danh Em", "danh em", "Nguyễn Anh Khoa", "Cẩm Đào"])
async def test_a_name_that_sounds_like_danger_is_a_name(talk: Talk, name: str) -> None:
    lan = await resident(talk, "lan")
    await signs_up_to(lan, "name")

    await lan.says(name)

    assert lan.last.text.startswith("Cô chú cho em xin số điện thoại")
