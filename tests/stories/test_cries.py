"""Danger in two words, while the bot waits for a name or a number: numbers to call, at once."""

import pytest

from tests.doubles.chat import Person, Talk
from tests.stories.cast import CALLS, resident

BACK = {
    "category": "Chọn tiếp diện hộ",
    "name": "Điền tiếp họ tên",
    "phone": "Điền tiếp số điện thoại",
}


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

    [receipt] = lan.news()
    assert "TV-0001" in receipt
    assert receipt.endswith(CALLS)
    await lan.presses(BACK[step])
    assert lan.news()[0] == asked


async def test_who_has_told_no_ward_yet_has_the_numbers_and_is_asked_for_it(talk: Talk) -> None:
    lan = talk.person("lan")
    await lan.says("/start")
    await lan.presses("Đồng ý")
    asked = lan.last.text
    lan.news()

    await lan.says("cuu toi")

    assert lan.news()[-2:] == [
        asked,
        f"Nếu đang nguy hiểm, cô chú gọi liền một số dưới đây:\n{CALLS}",
    ]
    await lan.presses("Phường 7")
    await lan.presses("Khóm 3")
    assert "TV-0001" in lan.find("TV-0001").text


@pytest.mark.parametrize("name", ["Danh Em", "danh em", "Nguyễn Anh Khoa", "Cẩm Đào"])
async def test_a_name_that_sounds_like_danger_is_a_name(talk: Talk, name: str) -> None:
    lan = await resident(talk, "lan")
    await signs_up_to(lan, "name")

    await lan.says(name)

    assert lan.last.text.startswith("Cô chú cho em xin số điện thoại")
