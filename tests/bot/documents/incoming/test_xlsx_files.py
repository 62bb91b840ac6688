"""XLSX as offices fill it; and files that only look like it."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, datetime

import pytest
from openpyxl import Workbook
from openpyxl.worksheet.cell_range import CellRange

from bot.documents.incoming.reading import read
from bot.documents.incoming.tables import Row
from bot.domain.errors import Refused

MIDNIGHT = datetime(1962, 2, 1)  # noqa: DTZ001 - a sheet knows no zone


def saved(book: Workbook) -> bytes:
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet(*rows: Sequence[object]) -> bytes:
    book = Workbook()
    assert book.active is not None
    for row in rows:
        book.active.append(list(row))
    return saved(book)


def test_cells_come_as_their_sheet_shows_them() -> None:
    content = sheet(
        ["Trần Thị Cúc", 1962, 1962.0, 900000301, 9.00000301e8, 28856.5],
        [date(1962, 2, 1), MIDNIGHT, MIDNIGHT.replace(hour=7, minute=30), True, None, "  "],
    )

    assert read(content)[0].rows == (
        Row(1, ("Trần Thị Cúc", "1962", "1962", "900000301", "900000301", "28856.5")),
        Row(2, ("1962-02-01", "1962-02-01", "1962-02-01 07:30:00", "x")),
    )


def test_a_formula_is_handed_on_unsolved() -> None:
    rows = read(sheet(["=1+1", '=HYPERLINK("http://example.invalid","Lan")', "#N/A"]))[0].rows

    assert rows == (Row(1, ("=1+1", '=HYPERLINK("http://example.invalid","Lan")', "#N/A")),)


def test_rows_are_counted_as_the_sheet_counts_them_and_empty_ones_left_out() -> None:
    assert [one.number for one in read(sheet(["a"], [], [None, ""], ["b"]))[0].rows] == [1, 4]


def test_hidden_sheets_are_not_read() -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["seen"])
    hidden = book.create_sheet("Nháp")
    hidden.append(["hidden"])
    hidden.sheet_state = "hidden"
    book.create_sheet("Trống")

    assert [one.rows for one in read(saved(book))] == [(Row(1, ("seen",)),)]


def test_a_cell_that_is_merged_over_others_stands_in_the_first_of_them() -> None:
    book = Workbook()
    assert book.active is not None
    book.active.append(["Năm sinh", "Dân tộc", "Khóm"])
    book.active.merge_cells("A1:B1")

    assert read(saved(book))[0].rows == (Row(1, ("Năm sinh", "", "Khóm")),)


def test_a_cell_that_is_merged_downwards_stands_in_every_row_that_holds_something() -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "P7 & P8"
    for row in (["Khóm 1", "Lan"], [None, "Hoa"], [], [None, "Mai"], ["Khóm 2", "Sen"]):
        page.append(row)
    page.merge_cells("A1:A4")
    other = book.create_sheet("Khác")
    other.append(["x", "y"])
    other.append([None, "z"])

    assert [one.rows for one in read(saved(book))] == [
        (
            Row(1, ("Khóm 1", "Lan")),
            Row(2, ("Khóm 1", "Hoa")),
            Row(4, ("Khóm 1", "Mai")),
            Row(5, ("Khóm 2", "Sen")),
        ),
        (Row(1, ("x", "y")), Row(2, ("", "z"))),
    ]


def test_a_merge_down_to_the_last_row_of_all_fills_the_rows_there_are() -> None:
    book = Workbook()
    page = book.active
    assert page is not None
    page.append(["Khóm 1", "Lan"])
    page.append([None, "Hoa"])
    page.merged_cells.add(CellRange("A1:A1048576"))

    assert read(saved(book))[0].rows == (
        Row(1, ("Khóm 1", "Lan")),
        Row(2, ("Khóm 1", "Hoa")),
    )


def test_old_fonts_are_recognised_in_a_sheet_too() -> None:
    with pytest.raises(Refused) as refused:
        read(sheet(["Hä vµ tªn", "Ph­êng", "§èi t­îng"], ["TrÇn ThÞ Lan", "Ph­êng 1", "Hé nghÌo"]))

    assert refused.value.key == "file-in-old-font"


def archive(**files: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return out.getvalue()


def test_a_file_that_unfolds_to_too_much_is_not_unfolded() -> None:
    bomb = archive(**{"xl/workbook.xml": b"x", "xl/worksheets/sheet1.xml": b"0" * 90_000_000})
    assert len(bomb) < 200_000
    with pytest.raises(Refused) as refused:
        read(bomb)

    assert refused.value.key == "file-too-big"


@pytest.mark.parametrize("packing", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_sheet_packed_as_no_spreadsheet_packs_it_is_not_unfolded(packing: int) -> None:
    """Of these Python unfolds a part whole, whatever size the archive states for it."""
    out = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(sheet(["a"]))) as old,
        zipfile.ZipFile(out, "w", packing) as new,
    ):
        for part in old.infolist():
            new.writestr(part.filename, old.read(part))

    with pytest.raises(Refused) as refused:
        read(out.getvalue())

    assert refused.value.key == "file-unreadable"


def test_a_file_that_lies_about_its_size_is_refused() -> None:
    content = bytearray(archive(**{"xl/workbook.xml": b"<a/>" * 1000}))
    at = content.rindex(b"PK\x01\x02") + 24  # the unfolded size in the directory
    content[at : at + 4] = (4).to_bytes(4, "little")
    with pytest.raises(Refused) as refused:
        read(bytes(content))

    assert refused.value.key == "file-unreadable"


@pytest.mark.parametrize(
    ("content", "key"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "file-is-old-excel"),
        (b"%PDF-1.7\n", "file-is-pdf"),
        (b"\xff\xd8\xff\xe0" + bytes(9), "file-is-picture"),
        (b"\x89PNG\r\n\x1a\n", "file-is-picture"),
        (b"{\\rtf1}", "file-is-word"),
        (b"\n<html><table>", "file-is-page"),
        (b"\xef\xbb\xbf<html><table>", "file-is-page"),
        (b"Rar!\x1a\x07", "file-is-archive"),
        (archive(**{"word/document.xml": b"x"}), "file-is-word"),
        (archive(**{"xl/workbook.bin": b"x"}), "file-is-old-excel"),
        (archive(**{"content.xml": b"x"}), "file-is-old-excel"),
        (archive(**{"danh sách.csv": b"x"}), "file-is-archive"),
        (archive(**{"xl/workbook.xml": b"<broken"}), "file-unreadable"),
        (b"PK\x03\x04" + bytes(40), "file-unreadable"),
        (b"a,b\n" + b"x" * 10_000_000, "file-too-big"),
        (sheet(), "file-empty"),
        (sheet(*([[1]] * 20_001)), "file-too-long"),
    ],
)
def test_what_is_no_list_is_refused_with_what_to_do(content: bytes, key: str) -> None:
    with pytest.raises(Refused) as refused:
        read(content)

    assert refused.value.key == key


def test_a_damaged_file_is_read_or_refused_and_breaks_nothing() -> None:
    whole = sheet(["Họ và tên", "Khóm"], *([f"Trần Thị {n}", n] for n in range(40)))
    keys = set()
    for place in range(0, len(whole), 7):
        damaged = bytearray(whole)
        damaged[place] ^= 0xA5
        try:
            read(bytes(damaged))
        except Refused as refused:
            keys.add(refused.key)

    assert "file-unreadable" in keys


def test_a_sheet_that_says_it_is_endless_is_read_to_its_last_row() -> None:
    """Some programs write that every cell of a million rows is in use."""
    content = sheet(["a"], ["b"])
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for part in old.infolist():
            text = old.read(part)
            new.writestr(part, text.replace(b'ref="A1:A2"', b'ref="A1:XFD1048576"'))

    assert [one.number for one in read(out.getvalue())[0].rows] == [1, 2]
