"""What an answer rests on, read from what an official types: laws and decrees, and its time.

``NĐ 28/2015/NĐ-CP, QĐ 157/2007/QĐ-TTg; áp dụng từ 01/01/2024 đến 31/12/2025``
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from bot.domain.values import dataclass
from bot.understanding.folding import fold

#: How a kind of document is written short, by the ways it is written out.
_KINDS = {
    "nghị định": "NĐ",
    "quyết định": "QĐ",
    "thông tư liên tịch": "TTLT",
    "thông tư": "TT",
    "nghị quyết": "NQ",
    "công văn": "CV",
    "chỉ thị": "CT",
    "kế hoạch": "KH",
    "hướng dẫn": "HD",
}
_SHORT = ("NĐ", "QĐ", "TTLT", "TT", "NQ", "CV", "CT", "KH", "HD", "Bộ luật", "Luật", "Pháp lệnh")

#: The longest name, in characters, and the most of them behind one answer.
_LONGEST, MOST = 160, 8
_DECEMBER = 12

#: Kinds that are known without their marks, where a number follows.
_BARE = {fold(one): short for one, short in _KINDS.items()} | {
    fold(one): one for one in _SHORT[:9] if fold(one) != one.lower()
}

_KIND = "|".join([*_KINDS, *(re.escape(one) for one in _SHORT)])
_BARE_KIND = "|".join(sorted(_BARE, key=len, reverse=True))
_BEGINS = re.compile(
    rf"(?<![\w/\-])(?<![Bb]ộ )(?=(?:{_KIND})(?:\s|\d)|(?:{_BARE_KIND}) ?(?:so |số )?\d)",
    re.IGNORECASE,
)
_WORDS_OF_TIME = r"[;,(]?\s*(?:có hiệu lực|hiệu lực|áp dụng|đúng)?\s*"
_TIME = re.compile(
    rf"{_WORDS_OF_TIME}\b(từ|đến hết|đến|tới|hết)\s+(?:ngày\s+)?"
    r"(\d{1,2})(?:[/.\-]|\s+tháng\s+)(\d{1,2})(?:[/.\-]|,?\s+năm\s+)(\d{4})\)?",
    re.IGNORECASE,
)
#: *Hết hiệu lực 31/12/2025* is the last day, *hết hiệu lực từ 01/01/2026* the first without it.
_ENDED = re.compile(
    r"[;,(]?\s*\b(?:đã )?hết (?:hiệu lực|hạn)\b( (?:kể )?từ)?(?: vào)?(?: ngày)?\s+"
    r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})\)?",
    re.IGNORECASE,
)
#: The same by months or years, which end with their last day.
_LONG_TIME = re.compile(
    rf"{_WORDS_OF_TIME}\b(từ|đến hết|đến|tới|hết)\s+"
    r"(?:tháng\s+(\d{1,2})(?:[/.\-]|,?\s+năm\s+)|năm\s+)(\d{4})\b",
    re.IGNORECASE,
)
#: *Áp dụng 2023-2025*; a *giai đoạn* belongs to the name of its document as well.
_PERIOD = re.compile(
    r"[;,(]?\s*\b(?:áp dụng(?: giai đoạn| cho(?: các)? năm| năm)?|giai đoạn)\s*"
    r"((?:19|20)\d\d)\s*[-–]\s*((?:19|20)\d\d)\)?",
    re.IGNORECASE,
)
_OF_ITS_NAME = re.compile(r"[;,(]?\s*giai đoạn", re.IGNORECASE)
#: The letters of a number, typed small: *20/2021/nđ-cp*.
_SMALL = re.compile(r"(?<=\d/)[a-zđ]+(?:-[a-zđ]+)*\b")
_LARGE = {"nd": "NĐ", "qd": "QĐ", "hdnd": "HĐND", "ttg": "TTg"}
_NUMBERED = re.compile(r"\d+(?:/\d{4})?/[\w\-]+|\d+/\d{4}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Resting:
    """What an answer rests on, and the days on which it holds; None leaves that side open."""

    names: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None  #: the last day

    @property
    def ends(self) -> date | None:
        """The first day on which it no longer holds."""
        return self.until + timedelta(days=1) if self.until else None


def read(text: str) -> Resting:
    """What was typed; ``names`` may be empty. Raises ValueError for a day that there is not."""
    since = until = None
    text = " ".join(text.split())  # a copied table is mostly space, which patterns try at length
    over, text = _last_days(text), _ENDED.sub("", text)
    for is_since, day in (*over, *_days(text), *_ends_of_months(text), *_ends_of_periods(text)):
        since, until = (day, until) if is_since else (since, day)
    return Resting(names=documents(text), since=since, until=until)


def documents(text: str) -> tuple[str, ...]:
    """The laws and decrees that are named in a text, as they are written in a list."""
    text = " ".join(text.split())
    bare = _LONG_TIME.sub("", _TIME.sub("", _ENDED.sub("", text)))
    bare = _PERIOD.sub(lambda one: one[0] if _OF_ITS_NAME.match(one[0]) else "", bare)
    names = [_named(part) for part in _BEGINS.split(bare)[1:]]
    kept = {mark(one): one for one in names if 3 < len(one) <= _LONGEST}
    return tuple(kept.values())[:MOST]


def _last_days(text: str) -> Iterator[tuple[bool, date]]:
    for since, day, month, year in _ENDED.findall(text):
        first = date(int(year), int(month), int(day))
        yield False, first - timedelta(days=1) if since else first


def _days(text: str) -> Iterator[tuple[bool, date]]:
    """(whether it holds since then; otherwise until then, that day included)."""
    for word, day, month, year in _TIME.findall(text):
        yield word.lower() == "từ", date(int(year), int(month), int(day))


def _ends_of_months(text: str) -> Iterator[tuple[bool, date]]:
    for word, month, year in _LONG_TIME.findall(text):
        if word.lower() == "từ":
            yield True, date(int(year), int(month or 1), 1)
        else:
            last = int(month or _DECEMBER)
            yield False, date(int(year), last, monthrange(int(year), last)[1])


def _ends_of_periods(text: str) -> Iterator[tuple[bool, date]]:
    for first, last in _PERIOD.findall(text):
        yield True, date(int(first), 1, 1)
        yield False, date(int(last), _DECEMBER, 31)


def _named(part: str) -> str:
    """One document as it is written in a list: the kind short, the number without *số*."""
    said = _without_brackets(" ".join(part.split()))
    said = re.sub(r"\s+(?:và|va|,|;)$", "", said)
    for whole, short in _KINDS.items():
        said = re.sub(rf"^{whole}\b", short, said, flags=re.IGNORECASE)
    for whole, short in _BARE.items():
        said = re.sub(rf"^{whole}\b(?=.*\d)", short, said, flags=re.IGNORECASE)
    for short in _SHORT:
        said = re.sub(rf"^{short}\b", short, said, flags=re.IGNORECASE)
    said = re.sub(r"^(\w+) (?:số|so) (?=\d)", r"\1 ", said, flags=re.IGNORECASE)
    return _SMALL.sub(lambda one: "-".join(_large(part) for part in one[0].split("-")), said)


def _large(letters: str) -> str:
    return _LARGE.get(fold(letters), letters.upper())


def _without_brackets(said: str) -> str:
    """Without what stands around it; a bracket that closes one of its own stays."""
    said = said.strip(" ,;.(")
    while said.endswith((")", ".")) and said.count(")") != said.count("("):
        said = said[:-1].rstrip(" ,;.")
    return said


def mark(name: str) -> str:
    """By what one document is known, however its name is written.

    Its kind and number; where the number has no year, all that is said of it.
    """
    folded = fold(name)
    number = _NUMBERED.search(folded)
    has_year = number is not None and re.search(r"/(?:19|20)\d\d\b", number[0]) is not None
    return f"{folded.split()[0]} {number[0]}" if number and has_year else folded
