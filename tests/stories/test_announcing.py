"""Announcements: written by one organiser, approved by another, read by many, told once."""

import pytest

from bot.domain.messages import Happened
from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.doubles.clock import ManualClock
from tests.stories.cast import official, resident
from tests.stories.test_offered_seats import invited

WORDS = "Từ thứ Hai tuần tới, hộ nghèo nộp đơn xin hỗ trợ tiền điện tại UBND phường, mang theo sổ."


async def _writes(organiser: Person, whom: str = "Tất cả bà con", words: str = WORDS) -> None:
    await organiser.says("/thongbao")
    await organiser.says(words)
    await organiser.presses(whom)


@pytest.fixture
async def hoa(talk: Talk) -> Person:
    return await official(talk, "hoa", Role.ORGANISER)


@pytest.fixture
async def nam(talk: Talk) -> Person:
    return await official(talk, "nam", Role.ORGANISER)


async def test_what_one_writes_another_approves_and_everybody_reads_it_once(
    talk: Talk, hoa: Person, nam: Person
) -> None:
    lan, minh = await resident(talk, "lan"), await resident(talk, "minh", "Phường 1")

    await _writes(hoa)
    assert WORDS in hoa.last.text
    assert "Gửi cho: Tất cả bà con, 2 người" in hoa.last.text
    assert lan.news() == [], "nothing goes out before it is approved"
    await hoa.presses("Gửi duyệt")

    assert WORDS in nam.last.text
    assert "Tất cả bà con, 2 người" in nam.last.text
    await nam.presses("Duyệt, gửi đi")
    await talk.tick()

    for person in (lan, minh):
        (read,) = person.news()
        assert WORDS in read
        assert read.startswith("📢 UBND thành phố Trà Vinh thông báo:")
    assert hoa.last.text == "Thông báo của anh chị đã gửi xong cho 2 người."


async def test_nobody_approves_their_own_words(talk: Talk, hoa: Person, nam: Person) -> None:
    await _writes(hoa)
    await hoa.presses("Gửi duyệt")
    _, approve = nam.button("Duyệt, gửi đi")

    press = hoa.inbound(happened=Happened.PRESSED, press=approve.data, press_id="forged")
    await talk.arrive(press)

    assert hoa.last.text.startswith("Thông báo anh chị viết thì phải người khác duyệt.")


async def test_without_a_second_person_it_is_kept_and_said_what_to_do(
    talk: Talk, hoa: Person
) -> None:
    await _writes(hoa)
    await hoa.presses("Gửi duyệt")
    assert hoa.last.text.startswith("Chưa có người thứ hai để duyệt.")

    await official(talk, "nam", Role.ORGANISER)
    await hoa.presses("Gửi duyệt")

    assert hoa.last.text.startswith("Em đã đưa 1 người khác duyệt.")


async def test_one_ward_alone_or_the_wards_of_a_dialogue(
    talk: Talk, hoa: Person, nam: Person
) -> None:
    lan, minh = await resident(talk, "lan"), await resident(talk, "minh", "Phường 1")

    await _writes(hoa, "Buổi đối thoại 1")
    await hoa.presses("Các phường của Buổi đối thoại 1")
    assert "Các phường của Buổi đối thoại 1, 1 người" in hoa.last.text
    await hoa.presses("Đổi nơi nhận")
    await hoa.presses("Một phường, xã")
    await hoa.presses("Phường 7")
    assert "Gửi cho: Phường 7, 1 người" in hoa.last.text
    await hoa.presses("Gửi duyệt")
    await nam.presses("Duyệt, gửi đi")
    await talk.tick()

    assert len(lan.news()) == 1
    assert minh.news() == []


async def test_what_is_returned_says_why_and_goes_again_in_other_words(
    talk: Talk, hoa: Person, nam: Person
) -> None:
    lan = await resident(talk, "lan")
    await _writes(hoa)
    await hoa.presses("Gửi duyệt")
    await nam.presses("Trả lại")
    await nam.says("Ghi rõ phường nào, mấy giờ.")

    assert "vì: Ghi rõ phường nào, mấy giờ. Anh chị sửa lời" in hoa.last.text
    await hoa.presses("Sửa lời")
    assert WORDS in hoa.last.text
    await hoa.says("Thứ Hai 8 giờ, hộ nghèo Phường 7 nộp đơn tại UBND phường.")
    await hoa.presses("Gửi duyệt")
    await nam.presses("Duyệt, gửi đi")
    await talk.tick()

    (read,) = lan.news()
    assert "Thứ Hai 8 giờ" in read


async def test_a_card_of_words_that_have_changed_approves_nothing(
    talk: Talk, hoa: Person, nam: Person
) -> None:
    lan = await resident(talk, "lan")
    await _writes(hoa)
    await hoa.presses("Gửi duyệt")
    await hoa.presses("Sửa lời")
    await hoa.says("Nội dung khác hẳn, chưa ai duyệt.")

    await nam.presses("Duyệt, gửi đi")
    await talk.tick()

    assert nam.last.text.startswith("Thông báo này đã có người xử lý rồi.")
    assert lan.news() == []


async def test_who_wants_no_messages_and_who_never_agreed_is_not_told(
    talk: Talk, hoa: Person, nam: Person
) -> None:
    lan, minh = await resident(talk, "lan"), await resident(talk, "minh")
    await lan.says("/ngung")
    lan.news()
    stranger = talk.person("stranger")
    await stranger.says("/start")
    stranger.news()

    await _writes(hoa)
    assert "1 người" in hoa.last.text
    await hoa.presses("Gửi duyệt")
    await nam.presses("Duyệt, gửi đi")
    await talk.tick()

    assert (lan.news(), stranger.news()) == ([], [])
    assert len(minh.news()) == 1


async def test_at_night_it_waits_for_the_morning(
    talk: Talk, clock: ManualClock, hoa: Person, nam: Person
) -> None:
    lan = await resident(talk, "lan")
    await _writes(hoa)
    await hoa.presses("Gửi duyệt")
    await clock.move(hours=12)
    await nam.presses("Duyệt, gửi đi")
    await talk.tick()
    assert "Đang giờ nghỉ, 06:00" in nam.last.text
    assert lan.news() == []

    await talk.later(hours=9)

    assert len(lan.news()) == 1


async def test_others_than_organisers_are_told_that_it_is_not_for_them(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await lan.says("/thongbao")

    assert WORDS not in lan.last.text
    assert lan.last.text.startswith("Việc này")


async def test_what_is_dropped_can_no_longer_be_approved(
    talk: Talk, hoa: Person, nam: Person
) -> None:
    lan = await resident(talk, "lan")
    await _writes(hoa)
    await hoa.presses("Gửi duyệt")
    await hoa.presses("Bỏ thông báo này")
    assert hoa.last.text == "Em đã bỏ thông báo này, chưa ai nhận hết."

    await nam.presses("Duyệt, gửi đi")
    await talk.tick()

    assert lan.news() == []


async def test_what_is_too_long_is_kept_in_the_step_to_be_made_shorter(
    talk: Talk, hoa: Person
) -> None:
    await hoa.says("/thongbao")
    await hoa.says("Hộ nghèo " * 300)
    assert hoa.last.text.startswith("Thông báo dài 2699 chữ cái, nhiều hơn 2000.")

    await hoa.says(WORDS)

    assert hoa.last.text == "Thông báo này gửi cho ai?"


async def test_who_is_invited_to_a_dialogue_is_told_and_nobody_else(
    talk: Talk, hoa: Person, nam: Person
) -> None:
    lan, pha = await resident(talk, "lan", "Phường 1"), await invited(talk)
    pha.news()

    await _writes(hoa, "Buổi đối thoại 1")
    await hoa.presses("Người được mời dự Hộ nghèo, cận nghèo, mới thoát nghèo, Buổi đối thoại 1")
    assert ", 1 người đang dùng chat" in hoa.last.text
    await hoa.presses("Đổi nơi nhận")
    await hoa.presses("Buổi đối thoại 1")
    await hoa.presses("Người được mời dự Thành phần khác, Buổi đối thoại 1")
    assert ", 0 người đang dùng chat" in hoa.last.text
    await hoa.presses("Đổi nơi nhận")
    await hoa.presses("Buổi đối thoại 1")
    await hoa.presses("Người được mời dự Buổi đối thoại 1")
    await hoa.presses("Gửi duyệt")
    await nam.presses("Duyệt, gửi đi")
    await talk.tick()

    assert [WORDS in one for one in pha.news()] == [True]
    assert lan.news() == []


async def test_wards_and_a_session_s_people_are_chosen_on_screens_of_their_own(
    talk: Talk, hoa: Person
) -> None:
    await hoa.says("/thongbao")
    await hoa.says(WORDS)
    first = hoa.last.labels
    await hoa.presses("Một phường, xã")
    wards = hoa.last.labels
    await hoa.presses("Quay lại")
    await hoa.presses("Buổi đối thoại 2")
    session = hoa.last.labels

    leave = ["Quay lại", "Thôi"]
    assert first == [
        *("Tất cả bà con", "Một phường, xã", "Buổi đối thoại 1", "Buổi đối thoại 2", "Thôi"),
    ]
    assert wards == [*(f"Phường {n}" for n in range(1, 10)), "Xã Long Đức", *leave]
    assert len(session) == 4 + len(leave)


@pytest.mark.parametrize(
    ("typed", "whom"),
    [
        ("long duc", "Xã Long Đức"),
        ("phuong 9", "Phường 9"),
        ("tat ca ba cn", "Tất cả bà con"),
        ("tat ca ba con", "Tất cả bà con"),
        ("cac phuong cua buoi doi thoai 2", "Các phường của Buổi đối thoại 2"),
        ("2", None),
    ],
)
async def test_a_typed_name_goes_straight_to_whom_it_is_for(
    talk: Talk, hoa: Person, typed: str, whom: str | None
) -> None:
    """Also one that stands on no button of this screen; a number is a button's place."""
    await hoa.says("/thongbao")
    await hoa.says(WORDS)

    await hoa.says(typed)

    if whom:
        assert f"Gửi cho: {whom}, " in hoa.last.text
    else:
        assert hoa.last.text == "Thông báo này gửi cho phường, xã nào?"


async def test_a_name_that_nobody_has_is_asked_about_and_the_words_are_kept(
    talk: Talk, hoa: Person
) -> None:
    await hoa.says("/thongbao")
    await hoa.says(WORDS)

    await hoa.says("phường Sa Đéc")
    assert hoa.last.text.startswith("Em chưa biết nơi này.")
    await hoa.says("Phường 8")

    assert WORDS in hoa.last.text
