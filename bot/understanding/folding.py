"""One spelling for many: what people type, reduced to what they mean.

Half of the messages carry no marks, many are shortened, hỏi and ngã are mixed up. Folded text is
lower case without Vietnamese marks (so hỏi equals ngã); Khmer script stays as it is.
"""

import re
import unicodedata
from collections.abc import Sequence
from functools import cache, lru_cache
from importlib.resources import files

from bot.domain.unseen import UNSEEN
from bot.domain.values import dataclass

_MARKS = dict.fromkeys(range(0x0300, 0x0370))
_FOLDED = _MARKS | UNSEEN | {ord("đ"): "d", ord("ð"): "d"}
_HIDDEN = re.compile("[\u00ad\u200b-\u200f\u2060-\u206f\ufeff]")
_HOOK_AS_TILDE = {0x0309: 0x0303}
_TYPED = re.compile(r"[\u1780-\u17ff]+|[^\W_]+(?:&[^\W\d_]+)?")
_STRETCHED = re.compile(r"([a-z])\1{2,}|([aeiouy])\2$")
_NUMBER = re.compile(r"\d+")
_DOUBLED = re.compile(r"([a-z])\1")
_COUNT = re.compile(r"\s*\(\d+\)$")
_CHOSEN = re.compile(r"(?:so|chon|muc|cau|cai|bam)?\s*(\d{1,3})\s*[.)]?")
_POLITE = re.compile(
    r"da|ah?|nha|nhe|nghe|nghen|hen|nhen|uh?|um|vang|oi|oke?|em|toi|tui|con|co|chu|di|voi|giup"
    r"|gium|muon|xin|cho|chon|bam"
)

#: From this share of words with marks on, a text is written with marks.
MARKED_SHARE = 0.3
#: How many letters of politeness may stand around a label that is typed.
_POLITENESS = 40

#: How far from a short form its condition looks, in words.
_BESIDE = 2


@lru_cache(maxsize=1 << 13)  # most of what is folded is single words, and they repeat
def fold(text: str) -> str:
    """``text`` in lower case, without Vietnamese marks, white space collapsed."""
    plain = unicodedata.normalize("NFD", text.lower()).translate(_FOLDED)
    return " ".join(unicodedata.normalize("NFC", plain).split())


def fold_text(text: str) -> str:
    """``fold`` of a whole text: those seldom repeat, so none is kept."""
    return fold.__wrapped__(text)


@lru_cache(maxsize=1 << 4)
def words(text: str) -> tuple[str, ...]:
    """The folded words of ``text``, short forms written out; a run of Khmer script is one word."""
    return tuple(word for spelt in spelled(text) for word in spelt.words)


@dataclass(frozen=True, slots=True)
class Spelled:
    """A word as it was typed, and the folded words it stands for (one, unless it was short)."""

    typed: str
    words: tuple[str, ...]


@lru_cache(maxsize=1 << 7)  # one text is looked at from several sides in a row
def spelled(text: str) -> tuple[Spelled, ...]:
    """``words`` beside what was typed, in order."""
    typed = _TYPED.findall(unicodedata.normalize("NFC", _HIDDEN.sub("", text)))
    plain = [_plain(word) for word in typed]
    return tuple(
        _alone(word) or Spelled(word, _meaning(plain, place)) for place, word in enumerate(typed)
    )


def meanings(typed: str) -> set[str]:
    """The first folded words that ``typed`` may stand for, whatever stands beside it."""
    plain = [_plain(word) for word in _TYPED.findall(unicodedata.normalize("NFC", typed))][:1]
    short = [one.meaning[0] for word in plain for one in _lexicon().get(_shape(word), ())]
    return {*plain, *short}


@lru_cache(maxsize=1 << 13)
def _alone(typed: str) -> Spelled | None:
    """A word that means itself, whatever stands beside it; None for what may be a short form."""
    word = _plain(typed)
    return None if _shape(word) in _lexicon() else Spelled(typed, (word,))


def is_marked(typed: Sequence[Spelled]) -> bool:
    """Whether the words were written with Vietnamese marks, so that marks can be relied on."""
    return marked_share(typed) > MARKED_SHARE


def marked_share(typed: Sequence[Spelled]) -> float:
    """How many of the words bear marks, of those that could."""
    letters = [one.typed for one in typed if one.typed.isalpha()]
    return sum(map(_bears_marks, letters)) / max(len(letters), 1)


@lru_cache(maxsize=1 << 13)
def _bears_marks(word: str) -> bool:
    return fold(word) != word.lower()


@lru_cache(maxsize=1 << 13)
def marked(word: str) -> str:
    """A word in lower case with its marks, however they were placed; hỏi and ngã are one."""
    split = unicodedata.normalize("NFD", word.lower()).translate(_HOOK_AS_TILDE)
    letters = "".join(one for one in split if not unicodedata.combining(one))
    return letters + "".join(sorted(one for one in split if unicodedata.combining(one)))


@lru_cache(maxsize=1 << 13)
def _plain(typed: str) -> str:
    """A word folded; ``quaaa`` and ``quaa`` are ``qua``, two-letter words stay."""
    word = fold(typed)
    return _STRETCHED.sub(r"\1\2", word) if len(word) > 2 else word


# ── words typed instead of a button ──────────────────────────────────────────────────────────


def matches(typed: str, label: str) -> bool:
    """Whether ``typed`` means ``label``: marks, spaces, politeness and small slips do not matter.

    The more letters a label has, the more slips are forgiven; a short word must be right.
    """
    if len(typed) > 2 * len(label) + _POLITENESS:
        return False  # somebody tells a story, or asks
    if _is_another_word(typed.strip(), label):
        return False
    wanted = _heard(_bare(label))
    return bool(wanted.joined) and any(_close(said, wanted) for said in _sayings(typed))


def _is_another_word(typed: str, label: str) -> bool:
    """Whether two single words bear different marks: *Thới* is a name, and *Thôi* leaves."""
    if not (typed.isalpha() and label.isalpha() and _bears_marks(typed) and _bears_marks(label)):
        return False
    return marked(typed) != marked(label)


def begins_words(typed: str, name: str) -> bool:
    """Whether each word of ``typed`` begins a word of ``name``: ``tha lan``, Thạch Thị Lan."""
    said, parts = fold(typed).split(), fold(name).split()
    return bool(said) and all(any(part.startswith(word) for part in parts) for word in said)


@lru_cache(maxsize=1 << 4)  # the same words are held against one label after the other
def _sayings(typed: str) -> tuple["_Heard", ...]:
    """What was typed, as it is and without politeness, where that leaves something."""
    said = _bare(typed)
    return tuple(_heard(one) for one in dict.fromkeys((said, _blunt(said))) if one)


@dataclass(frozen=True, slots=True)
class _Heard:
    """Bare words, ready to be held against others."""

    words: tuple[str, ...]
    joined: str
    letters: frozenset[str]
    has_number: bool


@lru_cache(maxsize=1 << 11)
def _heard(said: tuple[str, ...]) -> _Heard:
    joined = "".join(said)
    return _Heard(said, joined, frozenset(joined), any(word.isdigit() for word in said))


def pick(typed: str, labels: Sequence[str]) -> int | None:
    """Which of the choices last shown ``typed`` means, by its words or its number; None if unclear.

    A number is a place in the list, or the number a label carries; where both are possible and
    differ, it is unclear.
    """
    for meant in (_exactly, _nearly, _beginning, _within, _numbered):
        if found := {place for place, label in enumerate(labels) if meant(typed, place, label)}:
            return found.pop() if len(found) == 1 else None
    return None


def _exactly(typed: str, _place: int, label: str) -> bool:
    return bool(_bare(typed)) and _bare(typed) == _bare(label)


def _nearly(typed: str, _place: int, label: str) -> bool:
    return matches(typed, label)


def _beginning(typed: str, _place: int, label: str) -> bool:
    said = _blunt(_bare(typed))
    return len("".join(said)) > 3 and _bare(label)[: len(said)] == said


def _within(typed: str, _place: int, label: str) -> bool:
    whole = f" {' '.join(_bare(label))} "
    said = [" ".join(one) for one in (_bare(typed), _blunt(_bare(typed)))]
    return any(len(one) > 4 and f" {one} " in whole for one in said)


def _numbered(typed: str, place: int, label: str) -> bool:
    number = _CHOSEN.fullmatch(fold(typed))
    own = map(int, _NUMBER.findall(_named(label)))
    return number is not None and int(number[1]) in (place + 1, *own)


def _named(label: str) -> str:
    """A label without the count that a menu adds: ``Hàng đợi (3)``."""
    return _COUNT.sub("", fold(label))


@lru_cache(maxsize=1 << 11)  # labels, and what is held against all of them
def _bare(text: str) -> tuple[str, ...]:
    return tuple(word.replace("y", "i") for word in words(_named(text)))


@lru_cache(maxsize=1 << 9)
def _blunt(said: tuple[str, ...]) -> tuple[str, ...]:
    """Without the polite words around it; what is only polite stays."""
    kept = [place for place, word in enumerate(said) if not _POLITE.fullmatch(word)]
    return said[kept[0] : kept[-1] + 1] if kept else said


def _close(said: _Heard, wanted: _Heard) -> bool:
    if said.joined == wanted.joined:
        return True
    if said.has_number or wanted.has_number:
        return False  # another number is another thing
    if len(wanted.words) > 2:
        most = len(wanted.joined) // 6
        foreign = len(said.letters - wanted.letters)  # each of them is a slip
        return foreign <= most and _slips_at_most(said.joined, wanted.joined, most)
    same_length = len(said.words) == len(wanted.words)
    return same_length and all(map(_same_word, said.words, wanted.words))


def _same_word(said: str, wanted: str) -> bool:
    said, wanted = _DOUBLED.sub(r"\1", said), _DOUBLED.sub(r"\1", wanted)
    if sorted(said) == sorted(wanted) and len(wanted) > 3:
        return _slips_at_most(said, wanted, 1)
    return _slips_at_most(said, wanted, (len(wanted) - 1) // 4)


def _slips_at_most(said: str, wanted: str, most: int) -> bool:
    """Whether at most so many letters are wrong, missing, too many, or swapped with the next one.

    Words of different lengths differ by that many letters at least, and slips only grow.
    """
    if abs(len(said) - len(wanted)) > most:
        return False
    before: list[int] = []
    last = list(range(len(wanted) + 1))
    for row, letter in enumerate(said, 1):
        now = [row]
        for column, other in enumerate(wanted, 1):
            cost = min(last[column] + 1, now[-1] + 1, last[column - 1] + (letter != other))
            if row > 1 < column and letter == wanted[column - 2] and said[row - 2] == other:
                cost = min(cost, before[column - 2] + 1)
            now.append(cost)
        if min(now) > most:
            return False
        before, last = last, now
    return last[-1] <= most


# ── short forms ──────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Short:
    """One line of ``lexicon.tsv``."""

    meaning: tuple[str, ...]
    beside: frozenset[str]
    unless: bool

    def applies(self, typed: Sequence[str], place: int) -> bool:
        before = typed[max(0, place - _BESIDE) : place]
        if self.unless:
            return self.beside.isdisjoint(map(_shape, before))
        around = (*before, *typed[place + 1 : place + 1 + _BESIDE])
        return not self.beside or not self.beside.isdisjoint(map(_shape, around))


def _meaning(typed: Sequence[str], place: int) -> tuple[str, ...]:
    word = typed[place]
    for short in _lexicon().get(_shape(word), ()):
        if short.applies(typed, place):
            number = _NUMBER.search(word)
            value = number[0] if number else ""
            return tuple(value if part == "#" else part for part in short.meaning)
    return (word,)


def _shape(word: str) -> str:
    """Every number looks the same: ``0`` alone, ``#`` within a word."""
    if word.isalpha():
        return word
    return "0" if word.isdigit() else _NUMBER.sub("#", word, count=1)


def forget_texts() -> None:
    """What people wrote is no longer kept at hand."""
    for one in (fold, words, spelled, _sayings, _heard, _bare, _blunt):
        one.cache_clear()


@cache
def _lexicon() -> dict[str, tuple[_Short, ...]]:
    lines = (files(__package__) / "lexicon.tsv").read_text("utf-8").splitlines()
    found: dict[str, tuple[_Short, ...]] = {}
    for line in lines:
        if line and not line.startswith("# "):
            typed, meaning, beside = line.split("\t")
            short = _Short(
                meaning=tuple(fold(meaning).split()),
                beside=frozenset(beside.removeprefix("!").split()),
                unless=beside.startswith("!"),
            )
            found[typed] = (*found.get(typed, ()), short)
    return found
