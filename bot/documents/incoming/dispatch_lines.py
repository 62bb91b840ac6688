"""A dispatch that comes back filled in: which cell says what, whatever was done to the sheet.

Columns may be moved, added, renamed a little; rows sorted, inserted, deleted; cells merged. What a
formula would come to is never asked: a cell that is one is told, and nothing in it is kept.
"""

from collections.abc import Iterator, Sequence
from enum import StrEnum

from bot.documents.incoming.tables import Row, Table
from bot.domain.dispatches import read_code, read_number
from bot.domain.errors import Refused
from bot.domain.values import dataclass
from bot.understanding import masking
from bot.understanding.folding import fold

_SEARCHED = 40  #: rows in which the heading is looked for
_LONGEST = 80  #: letters of a heading; what is longer is a sentence

#: What Excel writes where a formula could not be solved.
_FAILED = ("#NAME?", "#REF!", "#VALUE!", "#N/A", "#DIV/0!", "#NULL!", "#NUM!")

#: Letters of what stands beside an answer; more is no note but another text.
_MOST_BESIDE = 200


class Column(StrEnum):
    """What a column says, in the order in which we write them."""

    CODE = "code"
    NUMBER = "number"
    TEXT = "text"
    ASKED = "asked"
    PLACES = "places"
    DUE = "due"
    ANSWER = "answer"
    BASIS = "basis"
    WHO = "who"
    DAY = "day"


#: Where each column stands as we wrote it, for a sheet whose headings were deleted.
_OURS = {column: place for place, column in enumerate(Column)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One row that was filled in, or that is one of ours."""

    place: str  #: as people find it: ``7``, or ``Trang tính2, 7`` where there are several
    code: str
    number: str
    text: str
    answer: str
    basis: str = ""
    who: str = ""
    day: str = ""
    is_formula: bool = False  #: in the cell of the answer


@dataclass(frozen=True, slots=True)
class Filled:
    """A file that came back."""

    lines: tuple[Line, ...]
    named: frozenset[tuple[int, int]]  #: the sheets named above the tables: (year, number)


def is_dispatch(tables: Sequence[Table]) -> bool:
    """Whether this is one of our sheets, and no other list: it has a code, or our headings."""
    return any(_layout(one) is not None or _has_code(one) for one in tables)


def filled(tables: Sequence[Table]) -> Filled:
    """The rows of a sheet that came back. Raises Refused for a file in which there are none."""
    if not is_dispatch(tables):
        raise Refused("dispatch-not-a-sheet")
    several = len(tables) > 1
    lines = tuple(line for table in tables for line in _lines(table, several=several))
    if not lines:
        raise Refused("dispatch-not-a-sheet")
    return Filled(lines, frozenset(one for table in tables for one in _named(table)))


def _named(table: Table) -> Iterator[tuple[int, int]]:
    for row in table.rows[:_SEARCHED]:
        for cell in row.cells:
            if "bang tong hop" in fold(cell) and (found := read_number(cell)):
                yield found


def _has_code(table: Table) -> bool:
    return any(read_code(cell) is not None for row in table.rows for cell in row.cells)


def _layout(table: Table) -> tuple[int, dict[Column, int]] | None:
    """Where the heading is and which column is which."""
    for place, row in enumerate(table.rows[:_SEARCHED]):
        found: dict[Column, int] = {}
        for number, cell in enumerate(row.cells):
            if column := _meaning(cell):
                found.setdefault(column, number)
        if Column.ANSWER in found and found.keys() & {Column.CODE, Column.NUMBER}:
            return place, found
    return None


def _meaning(cell: str) -> Column | None:
    """What a heading names."""
    plain = " ".join("".join(one if one.isalnum() else " " for one in fold(cell)).split())
    if not plain or len(cell) > _LONGEST:
        return None
    return next((column for column, fits in _HEADINGS if fits(plain)), None)


def _is_number(plain: str) -> bool:
    return plain == "so" or plain.startswith(("so cau", "cau so", "so y kien"))


#: The first that fits; *Người trả lời* and *Ngày trả lời* name the answer, too.
_HEADINGS = (
    (Column.CODE, lambda plain: plain == "ma" or plain.startswith("ma ")),
    (Column.NUMBER, _is_number),
    (Column.ASKED, lambda plain: plain.startswith("so ")),
    (Column.WHO, lambda plain: plain.startswith(("nguoi", "can bo"))),
    (Column.DUE, lambda plain: "han" in plain.split()),
    (Column.DAY, lambda plain: plain.startswith("ngay")),
    (Column.BASIS, lambda plain: "can cu" in plain),
    (Column.ANSWER, lambda plain: "tra loi" in plain),
    (Column.TEXT, lambda plain: any(one in plain for one in ("y kien", "cau hoi", "noi dung"))),
    (Column.PLACES, lambda plain: "khom" in plain or "phuong" in plain),
)


def _lines(table: Table, *, several: bool) -> Iterator[Line]:
    place, columns = _layout(table) or (-1, _OURS)
    if place < 0 and not _has_code(table):
        return
    for row in table.rows[place + 1 :]:
        line = _line(row, columns, f"{table.name}, {row.number}" if several else str(row.number))
        is_ours = read_code(line.code) is not None or line.is_formula
        if (line.answer or is_ours) and not _is_heading(line):
            yield line


def _is_heading(line: Line) -> bool:
    """The headings once more: copied along with the rows."""
    return _meaning(line.answer) is Column.ANSWER and _meaning(line.code) is Column.CODE


def _line(row: Row, columns: dict[Column, int], place: str) -> Line:
    def cell(column: Column) -> str:
        at = columns.get(column, -1)
        return row.cells[at].strip() if 0 <= at < len(row.cells) else ""

    answer = cell(Column.ANSWER)
    return Line(
        place=place,
        code=_one_line(_plain(cell(Column.CODE))),
        number=_one_line(_plain(cell(Column.NUMBER))),
        text=_plain(cell(Column.TEXT)),
        answer=_kept(answer),
        basis=_beside(cell(Column.BASIS)),
        who=_beside(cell(Column.WHO)),
        day=_beside(cell(Column.DAY)),
        is_formula=answer != _plain(answer),
    )


def _plain(cell: str) -> str:
    """The words of a cell; nothing of a formula or its result."""
    return "" if cell.startswith(("=", *_FAILED)) else cell


def _kept(cell: str) -> str:
    """The words of a cell that we keep: no number of a card or an account."""
    return masking.mask(_plain(cell)).text


def _beside(cell: str) -> str:
    return _one_line(_kept(cell))[:_MOST_BESIDE]


def _one_line(text: str) -> str:
    return " ".join(text.split())
