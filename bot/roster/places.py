"""Wards and hamlets as lists write them: P1, F.1, phường một, K.7, ấp Vĩnh Hội, khóm 3 phường 7."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, lru_cache

from bot.domain.agencies import Hamlet, Ward
from bot.domain.programme import Programme
from bot.roster.cells import plain, shown
from bot.roster.columns import Column
from bot.roster.notes import Notes, Why
from bot.understanding.folding import fold

_KINDS = {
    **dict.fromkeys(("phuong", "fuong", "ph", "p", "f"), "phuong"),
    **dict.fromkeys(("xa", "x"), "xa"),
    **dict.fromkeys(("thi tran", "tt"), "thi tran"),
    **dict.fromkeys(("khom", "khoms", "kh", "k"), "khom"),
    **dict.fromkeys(("ap", "a"), "ap"),
    **dict.fromkeys(("thon", "khu pho"), "thon"),
}
_OF_WARDS, OF_HAMLETS = ("phuong", "xa", "thi tran"), ("khom", "ap", "thon")
_KIND = re.compile(rf"({'|'.join(sorted(_KINDS, key=len, reverse=True))})(?=[\W\d]|$)\W*(.*)")
_WORDS = "mot hai ba bon nam sau bay tam chin muoi", "i ii iii iv v vi vii viii ix x"
#: Numbers as words and in Roman letters.
NUMBERS = {
    "nhat": "1",
    "nhi": "2",
    "tu": "4",
    **{word: str(n) for line in _WORDS for n, word in enumerate(re.split(" ", line), 1)},
}
_CITY = re.compile(r"[\s,\-]*\b(?:thanh pho|tp|thi xa|tx|tinh|huyen)\b.*")
_PARTS = re.compile(
    r"[,;/]|\s[-–]\s|\s(?=(?:phường|phuong|xã|xa|khóm|khom|ấp|ap|tổ|to)\s)"
    r"|(?<=\d)\s?-?\s?(?=[pfkt]\.?\s?\d)|\s\((?=tổ|to )",  # K3P7, khóm 3 p7
    re.IGNORECASE,
)
#: In a title a ward is named with its type in full, or its number; so is a hamlet.
_IN_TITLE = re.compile(
    r"\b(?:phuong|xa|thi tran)\s+(?:\d+|[a-z]+(?:\s+[a-z]+)?)|\b[pf]\.?\s?\d{1,2}\b"
)
_HAMLET_IN_TITLE = re.compile(
    r"\b(?:khom|ap)\s+(?:\d+|[a-z]+(?:\s+[a-z]+){0,2})|\bk\.?\s?\d{1,2}\b"
)

#: What a place is called, without how it is written: its type if said, and its number or name.
Key = tuple[str, str]


@lru_cache(maxsize=1 << 12)
def key(text: str) -> Key:
    """``P.01`` and ``Phường Một`` are ("phuong", "1")."""
    folded = re.sub(r"^(\d+)\.0$", r"\1", _CITY.sub("", fold(plain(text))))
    kind, rest = "", folded
    if found := _KIND.fullmatch(folded):
        kind, rest = _KINDS[found[1]], found[2]
    words = re.sub(r"[^\w]+", " ", rest).split()
    if words[:1] == ["so"]:
        words = words[1:]
    name = " ".join(NUMBERS.get(word, word.lstrip("0") or "0") for word in words)
    return kind, name if words else ""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a household lives, as far as a list says."""

    ward: str = ""  #: id
    hamlet: str = ""  #: id


NOWHERE = Place()


@dataclass
class Gazetteer:
    """The wards and hamlets of a programme on some days."""

    programme: Programme
    days: tuple[date, ...]
    _found: dict[str, tuple[Ward, ...]] = field(default_factory=dict)

    @cached_property
    def _wards(self) -> dict[Key, tuple[Ward, ...]]:
        return _by_key(one for one in self.programme.wards if self._is_there(one))

    @cached_property
    def _ended(self) -> dict[Key, tuple[Ward, ...]]:
        return _by_key(one for one in self.programme.wards if not self._is_there(one))

    def _is_there(self, ward: Ward) -> bool:
        return any(ward.valid.on(day) for day in self.days)

    def wards(self, text: str) -> tuple[Ward, ...]:
        """The wards that ``text`` may mean."""
        if text not in self._found:
            self._found[text] = _named(self._wards, text)
        return self._found[text]

    def in_titles(self, titles: Iterable[str]) -> str:
        """The ward that is named above a list, if it is one alone."""
        named = (one for title in titles for one in _IN_TITLE.findall(fold(title)))
        found = {ward.name for one in named for cut in _shorter(one) for ward in self.wards(cut)}
        return found.pop() if len(found) == 1 else ""

    def hamlet_in(self, titles: Iterable[str]) -> str:
        """The hamlet that is named above a list, if it is one alone; of whichever ward."""
        named = (one for title in titles for one in _HAMLET_IN_TITLE.findall(fold(title)))
        every = [ward for ward in self.programme.wards if self._is_there(ward)]
        found = {
            hamlet.name
            for one in named
            for cut in _shorter(one)
            for ward in every
            for hamlet in _hamlets(ward, cut)
        }
        return found.pop() if len(found) == 1 else ""

    # ── one row ──────────────────────────────────────────────────────────────────────────────

    def read(self, ward: str, hamlet: str, notes: Notes) -> Place:
        """The place that two cells name; where one is empty, the other may hold both."""
        found = self._ward(ward, hamlet, notes)
        return Place(found.id, self._hamlet(found, ward, hamlet, notes)) if found else Place()

    def _ward(self, ward: str, beside: str, notes: Notes) -> Ward | None:
        text = (
            plain(ward) if any(key(cut)[1] for cut in _cuts(plain(ward))) else ""
        )  # *TP Trà Vinh*
        cuts = _cuts(text) if text else _called(beside, _OF_WARDS)
        found = next(filter(None, map(self.wards, cuts)), ())
        if len(found) == 1:
            notes.respell(Column.WARD, ward, found[0].name)
            return found[0]
        if not text:
            notes.add(Why.WARD_EMPTY)
        elif ended := _named(self._ended, text):
            names = filter(None, (self.programme.ward(one) for one in ended[0].successors))
            notes.add(Why.WARD_ENDED, Column.WARD, shown(ward), ", ".join(n.name for n in names))
        else:
            notes.add(Why.WARD_UNKNOWN, Column.WARD, shown(ward))
        return None

    def _hamlet(self, ward: Ward, beside: str, cell: str, notes: Notes) -> str:
        text = plain(cell)
        cuts = _cuts(text) if text else _called(beside, OF_HAMLETS)
        found = next(filter(None, (_hamlets(ward, one) for one in cuts)), ())
        if len(found) == 1 and not self._is_elsewhere(ward, text):
            notes.respell(Column.HAMLET, cell, found[0].name)
            return found[0].id
        if not text:
            notes.add(Why.HAMLET_EMPTY)
        elif merged := _hamlets(ward, f"{text} (cũ)"):
            notes.add(Why.HAMLET_MERGED, Column.HAMLET, shown(cell), merged[0].name)
        else:
            notes.add(Why.HAMLET_UNKNOWN, Column.HAMLET, shown(cell), ward.name)
        return ""

    def _is_elsewhere(self, ward: Ward, text: str) -> bool:
        """Whether a hamlet's cell says that it lies in another ward: *khóm 3, phường 8*."""
        said = filter(None, map(self.wards, _called(text, _OF_WARDS)))
        return any(ward not in found for found in said)


def _cuts(text: str) -> Iterator[str]:
    """What may be a name: the whole cell, then its parts."""
    yield text
    yield from (part.strip() for part in _PARTS.split(text) if part.strip())


def _called(beside: str, kinds: Iterable[str]) -> Iterator[str]:
    """The parts of another column's cell that say themselves that they are ours."""
    return (part for part in _cuts(plain(beside)) if key(part)[0] in kinds)


def _shorter(words: str) -> Iterator[str]:
    """``phuong long duc`` and what is left of it when words are taken off its end."""
    parts = words.split()
    yield from (" ".join(parts[:size]) for size in range(len(parts), min(len(parts), 2) - 1, -1))


def _by_key(wards: Iterable[Ward]) -> dict[Key, tuple[Ward, ...]]:
    found: dict[Key, tuple[Ward, ...]] = {}
    for ward in wards:
        keys = {key(name) for name in (ward.name, *ward.aliases)}
        for one in keys | {(kind, _initials(name)) for kind, name in keys}:
            found[one] = (*found.get(one, ()), ward)
    return found


def _initials(name: str) -> str:
    """``ld`` for ``long duc``; one word, or a number, has none but itself."""
    words = name.split()
    several = len(words) > 1 and all(map(str.isalpha, words))
    return "".join(one[0] for one in words) if several else name


def _named(wards: dict[Key, tuple[Ward, ...]], text: str) -> tuple[Ward, ...]:
    kind, name = key(text)
    if not name:
        return ()
    if kind:
        return wards.get((kind, name), ())
    every = {ward.id: ward for (_, called), one in wards.items() if called == name for ward in one}
    return tuple(every.values())


@lru_cache(maxsize=1 << 12)
def _hamlets(ward: Ward, text: str) -> tuple[Hamlet, ...]:
    """The hamlets that ``text`` may mean; whether it is called khóm or ấp does not matter.

    A letter makes another place (*Vĩnh Hội*, *Vĩnh Hòa*), so a slip of the pen is nobody's guess.
    """
    kind, name = key(text)
    if not name or kind in _OF_WARDS:
        return ()
    return tuple(one for one in ward.hamlets if name in _names(one))


def _names(hamlet: Hamlet) -> set[str]:
    """What a hamlet is called, and the initials of that."""
    names = {key(name)[1] for name in (hamlet.name, *hamlet.aliases)}
    return names | set(map(_initials, names))
