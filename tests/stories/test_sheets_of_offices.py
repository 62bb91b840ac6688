"""Whatever an office's program and hands make of a sheet, the same answers come back with it."""

import csv
import io
from pathlib import Path
from typing import Any

import pytest

from bot.domain.people import Role
from tests.doubles import office
from tests.doubles.chat import Person, Talk
from tests.doubles.returned_sheet import ANSWER as ANSWER_COLUMN
from tests.doubles.returned_sheet import CODE, TEXT, Sheet
from tests.stories.cast import ANSWER, BANK, asks, official, resident
from tests.stories.test_dispatches import FIRST, PAPERS, SECOND, THIRD, sent_out, sheet_of
from tests.stories.test_returned_sheets import BOTH_DRAFTED, MEETING, drafts

#: What was answered, in lines, with quotes, and with what a spreadsheet takes for other things.
ODD = 'Dạ được:\n- mang "sổ hộ nghèo", giấy báo;\n- tới phòng giao dịch trước 15/5, số 01.'


@pytest.fixture
async def hoa(talk: Talk) -> Person:
    return await official(talk, "hoa", Role.HEAD, BANK)


@pytest.fixture
async def sheet(talk: Talk, hoa: Person) -> Sheet:
    """Three questions on a sheet; two are answered in it."""
    minh = await official(talk, "minh", Role.ORGANISER)
    lan = await resident(talk, "lan")
    for one in (FIRST, SECOND, THIRD):
        await asks(lan, one)
    await sent_out(talk, minh)
    opened = Sheet.open(sheet_of(hoa).content)
    return opened.answer("TV-0001", ANSWER).answer("TV-0002", PAPERS)


async def comes_back(hoa: Person, content: bytes, name: str = "bảng.xlsx") -> None:
    await hoa.sends(name, content)
    await hoa.presses("Nhận vào")


@pytest.mark.office
@pytest.mark.parametrize("saved_as", [("xlsx",), ("ods", "xlsx"), ("csv",)], ids="-".join)
async def test_a_sheet_filled_and_saved_in_libreoffice_brings_the_same_answers(
    hoa: Person, sheet: Sheet, url: str, saved_as: tuple[str, ...], tmp_path: Path
) -> None:
    sheet.answer("TV-0003", ODD)

    await comes_back(hoa, office.saved(tmp_path, sheet.content, *saved_as), f"b.{saved_as[-1]}")

    assert await drafts(url) == [*BOTH_DRAFTED, ("TV-0003", "draft", ODD)]


async def test_a_csv_with_semicolons_is_read_too(hoa: Person, sheet: Sheet, url: str) -> None:
    text = io.StringIO()
    written = csv.writer(text, delimiter=";")
    for row in sheet.cells.iter_rows(values_only=True):
        written.writerow(["" if one is None else one for one in row])

    await comes_back(hoa, text.getvalue().encode("utf-8-sig"), "bảng.csv")

    assert await drafts(url) == BOTH_DRAFTED


def _more_columns(cells: Any) -> None:
    cells.insert_cols(1)
    cells.insert_cols(5, 2)
    cells.cell(3, 1).value = "STT"
    cells.cell(3, 5).value = "Ghi chú của phòng"


def _other_order(cells: Any) -> None:
    for row in range(3, 7):
        code, answer = cells.cell(row, CODE), cells.cell(row, ANSWER_COLUMN)
        code.value, answer.value = answer.value, code.value


def _rows_between(cells: Any) -> None:
    cells.insert_rows(5, 2)
    cells.cell(5, TEXT).value = "(phòng tín dụng trả lời các câu dưới)"
    cells.insert_rows(1, 3)
    cells.cell(1, 1).value = "NGÂN HÀNG CHÍNH SÁCH XÃ HỘI"


def _without_a_row(cells: Any) -> None:
    cells.delete_rows(6)


def _renamed(cells: Any) -> None:
    cells.cell(3, CODE).value = "MÃ CÂU"
    cells.cell(3, ANSWER_COLUMN).value = "Nội dung  trả lời của Ngân hàng"
    cells.cell(3, TEXT).value = "Câu hỏi của bà con"


def _without_headings(cells: Any) -> None:
    cells.delete_rows(1, 3)


def _merged(cells: Any) -> None:
    cells.merge_cells("H4:J4")
    cells.merge_cells("G6:G8")


def _codes_typed_by_hand(cells: Any) -> None:
    for row in (4, 5):
        code = cells.cell(row, CODE)
        code.value = f" {code.value.lower().replace('-', ' ')} "


@pytest.mark.parametrize(
    "change",
    [
        _more_columns,
        _other_order,
        _rows_between,
        _without_a_row,
        _renamed,
        _without_headings,
        _merged,
        _codes_typed_by_hand,
    ],
)
async def test_what_was_done_to_the_sheet_does_not_matter(
    hoa: Person, sheet: Sheet, url: str, change: Any
) -> None:
    await comes_back(hoa, sheet.with_(change).content)

    assert await drafts(url) == BOTH_DRAFTED


async def test_rows_in_another_order_bring_the_same_answers(
    hoa: Person, sheet: Sheet, url: str
) -> None:
    rows = [[one.value for one in row] for row in sheet.cells.iter_rows(min_row=4, max_row=6)]
    for place, row in enumerate(reversed(rows), start=4):
        for column, value in enumerate(row, start=1):
            sheet.cells.cell(place, column).value = value

    await comes_back(hoa, sheet.content)

    assert sorted(await drafts(url)) == BOTH_DRAFTED


async def test_two_sheets_in_one_file_are_both_read(hoa: Person, sheet: Sheet, url: str) -> None:
    copy = sheet.book.copy_worksheet(sheet.cells)
    copy.title = "Phòng tín dụng"
    for row in (4, 5):
        copy.cell(row, ANSWER_COLUMN).value = None
    copy.cell(6, ANSWER_COLUMN).value = MEETING

    await comes_back(hoa, sheet.content)

    assert await drafts(url) == [*BOTH_DRAFTED, ("TV-0003", "draft", MEETING)]


async def test_two_answers_to_one_question_are_asked_about(
    hoa: Person, sheet: Sheet, url: str
) -> None:
    copied = [one.value for one in sheet.cells[4]]
    for column, value in enumerate(copied, start=1):
        sheet.cells.cell(7, column).value = value
    sheet.cells.cell(7, ANSWER_COLUMN).value = MEETING

    await hoa.sends("bảng.xlsx", sheet.content)

    assert "Dòng 7: câu TV-0001 đã có câu trả lời khác ở dòng 4. Em hỏi lại sau." in hoa.last.text


async def test_another_list_is_told_from_a_sheet(talk: Talk, sheet: Sheet) -> None:
    minh = talk.person("minh")

    await minh.sends("hộ.csv", "Họ và tên,Phường/xã,Khóm/ấp,Đối tượng\nA B,Phường 7,,".encode())

    assert minh.last.text.startswith("hộ.csv: 1 dòng")


async def test_a_file_of_an_official_that_is_no_sheet_says_what_to_send(
    hoa: Person, sheet: Sheet
) -> None:
    await hoa.sends("sổ.csv", b"a,b\n1,2\n")

    assert hoa.last.text == (
        "Tệp này không phải bảng tổng hợp em đã gửi: em không thấy cột Mã và cột Nội dung trả lời. "
        "Anh chị gửi lại đúng tệp bảng tính đó giúp em."
    )


async def test_a_sheet_whose_codes_are_all_gone_is_known_by_its_number(
    hoa: Person, sheet: Sheet, url: str
) -> None:
    for row in (4, 5, 6):
        sheet.cells.cell(row, CODE).value = None

    await comes_back(hoa, sheet.content)
    await hoa.presses("Câu TV-0001")
    await hoa.presses("Câu TV-0002")

    assert await drafts(url) == BOTH_DRAFTED
