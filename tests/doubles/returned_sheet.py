"""A dispatch in the hands of an agency: filled in, saved by another program, damaged, mixed up."""

import io
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from openpyxl import Workbook, load_workbook

from bot.domain.dispatches import read_code

#: Columns as they are written, from 1.
CODE, NUMBER, TEXT, ASKED, PLACES, DUE, ANSWER, BASIS, WHO, DAY = range(1, 11)


@dataclass
class Sheet:
    """An open sheet. ``rows`` are those with a code, by the question's number."""

    book: Workbook

    @classmethod
    def open(cls, content: bytes) -> "Sheet":
        return cls(load_workbook(io.BytesIO(content)))

    @property
    def cells(self) -> Any:
        return self.book.worksheets[0]

    @property
    def rows(self) -> Mapping[str, int]:
        found = range(1, self.cells.max_row + 1)
        return {
            self.cells.cell(row, NUMBER).value: row
            for row in found
            if read_code(str(self.cells.cell(row, CODE).value)) is not None
        }

    def answer(self, number: str, text: str, **beside: str) -> "Sheet":
        """Write an answer, and what stands beside it."""
        row = self.rows[number]
        self.cells.cell(row, ANSWER).value = text
        for name, column in (("basis", BASIS), ("who", WHO), ("day", DAY)):
            if name in beside:
                self.cells.cell(row, column).value = beside[name]
        return self

    def change(self, number: str, column: int, value: object) -> "Sheet":
        self.cells.cell(self.rows[number], column).value = value
        return self

    def with_(self, change: Callable[[Any], object]) -> "Sheet":
        """Do something to the sheet as a whole."""
        change(self.cells)
        return self

    @property
    def content(self) -> bytes:
        raw = io.BytesIO()
        self.book.save(raw)
        return raw.getvalue()
