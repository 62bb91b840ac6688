"""A list as offices send it: rows of text, with the numbers that a spreadsheet shows."""

from bot.domain.values import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One row that holds something."""

    number: int  #: from 1; titles, headings and empty rows count
    cells: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet of a file."""

    rows: tuple[Row, ...]
    name: str = ""  #: of the sheet; empty where there is only one
