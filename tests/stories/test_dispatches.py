"""A dispatch goes out, is filled in, and comes back: the same answers, drafted and approved."""

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Message, Person, Talk
from tests.doubles.clock import ManualClock
from tests.doubles.returned_sheet import Sheet
from tests.stories.cast import ANSWER, BANK, asks, official, resident

FIRST = "Hộ cận nghèo vay 50 triệu nuôi bò thì lãi bao nhiêu một tháng?"
SECOND = "Vay vốn ngân hàng chính sách cho con đi học đại học cần giấy tờ gì?"
THIRD = "Tổ vay vốn ở khóm tôi bao giờ họp để xét cho vay thêm?"

PAPERS = "Dạ cô chú mang sổ hộ nghèo và giấy báo nhập học tới phòng giao dịch."


#: For the office that issues the papers.
OWN = "Hộ tôi mới thoát nghèo thì còn được hưởng chính sách gì nữa không?"


@pytest.fixture
async def hoa(talk: Talk) -> Person:
    """The head of the bank."""
    return await official(talk, "hoa", Role.HEAD, BANK)


@pytest.fixture
async def minh(talk: Talk) -> Person:
    return await official(talk, "minh", Role.ORGANISER)


async def sent_out(talk: Talk, organiser: Person) -> None:
    """The organiser has the sheets made."""
    await organiser.says("/phien")
    await organiser.presses("Bảng câu chưa trả lời")
    await organiser.presses("Lập và gửi")
    await talk.tick()


def sheet_of(person: Person) -> Message:
    """The newest sheet in a chat."""
    return next(one for one in reversed(person.screen) if one.file.endswith(".xlsx"))


async def asked(talk: Talk, *questions: str) -> Person:
    lan = await resident(talk, "lan")
    for one in questions:
        await asks(lan, one)
    return lan


async def test_an_organiser_sends_each_agency_what_it_has_not_answered(
    talk: Talk, hoa: Person, minh: Person
) -> None:
    await asked(talk, FIRST, SECOND)
    hoa.news()

    await minh.says("/phien")
    await minh.presses("Bảng câu chưa trả lời")
    assert "- Ngân hàng Chính sách: 2 câu" in minh.last.text
    await minh.presses("Lập và gửi")
    await talk.tick()

    assert minh.last.text.startswith("Em đã lập các bảng")
    assert "- 01/2026 Ngân hàng Chính sách: 2" in minh.last.text
    told, letter = hoa.news()
    assert told == (
        "Bảng 01/2026: 2 câu Ngân hàng Chính sách chưa trả lời. "
        "Anh chị trả lời trong Hàng đợi, hoặc ghi vào tệp này rồi gửi lại cho em."
    )
    assert letter == "Công văn kèm bảng 01/2026."
    assert [one.file for one in hoa.screen[-2:]] == [
        "Bang tong hop 01-2026 nhcsxh.xlsx",
        "Bang tong hop 01-2026 nhcsxh.docx",
    ]
    assert list(Sheet.open(sheet_of(hoa).content).rows) == ["TV-0001", "TV-0002"]


async def test_the_office_that_issues_the_papers_gets_its_sheet_and_no_letter_to_itself(
    talk: Talk, minh: Person
) -> None:
    labour = await official(talk, "thu", Role.HEAD, "ldtbxh")
    await asked(talk, OWN)
    labour.news()

    await sent_out(talk, minh)

    [told] = labour.news()
    assert told.startswith("Bảng 01/2026: 1 câu Phòng Lao động chưa trả lời.")
    assert labour.last.file == "Bang tong hop 01-2026 ldtbxh.xlsx"


async def test_a_filled_sheet_becomes_drafts_and_its_head_approves_with_one_press(
    talk: Talk, hoa: Person, minh: Person
) -> None:
    await asked(talk, FIRST, SECOND, THIRD)
    await sent_out(talk, minh)
    filled = Sheet.open(sheet_of(hoa).content)
    filled.answer("TV-0001", ANSWER, basis="Nghị định 78", who="Nguyễn Văn Tín")
    filled.answer("TV-0002", PAPERS)

    await hoa.sends("bảng.xlsx", filled.content)
    assert hoa.last.text == (
        "Bảng 01/2026, Ngân hàng Chính sách: 2 câu trả lời mới, 1 ô trống, "
        "0 dòng em chưa chắc.\n\nEm chưa ghi gì hết. Nhận vào chưa anh chị?"
    )
    await hoa.says("/hangdoi")
    assert "3 chờ nhận, 0 đang lo" in hoa.find("Hàng đợi Ngân hàng").text, "nothing is kept yet"
    await hoa.presses("Nhận vào")
    assert hoa.last.text == (
        "Em đã nhận 2 câu thành bản nháp. Anh chị duyệt luôn chưa, hay xem từng câu?"
    )

    await hoa.presses("Duyệt cả bảng (2 câu)")

    assert hoa.last.text == "Đã duyệt 2 câu của bảng."


async def test_what_came_back_reaches_the_asker_as_any_answer_does(
    talk: Talk, hoa: Person, minh: Person
) -> None:
    lan = await asked(talk, FIRST)
    await sent_out(talk, minh)
    await hoa.sends(
        "bảng.xlsx", Sheet.open(sheet_of(hoa).content).answer("TV-0001", ANSWER).content
    )
    await hoa.presses("Nhận vào")
    await hoa.presses("Duyệt cả bảng (1 câu)")
    lan.news()

    await talk.later(hours=7)  # the slot of 17:00

    assert ANSWER in lan.find("TV-0001").text


async def test_an_officer_s_sheet_waits_for_the_head_with_what_stood_beside_it(
    talk: Talk, hoa: Person, minh: Person
) -> None:
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await asked(talk, FIRST)
    await sent_out(talk, minh)
    filled = Sheet.open(sheet_of(hoa).content)
    filled.answer("TV-0001", ANSWER, basis="Nghị định 78/2002", who="Nguyễn Văn Tín")
    hoa.news()

    await tam.sends("bảng.xlsx", filled.content)
    await tam.presses("Nhận vào")

    assert tam.last.text == "Em đã nhận 1 câu thành bản nháp. Em đã báo lãnh đạo cơ quan duyệt."
    assert tam.last.labels == []
    assert hoa.last.text == (
        "Bảng 01/2026 đã về: 1 bản trả lời đang chờ anh chị duyệt. Anh chị mở Hàng đợi xem giúp em."
    )
    await hoa.presses("Hàng đợi")
    assert hoa.last.text.endswith(
        "chờ duyệt, theo bảng 01/2026, Nguyễn Văn Tín trả lời\n"
        f"Dựa vào: Nghị định 78/2002:\n\n{ANSWER}"
    )
    assert hoa.last.labels == ["Duyệt", "Trả lại"]


async def test_where_no_head_is_in_chat_the_organiser_gets_the_files_and_brings_them_back(
    talk: Talk, minh: Person
) -> None:
    await asked(talk, FIRST)
    await sent_out(talk, minh)

    assert minh.find("em chưa liên lạc được lãnh đạo nào trong chat").file.endswith(".xlsx")
    assert minh.last.file.endswith(".docx")
    filled = Sheet.open(sheet_of(minh).content).answer("TV-0001", ANSWER)
    await minh.sends("bảng ghi xong.xlsx", filled.content)
    await minh.presses("Nhận vào")

    assert minh.last.text == (
        "Em đã nhận 1 câu thành bản nháp. Cơ quan này chưa có lãnh đạo nào trong chat để duyệt, "
        "anh chị mời giúp em."
    )


async def test_private_and_sealed_questions_are_on_no_sheet_but_counted(
    talk: Talk, hoa: Person, minh: Person
) -> None:
    lan = await asked(talk, FIRST)
    await asks(lan, "Cán bộ ngân hàng chính sách đòi tôi 2 triệu mới cho vay vốn, tôi muốn tố cáo")

    await sent_out(talk, minh)

    sheet = Sheet.open(sheet_of(hoa).content)
    words = [str(cell.value) for row in sheet.cells.iter_rows() for cell in row if cell.value]
    assert list(sheet.rows) == ["TV-0001"]
    assert not [one for one in words if "đòi tôi" in one]
    assert [one for one in words if one.startswith("Có 1 ý kiến riêng tư hoặc cần giữ kín")]


async def test_nothing_open_makes_no_sheet(talk: Talk, hoa: Person, minh: Person) -> None:
    await minh.says("/phien")
    await minh.presses("Bảng câu chưa trả lời")

    assert minh.last.text == (
        "Không còn câu nào chưa trả lời, nên em không lập bảng. Có câu mới anh chị mở lại /phien."
    )


async def test_every_week_it_goes_out_by_itself_and_once(
    talk: Talk, clock: ManualClock, hoa: Person
) -> None:
    """Monday 4 May is a working day; the Thursday and Friday before are holidays."""
    await asked(talk, FIRST)
    hoa.news()

    await talk.later(days=4, hours=21)  # Monday, 7:00
    assert hoa.news() == []
    await talk.later(hours=1)
    await talk.later(minutes=1)
    assert [one.partition(":")[0] for one in hoa.news()] == [
        "Bảng 01/2026",
        "Công văn kèm bảng 01/2026.",
    ]

    await talk.later(hours=3)
    assert hoa.news() == []


async def test_what_a_dialogue_left_open_is_among_its_papers_once_it_is_closed(
    talk: Talk, hoa: Person, minh: Person
) -> None:
    clerk = await official(talk, "thu", Role.CLERK, "2")
    await asked(talk, FIRST)
    await talk.clock.move_to(talk.app.works.programme.sessions[1].starts_at)
    await clerk.says("/phien")
    await clerk.presses("Điều hành buổi 2")
    await clerk.presses("Mở buổi")
    await minh.says("/phien")
    await minh.presses("Điều hành buổi 2")
    await minh.presses("Giấy tờ")
    assert "Bảng chuyển cơ quan" not in minh.last.labels, "not before it is closed"

    await clerk.says("/phien")
    await clerk.presses("Điều hành buổi 2")
    await clerk.presses("Kết thúc buổi")
    await clerk.presses("Kết thúc luôn")
    await talk.tick()
    await minh.presses("Giấy tờ")
    await minh.presses("Bảng chuyển cơ quan")
    assert "- Ngân hàng Chính sách: 1 câu" in minh.last.text
    await minh.presses("Lập và gửi")
    await talk.tick()

    assert list(Sheet.open(sheet_of(hoa).content).rows) == ["TV-0001"]


async def test_sheets_are_sent_again_only_after_a_question(
    talk: Talk, hoa: Person, minh: Person
) -> None:
    await asked(talk, FIRST)
    await sent_out(talk, minh)
    await talk.clock.move(minutes=20)
    hoa.news()

    await sent_out(talk, minh)
    assert minh.last.text == "Lúc 10:00 thứ Tư 29/04 em đã gửi 1 bảng. Gửi lại tất cả hả anh chị?"
    assert hoa.news() == []
    await minh.presses("Gửi lại tất cả")
    await talk.tick()
    assert hoa.news()[0].startswith("Bảng 02/2026: 1 câu Ngân hàng Chính sách chưa trả lời.")

    await minh.presses("Gửi lại tất cả")  # the same button once more: others went out since
    await talk.tick()
    assert minh.last.text.startswith("Lúc 10:20 thứ Tư 29/04 em đã gửi 2 bảng.")
    assert hoa.news() == []


async def test_the_next_day_sheets_are_sent_without_a_question(
    talk: Talk, hoa: Person, minh: Person
) -> None:
    await asked(talk, FIRST)
    await sent_out(talk, minh)
    await talk.clock.move(days=1)
    hoa.news()

    await sent_out(talk, minh)

    assert any(one.startswith("Bảng 02/2026: 1 câu") for one in hoa.news())


async def test_a_second_order_while_they_are_being_made_is_refused(
    talk: Talk, hoa: Person, minh: Person
) -> None:
    await asked(talk, FIRST)
    await minh.says("/phien")
    await minh.presses("Bảng câu chưa trả lời")
    await minh.presses("Lập và gửi")
    await talk.clock.move(minutes=2)

    await minh.presses("Lập và gửi")

    assert minh.last.text == "Em đang lập các bảng này rồi, chờ em chút nghen anh chị."


async def test_a_sheet_has_hamlet_and_date_but_no_name_and_no_phone(
    talk: Talk, hoa: Person, minh: Person
) -> None:
    await asked(talk, f"{FIRST} Gọi tôi số 0912 000 001 nghen.")  # an invented number

    await sent_out(talk, minh)

    row = [cell.value for cell in Sheet.open(sheet_of(hoa).content).cells[4]]
    assert row[1:6] == [
        "TV-0001",
        f"{FIRST} Gọi tôi số ••• nghen.",
        1,
        "Khóm 3, Phường 7",
        "12/05/2026",
    ]


async def test_the_files_are_drawn_again_with_the_codes_that_went_out(
    talk: Talk, hoa: Person, minh: Person
) -> None:
    await asked(talk, FIRST, SECOND)
    await sent_out(talk, minh)
    first = sheet_of(hoa)
    await asks(talk.person("lan"), THIRD)

    await hoa.presses("Tệp 01/2026")

    again = sheet_of(hoa)
    assert again.id != first.id
    assert Sheet.open(again.content).rows == Sheet.open(first.content).rows
    assert hoa.last.file.endswith(".docx")


async def test_an_agency_s_files_are_not_drawn_for_another(
    talk: Talk, hoa: Person, minh: Person
) -> None:
    binh = await official(talk, "bình", Role.HEAD, "bhxh")
    await asked(talk, FIRST)
    await sent_out(talk, minh)

    await talk.arrive(binh.inbound(press="dispatchfile:1", happened="pressed"))

    assert binh.last.text.startswith("Bảng này không phải của cơ quan anh chị.")
    assert not [one for one in binh.screen if one.file]
