"""Danh sách chỗ: a reason beside every name, on paper and as a sheet, before anyone is invited."""

from dataclasses import replace
from io import BytesIO

from openpyxl import load_workbook

from bot.documents.seat_plan import seat_plan
from bot.documents.seat_plan_sheet import seat_plan_sheet
from tests.bot.documents import samples
from tests.bot.documents.reading import paragraphs, tables
from tests.bot.documents.samples import ON, SAY

HEADINGS = ["Thứ tự", "Họ và tên", "Năm sinh", "Khóm/ấp", "Lý do"]
WHY = "Chưa dự lần nào; nữ chủ hộ; dân tộc thiểu số; hộ nghèo"
FULL = "Hết chỗ; đã dự lần trước"


def test_each_group_and_ward_shows_its_places_and_why_each_has_one() -> None:
    placed, waiting = tables(seat_plan(samples.planned(4), SAY, on=ON))
    assert placed == [
        HEADINGS,
        ["Hộ nghèo, cận nghèo, mới thoát nghèo - Phường 7: 2/2 chỗ"],
        ["1", "Thạch Thị Sa Rây", "1945", "Khóm 1", WHY],
        ["2", samples.LONG, "1946", "Khóm 2", WHY],
    ]
    assert waiting == [
        HEADINGS,
        ["Hộ nghèo, cận nghèo, mới thoát nghèo - Phường 7: 2 hộ chờ"],
        ["1", samples.KHMER, "1947", "Khóm 3", FULL],
        ["2", "Trì Minh Sáu", "1948", "Khóm 4", FULL],
    ]


def test_it_is_counted_and_signed_and_kept_from_the_notice_board() -> None:
    said = paragraphs(seat_plan(samples.planned(110), SAY, on=ON))
    assert "Tổng số chỗ: 80; đã xếp: 80 hộ; chờ: 30 hộ." in said
    assert said[-6:] == [
        "Danh sách có thông tin riêng của hộ, chỉ dùng để duyệt, không niêm yết.",
        *("NGƯỜI LẬP", "(Ký, ghi rõ họ tên)"),
        *("TP. Trà Vinh, ngày …… tháng …… năm ………", "TRƯỞNG PHÒNG", "(Duyệt, ký tên, đóng dấu)"),
    ]


def test_it_says_which_version_it_is_and_whether_that_is_signed_off_in_chat() -> None:
    plan = samples.planned(4)
    at = "ghi theo danh sách lúc 07 giờ 30 phút, thứ Ba ngày 01 tháng 12 năm 2026."
    for signed, words in ((False, "chưa ký duyệt"), (True, "đã ký duyệt trên hệ thống")):
        said = paragraphs(seat_plan(replace(plan, is_signed=signed), SAY, on=ON))
        assert f"Bản số 2, {words}; {at}" in said


def test_the_part_of_a_ward_names_it_and_is_not_there_to_be_signed() -> None:
    part = replace(samples.planned(4), part="Phường 7")
    said = paragraphs(seat_plan(part, SAY, on=ON))
    book = load_workbook(BytesIO(seat_plan_sheet(part, SAY, on=ON))).worksheets[0]
    sheet = [str(cell) for row in book.values for cell in row if cell]

    for words in (said, sheet):
        assert any("Phần của Phường 7" in one for one in words)
        assert "NGƯỜI LẬP" not in words
    assert said[-1].startswith("Danh sách có thông tin riêng của hộ")


def test_an_empty_plan_says_so() -> None:
    placed, waiting = tables(seat_plan(samples.planned(0), SAY, on=ON))
    assert placed == [HEADINGS, ["Chưa xếp hộ nào."]]
    assert waiting == [HEADINGS, ["Không có hộ nào chờ."]]


def test_the_sheet_has_the_same_rows() -> None:
    plan = samples.planned(110)
    paper = [row for table in tables(seat_plan(plan, SAY, on=ON)) for row in table[1:]]
    book = load_workbook(BytesIO(seat_plan_sheet(plan, SAY, on=ON))).worksheets[0]
    sheet = [["" if one is None else str(one) for one in row] for row in book.values]
    start = sheet.index(HEADINGS)
    ranked = [row for row in sheet[start:] if row[0].isdecimal()]
    assert ranked == [row for row in paper if len(row) > 1]
    assert [row[0] for row in sheet[start:] if " - Phường 7: " in row[0]] == [
        row[0] for row in paper if len(row) == 1
    ]


def test_a_reason_is_never_a_formula() -> None:
    plan = samples.planned(1)
    odd = replace(plan.places[0], placed=(replace(plan.places[0].placed[0], reason="=1+1"),))
    file = seat_plan_sheet(replace(plan, places=(odd,)), SAY, on=ON)
    cells = [
        cell
        for row in load_workbook(BytesIO(file)).worksheets[0].iter_rows()
        for cell in row
        if cell.value == "=1+1"
    ]
    assert [(cell.data_type, cell.quotePrefix) for cell in cells] == [("s", True)]
