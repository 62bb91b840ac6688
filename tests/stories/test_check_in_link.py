"""A clerk asks the bot for the list at the door, and gets a link for the phone at hand."""

from bot.domain.people import Role
from tests.doubles.chat import Talk
from tests.stories.cast import official
from tests.stories.test_offered_seats import signed_off


async def test_a_clerk_gets_a_link_that_opens_the_list_of_the_session(talk: Talk) -> None:
    await signed_off(talk)
    clerk = await official(talk, "thư", Role.CLERK, "1")
    await clerk.says("/phien")
    await clerk.presses("Chỗ ngồi Buổi đối thoại 1")

    await clerk.presses("Điểm danh")

    assert clerk.last.text.startswith("Đường dẫn điểm danh Buổi đối thoại 1 của riêng anh chị")
    [choice] = clerk.last.choices
    assert (choice.label, "/checkin/mo/" in choice.url) == ("Mở bảng điểm danh", True)


async def test_who_leads_a_ward_sees_how_it_fills_and_checks_nobody_in(talk: Talk) -> None:
    await signed_off(talk)
    head = await official(talk, "lãnh", Role.HEAD, "ubnd_phuong@p1")
    await head.says("/phien")

    await head.presses("Chỗ ngồi Buổi đối thoại 1")

    assert head.last.labels == ["Xem danh sách", "Các buổi"]
