"""A sheet that goes back to an office."""

import io

from openpyxl import load_workbook

from bot.documents import corrections
from bot.documents.incoming.reading import read
from bot.documents.incoming.tables import Row


def test_everything_in_it_is_text_and_comes_back_as_it_was() -> None:
    cells = ["=1+1", "+84", "0900000301", "1962", "bell \x07", "x" * 40_000]
    content = corrections.write(["a", "b", "c", "d", "e", "f"], [(cells, "F8CBAD")], [10] * 6)

    (table,) = read(content)
    assert table.rows[1] == Row(2, ("=1+1", "+84", "0900000301", "1962", "bell ", "x" * 30_000))
    sheet = load_workbook(io.BytesIO(content)).active
    assert sheet is not None
    assert [cell.data_type for cell in sheet[2]] == ["s"] * 6
    assert [cell.number_format for cell in sheet[2]] == ["@"] * 6
    assert sheet["A2"].fill.fgColor.rgb == "00F8CBAD"
