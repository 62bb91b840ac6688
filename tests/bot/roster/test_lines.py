"""Which rows of a sheet are households. The people are invented."""

import pytest

from bot.documents.incoming.tables import Row, Table
from bot.roster.columns import Column
from bot.roster.lines import Line, sheet_of

LEAST = ["Họ và tên", "Khóm", "Đối tượng"]


def table(*rows: list[str]) -> Table:
    return Table(tuple(Row(n, tuple(one)) for n, one in enumerate(rows, 1) if any(one)))


def lines(*rows: list[str]) -> tuple[Line, ...]:
    return sheet_of([table(*rows)]).lines


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
