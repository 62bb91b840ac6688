"""The rows of a list that are households: below the headings, among sections, above who signs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace

from bot.documents.incoming.tables import Row, Table
from bot.domain.errors import Refused
from bot.domain.values import dataclass
from bot.roster.asides import is_end, is_remark
from bot.roster.columns import (
    FEMALE,
    FIRST_NAME,
    IS_HEAD,
    MALE,
    RELATION,
    Column,
    meaning,
    tidy,
)
from bot.roster.dittos import written_out
from bot.roster.layouts import Layout, is_no, layout_at
from bot.roster.members import HEAD, MEMBER, is_member
from bot.roster.sections import INDEX, narrowed, section_in
from bot.understanding.folding import fold


@dataclass(frozen=True, slots=True)
class Line:
    """One row of somebody: its cells by column, as they stand in the file."""

    number: int
    cells: Mapping[Column | str, str]
    sheet: str = ""  #: its name, where a file has several lists
    #: Cells that say "as above", as they stand in the file; ``cells`` has what is above.
    dittos: Mapping[Column | str, str] = field(default_factory=dict)
    #: Of somebody who is listed below the head of their household: the row of the head, 0 if there
    #: is none. None for a household.
    head: int | None = None

    def cell(self, column: Column | str) -> str:
        return self.cells.get(column, "")

    def with_cells(self, more: Mapping[Column | str, str]) -> "Line":
        return replace(self, cells={**self.cells, **more})


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of which it is known what its columns are."""

    lines: tuple[Line, ...]
    titles: tuple[str, ...] = ()  #: what stands above the heading
    unread: tuple[str, ...] = ()  #: headings that say nothing to us; these columns are not read
    crossed: tuple[str, ...] = ()  #: headings below which there are crosses and nothing else
    name: str = ""


#: Nothing above and beside a line.
NO_SHEET = Sheet(())

#: What is read of a cell, in characters: more is no name, place, number or mark, and patterns try
#: a padded cell at length.
_CELL = 500
_SEARCHED = 40  #: rows in which the first heading is looked for
_HOUSEHOLD = 3  #: cells that a household's row has at least, where that is in doubt
_NAMES_WHO = re.compile(r"ho\b|ten\b|chu ho\b|nguoi\b")


def sheets_of(tables: Sequence[Table]) -> tuple[Sheet, ...]:
    """The tables that are rosters. Raises Refused where there is none, or nobody in any of them."""
    brief = map(_brief, tables)
    found = [(table, layout) for table in brief if (layout := _layout(table))]
    if not found:
        raise Refused("roster-no-heading")
    sheets = [_sheet(table, layout, is_one=len(found) == 1) for table, layout in found]
    filled = tuple(sheet for sheet in sheets if sheet.lines)
    if not filled:
        raise Refused("roster-no-rows")
    return (_alone(filled[0]),) if len(filled) == 1 < len(sheets) else filled


def _brief(table: Table) -> Table:
    if all(len(cell) <= _CELL for row in table.rows for cell in row.cells):
        return table
    rows = (replace(one, cells=tuple(cell[:_CELL] for cell in one.cells)) for one in table.rows)
    return replace(table, rows=tuple(rows))


def _layout(table: Table) -> Layout | None:
    places = range(min(len(table.rows), _SEARCHED))
    return next(filter(None, (layout_at(table.rows, place) for place in places)), None)


def _sheet(table: Table, layout: Layout, *, is_one: bool) -> Sheet:
    titles = (" ".join(filter(None, map(tidy, row.cells))) for row in table.rows[: layout.row])
    reading = _Reading(table.rows, layout, "" if is_one else table.name)
    return Sheet(
        lines=tuple(reading.lines()),
        titles=tuple(titles),
        unread=tuple(dict.fromkeys(reading.unread)),
        crossed=tuple(dict.fromkeys(reading.crossed)),
        name=table.name,
    )


def _alone(sheet: Sheet) -> Sheet:
    """The one sheet with anybody in it: its rows are known by their numbers."""
    return replace(sheet, lines=tuple(replace(line, sheet="") for line in sheet.lines))


class _Reading:
    """One table, from its heading down; what a row says of those below it is kept."""

    def __init__(self, rows: Sequence[Row], layout: Layout, sheet: str) -> None:
        self._rows = rows
        self._sheet = sheet
        self._layout = layout
        self._ended = False
        self._section: dict[Column, str] = {}
        self._above: dict[Column | str, str] = {}
        self._head = 0
        self.unread = [*layout.unread]
        self.crossed = [*layout.crossed]

    def lines(self) -> Iterator[Line]:
        rows = self._rows
        place = self._layout.row + self._layout.depth
        while place < len(rows):
            if again := _heading_again(rows, place):
                self._begin_again(again)
                place += again.depth
                continue
            if line := self._line(rows[place]):
                yield line
            place += 1

    def _begin_again(self, layout: Layout) -> None:
        """The heading once more, as on each page of print; it may be that of another list."""
        self._layout, self._ended = layout, False
        self.unread += layout.unread
        self.crossed += layout.crossed

    def _line(self, row: Row) -> Line | None:
        line = Line(row.number, self._cells(row), self._sheet)
        facts = any(line.cell(one).strip() for one in (Column.CATEGORY, Column.PHONE))
        if _is_no_household(row, line):
            return None
        if is_end(row.cells, line.cell(Column.NAME), has_facts=facts):
            self._ended = True
        elif told := section_in(row.cells):
            self._section = narrowed(self._section, *told)
        elif not is_remark(row.cells) and self._is_household(line):
            return self._told(line)
        return None

    def _cells(self, row: Row) -> dict[Column | str, str]:
        places = {**self._layout.places, **self._layout.crossed}
        cells = {one: row.cells[at] for one, at in places.items() if at < len(row.cells)}
        for one in (FEMALE, MALE, *self._layout.crossed):
            if is_no(cells.get(one, "")):
                cells[one] = ""
        if first := cells.pop(FIRST_NAME, "").strip():
            cells[Column.NAME] = f"{cells.get(Column.NAME, '')} {first}".lstrip()
        return cells

    def _is_household(self, line: Line) -> bool:
        filled = sum(bool(cell.strip()) for one, cell in line.cells.items() if one != Column.NUMBER)
        is_named = not self._ended and bool(line.cell(Column.NAME).strip())
        return is_named or filled >= (_HOUSEHOLD if self._ended else 2)

    def _told(self, line: Line) -> Line:
        """The row with what the rows above it say of it."""
        if IS_HEAD in self._layout.places:
            crossed = line.cell(IS_HEAD).strip()
            is_head = bool(crossed) and not is_no(crossed)
            line = line.with_cells({RELATION: HEAD if is_head else MEMBER})
        dittos, cells = written_out(line.cells, self._above)
        self._above = dict(cells)
        for column, words in self._section.items():
            if not line.cell(column).strip():
                self._above[column] = words
        belongs = is_member(line.cell(RELATION))
        head = self._head if belongs else None
        self._head = self._head if belongs else line.number
        return Line(line.number, self._above, line.sheet, dittos, head)


def _heading_again(rows: Sequence[Row], place: int) -> Layout | None:
    """What a heading is recognised by is looked at first: there are many rows."""
    cells = rows[place].cells
    if any(len(cell) > 1 and cell.isdecimal() for cell in cells):  # a year, a phone
        return None
    is_one = any(_NAMES_WHO.match(fold(cell)) for cell in cells if len(cell) < _HEADING)
    return layout_at(rows, place) if is_one else None


_HEADING = 40  #: characters of what names the column of names, at most


def _is_no_household(row: Row, line: Line) -> bool:
    """A row of headings without that of the name, or one that numbers the columns: (1), (2)."""
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    if all(INDEX.fullmatch(cell) for cell in filled):
        return True
    return not line.cell(Column.NAME).strip() and all(map(meaning, filled))
