"""*Đã trả lời trực tiếp*: what was said at a counter is an answer once the head confirms it."""

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import BANK, LOAN, asks, official, resident
from tests.stories.mornings import FRIDAY, morning

TOLD = "Cô Lan thuộc hộ cận nghèo, vay được 50 triệu, mang căn cước ra ngân hàng."


async def _reminded(talk: Talk) -> tuple[Person, Person, Person]:
    """Officer, head and asker on Friday 8 May, when the question is brought up."""
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    lan = await resident(talk, "lan")
    await asks(lan)
    await morning(talk, FRIDAY)
    return minh, hoa, lan


async def test_who_when_and_what_reach_the_head_and_then_the_asker(talk: Talk) -> None:
    minh, hoa, lan = await _reminded(talk)

    await minh.presses("Đã trả lời trực tiếp")
    assert minh.last.text == (
        "Ai đã trả lời trực tiếp câu TV-0001? Anh chị nhắn tên người đó giúp em."
    )
    await minh.presses("Chính tôi")
    await minh.presses("Hôm qua")
    await minh.says(TOLD)

    assert minh.last.text.startswith("Câu TV-0001 đã gửi lãnh đạo duyệt.")
    assert hoa.last.text.endswith(f"chờ xác nhận, Minh đã trả lời trực tiếp ngày 07/05:\n\n{TOLD}")
    await hoa.presses("Duyệt")
    await talk.later(hours=9)
    assert TOLD in lan.find("trả lời câu TV-0001").text


async def test_it_can_be_said_on_the_first_day_and_from_the_queue(talk: Talk) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(await resident(talk, "lan"))
    await minh.presses("Nhận")
    await minh.says("/hangdoi")

    await minh.presses("Đã trả lời trực tiếp")
    await minh.presses("Chính tôi")
    await minh.presses("Hôm nay")
    await minh.says(TOLD)

    assert "Minh đã trả lời trực tiếp ngày 29/04" in hoa.last.text


async def test_somebody_else_and_another_day_are_typed(talk: Talk) -> None:
    minh, hoa, _ = await _reminded(talk)

    await minh.presses("Đã trả lời trực tiếp")
    await minh.says("chị Tư, tín dụng")
    await minh.says("5/5")
    await minh.says(TOLD)

    assert "chị Tư, tín dụng đã trả lời trực tiếp ngày 05/05" in hoa.last.text


@pytest.mark.parametrize("day", ["mai mốt", "9/5", "31/2", "6/5/2024"])
async def test_a_day_that_is_none_or_has_not_come_is_asked_again(talk: Talk, day: str) -> None:
    minh, _, _ = await _reminded(talk)
    await minh.presses("Đã trả lời trực tiếp")
    await minh.presses("Chính tôi")

    await minh.says(day)

    assert minh.last.text == (
        "Em chưa rõ ngày, hoặc ngày đó chưa tới. Anh chị nhắn ngày tháng, như 6/5."
    )
    await minh.says("7/5")
    assert "đã trả lời câu TV-0001 thế nào" in minh.last.text


async def test_a_name_without_a_letter_is_asked_again(talk: Talk) -> None:
    minh, _, _ = await _reminded(talk)
    await minh.presses("Đã trả lời trực tiếp")

    await minh.says("123")

    assert minh.last.text.startswith("Em chưa rõ tên người trả lời")


async def test_a_head_who_returns_it_gives_it_back_to_who_wrote_it_down(talk: Talk) -> None:
    minh, hoa, _ = await _reminded(talk)
    await minh.presses("Đã trả lời trực tiếp")
    await minh.presses("Chính tôi")
    await minh.presses("Hôm nay")
    await minh.says(TOLD)

    await hoa.presses("Trả lại")
    await hoa.says("Ghi rõ lãi suất giúp tôi")
    await minh.presses("Trả lời")

    assert "Lãnh đạo trả lại vì: Ghi rõ lãi suất giúp tôi" in minh.last.text
    await minh.says("Vay 50 triệu, lãi 6,6% một năm, không thế chấp.")
    await minh.presses("Gửi duyệt")
    assert "chờ duyệt, Minh soạn" in hoa.last.text


async def test_an_old_day_button_begins_again_rather_than_guess_for_whom(talk: Talk) -> None:
    minh, _, _ = await _reminded(talk)
    await minh.presses("Đã trả lời trực tiếp")
    await minh.presses("Chính tôi")
    await minh.presses("Thôi")

    await minh.presses("Hôm nay")

    assert minh.last.text.startswith("Ai đã trả lời trực tiếp câu TV-0001?")


async def test_in_a_group_each_step_is_a_reply(talk: Talk) -> None:
    group, minh = talk.group("-1", "Tổ tín dụng"), await official(talk, "minh", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    here = group.member(minh)
    await here.says("/nhom")
    await here.presses("Nối nhóm này")
    await asks(await resident(talk, "lan"))
    await morning(talk, FRIDAY)
    assert LOAN in group.heard[-1]

    await here.presses("Đã trả lời trực tiếp")
    await here.presses("Chính tôi")
    await here.presses("Hôm nay")
    await here.replies(group.screen[-1], TOLD)

    assert "Minh đã trả lời trực tiếp ngày 08/05" in hoa.last.text
