"""XLSX: what its visible sheets show, as text. Formulas are handed on as they stand, unsolved."""

import io
import zipfile
import zlib
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException

from bot.documents.incoming.encodings import refuse_old_fonts
from bot.documents.incoming.merged import Span, spans
from bot.documents.incoming.tables import Row, Table
from bot.domain.errors import Refused

#: What a file may unfold to: a sheet of ten thousand rows takes some five megabytes.
_UNFOLDED = 40_000_000
_FILES = 500
#: How spreadsheets are packed. Of other packings Python unfolds a whole part before it looks at
#: the size that the archive states: four kilobytes of them may be four gigabytes.
_PACKINGS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_COLUMNS = 60
#: Rows looked at in one sheet; below are only rows that were coloured and left empty.
_LOOKED_AT = 50_000

#: What a damaged file makes of those who read it: the archive, the XML, openpyxl.
_BROKEN = (
    *(zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError),
    *(SyntaxError, InvalidFileException, LookupError, ValueError, TypeError, AttributeError),
)
_WHAT_ELSE = {
    "word/": "file-is-word",
    "xl/workbook.bin": "file-is-old-excel",
    "content.xml": "file-is-old-excel",
}


def read(content: bytes, most: int) -> tuple[Table, ...]:
    """The visible sheets that hold something. Raises Refused for what is none, or too much."""
    _look_before(content)
    try:
        tables = tuple(_tables(content, most))
    except _BROKEN:
        raise Refused("file-unreadable") from None
    refuse_old_fonts("\n".join(cell for one in tables for row in one.rows for cell in row.cells))
    return tables


def _look_before(content: bytes) -> None:
    """Raises Refused for another kind of file, and for one that unfolds to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except _BROKEN:
        raise Refused("file-unreadable") from None
    if len(parts) > _FILES or sum(part.file_size for part in parts) > _UNFOLDED:
        raise Refused("file-too-big")
    if any(part.compress_type not in _PACKINGS for part in parts):
        raise Refused("file-unreadable")
    names = [part.filename for part in parts]
    if "xl/workbook.xml" not in names:
        other = [start for start in _WHAT_ELSE if any(name.startswith(start) for name in names)]
        raise Refused(_WHAT_ELSE[other[0]]) if other else Refused("file-is-archive")


def _tables(content: bytes, most: int) -> Iterator[Table]:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        merged = spans(archive)
    book = load_workbook(io.BytesIO(content), read_only=True, data_only=False)
    try:
        for sheet in book.worksheets:
            if sheet.sheet_state == "visible":
                sheet.reset_dimensions()
                if rows := _filled(tuple(_rows(sheet, most)), merged.get(sheet.title, [])):
                    yield Table(rows, sheet.title)
    finally:
        book.close()


def _rows(sheet: Any, most: int) -> Iterator[Row]:
    looked_at = sheet.iter_rows(max_row=_LOOKED_AT, max_col=_COLUMNS, values_only=True)
    found = 0
    for number, values in enumerate(looked_at, 1):
        if cells := _without_end(list(map(_text, values))):
            found += 1
            if found > most:
                raise Refused("file-too-long", most=str(most))
            yield Row(number, cells)


def _filled(rows: tuple[Row, ...], merged: Sequence[Span]) -> tuple[Row, ...]:
    """The rows with what a merged cell says in each of them; empty ones stay away."""
    if not merged:
        return rows
    by_number = {row.number: list(row.cells) for row in rows}
    numbers = list(by_number)
    for span in merged:
        first = by_number.get(span.first, [])
        said = first[span.column - 1] if span.column <= len(first) else ""
        for number in _between(numbers, span) if said else ():
            _put(by_number[number], span.column - 1, said)
    return tuple(Row(number, tuple(cells)) for number, cells in by_number.items())


def _between(numbers: Sequence[int], span: Span) -> Sequence[int]:
    """The rows that hold something, below the first of a span."""
    return numbers[bisect_right(numbers, span.first) : bisect_right(numbers, span.last)]


def _put(cells: list[str], place: int, said: str) -> None:
    cells.extend([""] * (place + 1 - len(cells)))
    cells[place] = cells[place] or said


def _without_end(cells: list[str]) -> tuple[str, ...]:
    """The cells up to the last one that holds something."""
    while cells and not cells[-1]:
        cells.pop()
    return tuple(cells)


def _text(value: object) -> str:
    """A cell as its sheet shows it, near enough; a formula begins with ``=``."""
    match value:
        case None:
            return ""
        case str():
            return value if value.strip() else ""
        case bool():
            return "x" if value else ""
        case float() if value.is_integer():
            return str(int(value))
        case datetime() if value.time() == time():
            return value.date().isoformat()
        case datetime() | date() | time():
            return value.isoformat(" ") if isinstance(value, datetime) else value.isoformat()
        case int() | float():
            return str(value)
        case _:
            return f"={getattr(value, 'text', '')}"  # a formula over several cells
