"""The head of a hamlet goes to see who has not answered, and presses what they said."""

from bot.domain.people import Role
from tests.doubles.chat import Talk
from tests.stories.cast import official
from tests.stories.test_offered_seats import next_in_line, signed_off


async def test_a_hamlet_s_head_answers_for_three_households(talk: Talk) -> None:
    khom = await official(talk, "khóm", Role.HAMLET, "p1-k4")
    await signed_off(talk)
    await talk.tick()
    assert khom.news() == []

    await talk.later(hours=24)
    assert khom.news() == [
        "Buổi đối thoại 1, 07:30 thứ Tư 13/05 · Khóm 4, Phường 1: các hộ này chưa trả lời giấy "
        "mời, anh chị ghé hỏi giúp em rồi bấm theo chữ cái.\n"
        "\n"
        "A. Huỳnh Thị Bé Thoa\n"
        "B. Nguyễn Thị Tuyết Ánh\n"
        "C. Trần Thị Cẩm Dung\n"
        "D. Nguyễn Thị Út Nhiên"
    ]
    assert khom.last.labels[:3] == ["A. Sẽ đến", "A. Không đến", "A. Chưa gặp"]

    await khom.presses("A. Sẽ đến")
    await khom.presses("B. Không đến")
    await khom.presses("C. Chưa gặp")

    assert khom.news() == [
        "Em ghi Huỳnh Thị Bé Thoa sẽ đến, cảm ơn anh chị.",
        "Em ghi Nguyễn Thị Tuyết Ánh không đến, em mời hộ kế tiếp. Cảm ơn anh chị.",
        "Em ghi chưa gặp Trần Thị Cẩm Dung. Mai em nhắc anh chị ghé lại.",
    ]
    await talk.later(hours=24)
    assert "\nA. Trần Thị Cẩm Dung" in khom.find("Khóm 4").text


async def test_where_hamlets_have_no_head_the_organiser_gets_one_message_that_leads_to_the_list(
    talk: Talk,
) -> None:
    await signed_off(talk)
    await talk.tick()
    organiser = talk.person("tổ")
    organiser.news()

    await talk.later(hours=24)

    [told] = [one for one in organiser.news() if "chưa trả lời giấy mời" in one]
    assert (
        "• Khóm 4, Phường 1: Huỳnh Thị Bé Thoa, Nguyễn Thị Tuyết Ánh, Trần Thị Cẩm Dung, "
        "Nguyễn Thị Út Nhiên"
    ) in told.splitlines()
    assert organiser.last.labels == ["Chỗ ngồi Buổi đối thoại 1"]

    await organiser.presses("Chỗ ngồi Buổi đối thoại 1")
    assert "Xem danh sách" in organiser.last.labels


async def test_a_seat_that_comes_free_for_a_household_without_a_chat_is_brought_on_paper(
    talk: Talk,
) -> None:
    homes = await signed_off(talk)
    follower = await next_in_line(talk, homes)
    khom = await official(talk, "khóm", Role.HAMLET, follower.hamlet)
    await talk.tick()
    organiser = talk.person("tổ")
    await organiser.says("/phien")
    await organiser.presses("Chỗ ngồi Buổi đối thoại 1")
    await organiser.presses("Xem danh sách")
    await organiser.presses("Phường 1 · Hộ nghèo, cận nghèo, mới thoát nghèo")
    await organiser.presses("1")
    assert organiser.last.labels == ["Hộ này sẽ đến", "Hộ này không đến", "Quay lại"]

    await organiser.presses("Hộ này không đến")

    assert organiser.last.text == (
        "Em ghi Diệp Thị Bô Pha không đến, em mời hộ kế tiếp. Cảm ơn anh chị."
    )
    [told] = khom.news()
    assert told.startswith(
        f"Buổi đối thoại 1, 07:30 thứ Tư 13/05: có chỗ trống, em mời {follower.name} ("
    )
    await khom.presses("Hộ này sẽ đến")
    assert khom.last.text == f"Em ghi {follower.name} sẽ đến, cảm ơn anh chị."
