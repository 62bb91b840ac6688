"""Who hears of a late promise where somebody is gone, or works in a group, or stands above."""

from datetime import timedelta

from bot.domain.people import Grant, Role
from storage import people
from tests.doubles.chat import Person, Talk
from tests.stories.cast import BANK, LOAN, asks, official, resident
from tests.stories.mornings import (
    FRIDAY,
    INSTEAD,
    SOON,
    TODAY,
    TUESDAY,
    WEDNESDAY,
    morning,
)

#: To organisers, where nobody of an office can be reached.
NOBODY_THERE = "Ở đó em không nhắn được cho ai, anh chị gọi giúp em."


async def _ends_role(talk: Talk, person: Person, role: Role) -> None:
    async with talk.app.works.begin() as work:
        found = await people.of_address(work.tx, str(person.address))
        assert found is not None
        await people.end_role(work.tx, found.id, Grant(role, BANK), work.now)


async def test_who_wants_no_messages_is_replaced_by_the_head(talk: Talk) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    await official(talk, "an", Role.OFFICER, BANK)
    await official(talk, "hoa", Role.HEAD, BANK)
    await asks(await resident(talk, "lan"))
    await minh.presses("Nhận")
    await minh.says("/ngung")

    assert await morning(talk, FRIDAY) == {"hoa": [SOON + INSTEAD]}
    assert await morning(talk, TUESDAY) == {"hoa": [TODAY + INSTEAD]}


async def test_while_nobody_holds_it_one_officer_who_can_be_reached_is_enough(talk: Talk) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    await official(talk, "an", Role.OFFICER, BANK)
    await official(talk, "hoa", Role.HEAD, BANK)
    await asks(await resident(talk, "lan"))
    await minh.blocks()

    assert await morning(talk, FRIDAY) == {"an": [SOON]}


async def test_what_somebody_holds_whose_role_is_gone_comes_to_the_other_officers(
    talk: Talk,
) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    an = await official(talk, "an", Role.OFFICER, BANK)
    await asks(await resident(talk, "lan"))
    await minh.presses("Nhận")
    await _ends_role(talk, minh, Role.OFFICER)

    assert await morning(talk, FRIDAY) == {"an": [SOON]}
    await an.presses("Trả lời")
    assert an.find("TV-0001 ·").text.endswith("An đang giữ")


async def test_where_the_head_is_gone_too_the_organisers_are_called_at_once(talk: Talk) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    ban = await official(talk, "ban", Role.ORGANISER)
    lan = await resident(talk, "lan")
    await asks(lan)
    await minh.blocks()
    await _ends_role(talk, hoa, Role.HEAD)

    await morning(talk, FRIDAY)
    assert ban.find("TV-0001").text == (
        f"⏰ Câu TV-0001 ở Ngân hàng Chính sách hẹn 17:00 thứ Ba 12/05. {NOBODY_THERE}"
    )
    await morning(talk, WEDNESDAY)
    assert ban.find("mà tới giờ").text == (
        "⚠️ Câu TV-0001 ở Ngân hàng Chính sách hẹn 17:00 thứ Ba 12/05 mà tới giờ chưa trả lời. "
        f"{NOBODY_THERE}"
    )
    assert "Em đã báo ban tổ chức hỏi giùm" in lan.last.text


async def test_where_nobody_at_all_is_there_the_asker_is_told_whom_to_call(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await asks(lan)

    await morning(talk, WEDNESDAY)
    await morning(talk, WEDNESDAY)

    assert lan.last.text.endswith(
        "Em chưa gặp được ai ở đó, cô chú cần gấp thì nhắn /giup để xem số gọi."
    )


async def test_a_group_hears_of_what_nobody_holds_and_the_holder_of_their_own(talk: Talk) -> None:
    group, minh = talk.group("-1", "Tổ tín dụng"), await official(talk, "minh", Role.OFFICER, BANK)
    await official(talk, "hoa", Role.HEAD, BANK)
    await group.member(minh).says("/nhom")
    await group.member(minh).presses("Nối nhóm này")
    await asks(await resident(talk, "lan"))

    assert await morning(talk, FRIDAY) == {"-1": [SOON]}
    await group.member(minh).presses("Xin thêm thời gian")
    await group.member(minh).presses("Thôi")
    assert await morning(talk, TUESDAY) == {"minh": [TODAY], "hoa": [TODAY]}


async def test_an_official_who_asked_it_is_not_told_as_an_official(talk: Talk) -> None:
    """Minh works for the bank and asked it something, as anybody may."""
    minh = await resident(talk, "minh")
    await official(talk, "minh", Role.OFFICER, BANK)
    await official(talk, "an", Role.OFFICER, BANK)
    await minh.says(LOAN)
    await minh.presses("Câu hỏi mới")
    await minh.presses("Đúng rồi, gửi đi")

    assert await morning(talk, FRIDAY) == {"an": [SOON]}


async def test_a_chat_that_turns_out_to_be_closed_sends_it_to_the_next_in_line_at_once(
    talk: Talk,
) -> None:
    """The platform tells only when the card is sent that Minh has blocked the bot."""
    await official(talk, "minh", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(await resident(talk, "lan"))
    talk.platform.closed.add("minh")

    assert await morning(talk, FRIDAY) == {"hoa": [SOON + INSTEAD]}
    assert await morning(talk, TUESDAY) == {"hoa": [TODAY + INSTEAD]}
    assert hoa.find("TV-0001").labels[-1] == "Đã trả lời trực tiếp"


async def test_who_wants_no_more_messages_after_the_card_came_is_replaced_at_once(
    talk: Talk,
) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(await resident(talk, "lan"))
    assert await morning(talk, FRIDAY) == {"minh": [SOON]}

    await minh.says("/ngung")
    await talk.later(minutes=1)

    assert hoa.find("TV-0001").text.startswith(SOON + INSTEAD)


async def test_who_has_heard_of_a_rung_does_not_hear_again_when_somebody_leaves(
    talk: Talk,
) -> None:
    """The head and the organisers have heard already; the asker is told once."""
    await official(talk, "minh", Role.OFFICER, BANK)
    await official(talk, "hoa", Role.HEAD, BANK)
    await official(talk, "ban", Role.ORGANISER)
    await asks(await resident(talk, "lan"))
    talk.platform.closed.add("minh")

    told = await morning(talk, WEDNESDAY + timedelta(hours=1))
    assert {chat: len(lines) for chat, lines in told.items()} == {"hoa": 1, "ban": 1, "lan": 1}
