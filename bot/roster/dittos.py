"""Cells that say "as above": *nt*, *như trên*, ``"``."""

import re
from collections.abc import Mapping

from bot.roster.columns import ADDRESS, Column, tidy
from bot.understanding.folding import fold

_WORDS = re.compile(r"\W*(?:n\.?t|nhu tren)\W*")
_MARKS = re.compile(r"[\"'“”″〃´`/\s]+")

#: Names and years are nobody else's; a phone is shared, but two strokes there mean none.
_REPEATED = (
    *(Column.SESSION, Column.LISTED, Column.SEX, Column.ETHNICITY, Column.WARD, Column.HAMLET),
    *(Column.CATEGORY, ADDRESS),
)

Cells = Mapping[Column | str, str]


def written_out(cells: Cells, above: Cells) -> tuple[dict[Column | str, str], Cells]:
    """The cells that say so, and all of them with what is meant by those."""
    dittos = {one: cells[one] for one in _REPEATED if _says_so(cells.get(one, ""))}
    if _WORDS.fullmatch(fold(cells.get(Column.PHONE, ""))):
        dittos[Column.PHONE] = cells[Column.PHONE]
    meant = {one: above[one] for one in dittos if above.get(one, "").strip()}
    return {one: dittos[one] for one in meant}, {**cells, **meant}


def _says_so(cell: str) -> bool:
    if cell[:1].isalnum() and cell[0] not in "nN":  # nearly all of them
        return False
    text = tidy(cell)
    is_mark = _MARKS.fullmatch(text) is not None and text not in ("'", "`", "/", "´")
    return is_mark or _WORDS.fullmatch(fold(text)) is not None
