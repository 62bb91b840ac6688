"""A sheet that prints as a paper does: XLSX, A4, lying, its headings on each page.

Sums are formulas that carry their value, so that a viewer that does not calculate shows them too.
Text is text, whatever it begins with: no cell can become a formula.
"""

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import date

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.properties import PageSetupProperties

from bot.documents.layout.closing import Signature
from bot.documents.layout.measure import lines
from bot.documents.layout.sealing import sealed
from bot.documents.layout.text import SERIF, plain
from bot.documents.office import Office
from bot.documents.words import Say
from bot.domain.values import dataclass

_SHEET = "xl/worksheets/sheet1.xml"

#: How Excel measures columns: by the digits of its usual font, five to a centimetre.
_DIGITS = 5.1

#: Letters that make Excel take a text for a formula when somebody edits or exports it.
_FORMULA = ("=", "+", "-", "@", "\t")

_THIN = Side(style="thin")
_GREY = PatternFill("solid", start_color="EDEDED")
_LINES = Border(left=_THIN, right=_THIN, top=_THIN, bottom=_THIN)


#: Points between the groups of three digits, in whichever language Excel speaks.
_AMOUNT = '[>=1000000]0"."000"."000;[>=1000]0"."000;0'

#: Excel knows no higher row, in points.
_HIGHEST = 409

#: The height of a line, for letters of one point.
_LINE = 1.35


@dataclass(frozen=True, slots=True)
class Sum:
    """A formula and its result."""

    formula: str
    value: int


Value = str | int | Sum


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How the words of a line stand."""

    size: float = 13
    bold: bool = False
    italic: bool = False
    align: str = "left"
    indent: int = 0
    amount: bool = False  #: a number of đồng, with points
    shaded: bool = False  #: what is not to be changed
    top: bool = False  #: words begin at the top of the cell


MIDDLE = Look(align="center")
AMOUNT = Look(align="right", amount=True)
TITLE = Look(size=14, bold=True, align="center")
_HEADING = Look(bold=True, align="center")
_THIN_HEAD = Look(size=12, align="center")
_HEAD = Look(size=12, bold=True, align="center")


class Sheet:
    """A sheet being written from top to bottom."""

    def __init__(self, *, title: str, widths: Sequence[float], on: date) -> None:
        self._book = Workbook()
        self._sheet = self._book.worksheets[0]
        self._sheet.title = title[:31]  # Excel allows no more
        self._book.properties.title = title
        self._book.properties.creator = ""
        self._on = on
        self._widths = widths
        self._many = len(widths)
        self._tall: float = 0  #: the letters of the present row, in points
        self._sums: dict[str, int] = {}
        self.next = 1  #: the number of the row that is written next
        for place, width in enumerate(widths, start=1):
            self._sheet.column_dimensions[get_column_letter(place)].width = width * _DIGITS

    def line(self, text: str, look: Look = MIDDLE) -> None:
        """Words across the whole sheet."""
        self._write(1, text, look, across=self._many)
        self._end()

    def sides(self, left: str, right: str, look: Look, beside: Look | None = None) -> None:
        """Words on both halves, in one look or each in its own."""
        middle = self._many // 2
        self._write(1, left, look, across=middle)
        self._write(middle + 1, right, beside or look, across=self._many - middle)
        self._end()

    def headings(self, headings: Sequence[str], look: Look = _HEADING, *, least: float = 0) -> None:
        """The headings of the table, on each printed page."""
        self._sheet.print_title_rows = f"{self.next}:{self.next}"
        self.row(headings, *[look] * self._many, least=least)

    def freeze(self) -> None:
        """What was written so far stays in sight, however far down somebody reads."""
        self._sheet.freeze_panes = f"A{self.next}"

    def band(self, text: str, look: Look) -> None:
        """A row across the whole table."""
        self._write(1, text, look, across=self._many)
        self._frame()
        self._end()

    def row(self, values: Sequence[Value], *looks: Look, least: float = 0) -> None:
        """A row of the table, a look for each cell, ``least`` points high."""
        for column, (value, look) in enumerate(zip(values, looks, strict=True), start=1):
            self._write(column, value, look)
        self._frame()
        self._end(least)

    def sum_line(self, text: str, value: int | Sum, words: str) -> None:
        """Below the table: what is summed, the sum in the fifth column, the sum in words."""
        self._write(1, text, Look(), across=4)
        self._write(5, value, AMOUNT)
        self._write(6, words, Look(indent=1), across=self._many - 5)
        self._end()

    def space(self, points: float = 8) -> None:
        self._end(points)

    def file(self) -> bytes:
        """The sheet as a file, the same for the same words on the same day."""
        self._set_page()
        raw = io.BytesIO()
        self._book.save(raw)
        return sealed(raw.getvalue(), self._on, {_SHEET: self._with_values(raw)})

    def _write(self, column: int, value: Value, look: Look, across: int = 1) -> None:
        cell = self._sheet.cell(self.next, column)
        assert isinstance(cell, Cell)  # nothing is merged before it is written
        cell.font = Font(name=SERIF, size=look.size, bold=look.bold, italic=look.italic)
        cell.alignment = Alignment(
            horizontal=look.align,
            vertical="top" if look.top else "center",
            wrap_text=True,
            indent=look.indent,
        )
        if look.shaded:
            cell.fill = _GREY
        cell.number_format = _AMOUNT if look.amount else "General"
        self._fill(cell, value)
        words = value if isinstance(value, str) else ""
        width = sum(self._widths[column - 1 : column - 1 + across])
        self._tall = max(self._tall, lines(words, width, look.size) * look.size)
        if across > 1:
            self._sheet.merge_cells(
                start_row=self.next,
                end_row=self.next,
                start_column=column,
                end_column=column + across - 1,
            )

    def _fill(self, cell: Cell, value: Value) -> None:
        match value:
            case Sum():
                cell.value = value.formula
                self._sums[cell.coordinate] = value.value
            case str():
                cell.value = plain(value)
                cell.data_type = "s"
                cell.quotePrefix = value.startswith(_FORMULA)
            case _:
                cell.value = value

    def _end(self, least: float = 0) -> None:
        """The row is done: as high as its words, which Excel would not find out by itself."""
        height = max(least, self._tall * _LINE)
        self._sheet.row_dimensions[self.next].height = min(height, _HIGHEST)
        self._tall = 0
        self.next += 1

    def _frame(self) -> None:
        for column in range(1, self._many + 1):
            self._sheet.cell(self.next, column).border = _LINES

    def _set_page(self) -> None:
        sheet = self._sheet
        sheet.print_area = f"A1:{get_column_letter(self._many)}{self.next - 1}"
        sheet.page_setup.orientation = "landscape"
        sheet.page_setup.paperSize = 9  # A4
        sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
        sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
        sheet.page_margins.left, sheet.page_margins.right = 30 / 25.4, 15 / 25.4
        sheet.page_margins.top = sheet.page_margins.bottom = 20 / 25.4
        sheet.page_margins.header = 10 / 25.4
        assert sheet.oddHeader is not None
        assert sheet.oddHeader.center is not None
        sheet.oddHeader.center.text = f'&"{SERIF}"&14&P'
        sheet.HeaderFooter.differentFirst = True

    def _with_values(self, book: io.BytesIO) -> bytes:
        """The sheet with the value of each sum beside its formula, which openpyxl leaves out."""
        with zipfile.ZipFile(book) as package:
            text = package.read(_SHEET).decode()
        for place, value in self._sums.items():
            formula = rf'(<c r="{place}"[^>]*><f>[^<]*</f>)<v ?/?>(?:</v>)?'
            text, found = re.subn(formula, rf"\g<1><v>{value}</v>", text)
            assert found == 1, place
        return text.encode()


def head(sheet: Sheet, office: Office, say: Say) -> None:
    """Who issues the sheet, and the nation's name, as on the papers."""
    nation = f"{say('paper-nation')}\n{say('paper-motto')}"
    if office.parent:
        sheet.sides(office.parent.upper(), nation, _THIN_HEAD, _HEAD)
        sheet.sides(office.name.upper(), "", _HEAD)
    else:
        sheet.sides(office.name.upper(), nation, _HEAD)
    sheet.space()


def signed(sheet: Sheet, signers: tuple[Signature, Signature]) -> None:
    """Two who sign beside each other."""
    left, right = signers
    sheet.space()
    sheet.sides(left.above, right.above, Look(italic=True, align="center"))
    sheet.sides(left.post.upper(), right.post.upper(), Look(bold=True, align="center"))
    sheet.sides(left.below, right.below, Look(italic=True, align="center"))
    sheet.space(70)
    sheet.sides(left.name, right.name, Look(bold=True, align="center"))
