"""What an answer rests on, read from what an official types: laws and decrees, and its time.

``NĐ 28/2015/NĐ-CP, QĐ 157/2007/QĐ-TTg; áp dụng từ 01/01/2024 đến 31/12/2025``
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta

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

_KIND = "|".join([*_KINDS, *(re.escape(one) for one in _SHORT)])
_BEGINS = re.compile(rf"(?<![\w/\-])(?<![Bb]ộ )(?=(?:{_KIND})(?:\s|\d))", re.IGNORECASE)
_TIME = re.compile(
    r"[;,(]?\s*(?:có hiệu lực|hiệu lực|áp dụng|đúng)?\s*\b(từ|đến hết|đến|tới|hết)\s+(?:ngày\s+)?"
    r"(\d{1,2})[/.\-](\d{1,2})[/.\-](\d{4})\)?",
    re.IGNORECASE,
)
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
    for word, day, month, year in _TIME.findall(text):
        on = date(int(year), int(month), int(day))
        since, until = (on, until) if word.lower() == "từ" else (since, on)
    names = [_named(part) for part in _BEGINS.split(_TIME.sub("", text))[1:]]
    kept = {mark(one): one for one in names if 3 < len(one) <= _LONGEST}
    return Resting(names=tuple(kept.values())[:MOST], since=since, until=until)


def _named(part: str) -> str:
    """One document as it is written in a list: the kind short, the number without *số*."""
    said = " ".join(part.split()).strip(" ,;.()")
    said = re.sub(r"\s+(?:và|,|;)$", "", said)
    for whole, short in _KINDS.items():
        said = re.sub(rf"^{whole}\b", short, said, flags=re.IGNORECASE)
    for short in _SHORT:
        said = re.sub(rf"^{short}\b", short, said, flags=re.IGNORECASE)
    return re.sub(r"^(\w+) số (?=\d)", r"\1 ", said, flags=re.IGNORECASE)


def mark(name: str) -> str:
    """By what one document is known, however its name is written.

    Its kind and number; where the number has no year, all that is said of it.
    """
    folded = fold(name)
    number = _NUMBERED.search(folded)
    has_year = number is not None and re.search(r"/(?:19|20)\d\d\b", number[0]) is not None
    return f"{folded.split()[0]} {number[0]}" if number and has_year else folded
