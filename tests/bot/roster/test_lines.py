"""Which rows of a sheet are households. The people are invented."""

import pytest

from bot.documents.incoming.tables import Row, Table
from bot.roster.columns import Column
from bot.roster.lines import Line, Sheet, sheets_of

LEAST = ["Họ và tên", "Khóm", "Đối tượng"]


def table(*rows: list[str]) -> Table:
    return Table(tuple(Row(n, tuple(one)) for n, one in enumerate(rows, 1) if any(one)))


def sheet_of(tables: list[Table]) -> Sheet:
    (sheet,) = sheets_of(tables)
    return sheet


def lines(*rows: list[str]) -> tuple[Line, ...]:
    return sheets_of([table(*rows)])[0].lines


def test_titles_above_and_totals_below_are_no_households() -> None:
    sheet = sheet_of(
        [
            table(
                ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "", "", ""],
                ["DANH SÁCH HỘ NGHÈO PHƯỜNG 7", "", "", ""],
                [],
                ["STT", "Họ và tên", "Khóm", "Đối tượng"],
                ["(1)", "(2)", "(3)", "(4)"],
                ["1", "Trần Thị Cúc", "Khóm 1", "HN"],
                [],
                ["2", "Tống Thị Lan", "Khóm 2", "CN"],
                ["", "Tổng cộng: 2 hộ", "", ""],
                ["", "", "", "Ngày 1 tháng 5 năm 2026"],
                ["", "Người lập", "", "Nguyễn Văn Ký"],
            )
        ]
    )

    assert [(one.number, one.cell(Column.NAME)) for one in sheet.lines] == [
        (6, "Trần Thị Cúc"),
        (8, "Tống Thị Lan"),
    ]
    assert sheet.titles == ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "DANH SÁCH HỘ NGHÈO PHƯỜNG 7")


@pytest.mark.parametrize(
    "last",
    [
        "TỔNG SỐ",
        "Cộng: 1",
        "Tổng: 1 hộ",
        "Người lập bảng",
        "XÁC NHẬN CỦA UBND",
        "Phường 7, ngày … tháng …",
        "Phường 7, ngày 2/12/2026",
        "Danh sách này có 01 (một) hộ./.",
        "Cán bộ lập danh sách",
        "TM. BAN NHÂN DÂN KHÓM",
        "KT. CHỦ TỊCH",
        "(Ký, ghi rõ họ tên)",
        "Cộng P7",
    ],
)
def test_a_list_ends_where_it_is_counted_or_signed(last: str) -> None:
    sheet = sheet_of(
        [table(LEAST, ["Trần Thị Cúc", "Khóm 1", "HN"], [last, "", ""], ["Ký", "tên", ""])]
    )

    assert [one.number for one in sheet.lines] == [2]


def test_what_stands_below_a_total_is_no_less_a_household() -> None:
    """Each khóm may be counted for itself. Nobody is lost, and nobody who signs is invited."""
    found = lines(
        LEAST,
        ["Trần Thị Cúc", "Khóm 1", "HN"],
        ["Cộng khóm 1: 1 hộ", "", ""],
        ["Lê Thị Ba", "Khóm 2", "CN"],
        ["Tổng cộng", "2", ""],
        ["", "Người lập", "Chủ tịch"],
        ["", "", "Nguyễn Văn Ký"],
    )

    assert [one.number for one in found] == [2, 4]


def test_whoever_signs_in_the_columns_of_a_household_is_none() -> None:
    found = lines(
        LEAST,
        ["Trần Thị Cúc", "Khóm 1", "HN"],
        ["Người lập biểu", "", "Thủ trưởng đơn vị"],
        ["Lê Thị Lập", "", "Trần Văn Ký"],
    )

    assert [one.number for one in found] == [2]


@pytest.mark.parametrize(
    "aside", ["Ghi chú: số máy của con", "* HN là hộ nghèo", "Trang 1/2", "(đã liên hệ)"]
)
def test_a_note_between_households_is_none_and_ends_nothing(aside: str) -> None:
    found = lines(
        LEAST,
        ["Trần Thị Cúc", "Khóm 1", "HN"],
        [aside, "", ""],
        ["Lê Thị Ba", "", ""],
    )

    assert [one.number for one in found] == [2, 4]


def test_a_section_says_where_its_households_live_and_of_which_category_they_are() -> None:
    found = lines(
        ["STT", "Họ và tên", "Đối tượng", "Năm sinh"],
        ["I. PHƯỜNG 7", "", "", ""],
        ["", "Khóm 3 (2 hộ)", "", ""],
        ["1", "Trần Thị Cúc", "HN", "1962"],
        ["2", "Lê Thị Ba", "CN", "1970"],
        ["", "Khóm 4", "", ""],
        ["", "Hộ cận nghèo: 1", "", ""],
        ["3", "Phương Thị Sáu", "", "1980"],
        ["II", "Xã Long Đức", "", ""],
        ["4", "Hồ Văn Năm", "HN", "1981"],
    )

    told = (Column.NAME, Column.WARD, Column.HAMLET, Column.CATEGORY)
    assert [tuple(one.cell(column) for column in told) for one in found] == [
        ("Trần Thị Cúc", "PHƯỜNG 7", "Khóm 3", "HN"),
        ("Lê Thị Ba", "PHƯỜNG 7", "Khóm 3", "CN"),
        ("Phương Thị Sáu", "PHƯỜNG 7", "Khóm 4", "Hộ cận nghèo"),
        ("Hồ Văn Năm", "Xã Long Đức", "", "HN"),
    ]


@pytest.mark.parametrize("name", ["Phương Thị Sáu", "Hồ Văn Năm", "Xa Thị Lan"])
def test_a_name_alone_is_a_household_of_which_the_rest_is_missing(name: str) -> None:
    assert [one.cell(Column.NAME) for one in lines(LEAST, [name, "", ""])] == [name]


def test_sections_within_sections_end_with_what_they_stand_in() -> None:
    found = lines(
        ["STT", "Họ và tên", "Năm sinh", "SĐT"],
        ["A", "CHÍNH THỨC", "", ""],
        ["* Khóm 1: 2 hộ", "", "", ""],
        ["- Hộ nghèo", "", "", "1"],
        ["1", "Trần Thị Cúc", "1962", "0900000301"],
        ["- Hộ cận nghèo", "", "", "1 hộ"],
        ["2", "Lê Thị Ba", "1963", "0900000302"],
        ["II/", "KHÓM 2 - 1 hộ", "", ""],
        ["3", "Hồ Văn Năm", "1964", "0900000303"],
        ["B.", "DANH SÁCH DỰ PHÒNG", "", ""],
        ["1", "Phương Thị Sáu", "1965", "0900000304"],
    )

    told = (Column.LISTED, Column.HAMLET, Column.CATEGORY)
    assert [tuple(one.cell(column) for column in told) for one in found] == [
        ("CHÍNH THỨC", "Khóm 1", "Hộ nghèo"),
        ("CHÍNH THỨC", "Khóm 1", "Hộ cận nghèo"),
        ("CHÍNH THỨC", "KHÓM 2 - 1 hộ", ""),
        ("DỰ PHÒNG", "", ""),
    ]


def test_a_heading_on_each_page_may_order_its_columns_anew() -> None:
    found = lines(
        LEAST,
        ["Trần Thị Cúc", "Khóm 1", "HN"],
        LEAST,
        ["Lê Thị Ba", "Khóm 2", "CN"],
        ["Tổng cộng", "2", ""],
        ["Khóm", "Họ và tên", "SĐT", "Đối tượng"],
        ["Khóm 3", "Hồ Văn Năm", "0900000303", "HN"],
    )

    assert [(one.number, one.cell(Column.NAME), one.cell(Column.HAMLET)) for one in found] == [
        (2, "Trần Thị Cúc", "Khóm 1"),
        (4, "Lê Thị Ba", "Khóm 2"),
        (7, "Hồ Văn Năm", "Khóm 3"),
    ]


def test_a_cell_that_says_as_above_has_what_is_above() -> None:
    found = lines(
        ["Họ và tên", "Năm sinh", "Dân tộc", "Khóm", "Đối tượng", "SĐT"],
        ["Trần Thị Cúc", "1962", "Kinh", "Khóm 1", "HN", "0900000301"],
        ["Lê Thị Ba", '"', "''", "-nt-", "như trên", "nt"],
        ["Hồ Văn Năm", "1964", "″", "//", "n.t", '"'],
    )

    told = (Column.YEAR, Column.ETHNICITY, Column.HAMLET, Column.CATEGORY, Column.PHONE)
    assert [tuple(one.cell(column) for column in told) for one in found[1:]] == [
        ('"', "Kinh", "Khóm 1", "HN", "0900000301"),  # a year is nobody else's
        ("1964", "Kinh", "Khóm 1", "HN", '"'),  # below a phone, strokes may say that there is none
    ]
    assert found[1].dittos[Column.HAMLET] == "-nt-"


def test_who_lives_with_the_head_of_a_household_belongs_to_the_heads_row() -> None:
    found = lines(
        ["STT", "Họ và tên", "Quan hệ với chủ hộ", "Khóm", "Đối tượng"],
        ["", "Lê Văn Út", "Con", "Khóm 1", "HN"],
        ["1", "Trần Thị Cúc", "Chủ hộ", "Khóm 1", "HN"],
        ["", "Lê Văn Ba", "Chồng", "Khóm 1", "HN"],
        ["", "Lê Thị Tư", "cháu ngoại", "", ""],
        ["2", "Hồ Văn Năm", "", "Khóm 2", "CN"],
        ["", "Hồ Thị Sáu", "2", "Khóm 2", "CN"],
    )

    crossed = lines(
        ["STT", "Họ và tên", "Khóm", "Đối tượng", "Là chủ hộ"],
        ["1", "Trần Thị Cúc", "Khóm 1", "HN", "x"],
        ["", "Lê Văn Ba", "Khóm 1", "HN"],
        ["Người lập"],
    )

    assert [(one.number, one.head) for one in crossed] == [(2, None), (3, 2)]
    assert [(one.number, one.head) for one in found] == [
        (2, 0),
        (3, None),
        (4, 3),
        (5, 3),
        (6, None),
        (7, 6),
    ]
