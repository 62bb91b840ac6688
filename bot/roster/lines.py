"""The rows of a list that are households: below the headings, among sections, above who signs."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.documents.incoming.tables import Row, Table
from bot.domain.errors import Refused
from bot.roster.columns import FIRST_NAME, Column, Layout, layout_of, meaning, tidy
from bot.understanding.folding import fold


@dataclass(frozen=True, slots=True)
class Line:
    """One household's row: its cells by column, as they stand in the file."""

    number: int
    cells: Mapping[Column | str, str]

    def cell(self, column: Column | str) -> str:
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table of which it is known what its columns are."""

    lines: tuple[Line, ...]
    titles: tuple[str, ...] = ()  #: what stands above the heading
    unread: tuple[str, ...] = ()  #: headings that say nothing to us; these columns are not read


def sheet_of(tables: Sequence[Table]) -> Sheet:
    """The one table that is a roster. Raises Refused where there is none, or more than one."""
    found = [(table, layout) for table in tables if (layout := layout_of(table))]
    if not found:
        raise Refused("roster-no-heading")
    if len(found) > 1:
        names = ", ".join(table.name for table, _ in found)
        raise Refused("roster-many-sheets", sheets=names)
    table, layout = found[0]
    above = table.rows[: layout.row]
    titles = tuple(" ".join(filter(None, map(tidy, row.cells))) for row in above)
    return Sheet(tuple(_lines(table, layout)), titles, tuple(layout.unread))


_INDEX = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})[.)]?")
_END = re.compile(
    r"(?:tong (?:cong|so)|cong|tong)\s*(?::|\d|$).*|tong (?:cong|so)\b.*"
    r"|cong (?:khom|ap|phuong|xa)\b.*"
    r"|(?:nguoi lap|lap bang|xac nhan|t ?/? ?m\b|kt\.|chu tich|pho chu tich|thu truong|noi nhan).*"
    r"|.*\bngay\b.*\bthang\b.*"
)
#: A row that says where the next ones live, or of which category they are; with its marks, for
#: without them it would look like a name (*Phương*, *Hồ*).
_SECTION = re.compile(
    r"(?:[ivx\d]{1,4}\s*[.)/\-]+\s*)?"
    r"(?:(?P<ward>(?:phường|xã|thị trấn|phuong(?= ?\d))\b[^:(]*)"
    r"|(?P<hamlet>(?:khóm|ấp|khom(?= ?\d))\b[^:(]*)"
    r"|(?P<category>(?:hộ|đối tượng|diện)\b[^:(]*)).*"
)
_HOUSEHOLD = 3  #: cells that a household's row has at least, where that is in doubt


def _lines(table: Table, layout: Layout) -> Iterator[Line]:
    """The households, with what the heading of their section says of them."""
    begun = ended = False
    section: dict[Column, str] = {}
    for row in table.rows[layout.row + 1 :]:
        line = Line(row.number, _cells(row, layout.places))
        if not begun and _is_no_household(row, line):
            continue
        begun = True
        if _is_end(row, line):
            ended = True
        elif told := _section(row):
            section = _narrowed(section, told)
        elif _filled(line) >= (_HOUSEHOLD if ended else 2) or _is_named(line, ended=ended):
            yield _within(line, section)


def _cells(row: Row, places: Mapping[Column | str, int]) -> dict[Column | str, str]:
    cells = {column: row.cells[place] for column, place in places.items() if place < len(row.cells)}
    if first := cells.pop(FIRST_NAME, ""):
        cells[Column.NAME] = f"{cells.get(Column.NAME, '')} {first}".lstrip()
    return cells


def _is_no_household(row: Row, line: Line) -> bool:
    """A second row of headings, or one that numbers the columns: (1), (2), (3)."""
    filled = [cell.strip() for cell in row.cells if cell.strip()]
    if all(_INDEX.fullmatch(cell) for cell in filled):
        return True
    return not line.cell(Column.NAME).strip() and all(map(meaning, filled))


def _is_end(row: Row, line: Line) -> bool:
    """Totals, place and date, or who signs: they have neither a phone nor a category."""
    if any(line.cell(one).strip() for one in (Column.CATEGORY, Column.PHONE)):
        return False
    first = next(cell for cell in row.cells if cell.strip())
    return any(_END.fullmatch(fold(cell)) for cell in (first, line.cell(Column.NAME)))


def _is_named(line: Line, *, ended: bool) -> bool:
    return not ended and bool(line.cell(Column.NAME).strip())


def _filled(line: Line) -> int:
    return sum(bool(cell.strip()) for key, cell in line.cells.items() if key != Column.NUMBER)


# ── sections ─────────────────────────────────────────────────────────────────────────────────

_KINDS = {"ward": Column.WARD, "hamlet": Column.HAMLET, "category": Column.CATEGORY}


def _section(row: Row) -> tuple[Column, str] | None:
    """What a row says of all that follow, if it says nothing else: ``II. Khóm 3 (12 hộ)``."""
    filled = [tidy(cell) for cell in row.cells if cell.strip()]
    words = filled[-1] if all(map(_INDEX.fullmatch, filled[:-1])) else ""
    found = _SECTION.fullmatch(words.lower())
    if found is None or found.lastgroup is None:
        return None
    start, end = found.span(found.lastgroup)
    return _KINDS[found.lastgroup], words[start:end].strip(" -")


def _narrowed(section: dict[Column, str], told: tuple[Column, str]) -> dict[Column, str]:
    """A new ward ends the hamlet before it; a new category leaves the place."""
    column, words = told
    kept = {} if column is Column.WARD else dict(section)
    return {**kept, column: words}


def _within(line: Line, section: Mapping[Column, str]) -> Line:
    """The row, with what its section says where it says nothing itself."""
    more: dict[Column | str, str] = {
        column: words for column, words in section.items() if not line.cell(column).strip()
    }
    return Line(line.number, {**line.cells, **more})
