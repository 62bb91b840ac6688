"""Which of a programme's categories a list means: HN, hộ CN, cận nghèo, MTN, Hội viên.

Nothing here knows a category. A cell is held against the names in the programme: word by word, each
in full or by its first letter; words of a name may be left out, words that no name has may not.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.roster.cells import plain, shown
from bot.roster.columns import Column
from bot.roster.notes import Notes, Why
from bot.understanding.folding import fold, matches

#: What is said besides: since when, of which people, why, of which hamlet.
_ASIDE = re.compile(
    r"\([^)]*\)|\[[^\]]*\]|\b(?:19|20)\d\d\b|\bbhyt\b|\bda chieu\b|\bdtts\b|\bbtxh\b"
    r"|\b(?:trong |la )?(?:dong bao |nguoi )?dan toc(?: thieu so| khmer)?\b|\btrong dong bao\b"
    r"|\bbao tro xa hoi\b|\bkhong (?:con |co )?kha nang (?:lao dong|ld)\b"
    r"|\b(?:lam cong tac|phu trach)\b|\b(?:da|vua)\b(?= thoat)|\bmoi(?: phat sinh)?$"
    r"|(?<=hoi vien )(?:chi )?(?:hoi )?(?:lhpn|lien hiep phu nu|phu nu|pn|nong dan|nd"
    r"|cuu chien binh|ccb|chu thap do|nguoi cao tuoi)\b|\b(?:phuong|xa)(?: \d{1,2})?$"
    r"|(?<=\bkhom)\s+\d{1,2}\b|(?<=\bap)\s+\d{1,2}\b"
)
_LIST = r"\b(?:danh sach|ds)\s+(?:cac |chu |nhung )?"
_PLACE_IN_TAB = re.compile(r"\b(?:phuong|khom|xa|p|f|k)\.?\s?\d{1,2}\b|\b\d{1,2}$")
_FILLING = frozenset({"thuoc", "dien", "la", "co", "gia", "dinh", "doi", "tuong", "cua", "nam"})


@dataclass
class Categories:
    """The categories of one programme."""

    names: Sequence[str]
    _found: dict[str, str] = field(default_factory=dict)

    def read(self, cell: str, notes: Notes) -> str:
        """The category in a cell; notes what was mended, or that somebody has to look."""
        text = plain(cell)
        if not text:
            notes.add(Why.CATEGORY_EMPTY)
            return ""
        if text not in self._found:
            self._found[text] = self.find(text)
        if found := self._found[text]:
            notes.respell(Column.CATEGORY, cell, found)
        else:
            notes.add(Why.CATEGORY_UNKNOWN, Column.CATEGORY, shown(cell))
        return found

    def find(self, text: str) -> str:
        """The one category that ``text`` means best; empty where none does, or several alike."""
        said = _words(text)
        if not said:
            return ""
        costs = {name: cost for name in self.names if (cost := _cost(said, _words(name))) < _NEVER}
        if not costs:
            costs = {
                name: len(_words(name)) - len(said)
                for name in self.names
                if matches(text, name) or _is_slip_of_its_end(said, _words(name))
            }
        if not costs:
            return ""
        best = [name for name, cost in costs.items() if cost == min(costs.values())]
        return best[0] if len(best) == 1 else ""

    def in_titles(self, titles: Iterable[str]) -> str:
        """The category of which a title says that this is the list; empty where it names more."""
        found = set()
        for title in map(fold, titles):
            for name in self.names:
                if said := re.search(rf"{_LIST}{re.escape(fold(name))}\b(.*)", title):
                    others = any(re.search(one, said[1]) for one in self._siblings(name))
                    found.add("" if others else name)
        return found.pop() if len(found) == 1 else ""

    def in_tab(self, tab: str) -> str:
        """The category that the name of a sheet is, beside a place: *Hộ nghèo P5*."""
        words = _PLACE_IN_TAB.sub(" ", fold(plain(tab))).strip(" -_.,")
        return self.find(words) if words else ""

    def _siblings(self, name: str) -> Iterator[str]:
        """What the categories are called for short that begin like this one: *cận nghèo*."""
        for other in self.names:
            words = fold(other).split()
            if other != name and words[0] == fold(name).split()[0]:
                ends = (words[start:] for start in range(1, len(words) - 1))
                yield from (rf"\b{re.escape(' '.join(end))}\b" for end in ends)


_NEVER = 1_000


def _words(text: str) -> tuple[str, ...]:
    parts = re.findall(r"[^\W_]+", _ASIDE.sub(" ", fold(text)))
    return tuple(part for part in parts if part not in _FILLING) or tuple(parts)


def _cost(said: Sequence[str], name: Sequence[str]) -> int:
    """How many words of a name are left out by what is said, in whatever order."""
    if Counter(said) <= Counter(name):
        return _NEVER if said == name[:1] else len(name) - len(said)  # *Hộ* alone says nothing
    fewest = _left_out("".join(said), tuple(name), initials=_is_initials(said, name))
    return _NEVER if fewest is None else fewest


def _is_slip_of_its_end(said: Sequence[str], name: Sequence[str]) -> bool:
    """*Cận ngèo* for *Hộ cận nghèo*: its last words, with a letter wrong."""
    return 0 < len(said) < len(name) and matches(" ".join(said), " ".join(name[-len(said) :]))


def _is_initials(said: Sequence[str], name: Sequence[str]) -> bool:
    return not any(word in name for word in said)


def _left_out(letters: str, name: tuple[str, ...], *, initials: bool) -> int | None:
    """The fewest words left out when ``letters`` are read as words of ``name``, in order.

    Letters alone must stand for more words than they leave out: TN is not enough for *Hộ mới thoát
    nghèo*, MTN is. With a whole word among them, half of the words are enough.
    """
    skipped = _skips(letters, name)
    if skipped is None:
        return None
    taken = len(name) - skipped
    enough = taken > skipped if initials else taken >= skipped
    return skipped if enough and len(letters) > 1 else None


def _skips(letters: str, name: tuple[str, ...]) -> int | None:
    if not letters:
        return len(name)
    if not name:
        return None
    word, rest = name[0], name[1:]
    ways = [
        _skips(letters[len(part) :], rest) for part in (word, word[0]) if letters.startswith(part)
    ]
    without = _skips(letters, rest)
    if without is not None:
        ways.append(without + 1)
    return min((way for way in ways if way is not None), default=None)
