"""Danger in the middle of something, on a small phone: whom to call is the last that is read."""

import textwrap

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import BANK, CALLS, WARD_7, answers, asks, official, resident
from tests.stories.test_offered_seats import invited

CRY = "cuu toi"
DANGER = "Chồng tôi đánh tôi hoài, tôi sợ lắm, cứu tôi với"

#: A small phone shows so many lines, of so many letters.
LINES, LETTERS = 12, 40


def on_screen(person: Person) -> list[str]:
    """The lines of the last message as such a phone wraps them."""
    lines = person.last.text.split("\n")
    return [one for line in lines for one in textwrap.wrap(line, LETTERS) or [""]]


async def in_the_middle(talk: Talk, step: str) -> Person:
    """Lan has gone as far as that step; a head of her ward is there."""
    await official(talk, "hoa", Role.HEAD, WARD_7)
    lan = await resident(talk, "lan")
    ways = {
        "category": ("Đăng ký dự đối thoại",),
        "name": ("Đăng ký dự đối thoại", "Hộ nghèo"),
        "phone": ("Đăng ký dự đối thoại", "Hộ nghèo", "Thạch Thị Lan"),
        "confirm": ("Đăng ký dự đối thoại", "Hộ nghèo", "Thạch Thị Lan", "Không có số"),
        "my name": ("/dulieu", "Sửa tên"),
        "household": ("Hỏi giúp bà con", "Nhà khác"),
    }
    for words in ways[step]:
        await lan.says(words)
    return lan


@pytest.mark.parametrize(
    ("step", "named"),
    [
        ("category", "Chọn tiếp diện hộ"),
        ("name", "Điền tiếp họ tên"),
        ("phone", "Điền tiếp số điện thoại"),
        ("confirm", "Đăng ký tiếp"),
        ("my name", "Sửa tiếp tên"),
        ("household", "Ghi tiếp tên nhà đó"),
    ],
)
async def test_one_message_ends_with_the_numbers_and_one_button_leads_back_to_what_was_asked(
    talk: Talk, step: str, named: str
) -> None:
    lan = await in_the_middle(talk, step)
    asked = lan.last
    lan.news()

    await lan.says(CRY)

    [heard] = lan.news()
    assert heard.endswith(CALLS)
    assert len(on_screen(lan)) <= LINES
    assert lan.last.labels == ["Kể thêm chuyện này", "Rút lại", named]
    await lan.presses(named)
    assert lan.news()[0] == asked.text


async def test_where_there_are_no_buttons_their_numbers_stand_below_and_work(talk: Talk) -> None:
    lan = await in_the_middle(talk, "name")
    await lan.says(CRY)
    lan.news()

    await lan.says("3")

    assert lan.news()[0] == "Cô chú tên họ là gì?"


async def test_what_a_form_had_gathered_is_still_there(talk: Talk) -> None:
    lan = await in_the_middle(talk, "phone")
    await lan.says(CRY)
    await lan.presses("Điền tiếp số điện thoại")

    await lan.says("0900000001")

    assert "Thạch Thị Lan" in lan.last.text
    assert lan.last.labels[0] == "Đúng rồi, đăng ký"


async def test_words_that_were_meant_for_the_step_are_used_there(talk: Talk) -> None:
    lan = await in_the_middle(talk, "my name")
    await lan.says("Cứu Tôi")
    await lan.presses("Sửa tiếp tên")

    await lan.presses("Dùng lời hồi nãy")

    assert "Cứu Tôi" in lan.last.text


async def test_the_alarm_stays_raised_when_the_words_were_meant_for_the_step(talk: Talk) -> None:
    lan = await in_the_middle(talk, "my name")
    await lan.says("Cứu Tôi")
    await lan.presses("Sửa tiếp tên")
    await lan.presses("Dùng lời hồi nãy")

    await lan.says("/cauhoi")

    assert "Xem câu TV-0001" in lan.last.labels


async def test_what_is_written_next_fills_no_step_before_the_button_is_pressed(talk: Talk) -> None:
    lan = await in_the_middle(talk, "name")
    await lan.says(CRY)

    await lan.says("Nhà có cửa màu xanh")

    assert "số TV-0002" in lan.last.text
    assert "số điện thoại" not in lan.last.text


async def test_the_button_still_names_its_question_after_something_else(talk: Talk) -> None:
    await official(talk, "hoa", Role.HEAD, WARD_7)
    lan = await resident(talk, "lan")
    await asks(lan)
    await lan.presses("Nói thêm")
    await lan.says(DANGER)
    await lan.says("/lich")
    lan.news()

    await lan.presses("Nói thêm cho TV-0001")

    assert "TV-0001" in lan.news()[0]


async def test_a_form_whose_answers_are_gone_begins_anew(talk: Talk) -> None:
    lan = await in_the_middle(talk, "phone")
    await lan.says(CRY)
    await lan.presses("Kể thêm chuyện này")

    await lan.presses("Điền tiếp số điện thoại")

    assert "Nhà mình thuộc diện nào" in lan.last.text


async def test_whom_a_household_sends_is_asked_again(talk: Talk) -> None:
    pha = await invited(talk)
    await pha.presses("Nhờ người khác đi")
    await pha.says(CRY)

    await pha.presses("Ghi tên người đi thay")
    await pha.says("Thạch Ren")

    assert "Thạch Ren đi thay nhà mình" in pha.last.text


async def test_how_a_case_is_different_is_asked_again_and_kept_from_others(talk: Talk) -> None:
    officer = await official(talk, "tâm", Role.OFFICER, BANK)
    head = await official(talk, "lý", Role.HEAD, BANK)
    lan = await resident(talk, "lan")
    await asks(lan)
    await answers(officer, officer.find("TV-0001"))
    await head.presses("Duyệt")
    await talk.later(hours=7)
    await lan.presses("Chưa, hỏi lại")
    lan.news()

    await lan.says(DANGER)
    await lan.presses("Hỏi lại TV-0001")

    assert "TV-0001" in lan.news()[1]
