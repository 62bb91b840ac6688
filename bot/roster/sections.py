"""Rows that say something of all that follow: *II. Khóm 3 (12 hộ)*, *B. DỰ PHÒNG*."""

import re
from collections.abc import Mapping, Sequence
from itertools import dropwhile

from bot.roster.columns import Column, tidy
from bot.understanding.folding import fold

#: What rows and columns are numbered by: 1, (2), A, IV/
INDEX = re.compile(r"\(?(?:\d{1,2}|[A-Za-z]|[IVX]{1,4})[.)/\-]?")
_COUNT = re.compile(r"\d{1,5}(?: (?:ho|nguoi|khau|nhan khau))?")

#: With its marks, for without them it would look like a name (*Phương*, *Hồ*).
_SECTION = re.compile(
    r"(?:[*+•\-–]+\s*|[ivx\d]{1,4}\s*[.)/\-]+\s*|[a-h]\s*[.)/\-]+\s*)?"
    r"(?:(?P<ward>(?:phường|xã|thị trấn|phuong(?= ?\d))\b[^:(]*)"
    r"|(?P<hamlet>(?:khóm|ấp|khom(?= ?\d))\b[^:(]*)"
    r"|(?:danh sách |ds )?(?:hộ |đại biểu |khách mời )?"
    r"(?P<listed>chính thức|dự (?:phòng|bị|khuyết))"
    r"|(?P<category>(?:hộ(?! (?:bà|ông|anh|chị|cô|chú)\b)|đối tượng|diện)\b[^:(]*)).*"
)
_KINDS = {
    "ward": Column.WARD,
    "hamlet": Column.HAMLET,
    "listed": Column.LISTED,
    "category": Column.CATEGORY,
}


def section_in(cells: Sequence[str]) -> tuple[Column, str] | None:
    """What a row says of all that follow, if it says nothing else but how many they are."""
    filled = map(tidy, (cell for cell in cells if cell.strip()))
    others = dropwhile(INDEX.fullmatch, filled)
    words = next(others, "")
    found = _SECTION.fullmatch(words.lower())
    if found is None or found.lastgroup is None or not all(map(_counts, others)):
        return None
    start, end = found.span(found.lastgroup)
    return _KINDS[found.lastgroup], words[start:end].strip(" -–.")


def _counts(cell: str) -> bool:
    return _COUNT.fullmatch(fold(cell)) is not None


def narrowed(section: Mapping[Column, str], column: Column, words: str) -> dict[Column, str]:
    """A section within the ones before it: whatever began below its like ends with that."""
    before = list(section)
    kept = before[: before.index(column)] if column in section else before
    if column is Column.WARD:  # wards hold hamlets, never the other way round
        kept = [one for one in kept if one is not Column.HAMLET]
    return {**{one: section[one] for one in kept}, column: words}
