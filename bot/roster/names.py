"""Names of people as lists write them: in capitals, with titles, with more than belongs there."""

import re

from bot.domain.values import dataclass
from bot.roster.cells import holds_an_id, plain, without_ids
from bot.roster.columns import Column
from bot.roster.notes import Notes, Why
from bot.understanding.folding import fold

_CALLED = "bà|ông|anh|chị|cô|chú|bác|dì|cậu|mợ|thím|cụ"
_NICKNAME = re.compile(rf"({_CALLED})\s+\S+", re.IGNORECASE)
_STANDS = "chủ hộ|đại diện|người đại diện"
_TITLE = re.compile(rf"(?:hộ\s+)?\(?({_CALLED}|b|ô)[.:)]*\s+(?=\S+\s+\S)", re.IGNORECASE)
_SHORT = re.compile(r"(bà|ông|b|ô)\.\s*(?=\S)", re.IGNORECASE)
_BEHIND = re.compile(
    rf"\s*(?:[(\[]\s*(?:{_STANDS}|bà|ông)\s*[)\]]|[-–,]\s*(?:{_STANDS}))$", re.IGNORECASE
)
#: *Nguyễn Thị Lan (1962)*, *Nguyễn Thị Lan - SN 1962*
_BORN = re.compile(
    r"[\s,;(–\-]+(?:(?:sn|s\.n|ns|sinh(?: năm)?)[.:\s]*)?((?:19|20)\d\d)\)?$", re.IGNORECASE
)
_COUNTED = re.compile(r"^\d{1,4}\s*[.)]\s*")  # 1. Nguyễn Thị Lan
_NAME = re.compile(r"[^\W\d_]+(?:['’.\-][^\W\d_]+)*(?: [^\W\d_]+(?:['’.\-][^\W\d_]+)*)+")
_WORDS = 7  #: more are no name of one person

#: *Ông* is a family name too; it is a title only before one of these.
_FAMILIES = frozenset(
    re.split(
        " ",
        "nguyen tran le pham huynh hoang phan vu vo dang bui do ho ngo duong ly dinh trinh doan luu"
        " mai thach son kim kien danh chau lam tri diep cao to ha ta quach thai luong tang truong"
        " kha ma huong tong trieu trang chung tieu khuu nhan bach au nham ngan dao phung",
    )
)
_FEMALE = frozenset({"bà", "chị", "cô", "dì", "mợ", "thím", "b"})
_MALE = frozenset({"ông", "anh", "chú", "cậu", "ô"})


@dataclass(frozen=True, slots=True)
class Named:
    """A name, and what its cell says besides: by a title ``Nữ``, ``Nam`` or nothing."""

    name: str
    sex: str = ""
    born: int = 0  #: the year beside it; 0 for none


def read_name(cell: str, notes: Notes) -> Named:
    """The name in a cell; notes what was mended, or that somebody has to look."""
    text = _COUNTED.sub("", plain(cell)).strip(" .,;:*")
    if not text:
        notes.add(Why.NAME_EMPTY)
        return Named("")
    if holds_an_id(text):
        text = without_ids(text)
        notes.add(Why.NUMBER_LEFT_OUT, Column.NAME)
    born = _BORN.search(text)
    bare, title = _without_titles(text[: born.start()] if born else text)
    name = _cased(bare)
    if not _NAME.fullmatch(name) or len(name.split()) > _WORDS or _names_two(cell, bare):
        notes.add(Why.NAME_UNCLEAR, Column.NAME)
    elif name != cell:
        _mend(notes, cell, name, titled=bare != text)
    return Named(name, _sex(title), int(born[1]) if born else 0)


def _names_two(cell: str, bare: str) -> bool:
    """Two people in one cell, or a title in place of a family name: *Bà Bảy*."""
    several = [part for part in re.split(r"\n|\bvà\b", cell) if len(part.split()) > 1]
    return len(several) > 1 or bool(_NICKNAME.fullmatch(bare))


def _mend(notes: Notes, cell: str, name: str, *, titled: bool) -> None:
    if titled:
        notes.mend(Column.NAME, name, Why.NAME_TITLE)
    elif plain(cell) == name and len(cell.split(" ")) == len(name.split(" ")):
        notes.mend(Column.NAME, name, Why.UNICODE)
    else:
        notes.mend(Column.NAME, name, Why.NAME_SPELT)


def _without_titles(text: str) -> tuple[str, str]:
    text = _BEHIND.sub("", text)
    found = _TITLE.match(text) or _SHORT.match(text)
    if found and _is_title(found[1].lower(), text[found.end() :]):
        return text[found.end() :], found[1].lower()
    return text, ""


def _is_title(title: str, rest: str) -> bool:
    """*Ông* and *Cô* are family names as well, *Lê* after them is proof of the contrary."""
    return fold(rest).split()[0] in _FAMILIES or title not in ("ông", "cô", "chú", "b", "ô")


def _sex(title: str) -> str:
    return "Nữ" if title in _FEMALE else "Nam" if title in _MALE else ""


def _cased(name: str) -> str:
    """Each word with one capital, where it has none, or nothing else, or the caps lock was on."""
    return " ".join(
        re.sub(r"[^\W\d_]+", lambda part: part[0].capitalize(), word)
        if word.islower() or (word[1:].isupper() and len(word) > 1)
        else word
        for word in name.split()
    )
