"""What agencies do to a sheet before it comes back, and what is asked, kept and refused then."""

from typing import Any

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask, tables
from tests.doubles.returned_sheet import CODE, NUMBER, TEXT, Sheet
from tests.stories.cast import ANSWER, BANK, INSURER, asks, official, resident
from tests.stories.test_dispatches import FIRST, PAPERS, SECOND, THIRD, sent_out, sheet_of

MEETING = "Tổ vay vốn khóm 3 họp chiều ngày 12 tháng 5 tại nhà văn hóa khóm."


@pytest.fixture
async def hoa(talk: Talk) -> Person:
    """The head of the bank."""
    return await official(talk, "hoa", Role.HEAD, BANK)


@pytest.fixture
async def minh(talk: Talk) -> Person:
    return await official(talk, "minh", Role.ORGANISER)


@pytest.fixture
async def sheet(talk: Talk, hoa: Person, minh: Person) -> Sheet:
    """Three questions on a sheet; two are answered in it."""
    lan = await resident(talk, "lan")
    for one in (FIRST, SECOND, THIRD):
        await asks(lan, one)
    await sent_out(talk, minh)
    hoa.news()
    minh.news()
    opened = Sheet.open(sheet_of(hoa).content)
    return opened.answer("TV-0001", ANSWER).answer("TV-0002", PAPERS)


async def drafts(url: str) -> list[tuple[str, str, str]]:
    """(number of the question, status of the answer, its text), as they came."""
    sql = (
        "SELECT q.number, a.status, a.text FROM answers AS a JOIN questions AS q"
        " ON q.id = a.question ORDER BY a.id"
    )
    return [tuple(row) for row in await ask(url, sql)]


BOTH_DRAFTED = [("TV-0001", "draft", ANSWER), ("TV-0002", "draft", PAPERS)]


async def put_in(person: Person, sheet: Sheet) -> None:
    await person.sends("bảng.xlsx", sheet.content)
    await person.presses("Nhận vào")


# ── asked ────────────────────────────────────────────────────────────────────────────────────


async def test_a_damaged_code_is_asked_about_by_number_and_words(
    hoa: Person, sheet: Sheet, url: str
) -> None:
    sheet.change("TV-0002", CODE, "BT-A?")

    await hoa.sends("bảng.xlsx", sheet.content)
    assert hoa.last.text == (
        "Bảng 01/2026, Ngân hàng Chính sách: 1 câu trả lời mới, 1 ô trống, 1 dòng em chưa chắc.\n\n"
        "Dòng 5: mã bị hỏng, chắc là câu TV-0002. Em hỏi lại sau.\n\n"
        "Em chưa ghi gì hết. Nhận vào chưa anh chị?"
    )
    await hoa.presses("Nhận vào")
    assert await drafts(url) == BOTH_DRAFTED[:1]
    assert hoa.last.text == (f"Dòng 5 ghi: “{PAPERS}”. Có phải câu TV-0002 (“{SECOND}”) không?")
    assert hoa.last.labels == ["Câu TV-0002", "Không phải câu nào"]

    await hoa.presses("Câu TV-0002")

    assert await drafts(url) == BOTH_DRAFTED
    assert hoa.find("Em ghi bản nháp cho câu TV-0002").labels == ["Duyệt"]
    assert hoa.last.text == "Em hỏi xong rồi, cảm ơn anh chị."


async def test_a_swapped_row_asks_which_of_both_questions_it_answers(
    hoa: Person, sheet: Sheet, url: str
) -> None:
    """Somebody sorted some of the columns: the codes stand beside other questions."""
    rows, cells = sheet.rows, sheet.cells
    first, second = (cells.cell(rows[one], CODE) for one in ("TV-0001", "TV-0002"))
    first.value, second.value = second.value, first.value

    await put_in(hoa, sheet)

    assert await drafts(url) == []
    assert hoa.last.text == (
        f"Dòng 4 ghi: “{ANSWER}”. Câu này trả lời cho TV-0002 (“{SECOND}”) hay TV-0001 (“{FIRST}”)?"
    )
    await hoa.presses("Câu TV-0001")
    await hoa.presses("Câu TV-0002")
    assert await drafts(url) == BOTH_DRAFTED


def _nothing_known_in_row_5(cells: Any) -> None:
    cells.cell(5, NUMBER).value = None
    cells.cell(5, TEXT).value = "Chuyện gì đó không có trong bảng"


async def test_a_line_for_no_question_goes_to_the_holding_pen(
    hoa: Person, minh: Person, sheet: Sheet, url: str
) -> None:
    sheet.change("TV-0002", CODE, "mất mã").with_(_nothing_known_in_row_5)

    await put_in(hoa, sheet)

    assert await drafts(url) == BOTH_DRAFTED[:1]
    assert "1 dòng không rõ câu nào, em đã đưa vào Chờ xếp" in hoa.last.text
    assert minh.last.text.startswith("Có một tin của cán bộ em không rõ")
    await minh.presses("Chờ xếp")
    assert f"“Dòng 5 của một bảng gửi về, ghi câu mất mã: {PAPERS}”" in minh.last.text


async def test_a_line_that_went_into_the_pen_does_not_go_there_twice(
    hoa: Person, sheet: Sheet, url: str
) -> None:
    sheet.change("TV-0002", CODE, "mất mã").with_(_nothing_known_in_row_5)
    await put_in(hoa, sheet)

    await hoa.sends("bảng.xlsx", sheet.content)

    assert "0 dòng em chưa chắc, 2 dòng đã nhận từ trước" in hoa.last.text
    assert hoa.last.labels == []


async def test_none_of_them_goes_to_the_holding_pen_too(
    hoa: Person, minh: Person, sheet: Sheet, url: str
) -> None:
    await put_in(hoa, sheet.change("TV-0002", CODE, "BT-A?"))

    await hoa.presses("Không phải câu nào")

    assert await drafts(url) == BOTH_DRAFTED[:1]
    await minh.presses("Chờ xếp")
    assert PAPERS in minh.last.text


# ── twice ────────────────────────────────────────────────────────────────────────────────────


async def test_the_same_sheet_twice_changes_nothing(hoa: Person, sheet: Sheet, url: str) -> None:
    sheet.change("TV-0002", CODE, "mất")
    await put_in(hoa, sheet)
    await hoa.presses("Câu TV-0002")

    await hoa.sends("bảng.xlsx", sheet.content)

    assert hoa.last.text == (
        "Bảng 01/2026, Ngân hàng Chính sách: 0 câu trả lời mới, 1 ô trống, 0 dòng em chưa chắc, "
        "2 dòng đã nhận từ trước.\n\nKhông có gì mới để nhận."
    )
    assert hoa.last.labels == []
    assert await drafts(url) == BOTH_DRAFTED


async def test_put_in_pressed_twice_drafts_once(hoa: Person, sheet: Sheet, url: str) -> None:
    await put_in(hoa, sheet)
    await hoa.presses("Nhận vào")

    assert await drafts(url) == BOTH_DRAFTED
    assert hoa.last.text == "Không có câu nào thành bản nháp."


async def test_a_changed_answer_takes_the_place_of_a_draft_and_the_older_one_stays_known(
    hoa: Person, sheet: Sheet, url: str
) -> None:
    await put_in(hoa, sheet)

    await hoa.sends("sửa.xlsx", sheet.answer("TV-0001", MEETING).content)
    assert "Dòng 4: câu TV-0001 đã có bản nháp, bản trong bảng này sẽ thay." in hoa.last.text
    await hoa.presses("Nhận vào")

    assert await drafts(url) == [
        ("TV-0001", "replaced", ANSWER),
        ("TV-0002", "draft", PAPERS),
        ("TV-0001", "draft", MEETING),
    ]
    moves = await ask(url, "SELECT move FROM history WHERE question = 1 ORDER BY id")
    assert [one[0] for one in moves] == ["ask", "take", "draft", "rewrite"]


async def test_a_press_that_approves_a_sheet_leaves_what_has_changed_since(
    talk: Talk, hoa: Person, sheet: Sheet, url: str
) -> None:
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await put_in(hoa, sheet)
    await put_in(tam, sheet.answer("TV-0001", MEETING))

    await hoa.presses("Duyệt cả bảng (2 câu)")

    assert hoa.last.text == (
        "Đã duyệt 1 câu của bảng. Còn 1 câu em chưa duyệt:\n"
        "TV-0001: đã đổi hoặc xong từ lúc nhận bảng, anh chị xem lại trên thẻ."
    )
    assert (await drafts(url))[-1] == ("TV-0001", "draft", MEETING)


async def test_a_head_approves_the_draft_that_was_read_and_no_newer_one(
    talk: Talk, hoa: Person, sheet: Sheet, url: str
) -> None:
    """The press was on its way when a sheet brought a newer draft."""
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await put_in(tam, sheet)
    await hoa.presses("Hàng đợi")
    read = hoa.find("TV-0001").choices[0]
    assert read.label == "Duyệt"
    await put_in(tam, sheet.answer("TV-0001", MEETING))

    await talk.arrive(hoa.inbound(press=read.data, happened="pressed"))

    assert hoa.last.text == (
        "Câu TV-0001 vừa có bản nháp mới hơn. Anh chị xem lại trên thẻ rồi bấm Duyệt giúp em."
    )
    assert (await drafts(url))[-1] == ("TV-0001", "draft", MEETING)
    await hoa.presses("Hàng đợi")
    assert MEETING in hoa.find("TV-0001").text


async def test_another_answer_to_an_approved_question_is_refused_with_what_to_do(
    hoa: Person, sheet: Sheet, url: str
) -> None:
    await put_in(hoa, sheet)
    await hoa.presses("Duyệt cả bảng (2 câu)")

    await hoa.sends("sửa.xlsx", sheet.answer("TV-0001", MEETING).content)

    assert (
        "Dòng 4: câu TV-0001 đã duyệt câu trả lời khác, em không thay được. "
        "Cần sửa thì anh chị báo ban tổ chức." in hoa.last.text
    )
    assert hoa.last.labels == []


async def test_words_that_a_head_returned_are_not_taken_again(
    hoa: Person, sheet: Sheet, url: str
) -> None:
    await put_in(hoa, sheet)
    await hoa.presses("Xem từng câu")
    await hoa.presses("Trả lại")
    await hoa.says("thiếu lãi suất")

    await hoa.sends("bảng.xlsx", sheet.content)

    assert "lãnh đạo đã trả lại đúng bản này. Anh chị viết lại rồi gửi." in hoa.last.text


# ── moved since, and not theirs ──────────────────────────────────────────────────────────────


async def test_a_question_that_moved_on_is_named_with_what_became_of_it(
    talk: Talk, hoa: Person, sheet: Sheet, url: str
) -> None:
    lan = talk.person("lan")
    await talk.arrive(lan.inbound(press="withdraw:1", happened="pressed"))
    await talk.arrive(lan.inbound(press="withdrawyes:1", happened="pressed"))
    await talk.arrive(hoa.inbound(press=f"transfernow:2.{INSURER}", happened="pressed"))

    await hoa.sends("bảng.xlsx", sheet.content)

    assert "Dòng 4: câu TV-0001 đã được người hỏi rút lại" in hoa.last.text
    assert "Dòng 5: câu TV-0002 không còn ở cơ quan này" in hoa.last.text
    assert hoa.last.labels == []


async def test_an_agency_neither_sees_nor_answers_the_rows_of_another(
    talk: Talk, sheet: Sheet, url: str
) -> None:
    binh = await official(talk, "bình", Role.HEAD, INSURER)

    await binh.sends("bảng.xlsx", sheet.content)

    assert binh.last.text == (
        "Bảng này không phải của cơ quan anh chị. "
        "Anh chị xem lại tệp, hoặc nhờ ban tổ chức gửi giúp."
    )
    assert await drafts(url) == []


async def test_a_resident_s_sheet_is_no_sheet(talk: Talk, sheet: Sheet, url: str) -> None:
    await talk.person("lan").sends("bảng.xlsx", sheet.content)

    assert "Nhận vào" not in talk.person("lan").last.labels
    assert await drafts(url) == []


# ── words that are no answer ─────────────────────────────────────────────────────────────────


async def test_too_few_words_are_refused_in_the_words_of_the_answer_s_own_rule(
    hoa: Person, sheet: Sheet
) -> None:
    await hoa.sends("bảng.xlsx", sheet.answer("TV-0001", "Rồi").content)

    assert "Dòng 4: câu TV-0001 – Câu trả lời" in hoa.last.text


async def test_a_formula_is_neither_solved_nor_kept(hoa: Person, sheet: Sheet, url: str) -> None:
    sheet.answer("TV-0001", '=HYPERLINK("http://example.vn","xem")', who="=1+1")
    sheet.answer("TV-0002", PAPERS, basis="=cmd|'/c calc'!A1")

    await hoa.sends("bảng.xlsx", sheet.content)
    assert "Dòng 4: ô trả lời là công thức hoặc báo lỗi của Excel" in hoa.last.text
    await hoa.presses("Nhận vào")

    assert await drafts(url) == BOTH_DRAFTED[1:]
    assert await ask(url, "SELECT basis, who FROM dispatch_answers") == [("", "")]


async def test_numbers_of_cards_are_left_out_of_what_is_kept(
    hoa: Person, sheet: Sheet, url: str
) -> None:
    await put_in(hoa, sheet.answer("TV-0001", f"{ANSWER} CCCD 084123456789."))

    assert f"“{ANSWER} CCCD •••.”" in hoa.last.text
    await hoa.presses(hoa.last.labels[0])
    assert await drafts(url) == [BOTH_DRAFTED[1], ("TV-0001", "draft", f"{ANSWER} CCCD •••.")]
    for table in await tables(url):
        assert "084123456789" not in str(await ask(url, f"SELECT * FROM {table}")), table
