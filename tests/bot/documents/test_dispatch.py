"""A dispatch as a sheet to fill in, and as a letter with its list."""

import io

from openpyxl import load_workbook

from bot.domain.dispatches import read_code
from tests.bot.documents import reading, samples

HEADINGS = [
    *("Mã", "Số", "Nội dung ý kiến, kiến nghị", "Số người hỏi", "Khóm/ấp, phường/xã", "Thời hạn"),
    *("Nội dung trả lời", "Căn cứ", "Người trả lời", "Ngày trả lời"),
]


def test_a_sheet_has_its_codes_in_front_and_room_for_the_answers() -> None:
    sheet = load_workbook(io.BytesIO(samples.made("bang-chuyen.xlsx"))).worksheets[0]

    assert [one.value for one in sheet[3]] == HEADINGS
    assert [read_code(str(sheet.cell(row, 1).value)) for row in range(4, 29)] == list(range(1, 26))
    assert {cell.value for cell in sheet["G"][3:28]} == {None}
    assert sheet.column_dimensions["G"].width == max(
        one.width for one in sheet.column_dimensions.values()
    )


def test_headings_stay_in_sight_and_print_on_each_page_of_a_lying_a4() -> None:
    sheet = load_workbook(io.BytesIO(samples.made("bang-chuyen.xlsx"))).worksheets[0]

    assert sheet.freeze_panes == "A4"
    assert sheet.print_title_rows == "$3:$3"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)


def test_what_is_not_to_be_changed_is_grey_and_nothing_is_locked() -> None:
    sheet = load_workbook(io.BytesIO(samples.made("bang-chuyen.xlsx"))).worksheets[0]

    grey = [cell.fill.fgColor.rgb == "00EDEDED" for cell in sheet[4]]
    assert grey == [True] * 6 + [False] * 4
    assert not sheet.protection.sheet


def test_no_row_is_higher_than_excel_allows() -> None:
    sheet = load_workbook(io.BytesIO(samples.made("bang-chuyen-nhieu.xlsx"))).worksheets[0]

    assert max(one.height for one in sheet.row_dimensions.values()) == 409


def test_a_sheet_says_what_it_does_not_hold() -> None:
    sheet = load_workbook(io.BytesIO(samples.made("bang-chuyen.xlsx"))).worksheets[0]

    below = [sheet.cell(row, 1).value for row in range(29, sheet.max_row + 1)]
    assert [one for one in below if one] == [
        "Có 2 ý kiến riêng tư hoặc cần giữ kín được chuyển riêng cho người có trách nhiệm, "
        "không ghi trong bảng này.",
        "Có 1 ý kiến cơ quan đang hỏi thêm người dân, không ghi trong bảng này.",
        "Ý kiến giống nhau được gộp lại và ghi rõ số người hỏi. "
        "Bảng không ghi tên, số điện thoại của người hỏi.",
    ]


def test_the_letter_says_what_it_is_about_to_whom_and_by_when() -> None:
    letter = reading.paragraphs(samples.made("chuyen.docx"))

    (number,) = [one for one in letter if one.startswith("Số:")]
    assert number.endswith(
        "/PLĐTBXH V/v chuyển ý kiến, kiến nghị của người dân tại "
        "buổi đối thoại chính sách giảm nghèo lần 1 năm 2026"
    )
    assert "Kính gửi: Phòng giao dịch Ngân hàng Chính sách xã hội." in letter
    assert "Ý kiến phải trả lời sớm nhất là ngày 10/12/2026." in letter
    assert "BẢNG TỔNG HỢP Ý KIẾN, KIẾN NGHỊ SỐ 03/2026" in letter


def test_the_list_of_the_letter_has_the_same_rows_as_the_sheet() -> None:
    (table,) = reading.tables(samples.made("chuyen.docx"))
    sheet = load_workbook(io.BytesIO(samples.made("bang-chuyen.xlsx"))).worksheets[0]

    assert [row[:2] for row in table[1:]] == [
        [sheet.cell(row, 1).value, sheet.cell(row, 2).value] for row in range(4, 29)
    ]
    assert table[1][5] == "11/12/2026 (quá hạn)"
