"""An XLSX that goes back to an office: text that stays text, with a colour a row."""

import io
from collections.abc import Iterable, Sequence
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

_LONGEST = 30_000  #: characters; a cell holds 32,767


def write(
    headings: Sequence[str],
    rows: Iterable[tuple[Sequence[str], str]],
    widths: Sequence[int],
) -> bytes:
    """A sheet with a row a household: its cells, and its colour as RRGGBB (empty: none).

    Every cell is text, also one that looks like a number or a formula: nothing is worked out when
    the file is opened, and no zero is lost.
    """
    book = Workbook(write_only=True)
    sheet: Any = book.create_sheet()  # what is published of its type lacks the widths
    for place, width in enumerate(widths, 1):
        sheet.column_dimensions[get_column_letter(place)].width = width
    sheet.freeze_panes = "A2"
    sheet.page_setup.orientation, sheet.page_setup.fitToHeight = "landscape", 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    bold = Font(bold=True)
    sheet.append([_cell(sheet, text, font=bold) for text in headings])
    for cells, colour in rows:
        fill = PatternFill("solid", fgColor=colour) if colour else None
        sheet.append([_cell(sheet, text, fill=fill) for text in cells])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cell(
    sheet: Any,
    text: str,
    *,
    font: Font | None = None,
    fill: PatternFill | None = None,
) -> Cell:
    cell = WriteOnlyCell(sheet, value=ILLEGAL_CHARACTERS_RE.sub("", text)[:_LONGEST])
    cell.data_type = "s"  # never a formula
    cell.number_format = "@"
    cell.alignment = Alignment(wrap_text=True, vertical="top")
    if font:
        cell.font = font
    if fill:
        cell.fill = fill
    return cell
