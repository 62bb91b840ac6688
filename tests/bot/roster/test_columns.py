"""Sheets as offices have them: titles above, totals below, headings of all kinds."""

import pytest

from bot.documents.incoming.tables import Row, Table
from bot.domain.errors import Refused
from bot.roster.columns import ADDRESS, FEMALE, MALE, Column
from bot.roster.lines import sheet_of

#: The least that makes a heading.
LEAST = ["Họ và tên", "Khóm", "Đối tượng"]


def table(*rows: list[str], name: str = "") -> Table:
    """Rows as a reader hands them on: empty ones are left out, the numbers stay."""
    return Table(tuple(Row(n, tuple(one)) for n, one in enumerate(rows, 1) if any(one)), name)


def columns_of(*heading: str) -> list[Column | str]:
    sheet = sheet_of([table([*heading], ["Lan"] * len(heading))])
    return list(sheet.lines[0].cells)


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        *((one, Column.NAME) for one in ("Họ tên", "HỌ VÀ TÊN", "Họ và tên chủ hộ", "ho ten")),
        *(
            (one, Column.NAME)
            for one in ("Họ,  tên", "Tên chủ hộ", "Họ va\u0300 tên", "Họ và\ntên")
        ),
        *((one, Column.YEAR) for one in ("Năm sinh", "Năm sinh/Ngày sinh", "NGÀY THÁNG NĂM SINH")),
        *((one, Column.YEAR) for one in ("Ngày sinh", "NS", "Năm", "Sinh năm")),
        *(
            (one, Column.PHONE)
            for one in ("SĐT", "Điện thoại", "Số ĐT", "ĐT", "Số điện thoại (nếu có)")
        ),
        *((one, Column.WARD) for one in ("Phường", "Xã", "Phường, xã", "Xã/phường", "PHƯỜNG/XÃ")),
        *((one, Column.HAMLET) for one in ("Ấp", "Ấp/khóm", "Khóm (ấp)", "KHÓM")),
        *((one, Column.CATEGORY) for one in ("Diện hộ", "Loại hộ", "Thuộc diện", "ĐỐI TƯỢNG")),
        *((one, Column.ETHNICITY) for one in ("Dân tộc", "DT", "Thành phần dân tộc")),
        *((one, Column.SEX) for one in ("Giới", "Phái", "Nam/Nữ", "GT")),
        *((one, Column.SESSION) for one in ("Buổi", "Buổi số", "Dự buổi")),
        *((one, Column.LISTED) for one in ("Danh sách", "DS")),
        ("Địa chỉ", ADDRESS),
    ],
)
def test_a_heading_is_known_in_every_spelling(heading: str, column: Column | str) -> None:
    rest = [Column.NAME, Column.ETHNICITY, Column.SEX, Column.PHONE, Column.CATEGORY]
    found = columns_of(heading, *(one.value for one in rest if one != column))

    assert found[0] == column


def test_what_is_no_column_of_ours_is_named_and_not_read() -> None:
    sheet = sheet_of(
        [table([*LEAST, "Số CCCD", "Ghi chú"], ["Lan", "1", "HN", "084162000123", "bệnh"])]
    )

    assert sheet.unread == ("Số CCCD", "Ghi chú")
    assert "084162000123" not in repr(sheet.lines)


def test_a_heading_of_two_rows_is_read_as_one() -> None:
    sheet = sheet_of(
        [
            table(
                ["STT", "Họ và tên", "Năm sinh", "", "Khóm", "Đối tượng"],
                ["", "", "Nam", "Nữ", "", ""],
                ["1", "Trần Thị Cúc", "", "1962", "Khóm 1", "HN"],
            )
        ]
    )

    assert sheet.lines[0].cells == {
        Column.NUMBER: "1",
        Column.NAME: "Trần Thị Cúc",
        MALE: "",
        FEMALE: "1962",
        Column.HAMLET: "Khóm 1",
        Column.CATEGORY: "HN",
    }


def test_a_name_in_two_columns_is_one() -> None:
    sheet = sheet_of(
        [table(["Họ và chữ lót", "Tên", "Khóm", "Đối tượng"], ["Trần Thị", "Cúc", "Khóm 1", "HN"])]
    )

    assert sheet.lines[0].cell(Column.NAME) == "Trần Thị Cúc"


def test_without_a_heading_it_is_said_which_columns_are_needed() -> None:
    with pytest.raises(Refused) as refused:
        sheet_of([table(["Trần Thị Cúc", "Khóm 1", "HN"])])

    assert refused.value.key == "roster-no-heading"


def test_several_lists_in_one_file_are_named_and_refused() -> None:
    lists = [table(LEAST, ["Trần Thị Cúc", "1", "HN"], name=name) for name in ("P1", "P2")]
    with pytest.raises(Refused) as refused:
        sheet_of([*lists, table(["Ghi chú"], name="Ghi chú")])

    assert (refused.value.key, refused.value.args_for_text) == (
        "roster-many-sheets",
        {"sheets": "P1, P2"},
    )
