"""A session is called off: everyone hears it once, nothing of it goes on, no question is lost."""

import pytest

from bot.domain.people import Role
from storage import questions, seats
from tests.doubles.chat import Talk
from tests.stories.cast import LOAN, asks, official, resident
from tests.stories.seated import OLD, Seated, seated

OFF = (
    f"Dạ em xin báo: Buổi đối thoại 1 ({OLD}, tại Hội trường UBND phường 1) đã hủy: bão số 5. "
    "Câu hỏi cô chú đã gửi vẫn được trả lời đúng hẹn, có ngày mới em báo liền."
)


@pytest.fixture
async def town(talk: Talk) -> Seated:
    return await seated(talk)


async def test_the_organiser_says_why_and_everyone_reads_it_once(talk: Talk, town: Seated) -> None:
    organiser = town.organiser
    await town.opens_card()
    await organiser.presses("Hủy buổi")
    assert organiser.last.text == (
        "Anh chị ghi giúp em vì sao hủy Buổi đối thoại 1, vài chữ thôi. Bà con sẽ đọc lý do này."
    )
    await organiser.says("bão số 5")
    assert organiser.last.text == (
        "Hủy Buổi đối thoại 1 (07:30 thứ Tư 13/05): 110 hộ đang có tên, bà con sẽ đọc “bão số 5”. "
        "Anh chị hủy luôn không?"
    )
    await organiser.presses("Hủy luôn")
    assert organiser.last.text.startswith("Em đã hủy Buổi đối thoại 1: không mời, không nhắc")
    await talk.tick()
    assert organiser.last.text == (
        f"Buổi đối thoại 1 ({OLD}, tại Hội trường UBND phường 1) đã hủy: bão số 5.\n"
        "Em báo cho 110 hộ và bàn trả lời nghen anh chị?"
    )

    await town.tells()

    assert town.news() == [[OFF], [OFF], [OFF]]
    assert town.pha.last.labels == ["Gửi câu hỏi"]
    await talk.later(hours=1)
    assert town.news() == [[], [], []]


async def test_no_offer_lapses_nobody_is_invited_reminded_or_asked_at_home(
    talk: Talk, town: Seated
) -> None:
    """Dì was invited and has not answered; Ba is next in line."""
    await town.calls_off()
    await town.tells()
    town.news()
    town.organiser.news()

    await talk.later(days=11, hours=7)  # when who comes would be reminded, and on the morning
    await talk.later(days=2, hours=14)
    for _ in range(4):
        await talk.later(days=1)

    assert town.news() == [[], [], []]
    assert [one for one in town.organiser.news() if "Buổi đối thoại 1" in one] == []
    async with talk.app.works.look() as work:
        taken = await seats.taken(work.tx, 1)
    assert sum(taken.values()) == 80, "whoever had a seat or an offer still has it"


async def test_every_list_says_so_and_every_door_is_closed_kindly(talk: Talk, town: Seated) -> None:
    clerk = await official(talk, "thư", Role.CLERK, "1")
    lan = await resident(talk, "lan", "Phường 2")
    await town.calls_off()

    assert "Buổi đối thoại 1 (đã hủy: bão số 5)" in (await lan.says("/lich")).last.text
    seen = (await town.pha.says("/lich")).last.text
    assert "Buổi đối thoại 1 (đã hủy: bão số 5)" in seen
    assert "Cô chú đã có chỗ" not in seen
    await lan.says("Đăng ký dự đối thoại")
    assert lan.last.text == (
        "Dạ Buổi đối thoại 1 đã hủy: bão số 5. Cô chú cứ nhắn câu hỏi, em chuyển cho cơ quan liền."
    )
    await town.di.presses("Sẽ đến")
    assert town.di.last.text == (
        "Dạ buổi này đã hủy rồi. Cô chú có điều gì muốn hỏi thì cứ nhắn cho em."
    )
    await clerk.says("/phien")
    assert "(đã hủy: bão số 5)" in clerk.last.text
    assert "Điều hành buổi 1" not in clerk.last.labels
    await clerk.presses("Chỗ ngồi Buổi đối thoại 1")
    assert "Buổi này đã hủy: bão số 5." in clerk.last.text
    assert "Điểm danh" not in clerk.last.labels


async def test_old_buttons_of_the_hall_and_the_plan_are_refused_with_what_to_do(
    talk: Talk, town: Seated
) -> None:
    organiser = town.organiser
    await organiser.says("/phien")
    await organiser.presses("Điều hành buổi 1")
    await town.opens_card()
    await organiser.presses("Bàn trả lời")
    await town.calls_off()
    refused = (
        "Buổi đối thoại 1 đã hủy. "
        "Anh chị muốn tổ chức lại thì mở /phien, bấm Dời buổi rồi nhắn ngày mới."
    )

    for button in ("Mở buổi", "Giấy tờ", "Điểm danh", "Nhắc những nơi chưa báo"):
        await organiser.presses(button)
        if button == "Giấy tờ":
            await organiser.presses("Kịch bản điều hành")
        assert organiser.last.text == refused, button


async def test_questions_stay_in_their_queue_with_the_date_that_was_promised(
    talk: Talk, town: Seated
) -> None:
    await asks(town.pha, LOAN)
    async with talk.app.works.look() as work:
        before = await questions.get(work.tx, 1)
    assert before
    assert before.session == 1

    await town.calls_off()
    await town.tells()
    await talk.later(days=1)

    async with talk.app.works.look() as work:
        assert await questions.get(work.tx, 1) == before
    await asks(town.di, LOAN)
    async with talk.app.works.look() as work:
        later = await questions.get(work.tx, 2)
    assert later
    assert later.session == 0, "what is asked from now on is bound to no session"


async def test_one_that_was_called_off_is_held_after_all_on_a_new_day(
    talk: Talk, town: Seated
) -> None:
    await town.calls_off()
    await town.tells()
    await talk.later(days=3)
    town.news()

    await town.moves("20/5 8h")
    assert town.organiser.last.text.startswith("Buổi đối thoại 1 tổ chức lại: 08:00–11:30")
    await town.tells()

    assert town.news() == [
        [
            "Dạ em báo tin mừng: Buổi đối thoại 1 tổ chức lại, 08:00–11:30 thứ Tư 20/05, "
            "tại Hội trường UBND phường 1. Chỗ của nhà mình em vẫn giữ, giấy mời và mã cũ vẫn "
            "dùng được; không đi được thì cô chú bấm nút dưới giúp em."
        ],
        [
            "Dạ em báo tin mừng: Buổi đối thoại 1 tổ chức lại, 08:00–11:30 thứ Tư 20/05, "
            "tại Hội trường UBND phường 1. Lời mời nhà mình vẫn còn, giấy mời và mã cũ vẫn dùng "
            "được; cô chú trả lời giúp em trước 10:00 thứ Hai 04/05 nghen."
        ],
        [
            "Dạ em báo tin mừng: Buổi đối thoại 1 tổ chức lại, 08:00–11:30 thứ Tư 20/05, "
            "tại Hội trường UBND phường 1. Nhà mình vẫn ở trong danh sách, có chỗ em báo liền."
        ],
    ]
    await town.di.presses("Sẽ đến")
    assert "08:00 thứ Tư 20/05" in town.di.last.text


async def test_one_that_was_opened_is_neither_moved_nor_called_off(
    talk: Talk, town: Seated
) -> None:
    await talk.clock.move(days=13, hours=20)
    await town.organiser.says("/phien")
    await town.organiser.presses("Điều hành buổi 1")
    await town.opens_card()
    await town.organiser.presses("Dời buổi")
    await town.organiser.says("20/5 8h")
    await town.organiser.presses("Mở buổi")

    await town.organiser.presses("Dời luôn")

    assert town.organiser.last.text.startswith("Buổi đối thoại 1 đã mở rồi nên không dời")
    await town.opens_card()
    assert "Hủy buổi" not in town.organiser.last.labels
