"""CSV as offices save it."""

import codecs

import pytest

from bot.documents.incoming.reading import read
from bot.documents.incoming.tables import Row, Table
from bot.domain.errors import Refused

ROWS = (Row(1, ("Họ và tên", "Khóm")), Row(2, ("Trần Thị Cúc", "Khóm 1")))
TEXT = "Họ và tên,Khóm\r\nTrần Thị Cúc,Khóm 1\r\n"


@pytest.mark.parametrize(
    "content",
    [
        TEXT.encode(),
        TEXT.replace("\r\n", "\n").encode(),
        codecs.BOM_UTF8 + TEXT.encode(),
        TEXT.encode("utf-16"),
        TEXT.encode("utf-16-le"),
        TEXT.encode("utf-16-be"),
        codecs.BOM_UTF8 * 2 + TEXT.encode(),
        TEXT.encode("utf-32"),
        '"Họ và tên,Khóm"\r\n"Trần Thị Cúc,Khóm 1"\r\n'.encode(),  # each row in one cell
        codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be"),
        TEXT.replace(",", ";").encode(),
        TEXT.replace(",", "\t").encode("utf-16"),
        TEXT.replace(",", "|").encode(),
    ],
)
def test_the_encoding_and_what_stands_between_cells_are_found_out(content: bytes) -> None:
    assert read(content) == (Table(ROWS),)


def test_rows_are_counted_as_a_spreadsheet_counts_them() -> None:
    content = b'a,b\n\n"one\ntwo",x\n,\n c , d\n'

    assert read(content) == (
        Table((Row(1, ("a", "b")), Row(3, ("one\ntwo", "x")), Row(5, (" c ", " d")))),
    )


def test_what_excel_was_told_about_the_file_is_no_row_of_it() -> None:
    assert read(b"sep=;\na;b,c\n") == (Table((Row(2, ("a", "b,c")),)),)


def test_a_separator_within_a_title_does_not_mislead() -> None:
    content = "Danh sách hộ nghèo, cận nghèo, thoát nghèo\na;b\nc;d\ne;f\n".encode()

    assert read(content)[0].rows[1].cells == ("a", "b")


@pytest.mark.parametrize("content", [b"", b"\n\n , \n", codecs.BOM_UTF8])
def test_an_empty_file_is_refused(content: bytes) -> None:
    with pytest.raises(Refused) as refused:
        read(content)

    assert refused.value.key == "file-empty"


def test_a_file_with_too_many_rows_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        read(b"a,b\n" * 20_001)

    assert refused.value.key == "file-too-long"


def test_a_cell_without_end_is_refused() -> None:
    with pytest.raises(Refused) as refused:
        read(b'a,b\n"' + b"x" * 200_000)

    assert refused.value.key == "file-unreadable"
