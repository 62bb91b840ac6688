"""Danh sách ký nhận: a voucher, on paper and as a sheet that counts."""

import zipfile
from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from bot.documents.attendance import Attendance, Attendee, attendance
from bot.documents.attendance_sheet import attendance_sheet
from tests.bot.documents import samples
from tests.bot.documents.reading import paragraphs, tables
from tests.bot.documents.samples import ON, SAY

HEADINGS = [
    *("STT", "Họ và tên", "Năm sinh", "Khóm/ấp", "Số tiền (đồng)", "Ký nhận", "Ghi chú"),
]


def held(*attendees: Attendee) -> Attendance:
    return replace(samples.attended(0), attendees=attendees)


def opened(file: bytes, *, values: bool = False) -> Worksheet:
    return load_workbook(BytesIO(file), data_only=values).worksheets[0]


def rows(sheet: Worksheet) -> list[list[object]]:
    return [[one.value for one in row] for row in sheet.iter_rows()]


# ── on paper ─────────────────────────────────────────────────────────────────────────────────


def test_it_has_the_columns_of_a_voucher_and_no_private_one() -> None:
    assert tables(attendance(samples.attended(2), SAY, on=ON))[0][0] == HEADINGS


@pytest.mark.parametrize("many", [1, 80, 110])
def test_everybody_is_numbered_without_a_gap_and_named_exactly(many: int) -> None:
    table = tables(attendance(samples.attended(many), SAY, on=ON))[0]
    assert [row[:2] for row in table[1:-1]] == [
        [str(place), name] for place, name in enumerate(samples.names(many), start=1)
    ]


def test_a_row_shows_where_somebody_lives_and_what_they_get_and_leaves_room_to_sign() -> None:
    somebody = Attendee(
        name="lê  THỊ Bé", birth_year=1950, hamlet="Ấp Vĩnh Hội", note="Đi thay ông Kim Út"
    )
    table = tables(attendance(held(somebody, replace(somebody, birth_year=0)), SAY, on=ON))[0]
    assert table[1:] == [
        ["1", "lê  THỊ Bé", "1950", "Ấp Vĩnh Hội", "20.000", "", "Đi thay ông Kim Út"],
        ["2", "lê  THỊ Bé", "", "Ấp Vĩnh Hội", "20.000", "", "Đi thay ông Kim Út"],
        ["", "Tổng cộng", "", "", "40.000", "", ""],
    ]


def test_below_stand_the_totals_in_figures_and_in_words() -> None:
    said = paragraphs(attendance(samples.attended(80), SAY, on=ON))
    start = next(place for place, one in enumerate(said) if one.startswith("Tổng cộng: "))
    assert said[start : start + 4] == [
        "Tổng cộng: 80 người (Nam 27, Nữ 53; DTTS 40).",
        "Tiền nước uống: 80 người × 20.000 đồng = 1.600.000 đồng."
        " Bằng chữ: Một triệu sáu trăm nghìn đồng.",
        "Tiền thuê hội trường: 600.000 đồng. Bằng chữ: Sáu trăm nghìn đồng.",
        "Tổng số tiền: 2.200.000 đồng. Bằng chữ: Hai triệu hai trăm nghìn đồng.",
    ]


def test_whose_sex_the_list_does_not_say_is_counted_apart() -> None:
    woman = Attendee(name="Kim Thị Hoa", hamlet="Khóm 1", woman=True, minority=True)
    said = paragraphs(attendance(held(woman, replace(woman, woman=None)), SAY, on=ON))
    assert "Tổng cộng: 2 người (Nam 0, Nữ 1, chưa ghi 1; DTTS 2)." in said


def test_two_sign_it_and_the_ward_confirms() -> None:
    said = paragraphs(attendance(samples.attended(1), SAY, on=ON))
    assert said[-5:] == [
        "NGƯỜI LẬP",
        "(Ký, ghi rõ họ tên)",
        "TP. Trà Vinh, ngày …… tháng …… năm ………",
        "XÁC NHẬN CỦA UBND PHƯỜNG 1",
        "(Ký tên, đóng dấu)",
    ]


def test_without_anybody_it_says_so_and_asks_for_the_hall_only() -> None:
    empty = attendance(held(), SAY, on=ON)
    assert tables(empty)[0][1:] == [["Không có người dự."]]
    assert "Tổng số tiền: 600.000 đồng. Bằng chữ: Sáu trăm nghìn đồng." in paragraphs(empty)


# ── as a sheet ───────────────────────────────────────────────────────────────────────────────


def test_the_sheet_says_what_the_paper_says() -> None:
    paper = tables(attendance(samples.attended(80), SAY, on=ON))[0]
    sheet = rows(opened(attendance_sheet(samples.attended(80), SAY, on=ON), values=True))
    start = next(place for place, row in enumerate(sheet) if row[0] == "STT")
    shown = [["" if cell is None else str(cell) for cell in row] for row in sheet[start:]]
    assert [[cell.replace(".", "") for cell in row] for row in paper] == shown[: len(paper)]


def test_the_sums_count_themselves_and_are_there_already() -> None:
    file = attendance_sheet(samples.attended(3), SAY, on=ON)
    formulas, values = opened(file), opened(file, values=True)
    sums = {
        cell.value: values[cell.coordinate].value
        for row in formulas.iter_rows()
        for cell in row
        if cell.data_type == "f"
    }
    first = next(row[0].row for row in formulas.iter_rows() if row[0].value == 1)
    total = first + 3
    assert sums == {
        f"=SUM(E{first}:E{first + 2})": 60_000,
        f"=E{total}": 60_000,
        f"=E{total + 3}+E{total + 4}": 660_000,
    }


def test_the_sheet_prints_as_a_paper_does() -> None:
    sheet = opened(attendance_sheet(samples.attended(3), SAY, on=ON))
    heading = next(row[0].row for row in sheet.iter_rows() if row[0].value == "STT")
    assert sheet.print_title_rows == f"${heading}:${heading}"
    assert sheet.print_area == f"'Danh sách ký nhận'!$A$1:$G${sheet.max_row}"
    assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
    assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (1, 0)


@pytest.mark.parametrize("name", ["=1+1", "+84", "-5", "@SUM(A1)", '=HYPERLINK("x")'])
def test_a_name_is_never_a_formula(name: str) -> None:
    file = attendance_sheet(held(Attendee(name=name, hamlet=name, note=name)), SAY, on=ON)
    cells = [cell for row in opened(file).iter_rows() for cell in row if cell.value == name]
    assert [(cell.data_type, cell.quotePrefix) for cell in cells] == [("s", True)] * 3


def test_what_no_file_can_hold_is_left_out_of_a_name() -> None:
    somebody = held(Attendee(name="Kim\x00 Thị Lài", hamlet="Khóm 1"))
    assert tables(attendance(somebody, SAY, on=ON))[0][1][1] == "Kim Thị Lài"
    sheet = rows(opened(attendance_sheet(somebody, SAY, on=ON)))
    assert [row[1] for row in sheet if row[0] == 1] == ["Kim Thị Lài"]


def test_no_cell_but_a_sum_is_a_formula_in_the_file() -> None:
    file = attendance_sheet(held(Attendee(name="=1+1", hamlet="Khóm 1")), SAY, on=ON)
    with zipfile.ZipFile(BytesIO(file)) as package:
        assert package.read("xl/worksheets/sheet1.xml").count(b"<f>") == 3
