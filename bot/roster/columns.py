"""Which column is which: headings as offices write them, below titles and above totals."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from bot.documents.incoming.tables import Table
from bot.understanding.folding import fold


class Column(StrEnum):
    """A column of a roster under its heading; fixes are told by these, however a file spells it."""

    SESSION = "Buổi"
    NUMBER = "STT"
    LISTED = "Danh sách"
    NAME = "Họ và tên"
    YEAR = "Năm sinh"
    SEX = "Giới tính"
    ETHNICITY = "Dân tộc"
    WARD = "Phường/xã"
    HAMLET = "Khóm/ấp"
    CATEGORY = "Đối tượng"
    PHONE = "Số điện thoại"


#: Columns that are no columns of ours, but hold what belongs in one.
FEMALE, MALE, ADDRESS, FIRST_NAME = "nữ", "nam", "địa chỉ", "tên"

_TYPES = "phuong|xa|thi tran|tt|p|x"
_PLACES = "khom|ap|thon|khu pho|k"

#: Headings, folded, without punctuation. The first that fits the whole heading counts.
_HEADINGS: tuple[tuple[Column | str, re.Pattern[str]], ...] = tuple(
    (column, re.compile(pattern))
    for column, pattern in (
        (Column.NUMBER, r"s?tt|so (?:tt|thu tu)|no"),
        (Column.SESSION, r"(?:so |thu |phien |du )?(?:buoi|phien)(?: doi thoai)?(?: so| thu)?"),
        (Column.LISTED, r"(?:loai |ten )?(?:danh sach|ds)|chinh thuc du phong"),
        (Column.ETHNICITY, r"(?:thanh phan )?dan toc(?: .*)?|dtoc"),
        (Column.SEX, r"gioi(?: tinh)?(?: .*)?|phai|nam nu|gt"),
        (FEMALE, r"(?:la )?nu"),
        (MALE, r"(?:la )?nam"),
        (Column.YEAR, r"(?:(?:ngay|thang|nam|va) )+sinh(?: .*)?|sinh nam|ns"),
        (Column.PHONE, r"(?:so |sdt )?(?:dien thoai|dt|dtdd|di dong|zalo|phone|tel)(?: .*)?"),
        (Column.PHONE, r"sdt(?: .*)?|so lien (?:he|lac)|lien he"),
        (Column.NAME, r"ho (?:va )?(?:chu lot |ten dem )?(?:va )?ten(?: .*)?"),
        (Column.NAME, r"(?:ten )?chu ho(?: .*)?|ten (?:dai bieu|nguoi|dai dien)(?: .*)?"),
        (Column.NAME, r"ho(?: (?:va )?(?:chu lot|chu dem|ten dem|dem))?"),
        (FIRST_NAME, r"ten"),
        (Column.WARD, rf"(?:ten )?(?:{_TYPES}|don vi|dia ban)(?: (?:{_TYPES}))*(?: noi o)?"),
        (Column.HAMLET, rf"(?:ten )?(?:{_PLACES})(?: (?:{_PLACES}|to|so))*(?: noi o)?"),
        (ADDRESS, r"dia chi(?: .*)?|noi o(?: .*)?|noi cu tru|cho o|thuong tru|ho khau"),
        (Column.CATEGORY, r"(?:ho )?(?:thuoc )?(?:doi tuong(?: .*)?|dien(?: ho| doi tuong)?)"),
        (Column.CATEGORY, r"(?:phan )?loai(?: ho| doi tuong)?|dien chinh sach"),
        (Column.CATEGORY, r"thanh phan(?: .*)?"),
    )
)

#: One row further up or down: whatever holds the name and two more of these is the heading.
_TELLING = frozenset(Column) - {Column.NUMBER, Column.NAME, Column.SESSION, Column.LISTED}
_SEARCHED = 40  #: rows in which the heading is looked for
_LEAST = 2

#: What we wrote beside a list that went back to be corrected.
_OURS = frozenset({"dong", "ket qua", "vi sao"})


@dataclass(slots=True)
class Layout:
    """Which column of a table is which."""

    row: int  #: place of the heading among the rows
    places: dict[Column | str, int]
    unread: list[str] = field(default_factory=list)  #: headings that say nothing to us


def layout_of(table: Table) -> Layout | None:
    """Where the heading is and which column is which; None if the table is no list."""
    for place, row in enumerate(table.rows[:_SEARCHED]):
        if Column.NAME not in map(meaning, row.cells):
            continue
        below = table.rows[place + 1].cells if place + 1 < len(table.rows) else ()
        layout = _read(place, _merged(row.cells, below))
        if len(_TELLING & set(layout.places)) >= _LEAST:
            return layout
    return None


def _merged(heading: Sequence[str], below: Sequence[str]) -> Sequence[str]:
    """The heading with that of a second row, where cells above it are merged: *Nam*, *Nữ*."""
    under = [meaning(cell) for cell in below]
    filled = [cell for cell in below if cell.strip()]
    if not filled or None in [one for one, cell in zip(under, below, strict=True) if cell.strip()]:
        return heading
    return [
        below[place] if place < len(below) and below[place].strip() else cell
        for place, cell in enumerate(heading)
    ]


def _read(row: int, heading: Sequence[str]) -> Layout:
    layout = Layout(row, {})
    for place, cell in enumerate(heading):
        column = meaning(cell)
        if column is None and cell.strip() and fold(tidy(cell)) not in _OURS:
            layout.unread.append(tidy(cell))
        elif column is not None:
            layout.places.setdefault(column, place)
    return layout


def meaning(cell: str) -> Column | str | None:
    """What a heading names. Marks count where words would be alike without them."""
    text = tidy(cell).lower()
    if not text or len(text) > 80:
        return None
    if text == "năm":
        return Column.YEAR
    plain = " ".join(re.sub(r"[^a-z0-9]+", " ", fold(text)).split())
    if plain == "dt" and text.startswith("d"):
        return Column.ETHNICITY
    if plain == "ho" and text != "họ":
        return None
    return next((column for column, one in _HEADINGS if one.fullmatch(plain)), None)


def tidy(cell: str) -> str:
    """Composed, white space collapsed."""
    return " ".join(unicodedata.normalize("NFC", cell).split())
