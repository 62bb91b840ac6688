"""*Câu hỏi của tôi* shows how far up a promise has been brought up; only a broken one is pushed."""

from datetime import timedelta

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import BANK, LOAN, answers, asks, official, resident
from tests.stories.mornings import FRIDAY, THURSDAY, TUESDAY, WEDNESDAY, morning

DUE = "Ngân hàng Chính sách: hẹn trả lời trước 17:00 thứ Ba 12/05."


@pytest.fixture
async def lan(talk: Talk) -> Person:
    """Lan has asked the bank; an officer and a head work there, and there is an organiser."""
    await official(talk, "minh", Role.OFFICER, BANK)
    await official(talk, "hoa", Role.HEAD, BANK)
    await official(talk, "ban", Role.ORGANISER)
    lan = await resident(talk, "lan")
    await asks(lan)
    return lan


async def _reads(person: Person) -> list[str]:
    """What stands under the words of the question."""
    await person.says("TV-0001")
    return person.last.text.splitlines()[2:]


async def test_the_asker_reads_each_step_and_hears_only_of_the_last(
    talk: Talk, lan: Person
) -> None:
    assert await _reads(lan) == [DUE]

    assert "lan" not in await morning(talk, FRIDAY)
    assert await _reads(lan) == [DUE, "Đã nhắc cán bộ lo câu này hôm thứ Sáu 08/05."]

    assert "lan" not in await morning(talk, TUESDAY)
    assert await _reads(lan) == [DUE, "Đã nhắc lãnh đạo Ngân hàng Chính sách hôm thứ Ba 12/05."]

    assert len((await morning(talk, WEDNESDAY))["lan"]) == 1
    late = [
        "Ngân hàng Chính sách: quá hẹn 17:00 thứ Ba 12/05 mà chưa có trả lời, em đang nhắc.",
        "Đã nhắc lãnh đạo Ngân hàng Chính sách và báo ban tổ chức hôm thứ Tư 13/05.",
    ]
    assert await _reads(lan) == late

    assert "lan" not in await morning(talk, THURSDAY)
    assert await _reads(lan) == late


async def test_the_list_opens_the_same_view(talk: Talk, lan: Person) -> None:
    await morning(talk, FRIDAY)

    await lan.says("/cauhoi")
    await lan.says("1")

    assert lan.last.text == (
        f"TV-0001 · đang chờ\n“{LOAN}”\n{DUE}\nĐã nhắc cán bộ lo câu này hôm thứ Sáu 08/05."
    )


async def test_a_new_date_begins_without_a_step(talk: Talk, lan: Person) -> None:
    await morning(talk, FRIDAY)
    minh = talk.person("minh")
    await minh.presses("Xin thêm thời gian")
    await minh.presses("2 ngày")
    await minh.says("Chờ tỉnh trả lời")

    [line] = await _reads(lan)

    assert "hẹn trả lời trước 17:00 thứ Năm 14/05" in line


async def test_while_the_asker_is_waited_for_the_question_back_stands_alone(
    talk: Talk, lan: Person
) -> None:
    minh = talk.person("minh")
    await minh.presses("Nhận")
    await morning(talk, FRIDAY)
    await minh.says("/hangdoi")
    await minh.presses("Hỏi thêm")
    await minh.says("Cô chú vay năm nào?")

    assert await _reads(lan) == [
        "Ngân hàng Chính sách: xin cô chú cho biết thêm: Cô chú vay năm nào?"
    ]


async def test_another_office_has_not_been_reminded(talk: Talk, lan: Person) -> None:
    await official(talk, "tâm", Role.OFFICER, "bhxh")
    await morning(talk, FRIDAY)
    minh = talk.person("minh")
    await minh.presses("Chuyển cơ quan")
    await minh.presses("Bảo hiểm xã hội")
    await minh.presses("Không cần lý do")

    assert len(await _reads(lan)) == 1


async def test_what_was_drafted_still_says_who_was_reminded_and_an_answer_no_longer(
    talk: Talk, lan: Person
) -> None:
    minh, hoa = talk.person("minh"), talk.person("hoa")
    await answers(minh, minh.last)
    await morning(talk, TUESDAY)
    assert (await _reads(lan))[1:] == ["Đã nhắc lãnh đạo Ngân hàng Chính sách hôm thứ Ba 12/05."]

    await hoa.presses("Duyệt")

    assert len(await _reads(lan)) == 1


async def test_where_the_officer_is_gone_the_head_is_named(talk: Talk, lan: Person) -> None:
    await talk.person("minh").says("/ngung")

    await morning(talk, FRIDAY)

    assert (await _reads(lan))[1] == "Đã nhắc lãnh đạo Ngân hàng Chính sách hôm thứ Sáu 08/05."


async def test_where_the_officer_leaves_after_the_reminder_the_head_is_named_too(
    talk: Talk, lan: Person
) -> None:
    await morning(talk, FRIDAY)
    await talk.person("minh").says("/ngung")

    await morning(talk, FRIDAY + timedelta(days=3))

    assert (await _reads(lan))[1] == "Đã nhắc lãnh đạo Ngân hàng Chính sách hôm thứ Hai 11/05."


async def test_where_nobody_can_be_reached_nobody_is_said_to_have_been(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await asks(lan)

    await morning(talk, FRIDAY)

    assert await _reads(lan) == [DUE]


async def test_it_is_said_in_the_asker_s_language(talk: Talk, lan: Person) -> None:
    await lan.says("/ngonngu")
    await lan.presses("English")
    await morning(talk, TUESDAY)

    assert (await _reads(lan))[1] == (
        "The head of Ngân hàng Chính sách was reminded on Tuesday 12/05."
    )
