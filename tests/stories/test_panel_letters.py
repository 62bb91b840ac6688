"""*In giấy mời*: the panel is invited on paper, each office with what it was asked beforehand."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.people import Role
from tests.bot.documents.reading import paragraphs, tables
from tests.doubles.chat import Message, Person, Talk
from tests.stories.cast import BANK, LOAN, asks, is_called, official, resident

LENDER = "Phòng giao dịch Ngân hàng Chính sách xã hội thành phố Trà Vinh"
LABOUR = "Phòng Lao động - Thương binh và Xã hội"
INSURER_IN_LETTERS = "Bảo hiểm xã hội thành phố Trà Vinh"
REFUSED = "Việc này dành cho ban tổ chức. Anh chị mở /giup để xem việc của mình."


@pytest.fixture
async def organiser(talk: Talk) -> Person:
    return await official(talk, "tổ", Role.ORGANISER)


async def _board(organiser: Person) -> None:
    await organiser.says("/phien")
    await organiser.presses("Chỗ ngồi Buổi đối thoại 1")
    await organiser.presses("Bàn trả lời")


async def _letters(organiser: Person) -> Message:
    await _board(organiser)
    await organiser.presses("In giấy mời")
    return organiser.last


def _letter_to(paper: bytes, guest: str) -> list[str]:
    """What stands in the letter that names this guest, down to the last words."""
    said = paragraphs(paper)
    start = said.index(guest)
    end = next(at for at in range(start, len(said)) if said[at].endswith("./."))
    return said[start : end + 1]


async def _days_before(talk: Talk, days: int) -> None:
    """So many days before session 1, at nine in the morning."""
    session = talk.app.works.programme.session(1)
    assert session
    await talk.clock.move_to(session.starts_at.replace(hour=9, minute=0) - timedelta(days=days))
    await talk.tick()


async def test_there_is_a_letter_for_each_place_of_the_panel_with_time_place_and_dates(
    talk: Talk, organiser: Person
) -> None:
    sent = await _letters(organiser)

    assert sent.file == "Giay moi co quan buoi 1.docx"
    said = paragraphs(sent.content)
    others = len(talk.app.works.programme.agencies) - 2  # neither the wards' nor its own
    assert said.count("GIẤY MỜI") == others + 5
    assert "Đại diện lãnh đạo Ủy ban nhân dân phường 1" in said
    assert _letter_to(sent.content, f"Đại diện lãnh đạo {INSURER_IN_LETTERS}") == [
        f"Đại diện lãnh đạo {INSURER_IN_LETTERS}",
        "Tới dự: buổi đối thoại 1",
        "Chủ trì: ………………………………",
        "Thời gian: 07 giờ 30 phút, thứ Tư ngày 13 tháng 5 năm 2026",
        "Địa điểm: Hội trường UBND phường 1",
        "Đến nay bà con chưa gửi trước câu hỏi nào cho cơ quan. Kính đề nghị Ông/Bà chuẩn bị để trả"
        " lời trực tiếp những câu bà con nêu tại buổi đối thoại.",
        "Câu nào bà con nêu tại buổi mà chưa trả lời được thì chuyển cơ quan trả lời trong 7 ngày"
        " làm việc, trước 17 giờ 00 phút, thứ Sáu ngày 22 tháng 5 năm 2026.",
        "Đề nghị cơ quan cử người có thẩm quyền trả lời và báo họ tên, chức vụ qua số 0294 000 0000"
        " (số ví dụ) trước 07 giờ 00 phút, thứ Ba ngày 12 tháng 5 năm 2026.",
        "Rất mong Ông/Bà đến dự đúng giờ./.",
    ]


async def test_the_office_that_issues_the_letters_writes_none_to_itself(
    talk: Talk, organiser: Person
) -> None:
    cache = talk.app.works.cache
    said = paragraphs((await _letters(organiser)).content)
    assert [one for one in said if one.startswith(f"Đại diện lãnh đạo {LABOUR}")] == []

    office = replace(cache.programme.office, name="Ủy ban nhân dân\nphường 1")
    cache.put(replace(cache.programme, office=office))
    said = paragraphs((await _letters(organiser)).content)

    invited = [one for one in said if one.startswith("Đại diện lãnh đạo")]
    assert f"Đại diện lãnh đạo {LABOUR} thành phố Trà Vinh" in invited
    assert "Đại diện lãnh đạo Ủy ban nhân dân phường 1" not in invited
    assert "Đại diện lãnh đạo Ủy ban nhân dân phường 2" in invited


async def test_who_comes_for_the_issuing_office_is_asked_in_chat_as_of_all(
    talk: Talk, organiser: Person
) -> None:
    labour = await official(talk, "thu", Role.HEAD, "ldtbxh")

    await _days_before(talk, 7)

    assert labour.find("Phòng Lao động").labels == ["Tôi dự", "Người khác dự"]


async def test_it_is_not_named_among_those_who_are_invited_by_letter(
    talk: Talk, organiser: Person
) -> None:
    await _days_before(talk, 7)

    by_paper = organiser.find("gửi giấy mời giúp em").text
    assert ("- Phòng Y tế" in by_paper, "- Phòng Lao động" in by_paper) == (True, False)


async def test_a_panel_of_the_issuing_office_alone_needs_no_letter(
    talk: Talk, organiser: Person
) -> None:
    cache = talk.app.works.cache
    wards = [one for one in cache.programme.agencies if one.is_ward_kind]
    alone = replace(cache.programme.sessions[0], wards=("p1",))
    office = replace(cache.programme.office, name="UBND phường 1")
    cache.put(
        replace(
            cache.programme,
            agencies=tuple(wards),
            sessions=(alone, *cache.programme.sessions[1:]),
            office=office,
        )
    )

    await talk.arrive(organiser.inbound(press="makepaper:1/panel-letters", happened="pressed"))

    assert organiser.last.text == (
        "Bàn trả lời Buổi đối thoại 1 chỉ có cơ quan ra giấy mời, nên không cần in giấy mời nào. "
        "Ai dự thì anh chị ghi ở Bàn trả lời trong /phien."
    )


async def test_an_office_that_has_said_who_comes_is_invited_by_name(
    talk: Talk, organiser: Person
) -> None:
    await _days_before(talk, 7)
    await _board(organiser)
    await organiser.presses("Ghi người dự: Bảo hiểm xã hội")
    await organiser.says("Huỳnh Văn Lợi, Phó Giám đốc")

    sent = await _letters(organiser)

    letter = _letter_to(sent.content, "Ông/Bà: Huỳnh Văn Lợi")
    assert letter[1] == f"Chức vụ: Phó Giám đốc, {INSURER_IN_LETTERS}"
    assert letter[-2] == (
        "Nếu không dự được, đề nghị cử người có thẩm quyền trả lời đi thay và báo trước qua số"
        " 0294 000 0000 (số ví dụ)."
    )


async def test_what_an_office_was_asked_goes_with_its_letter_and_nobody_is_named(
    talk: Talk, organiser: Person
) -> None:
    lan = await resident(talk, "lan", "Phường 1")
    await is_called(lan, "Thạch Thị Lan")
    number = await asks(lan)

    sent = await _letters(organiser)

    letter = _letter_to(sent.content, f"Đại diện lãnh đạo {LENDER}")
    assert letter[5].startswith("Gửi kèm giấy mời này là 1 câu hỏi bà con đã gửi trước")
    said = paragraphs(sent.content)
    enclosed = said.index("CÂU HỎI GỬI TRƯỚC")
    assert said[enclosed + 1] == f"Gửi {LENDER}"
    [questions] = [one for one in tables(sent.content) if one[0][0] == "Số"]
    assert [row[:2] for row in questions[1:]] == [[number, LOAN]]
    assert "Lan" not in "\n".join(said)


async def test_offices_without_a_chat_are_named_with_the_letters_one_press_away(
    talk: Talk, organiser: Person
) -> None:
    await official(talk, "bình", Role.HEAD, BANK)
    await _days_before(talk, 7)

    assert organiser.find("gửi giấy mời giúp em").labels == ["In giấy mời", "Bàn trả lời"]
    await organiser.presses("In giấy mời")

    assert organiser.last.file == "Giay moi co quan buoi 1.docx"


async def test_on_the_day_before_names_are_asked_for_at_once(talk: Talk, organiser: Person) -> None:
    await _days_before(talk, 1)

    sent = await _letters(organiser)

    letter = _letter_to(sent.content, f"Đại diện lãnh đạo {INSURER_IN_LETTERS}")
    assert letter[-2] == (
        "Đề nghị cơ quan cử người có thẩm quyền trả lời và báo ngay họ tên, chức vụ qua số"
        " 0294 000 0000 (số ví dụ)."
    )


async def test_once_the_session_has_begun_there_are_no_more_letters(
    talk: Talk, organiser: Person
) -> None:
    await _board(organiser)
    session = talk.app.works.programme.session(1)
    assert session
    await talk.clock.move_to(session.starts_at)

    await organiser.presses("In giấy mời")

    assert organiser.last.text == (
        "Buổi đối thoại 1 đã bắt đầu nên giấy mời không còn dùng nữa. Ai ngồi bàn trả lời thì anh "
        "chị xem ở Bàn trả lời trong /phien."
    )


@pytest.mark.parametrize(
    ("role", "scope"), [(Role.CLERK, "1"), (Role.ADMIN, ""), (Role.HEAD, BANK)]
)
async def test_nobody_but_an_organiser_has_them_made(talk: Talk, role: Role, scope: str) -> None:
    person = await official(talk, "thư", role, scope)

    await talk.arrive(person.inbound(press="makepaper:1/panel-letters", happened="pressed"))

    assert person.last.text == REFUSED
    assert [one for one in person.screen if one.file] == []
