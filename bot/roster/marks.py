"""Small signs: whether it is a woman, on which list somebody stands, and for which session."""

import re
import unicodedata

from bot.domain.households import Sex
from bot.domain.seats import Listed
from bot.roster.cells import plain, shown
from bot.roster.columns import FEMALE, MALE, Column
from bot.roster.lines import Line
from bot.roster.notes import Notes, Why
from bot.roster.places import NUMBERS
from bot.understanding.folding import fold

_FEMALE = frozenset({"nu", "n", "f", "female", "ba", "gai", "phu nu", "nu gioi", "0"})
_MALE = frozenset({"nam", "m", "male", "ong", "trai", "dan ong", "nam gioi", "1"})
_RESERVE = re.compile(r"du (?:phong|bi|khuyet)|dp|db|dk|bo sung|2")
_MAIN = re.compile(r"chinh(?: thuc)?|ct|1")
_LONGEST = 3  #: digits of a session's number
_IN_TITLE = re.compile(r"\b(?:(du (?:phong|bi|khuyet))|(chinh thuc))\b")


def read_sex(line: Line, title: str, notes: Notes) -> Sex:
    """By its column, by a cross under *Nam* or *Nữ*, or by the title before the name."""
    cell = line.cell(Column.SEX)
    folded = fold(plain(cell)).strip(" .,;:")
    if folded:
        return _written(cell, folded, notes)
    crossed = [sex for sex in (FEMALE, MALE) if plain(line.cell(sex))]
    if len(crossed) == 2:
        notes.add(Why.SEX_UNKNOWN, Column.SEX)
        return Sex.UNKNOWN
    if crossed:
        return Sex.FEMALE if crossed == [FEMALE] else Sex.MALE
    return Sex(title)


def _written(cell: str, folded: str, notes: Notes) -> Sex:
    if folded not in _FEMALE | _MALE:
        notes.add(Why.SEX_UNKNOWN, Column.SEX, shown(cell))
        return Sex.UNKNOWN
    sex = Sex.FEMALE if folded in _FEMALE else Sex.MALE
    if unicodedata.normalize("NFC", cell.strip()) != sex.value:  # a mark that is read, not printed
        notes.respell(Column.SEX, cell, sex.value)
    return sex


def read_listed(cell: str) -> Listed:
    """A mere hint for the plan: what cannot be read counts as none."""
    folded = fold(plain(cell))
    if _RESERVE.fullmatch(folded):
        return Listed.RESERVE
    return Listed.MAIN if _MAIN.fullmatch(folded) else Listed.NONE


def listed_in(title: str) -> str:
    """Which of the two a title says, in full; empty for none, and for both."""
    found = {bool(reserve) for reserve, _ in _IN_TITLE.findall(fold(title))}
    if len(found) != 1:
        return ""
    return (Listed.RESERVE if found.pop() else Listed.MAIN).value


def read_session(cell: str) -> int | None:
    """The number of a session; 0 for an empty cell, None where it cannot be read."""
    text = fold(plain(cell))
    if not text:
        return 0
    found = re.fullmatch(r"(?:buoi|phien)?\s*(?:doi thoai|so|thu)?\s*0*(\w{1,4})", text)
    number = NUMBERS.get(found[1], found[1]) if found else ""
    return int(number) if number.isdecimal() and len(number) <= _LONGEST else None
