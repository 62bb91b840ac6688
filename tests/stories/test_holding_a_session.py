"""A session in the hall: opened, questions called and answered orally, questions from the floor."""

from datetime import timedelta

import pytest

from bot import app
from bot.config import Settings
from bot.domain.agencies import Queue
from bot.domain.messages import Happened
from bot.domain.panel import Sitting
from bot.domain.people import Role
from bot.domain.sessions import Phase
from storage import panel
from tests.doubles.chat import Person, Talk
from tests.stories.cast import INSURANCE, LOAN, asks, official, resident


@pytest.fixture
async def clerk(talk: Talk) -> Person:
    """The clerk of session 2, of which Phường 7 is part."""
    return await official(talk, "thu", Role.CLERK, "2")


async def to_the_hall(talk: Talk, clerk: Person) -> None:
    """It is the morning of the session, and the clerk opens it."""
    start = talk.app.works.programme.sessions[1].starts_at
    await talk.clock.move_to(start)
    await clerk.says("/phien")
    await clerk.presses("Điều hành buổi 2")
    await clerk.presses("Mở buổi")


def _phase(talk: Talk) -> Phase:
    return talk.app.works.programme.sessions[1].phase(talk.clock.now())


async def _from_the_floor(clerk: Person, text: str, whose: str = "Phường 7") -> str:
    """A question from the floor; returns its number."""
    await clerk.presses("Câu hỏi tại chỗ")
    await clerk.says(text)
    await clerk.presses(whose)
    return clerk.last.text.removeprefix("Đã ghi ").split()[0]


async def answered_orally(clerk: Person, number: str, words: str) -> None:
    """The board is opened, and whoever is in charge has answered."""
    await clerk.presses("Câu tiếp theo")
    card = next(one for one in clerk.screen[::-1] if one.text.startswith(f"{number} ·"))
    data = next(one.data for one in card.choices if one.label == "Trả lời miệng")
    await clerk.talk.arrive(clerk.inbound(**_press(clerk, data)))
    await clerk.presses(clerk.last.labels[0])
    await clerk.says(words)


def _press(clerk: Person, data: str) -> dict[str, object]:
    return {
        "happened": Happened.PRESSED,
        "press": data,
        "press_id": f"press {next(clerk.talk.ids)}",
    }


async def test_a_session_is_before_until_it_is_opened_and_after_when_it_is_closed(
    talk: Talk, clerk: Person
) -> None:
    assert _phase(talk) is Phase.BEFORE
    start = talk.app.works.programme.sessions[1].starts_at
    await talk.clock.move_to(start - timedelta(minutes=10))
    await clerk.says("/phien")
    await clerk.presses("Điều hành buổi 2")
    await clerk.presses("Mở buổi")
    assert _phase(talk) is Phase.DURING, "ten minutes early, as the clerk says"

    await talk.clock.move(hours=5)
    assert _phase(talk) is Phase.DURING, "it goes on longer than planned"
    await clerk.presses("Kết thúc buổi")
    await clerk.presses("Kết thúc luôn")

    assert _phase(talk) is Phase.AFTER


async def test_a_program_that_runs_beside_or_starts_later_knows_that_it_is_open(
    talk: Talk, clerk: Person, settings: Settings
) -> None:
    database, now = talk.app.works.database, talk.clock
    beside = await app.assemble(settings, database, clock=now, channels=lambda _s, _w: [])
    await talk.clock.move_to(talk.app.works.programme.sessions[1].opens_at)
    await clerk.says("/phien")
    await clerk.presses("Điều hành buổi 2")
    await clerk.presses("Mở buổi")

    await beside.refresh()
    later = await app.assemble(settings, database, clock=now, channels=lambda _s, _w: [])

    for one in (beside, later):
        assert one.works.programme.sessions[1].phase(now.now()) is Phase.DURING


async def test_a_session_that_nobody_opens_goes_by_the_clock(talk: Talk) -> None:
    session = talk.app.works.programme.sessions[1]
    for moment, phase in (
        (session.starts_at - timedelta(minutes=1), Phase.BEFORE),
        (session.starts_at, Phase.DURING),
        (session.ends_at + timedelta(minutes=1), Phase.AFTER),
    ):
        await talk.clock.move_to(moment)
        assert _phase(talk) is phase


async def test_it_is_not_opened_days_too_early_nor_by_the_clerk_of_another(
    talk: Talk, clerk: Person
) -> None:
    await clerk.says("/phien")
    await clerk.presses("Điều hành buổi 2")
    await clerk.presses("Mở buổi")
    assert clerk.last.text.startswith("Buổi đối thoại 2 hẹn 07:30")

    other = await official(talk, "tam", Role.CLERK, "1")
    await other.says("/phien")
    assert [one for one in other.last.labels if one.startswith("Điều hành")] == ["Điều hành buổi 1"]
    await talk.arrive(other.inbound(**_press(other, "hallopen:2")))
    assert other.last.text.startswith("Anh chị không phụ trách buổi này.")


async def test_the_board_has_what_was_asked_before_and_never_a_name(
    talk: Talk, clerk: Person
) -> None:
    lan = await resident(talk, "lan")
    first = await asks(lan)
    await asks(await resident(talk, "elsewhere", "Phường 1"), INSURANCE)
    await to_the_hall(talk, clerk)

    assert clerk.screen[-2].text == f"{first} · Khóm 3, Phường 7 · Ngân hàng Chính sách\n“{LOAN}”"
    assert clerk.last.text.startswith("Buổi đối thoại 2: 1 câu chưa trả lời, 0 câu đã trả lời")


async def test_what_is_called_put_off_and_put_first_comes_in_that_order(
    talk: Talk, clerk: Person
) -> None:
    numbers = [
        await asks(await resident(talk, name), f"{LOAN} Lần {name}") for name in ("an", "be", "co")
    ]
    await to_the_hall(talk, clerk)

    await clerk.presses("Lên trước")  # of the last one shown
    assert await _order(clerk) == [numbers[2], numbers[0], numbers[1]]
    await clerk.presses("Gọi câu này")
    assert clerk.last.text.startswith(f"Đang gọi {numbers[1]}")
    assert await _order(clerk) == [numbers[1], numbers[2], numbers[0]]
    await clerk.presses("Gọi câu này")  # the one before waits again, last
    assert await _order(clerk) == [numbers[0], numbers[2], numbers[1]]


async def _order(clerk: Person) -> list[str]:
    """The questions as the board shows them now."""
    clerk.news()
    await clerk.presses("Câu tiếp theo")
    return [text.split(" ")[0] for text in clerk.news() if text.startswith("TV-")]


async def test_an_oral_answer_is_written_down_once_and_can_be_taken_back(
    talk: Talk, clerk: Person
) -> None:
    number = await asks(await resident(talk, "lan"))
    second = await official(talk, "phu", Role.CLERK, "2")
    await to_the_hall(talk, clerk)
    await second.says("/phien")
    await second.presses("Điều hành buổi 2")

    await answered_orally(clerk, number, "Lãi 6,6% một năm, hỏi tổ trưởng tổ vay vốn.")
    assert (
        clerk.last.text == f"Em ghi lúc 07:30: Ngân hàng Chính sách đã trả lời miệng câu {number}."
    )
    await second.presses("Trả lời miệng")
    await second.presses(second.last.labels[0])
    await second.presses("Đã trả lời tại buổi")
    assert second.last.text.startswith(f"Câu {number} đã có người ghi trả lời miệng.")

    await clerk.presses("Chưa trả lời, gọi lại")
    assert await _order(clerk) == [number]


@pytest.mark.parametrize(
    ("typed", "office"),
    [
        ("bhxh", "Bảo hiểm xã hội"),
        ("bao hiem", "Bảo hiểm xã hội"),
        ("ngan hang chinh sach", "Ngân hàng Chính sách"),
        ("ngân hàg chính sách", "Ngân hàng Chính sách"),
        ("chi Tran Thi Be", "Bảo hiểm xã hội"),
        ("bé", None),
        ("sở thú", None),
    ],
)
async def test_who_answered_can_be_typed_by_office_or_by_name(
    talk: Talk, clerk: Person, typed: str, office: str | None
) -> None:
    number = await asks(await resident(talk, "lan"))
    async with talk.app.works.begin() as work:
        sits = Sitting(session=2, queue=Queue("bhxh"), name="Trần Thị Bé", post="Giám đốc")
        await panel.sit(work.tx, sits, None, work.now)
    await to_the_hall(talk, clerk)
    await clerk.presses("Câu tiếp theo")
    await clerk.presses("Trả lời miệng")

    await clerk.says(typed)

    if office:
        await clerk.presses("Đã trả lời tại buổi")
        assert f": {office} đã trả lời miệng câu {number}." in clerk.last.text
    else:
        assert clerk.last.text.startswith("Em chưa biết cơ quan này.")


async def test_a_question_from_the_floor_is_in_its_queue_and_on_the_board(
    talk: Talk, clerk: Person
) -> None:
    await to_the_hall(talk, clerk)

    number = await _from_the_floor(clerk, "Hồi nào đổi thẻ bảo hiểm y tế cho hộ cận nghèo?")

    assert clerk.last.text == f"Đã ghi {number} của Phường 7, gợi ý cho Bảo hiểm xã hội."
    assert await _order(clerk) == [number]


async def test_a_typed_number_is_the_household_of_the_list_and_not_the_place_of_a_ward(
    talk: Talk, clerk: Person
) -> None:
    await to_the_hall(talk, clerk)
    await clerk.presses("Câu hỏi tại chỗ")
    await clerk.says("Hồi nào đổi thẻ bảo hiểm y tế?")

    await clerk.says("3")

    assert clerk.last.text.startswith("Em không thấy “3” trong danh sách")
    await clerk.says("phuong 7")
    assert "của Phường 7" in clerk.last.text


async def test_a_private_question_from_the_floor_is_never_on_the_board(
    talk: Talk, clerk: Person
) -> None:
    await to_the_hall(talk, clerk)

    await clerk.presses("Câu hỏi tại chỗ")
    await clerk.says("Ông trưởng khóm Nguyễn Văn A nhận hối lộ, ăn tiền hộ nghèo")
    await clerk.presses("Phường 7")

    assert "Chuyện này riêng tư nên em không đưa lên bảng" in clerk.last.text
    assert await _order(clerk) == []


async def test_a_resident_asks_the_same_once_and_takes_it_back(talk: Talk, clerk: Person) -> None:
    number = await asks(await resident(talk, "lan"))
    minh = await resident(talk, "minh")
    await minh.says("/phien")
    assert minh.last.text.startswith("Bây giờ phường, xã mình chưa có buổi đối thoại nào")
    await to_the_hall(talk, clerk)

    await minh.says("/phien")
    await minh.presses("Tôi cũng hỏi")
    await minh.says("/phien")
    assert minh.screen[-2].text == f"{number} · Phường 7 · 1 người cũng hỏi\n“{LOAN}”"
    await minh.presses("Bỏ, tôi không hỏi nữa")
    await minh.says("/phien")
    assert minh.screen[-2].text == f"{number} · Phường 7\n“{LOAN}”"


async def test_the_list_of_sessions_says_which_is_held_and_which_is_over(
    talk: Talk, clerk: Person
) -> None:
    organiser = await official(talk, "tổ", Role.ORGANISER)

    async def stands() -> list[str]:
        await organiser.says("/phien")
        return [one for one in organiser.last.text.splitlines() if one.startswith("Buổi")]

    assert await stands() == [
        "Buổi đối thoại 1: 07:30 thứ Tư 13/05",
        "Buổi đối thoại 2: 07:30 thứ Sáu 15/05",
    ]
    await to_the_hall(talk, clerk)
    assert await stands() == [
        "Buổi đối thoại 1: 07:30 thứ Tư 13/05 (đã kết thúc)",
        "Buổi đối thoại 2: 07:30 thứ Sáu 15/05 (đang diễn ra)",
    ]
