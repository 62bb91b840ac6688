"""The panel: each agency is invited in time, says who comes, and the organiser sees who sits."""

from datetime import timedelta

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.doubles.clock import ManualClock
from tests.stories.cast import BANK, INSURER, WARD_7, official


async def _days_before(talk: Talk, clock: ManualClock, number: int, days: int) -> None:
    """So many days before a session, at nine in the morning."""
    session = talk.app.works.programme.session(number)
    assert session
    morning = session.starts_at.replace(hour=9, minute=0) - timedelta(days=days)
    await clock.move_to(morning)
    await talk.tick()


@pytest.fixture
async def bank(talk: Talk) -> Person:
    return await official(talk, "bình", Role.HEAD, BANK)


async def _board(organiser: Person, name: str = "Chỗ ngồi Buổi đối thoại 1") -> str:
    await organiser.says("/phien")
    await organiser.presses(name)
    await organiser.presses("Bàn trả lời")
    return organiser.last.text


async def test_a_head_is_invited_five_working_days_before_and_once(
    talk: Talk, clock: ManualClock, bank: Person
) -> None:
    await _days_before(talk, clock, 1, 10)
    assert bank.news() == []

    await _days_before(talk, clock, 1, 7)  # Wednesday a week before: five working days
    (read,) = bank.news()
    assert read == (
        "Ban tổ chức mời Ngân hàng Chính sách dự Buổi đối thoại 1, 07:30 thứ Tư 13/05, "
        "tại Hội trường UBND phường 1, ngồi bàn trả lời bà con. Ai sẽ dự?"
    )

    await talk.later(minutes=5)
    await talk.later(hours=5)
    assert bank.news() == []


async def test_who_comes_stands_on_the_organisers_list_with_their_post(
    talk: Talk, clock: ManualClock, bank: Person
) -> None:
    organiser = await official(talk, "tổ", Role.ORGANISER)
    await _days_before(talk, clock, 1, 7)
    assert "Ngân hàng Chính sách: chưa báo ai dự" in await _board(organiser)

    await bank.presses("Tôi dự")
    await bank.says("Giám đốc")

    assert bank.last.text.startswith("Em đã ghi Bình, Giám đốc, dự Buổi đối thoại 1")
    assert "Ngân hàng Chính sách: Bình, Giám đốc" in await _board(organiser)


async def test_the_post_is_asked_once_for_all_sessions(
    talk: Talk, clock: ManualClock, bank: Person
) -> None:
    await _days_before(talk, clock, 1, 7)
    await bank.presses("Tôi dự")
    await bank.says("Giám đốc")
    await _days_before(talk, clock, 2, 2)

    await bank.presses("Tôi dự")

    assert bank.last.text.startswith("Em đã ghi Bình, Giám đốc, dự Buổi đối thoại 2")


async def test_somebody_else_comes_and_may_change_again(
    talk: Talk, clock: ManualClock, bank: Person
) -> None:
    organiser = await official(talk, "tổ", Role.ORGANISER)
    await _days_before(talk, clock, 1, 7)
    await bank.presses("Người khác dự")
    await bank.says("Trần Văn A")
    assert bank.last.text.startswith("Em chưa rõ tên và chức vụ.")
    await bank.says("Trần Văn A, Phó Giám đốc")
    await bank.presses("Người khác dự")
    await bank.says("Lê Thị B, Trưởng phòng Kế hoạch")

    board = await _board(organiser)
    assert "Ngân hàng Chính sách: Lê Thị B, Trưởng phòng Kế hoạch" in board
    assert "Trần Văn A" not in board


async def test_offices_without_a_head_in_chat_are_named_for_paper_and_written_down_by_hand(
    talk: Talk, clock: ManualClock, bank: Person
) -> None:
    organiser = await official(talk, "tổ", Role.ORGANISER)
    await _days_before(talk, clock, 1, 7)
    told = organiser.find("gửi giấy mời giúp em").text
    assert "Bảo hiểm xã hội" in told
    assert "Ngân hàng Chính sách" not in told

    await _board(organiser)
    await organiser.presses("Ghi người dự: Bảo hiểm xã hội")
    await organiser.says("Huỳnh Văn Lợi, Phó Giám đốc")

    assert "Bảo hiểm xã hội: Huỳnh Văn Lợi, Phó Giám đốc" in await _board(organiser)


async def test_less_than_three_working_days_is_said_to_the_organiser(
    talk: Talk, clock: ManualClock, bank: Person
) -> None:
    organiser = await official(talk, "tổ", Role.ORGANISER)

    await _days_before(talk, clock, 1, 2)

    late = organiser.find("Buổi đối thoại 1: mấy nơi này").text
    assert "chưa tới 3 ngày làm việc" in late
    in_time = organiser.find("Buổi đối thoại 2: mấy nơi này").text
    assert "chưa tới 3 ngày làm việc" not in in_time
    assert len(bank.news()) == 2, "late is better than not at all"


async def test_who_has_not_answered_is_asked_again_and_only_they(
    talk: Talk, clock: ManualClock, bank: Person
) -> None:
    organiser = await official(talk, "tổ", Role.ORGANISER)
    insurer = await official(talk, "lợi", Role.HEAD, INSURER)
    await _days_before(talk, clock, 1, 7)
    await bank.presses("Tôi dự")
    await bank.says("Giám đốc")
    bank.news(), insurer.news()

    await _board(organiser)
    await organiser.presses("Nhắc những nơi chưa báo")

    assert organiser.last.text == "Em đã nhắc 1 nơi chưa báo người dự."
    assert len(insurer.news()) == 1
    assert bank.news() == []


async def test_the_head_of_a_ward_sits_at_the_session_of_that_ward_alone(
    talk: Talk, clock: ManualClock
) -> None:
    ward = await official(talk, "vân", Role.HEAD, WARD_7)

    await _days_before(talk, clock, 1, 7)
    assert ward.news() == []
    await _days_before(talk, clock, 2, 2)

    (read,) = ward.news()
    assert "UBND phường 7 dự Buổi đối thoại 2" in read
