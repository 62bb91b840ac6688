"""Which column is which where the heading alone does not say it. The people are invented."""

import pytest

from bot.documents.incoming.tables import Row, Table
from bot.roster.columns import FEMALE, Column
from bot.roster.lines import Sheet, sheets_of


def sheet(*rows: list[str]) -> Sheet:
    table = Table(tuple(Row(n, tuple(one)) for n, one in enumerate(rows, 1) if any(one)))
    (found,) = sheets_of([table])
    return found


def test_a_heading_of_two_rows_may_stand_half_in_the_second() -> None:
    found = sheet(
        ["STT", "Thông tin chủ hộ", "", "Địa chỉ", "", "Đối", "SĐT"],
        ["", "Họ và tên", "Năm sinh", "Khóm", "Phường", "tượng", ""],
        ["1", "Trần Thị Cúc", "1962", "Khóm 1", "Phường 7", "HN", "0900000301"],
    )

    assert (found.unread, found.lines[0].cells) == (
        (),
        {
            Column.NUMBER: "1",
            Column.NAME: "Trần Thị Cúc",
            Column.YEAR: "1962",
            Column.HAMLET: "Khóm 1",
            Column.WARD: "Phường 7",
            Column.CATEGORY: "HN",
            Column.PHONE: "0900000301",
        },
    )


def test_a_merged_heading_says_the_same_in_both_rows() -> None:
    found = sheet(
        ["STT", "Họ và tên", "Năm sinh", "", "Khóm", "Ghi chú"],
        ["STT", "Họ và tên", "Nam", "Nữ", "Khóm", "Ghi chú"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)"],
        ["1", "Trần Thị Cúc", "", "1962", "Khóm 1", ""],
    )

    assert [one.number for one in found.lines] == [4]
    assert found.lines[0].cell(FEMALE) == "1962"


def test_a_section_below_the_heading_is_no_second_row_of_it() -> None:
    found = sheet(
        ["STT", "Họ và tên", "Khóm", "Đối tượng"],
        ["PHƯỜNG 7", "", "", ""],
        ["1", "Trần Thị Cúc", "Khóm 1", "HN"],
    )

    assert [one.cell(Column.WARD) for one in found.lines] == ["PHƯỜNG 7"]


def test_of_a_birthday_in_three_columns_the_year_counts() -> None:
    found = sheet(
        ["STT", "Họ và tên", "Ngày sinh", "", "", "Khóm", "SĐT"],
        ["", "", "Ngày", "Tháng", "Năm", "", ""],
        ["1", "Trần Thị Cúc", "5", "3", "1962", "Khóm 1", "0900000301"],
    )

    assert (found.lines[0].cell(Column.YEAR), found.unread) == ("1962", ())


def test_a_year_of_something_else_is_not_read() -> None:
    found = sheet(
        ["Năm", "Họ và tên", "Năm sinh", "Khóm"],
        ["2025", "Trần Thị Cúc", "1962", "Khóm 1"],
    )

    assert (found.lines[0].cell(Column.YEAR), found.unread) == ("1962", ("Năm",))


def test_a_name_below_one_heading_over_two_columns_is_whole() -> None:
    found = sheet(
        ["STT", "Họ và tên", "", "Khóm", "Đối tượng"],
        ["1", "Trần Thị", "Cúc", "Khóm 1", "HN"],
        ["2", "Thạch", "Sa Rươne", "Khóm 1", "HN"],
    )

    assert [one.cell(Column.NAME) for one in found.lines] == ["Trần Thị Cúc", "Thạch Sa Rươne"]


@pytest.mark.parametrize(
    ("heading", "cells", "column"),
    [
        ("DT", ("0900000301", ""), Column.PHONE),
        ("DT", ("Khmer", "Kinh"), Column.ETHNICITY),
        ("ĐT", ("HN", "cận nghèo"), Column.CATEGORY),
        ("ĐT", ("không có", "0900000301"), Column.PHONE),
        ("ĐT", ("", ""), Column.PHONE),
        ("Đơn vị", ("Khóm 1", "K2"), Column.HAMLET),
        ("Đơn vị", ("Phường 7", "P8"), Column.WARD),
    ],
)
def test_a_heading_of_several_meanings_is_told_by_what_is_below(
    heading: str, cells: tuple[str, str], column: Column
) -> None:
    found = sheet(
        ["Họ và tên", "Năm sinh", "Giới tính", heading],
        ["Trần Thị Cúc", "1962", "Nữ", cells[0]],
        ["Lê Văn Ba", "1963", "Nam", cells[1]],
    )

    assert [one.cell(column) for one in found.lines] == [*cells]


def test_what_is_not_read_is_named_also_without_a_heading() -> None:
    found = sheet(
        ["Họ và tên", "Khóm", "Đối tượng", "SĐT", "SĐT người thân", ""],
        ["Trần Thị Cúc", "Khóm 1", "HN", "", "0900000302", "bệnh"],
        ["", "", "", "", "", "Người lập"],
    )

    assert found.unread == ("SĐT người thân", "F")
    assert found.lines[0].cell(Column.PHONE) == ""


def test_below_headings_that_nobody_knows_crosses_are_kept_and_nothing_else() -> None:
    found = sheet(
        ["Họ và tên", "Năm sinh", "Khóm", "Hộ nghèo", "Hộ cận nghèo", "Bệnh"],
        ["Trần Thị Cúc", "1962", "Khóm 1", "1", "0", "tim"],
        ["Lê Văn Ba", "1963", "Khóm 1", "", "x", ""],
        ["Tổng cộng", "", "", "1", "1", ""],
    )

    assert (found.crossed, found.unread) == (("Hộ nghèo", "Hộ cận nghèo"), ("Bệnh",))
    assert [(one.cell("Hộ nghèo"), one.cell("Hộ cận nghèo")) for one in found.lines] == [
        ("1", ""),
        ("", "x"),
    ]
    assert "tim" not in repr(found)


def test_a_padded_cell_and_a_name_without_end_are_read_like_others() -> None:
    found = sheet(
        ["STT", "Họ và tên", "", "Khóm", "Đối tượng"],
        ["1", "Trần Thị", "Cúc", "Khóm 1", "HN" + " " * 9_000 + "xx"],
        ["2", "Thạch", "a" * 60 + "1", "Khóm 1", "HN"],
    )

    assert [one.cell(Column.HAMLET) for one in found.lines] == ["Khóm 1", "Khóm 1"]
