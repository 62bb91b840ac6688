"""A session is moved: clocks follow by themselves; people are told once, on the organiser's yes."""

import pytest

from bot.domain.messages import Happened
from bot.domain.people import Role
from bot.scheduler import TABLE, perform
from tests.doubles.chat import Talk
from tests.stories.cast import BANK, official
from tests.stories.seated import NEW, OLD, Seated, seated

MOVED = f"Dạ em xin báo: Buổi đối thoại 1 dời từ {OLD} sang {NEW}. "
KEPT = (
    "Chỗ của nhà mình em vẫn giữ, giấy mời và mã cũ vẫn dùng được; "
    "không đi được thì cô chú bấm nút dưới giúp em."
)
WAITS = "Nhà mình vẫn ở trong danh sách, có chỗ em báo liền."


@pytest.fixture
async def town(talk: Talk) -> Seated:
    return await seated(talk)


# ── moving it ────────────────────────────────────────────────────────────────────────────────


async def test_the_organiser_types_a_day_as_people_do_and_confirms_knowing_how_many(
    town: Seated,
) -> None:
    organiser = town.organiser
    await town.opens_card()
    await organiser.presses("Dời buổi")
    assert organiser.last.text == (
        "Buổi đối thoại 1 đang hẹn 07:30 thứ Tư 13/05. "
        "Anh chị dời sang ngày giờ nào, ví dụ: 20/12 8h?"
    )
    await organiser.says("tuần sau")
    assert organiser.last.text.startswith("Em chưa rõ ngày giờ.")
    await organiser.says("20/4 8h")
    assert organiser.last.text.startswith("Ngày giờ này đã qua rồi.")

    await organiser.says("Dời tới 2h ngày 20/5")
    assert organiser.last.text.endswith("20/12 8h, buổi chiều thì 20/12 14h.")
    await organiser.says("Dời tới 8h ngày 20/5")

    assert organiser.last.text == (
        "Dời Buổi đối thoại 1 sang 08:00 thứ Tư 20/05: 110 hộ đang có tên. Anh chị dời luôn không?"
    )
    assert organiser.last.labels == ["Dời luôn", "Ngày giờ khác", "Thôi"]
    await organiser.presses("Dời luôn")
    assert organiser.last.text == (
        "Em đã dời Buổi đối thoại 1 sang 08:00 thứ Tư 20/05, lời mời và nhắc hẹn theo ngày mới. "
        "Em hỏi anh chị rồi mới báo bà con."
    )
    assert "08:00 thứ Tư 20/05" in (await town.pha.says("/lich")).last.text


async def test_a_day_that_is_asked_for_again_is_no_move_and_other_roles_may_not(
    talk: Talk, town: Seated
) -> None:
    clerk = await official(talk, "thư", Role.CLERK, "1")
    await town.opens_card()
    await town.organiser.presses("Dời buổi")
    await town.organiser.says("13/5 7h30")
    assert town.organiser.last.text.startswith("Buổi đối thoại 1 đang hẹn đúng ngày giờ đó.")

    await clerk.says("/phien")
    await clerk.presses("Chỗ ngồi Buổi đối thoại 1")
    assert clerk.last.labels == ["Điểm danh", "Các buổi"], "neither moves it nor calls it off"


# ── telling it ───────────────────────────────────────────────────────────────────────────────


async def test_who_comes_is_invited_and_waits_hear_old_and_new_and_each_once(
    talk: Talk, town: Seated
) -> None:
    await talk.clock.move(hours=4)
    await town.moves()
    assert town.news() == [[], [], []]
    assert town.organiser.last.text == (
        f"Buổi đối thoại 1 dời từ {OLD} sang {NEW}.\n"
        "Em báo cho 110 hộ và bàn trả lời nghen anh chị?"
    )
    assert town.organiser.last.labels == ["Báo", "Chưa"]

    await town.tells()

    assert town.news() == [
        [MOVED + KEPT],
        [
            MOVED + "Lời mời nhà mình vẫn còn, giấy mời và mã cũ vẫn dùng được; "
            "cô chú trả lời giúp em trước 14:00 thứ Sáu 01/05 nghen."
        ],
        [MOVED + WAITS],
    ]
    assert town.pha.last.labels == ["Không đi được buổi này"]
    assert town.di.last.labels == ["Sẽ đến", "Không đi được buổi này"]
    assert town.organiser.find("tin này đã báo").labels == []
    await talk.later(minutes=5)
    await talk.later(hours=1)
    assert town.news() == [[], [], []]


async def test_the_panel_hears_it_first_also_where_the_organiser_says_yes_at_night(
    talk: Talk, town: Seated
) -> None:
    bank = await official(talk, "bình", Role.HEAD, BANK)
    await town.di.presses("Sẽ đến")
    await talk.later(days=8)  # five working days before, it is invited
    await bank.presses("Tôi dự")
    await bank.says("Giám đốc")
    town.news()
    await talk.clock.move(hours=12)

    await town.moves()
    await town.tells()

    assert town.organiser.find("Giờ này bà con nghỉ rồi").text.startswith(
        "Giờ này bà con nghỉ rồi, tới 06:00 thứ Sáu 08/05 em báo 110 hộ và bàn trả lời."
    )
    assert town.news() == [[], [], []]
    await talk.clock.move(hours=8)
    for tick in TABLE:  # what comes every second comes before what comes every five
        if tick.seconds == 1:
            await perform(talk.app.works, tick)
    await talk.settle()
    await talk.tick()
    await talk.later(minutes=1)
    heard = [chat for chat, words in town.in_order() if f"dời từ {OLD}" in words]
    told = heard[heard.index("bình") :]
    assert (told[0], sorted(told[1:])) == ("bình", ["ba", "dì", "pha"])
    assert bank.last.text == (
        f"Ban tổ chức xin báo: Buổi đối thoại 1 dời từ {OLD} sang {NEW}. Em vẫn ghi Bình dự cho "
        "Ngân hàng Chính sách, có đổi người thì anh chị bấm nút dưới."
    )
    await bank.presses("Người khác dự")
    assert "họ tên và chức vụ" in bank.last.text
    assert "Bảo hiểm xã hội" in town.organiser.find("mấy nơi này không có ai trên chat").text


async def test_who_cannot_come_says_so_by_one_press_and_the_seat_goes_on(
    talk: Talk, town: Seated
) -> None:
    await town.moves()
    await town.tells()
    town.news()

    await town.pha.presses("Không đi được buổi này")
    assert town.pha.last.text.startswith("Dạ em nhường chỗ ở Buổi đối thoại 1 cho bà con khác")
    assert "08:00 thứ Tư 20/05" in town.ba.last.text, "the next is offered it, for the new day"

    await town.di.presses("Sẽ đến")
    assert "08:00 thứ Tư 20/05" in town.di.last.text
    await town.pha.presses("Không đi được buổi này")
    assert town.pha.last.text.startswith("Dạ em không thấy nhà mình còn trong danh sách buổi này.")


async def test_a_second_change_before_the_first_was_told_is_told_once_the_newest(
    talk: Talk, town: Seated
) -> None:
    await town.moves("17/5 14h")
    old = town.organiser.last
    await town.moves("20/5 8h")
    assert [one.labels for one in town.organiser.screen if one.id == old.id] == [[]]

    late = town.organiser.inbound(
        happened=Happened.PRESSED, press="newsyes:1/2", press_id="late", reply_to=old.id
    )
    await talk.arrive(late)
    assert town.organiser.last.text.startswith("Buổi đối thoại 1 vừa đổi lần nữa.")
    assert town.news() == [[], [], []]
    await town.tells()

    assert town.news()[0] == [MOVED + KEPT]


async def test_not_yet_tells_nobody_and_the_card_of_the_session_asks_again(
    talk: Talk, town: Seated
) -> None:
    await town.moves()
    await town.organiser.presses("Chưa")
    assert town.organiser.last.text == (
        "Em chưa báo ai. Khi nào báo được, anh chị mở Buổi đối thoại 1 trong /phien rồi bấm "
        "Báo tin buổi này."
    )
    town.organiser.news()
    await talk.later(hours=3)
    assert town.organiser.news() == []
    assert town.news() == [[], [], []]

    await town.opens_card()
    await town.organiser.presses("Báo tin buổi này")
    await town.tells()

    assert town.news()[0] == [MOVED + KEPT]
    await town.opens_card()
    assert "Báo tin buổi này" not in town.organiser.last.labels


async def test_what_is_moved_back_before_anybody_was_told_is_told_to_nobody(
    talk: Talk, town: Seated
) -> None:
    await town.moves("20/5 8h")
    await town.moves("13/5 7h30")

    card = town.organiser.find("đã về như trước")
    assert card.text == "Buổi đối thoại 1 đã về như trước, không cần báo ai."
    assert card.labels == []
    assert town.news() == [[], [], []]


async def test_an_office_that_was_invited_to_the_new_day_hears_nothing_of_the_old_one(
    talk: Talk, town: Seated
) -> None:
    bank = await official(talk, "bình", Role.HEAD, BANK)
    await town.moves("6/5 8h")  # a week from now: its panel is invited at once
    assert "08:00 thứ Tư 06/05" in bank.last.text
    bank.news()

    await town.tells()

    assert bank.news() == []
    assert len(town.news()[0]) == 1
