"""Groups: officials work in theirs, a ward's people hear in theirs, privacy stays out."""

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Group, Person, Talk
from tests.stories.cast import ANSWER, BANK, LOAN, WARD_7, asks, official, resident


async def bank_group(talk: Talk) -> tuple[Group, Person]:
    """A group tied to the bank's queue by its officer Tâm."""
    group, tam = talk.group("-1", "Tổ tín dụng"), await official(talk, "tâm", Role.OFFICER, BANK)
    await group.member(tam).says("/nhom")
    await group.member(tam).presses("Nối nhóm này")
    return group, tam


async def test_a_group_is_tied_to_a_queue_by_one_of_its_officials(talk: Talk) -> None:
    group, _ = await bank_group(talk)

    assert group.heard[-1] == (
        "Từ giờ câu hỏi mới của Ngân hàng Chính sách về nhóm này. "
        "Câu riêng tư, khẩn hay tố cáo em chỉ gửi riêng cho người có trách nhiệm."
    )


async def test_somebody_without_a_role_cannot_tie_a_group(talk: Talk) -> None:
    group, lan = talk.group("-1", "Tổ"), await resident(talk, "lan")
    await group.member(lan).says("/nhom")

    await group.member(lan).presses("Nối nhóm này")

    assert group.heard[-1] == (
        "Nút này dành cho cán bộ đã được mời. Anh chị nhắn riêng mã mời cho em trước giúp em."
    )


async def test_cards_come_to_the_group_instead_of_each_official(talk: Talk) -> None:
    group, tam = await bank_group(talk)
    tam.news()

    await asks(await resident(talk, "lan"))

    assert LOAN in group.heard[-1]
    assert tam.news() == []


async def test_members_with_the_role_work_there_and_the_card_changes(talk: Talk) -> None:
    group, tam = await bank_group(talk)
    await asks(await resident(talk, "lan"))

    await group.member(tam).presses("Nhận")
    assert group.heard[-1].endswith("Tâm đang giữ")
    await group.member(tam).replies(group.screen[-1], ANSWER)
    assert ANSWER in group.heard[-1]
    await group.member(tam).presses("Gửi duyệt")

    assert "chờ duyệt, Tâm soạn" in group.screen[-3].text


async def test_members_without_the_role_are_refused_politely(talk: Talk) -> None:
    group, _ = await bank_group(talk)
    stranger, other = talk.person("khách"), await official(talk, "minh", Role.OFFICER, "bhxh")
    await asks(await resident(talk, "lan"))

    await group.member(stranger).presses("Nhận")
    assert group.heard[-1] == (
        "Anh chị chưa có hàng đợi nào. Anh chị xin mã mời từ ban tổ chức rồi nhắn mã cho em."
    )
    await group.member(other).presses("Nhận")
    assert group.heard[-1] == (
        "Câu này không thuộc hàng đợi của anh chị. Anh chị mở /hangdoi để xem câu của mình."
    )
    await group.member(stranger).replies(group.screen[-3], ANSWER)

    assert "chờ người nhận" in group.screen[-4].text


async def test_colleagues_talk_on_while_the_bot_waits_for_an_answer(talk: Talk) -> None:
    group, tam = await bank_group(talk)
    await asks(await resident(talk, "lan"))
    await group.member(tam).presses("Trả lời")
    said = len(group.heard)

    await group.member(tam).says("ok để tui coi lại rồi trả lời nghen")
    assert len(group.heard) == said
    await group.member(tam).replies(group.screen[-1], ANSWER)

    assert ANSWER in group.heard[-1]


async def test_what_is_about_one_person_is_not_said_in_a_group(talk: Talk) -> None:
    group, lan = talk.group("-1", "Khóm 3"), await resident(talk, "lan")
    await asks(lan)

    for command in ("/dulieu", "/cauhoi", "/hoi", "/lich", "/ngung", "/bantin", "/moi"):
        await group.member(lan).says(command)

    assert set(group.heard) == {
        "Dạ chuyện này là chuyện riêng. Cô chú, anh chị nhắn riêng cho em nghen."
    }


async def test_a_group_shows_only_the_queue_it_is_tied_to(talk: Talk) -> None:
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await asks(await resident(talk, "lan"))
    group = talk.group("-2", "Khóm 3")

    await group.member(tam).says("/hangdoi")

    assert group.heard == [
        "Nhóm này chưa nối với hàng đợi nào. Anh chị nhắn /nhom để nối, hoặc nhắn riêng cho em."
    ]


async def test_a_group_that_opens_its_queue_sees_nothing_private(talk: Talk) -> None:
    group, tam = await bank_group(talk)
    lan = await resident(talk, "lan")
    await asks(lan)
    await asks(lan, "Tôi bị HIV, vay vốn ngân hàng chính sách có cần khai không?")
    said = len(group.heard)

    await group.member(tam).presses("Hàng đợi")

    heading, card = group.heard[said:]
    assert heading.startswith("Hàng đợi Ngân hàng Chính sách: 1 chờ nhận")
    assert LOAN in card
    assert "HIV" in tam.last.text


@pytest.mark.parametrize("old", ["queue:nhcsxh", "queue:nhcsxh/w0.0"], ids=["first", "next"])
async def test_an_old_button_opens_no_queue_before_the_people_of_a_ward(
    talk: Talk, old: str
) -> None:
    """The group was its office's once, and *Xem tiếp* still stands in it."""
    group, tam = await bank_group(talk)
    head = await official(talk, "bình", Role.HEAD, WARD_7)
    await asks(await resident(talk, "lan"))
    await group.member(head).says("/nhom")
    await group.member(head).presses("Nối nhóm này")
    await group.member(head).presses("Bản tin của Phường 7")
    said = len(group.heard)

    member = group.member(tam)
    await talk.arrive(member.inbound(press=old, happened="pressed"))

    assert group.heard[said:] == [
        "Nhóm này chưa nối với hàng đợi nào. Anh chị nhắn /nhom để nối, hoặc nhắn riêng cho em."
    ]


async def test_a_group_that_works_on_another_queue_now_opens_that_one(talk: Talk) -> None:
    group, _ = await bank_group(talk)
    head = await official(talk, "bình", Role.HEAD, WARD_7)
    await asks(await resident(talk, "lan"))
    await group.member(head).says("/nhom")
    await group.member(head).presses("Nối nhóm này")
    await group.member(head).presses("Câu hỏi của UBND phường 7")
    said = len(group.heard)

    member = group.member(head)
    await talk.arrive(member.inbound(press="queue:nhcsxh", happened="pressed"))

    assert group.heard[said:] == ["Hàng đợi UBND phường 7 đang trống. Có câu mới em báo liền."]


async def test_a_group_of_a_ward_hears_its_bulletins_and_no_cards(talk: Talk) -> None:
    head = await official(talk, "bình", Role.HEAD, WARD_7)
    group = talk.group("-3", "Bà con phường 7")
    await group.member(head).says("/nhom")
    await group.member(head).presses("Nối nhóm này")
    assert group.screen[-1].labels == [
        "Câu hỏi của UBND phường 7",
        "Bản tin của Phường 7",
        "Thôi",
    ]
    await group.member(head).presses("Bản tin của Phường 7")
    assert group.heard[-1] == "Từ giờ bản tin của Phường 7 về nhóm này."
    lan = await resident(talk, "lan")
    await asks(lan, "Đèn đường hẻm 12 khóm 3 hư cả tháng, chừng nào sửa?")
    await head.replies(head.find("TV-0001"), "Tuần sau phường sửa đèn hẻm 12.")
    await head.presses("Gửi duyệt")
    assert len(group.heard) == 3

    await head.presses("Duyệt")
    await talk.later(hours=7, minutes=1)

    assert len(group.heard) == 4
    assert "UBND phường 7 trả lời: Tuần sau phường sửa đèn hẻm 12." in group.heard[-1]


async def test_words_changed_in_a_group_are_no_business_of_the_bot(talk: Talk) -> None:
    group, tam = await bank_group(talk)
    said = len(group.heard)

    await group.member(tam).says("sửa chữ", happened="edited")

    assert len(group.heard) == said


async def test_an_invitation_is_not_accepted_in_a_group(talk: Talk) -> None:
    group, lan = talk.group("-1", "Khóm 3"), await resident(talk, "lan")

    await group.member(lan).opens("ABCDEFGHJKMN")

    assert group.heard == [
        "Dạ chuyện này là chuyện riêng. Cô chú, anh chị nhắn riêng cho em nghen."
    ]


async def test_leaving_a_step_in_a_group_shows_no_menu(talk: Talk) -> None:
    group, tam = await bank_group(talk)
    await asks(await resident(talk, "lan"))
    await group.member(tam).presses("Trả lời")

    await group.member(tam).presses("Thôi")

    assert group.screen[-1].labels == []
