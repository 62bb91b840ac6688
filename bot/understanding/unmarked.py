"""Marks put back on words that were typed without them, where they can be known.

For a look at what an answer tells, not for showing: a word that may be two is read as the one that
``unmarked.tsv`` names, and what is not there stays as it was typed. Names are left alone.
"""

import re
import unicodedata
from collections.abc import Collection, Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from bot.domain.values import dataclass
from bot.understanding.folding import MARKED_SHARE, fold

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 4  # words in a phrase
#: Stands for a name that begins with a capital.
_ANY_NAME = "*"
#: What people write of HIV and of cancer: capitals that are nobody's name.
_ILLNESSES = frozenset({"H", "K"})


@dataclass(frozen=True, slots=True)
class Read:
    """A text with its marks, and where each of its letters stands in what was typed."""

    text: str
    typed: str
    places: tuple[int, ...]

    def as_typed(self, start: int, end: int) -> str:
        """What was typed for a stretch of the text, from one word to another."""
        return self.typed[self.places[start] : self.places[end]]


class _Reading(NamedTuple):
    """What a phrase is read as, and whether also beside words with marks."""

    words: tuple[str, ...]
    anywhere: bool


def read(typed: str, names: Collection[str] = ()) -> Read:
    """``typed`` with the marks that can be known; the words of ``names`` stay."""
    typed = unicodedata.normalize("NFC", typed)
    words = list(_WORD.finditer(typed))
    kept = _kept(typed, words, names)
    text, places, done = "", [], 0
    for start, end, said in _changed(typed, words, kept):
        text += typed[done:start] + said
        places += [*range(done, start), *_along(start, end, len(said))]
        done = end
    return Read(text + typed[done:], typed, (*places, *range(done, len(typed) + 1)))


def _along(start: int, end: int, length: int) -> Iterator[int]:
    """Places for the letters of one word: side by side, unless it was written out."""
    yield start
    yield from range(start + 1, end) if length == end - start else [end] * (length - 1)


def _kept(typed: str, words: Sequence[re.Match[str]], names: Collection[str]) -> set[int]:
    """The words that are left alone: names, and those with one capital inside a sentence."""
    kept = set()
    for name in names:
        if (start := typed.find(name)) < 0:
            continue
        kept |= {at for at, one in enumerate(words) if start <= one.start() < start + len(name)}
    if typed.isupper():
        return kept
    named = [one[0].istitle() and one[0] not in _ILLNESSES for one in words]
    return kept | {at for at, is_named in enumerate(named) if at and is_named}


def _changed(
    typed: str, words: Sequence[re.Match[str]], kept: Collection[int]
) -> Iterator[tuple[int, int, str]]:
    """Each word that is read otherwise than typed: where it stands, and how it is read."""
    is_bare = _is_bare(words)
    at = 0
    while at < len(words):
        found = _longest(words, at, kept, is_bare)
        for one, said in zip(words[at:], found, strict=False):
            if said and one[0].lower() != said:
                yield one.start(), one.end(), _cased(one[0], said, typed.isupper())
        at += max(len(found), 1)


def _longest(
    words: Sequence[re.Match[str]], at: int, kept: Collection[int], is_bare: bool
) -> tuple[str, ...]:
    """How the longest known phrase that begins here is read, word by word; empty if none does."""
    for size in range(min(_LONGEST, len(words) - at), 0, -1):
        here = [one[0] for one in words[at : at + size]]
        names = [at + place in kept for place in range(size)]
        for shape in _shapes(here, names):
            reading = _table().get(shape)
            if reading and (is_bare or reading.anywhere) and _fits(here, reading.words):
                return reading.words
    return ()


def _shapes(here: Sequence[str], names: Sequence[bool]) -> Iterator[tuple[str, ...]]:
    """How words are looked up: as they are, or with a name at their end."""
    if not any(names):
        yield tuple(map(fold, here))
    if len(here) > 1 and names[-1] and not any(names[:-1]):
        yield (*map(fold, here[:-1]), _ANY_NAME)


def _fits(here: Sequence[str], said: Sequence[str]) -> bool:
    """Whether the marks that were typed are those that would be read; of a short form only Đ."""
    return all(
        one.lower() in (fold(one), word)
        or (fold(one) != fold(word) and one.lower().replace("đ", "d") == fold(one))
        for one, word in zip(here, said, strict=True)
    )


def _cased(typed: str, said: str, is_upper: bool) -> str:
    return said.capitalize() if typed.istitle() and len(typed) > 1 and not is_upper else said


def _is_bare(words: Sequence[re.Match[str]]) -> bool:
    letters = [one[0] for one in words if one[0].isalpha()]
    marked = [one for one in letters if fold(one) != one.lower()]
    return len(marked) <= MARKED_SHARE * len(letters)


@cache
def _table() -> dict[tuple[str, ...], _Reading]:
    """The phrases of ``unmarked.tsv``, by how they are typed; the first of two alike counts."""
    lines = (files(__package__) / "unmarked.tsv").read_text("utf-8").splitlines()
    found: dict[tuple[str, ...], _Reading] = {}
    for line in lines:
        if line and not line.startswith("#"):
            where, phrases = line.split("\t")
            for phrase in phrases.split(", "):
                typed, _, said = phrase.rpartition("=")
                reading = _Reading(_per_word(typed, said), where == "any")
                found.setdefault(tuple(map(fold, (typed or said).split())), reading)
    return found


def _per_word(typed: str, said: str) -> tuple[str, ...]:
    """One reading a word as typed: the short form gets all the words that it stands for."""
    words = said.replace(_ANY_NAME, "").split() + [""] * said.count(_ANY_NAME)
    short = (typed or said).split()
    spare = len(words) - len(short)
    at = next((at for at, one in enumerate(short) if fold(one) != fold(words[at])), 0)
    return (*words[:at], " ".join(words[at : at + spare + 1]), *words[at + spare + 1 :])
