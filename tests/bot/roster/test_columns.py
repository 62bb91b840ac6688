"""Sheets as offices have them: titles above, totals below, headings of all kinds."""

import pytest

from bot.documents.incoming.tables import Row, Table
from bot.domain.errors import Refused
from bot.roster.columns import ADDRESS, FEMALE, MALE, RELATION, Column
from bot.roster.lines import sheets_of

#: The least that makes a heading.
LEAST = ["Họ và tên", "Khóm", "Đối tượng"]


def table(*rows: list[str], name: str = "") -> Table:
    """Rows as a reader hands them on: empty ones are left out, the numbers stay."""
    return Table(tuple(Row(n, tuple(one)) for n, one in enumerate(rows, 1) if any(one)), name)


def columns_of(*heading: str) -> list[Column | str]:
    (sheet,) = sheets_of([table([*heading], ["Lan"] * len(heading))])
    return list(sheet.lines[0].cells)


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        *((one, Column.NAME) for one in ("Họ tên", "HỌ VÀ TÊN", "Họ và tên chủ hộ", "ho ten")),
        *(
            (one, Column.NAME)
            for one in ("Họ,  tên", "Tên chủ hộ", "Họ va\u0300 tên", "Họ và\ntên")
        ),
        *((one, Column.NAME) for one in ("Tên hộ", "Người đại diện hộ", "(2) Họ và tên", "HoTen")),
        *((one, Column.YEAR) for one in ("N/S", "N.sinh", "NamSinh", "ngay_sinh")),
        *((one, Column.PHONE) for one in ("Đ.Thoại", "SoDienThoai", "Phone number")),
        *((one, Column.ETHNICITY) for one in ("D.tộc", "Dân tộc (ghi rõ)", "DanToc")),
        *((one, Column.HAMLET) for one in ("K/A", "Tổ, khóm", "Tên khóm, ấp")),
        *((one, Column.CATEGORY) for one in ("Phân loại hộ (N, CN, TN)", "LoaiHo", "Category")),
        *((one, Column.SEX) for one in ("Danh xưng", "Gender")),
        *(
            (one, ADDRESS)
            for one in ("Khóm, phường", "Phường/khóm", "Nơi cư trú (khóm, phường)", "Đ/c")
        ),
        ("Quan hệ với chủ hộ", RELATION),
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
    (sheet,) = sheets_of(
        [table([*LEAST, "Số CCCD", "Ghi chú"], ["Lan", "1", "HN", "084162000123", "bệnh"])]
    )

    assert sheet.unread == ("Số CCCD", "Ghi chú")
    assert "084162000123" not in repr(sheet.lines)


def test_a_heading_of_two_rows_is_read_as_one() -> None:
    (sheet,) = sheets_of(
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
    (sheet,) = sheets_of(
        [table(["Họ và chữ lót", "Tên", "Khóm", "Đối tượng"], ["Trần Thị", "Cúc", "Khóm 1", "HN"])]
    )

    assert sheet.lines[0].cell(Column.NAME) == "Trần Thị Cúc"


def test_without_a_heading_it_is_said_which_columns_are_needed() -> None:
    with pytest.raises(Refused) as refused:
        sheets_of([table(["Trần Thị Cúc", "Khóm 1", "HN"])])

    assert refused.value.key == "roster-no-heading"


def test_a_heading_above_nobody_is_refused_with_what_to_do() -> None:
    with pytest.raises(Refused) as refused:
        sheets_of([table(LEAST, ["Tổng cộng", "", ""])])

    assert refused.value.key == "roster-no-rows"


def test_every_list_in_a_file_is_read_and_its_rows_are_known_by_their_sheet() -> None:
    names = ("Khóm 1", "Khóm 2")
    lists = [table(LEAST, ["Trần Thị Cúc", "1", "HN"], name=name) for name in names]
    sheets = sheets_of([*lists, table(["Ghi chú"], name="Ghi chú"), table(LEAST, name="Mẫu")])

    assert [one.name for one in sheets] == ["Khóm 1", "Khóm 2"]
    assert [(one.number, one.sheet) for sheet in sheets for one in sheet.lines] == [
        (2, "Khóm 1"),
        (2, "Khóm 2"),
    ]


def test_beside_an_empty_form_one_list_is_the_list_of_the_file() -> None:
    (sheet,) = sheets_of(
        [table(LEAST, ["Trần Thị Cúc", "1", "HN"], name="DS"), table(LEAST, name="Mẫu")]
    )

    assert (sheet.name, [one.sheet for one in sheet.lines]) == ("DS", [""])
