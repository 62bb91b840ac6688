"""Messages that are wholly made of known phrases: whoever says anything beside them says more.

Phrases are written with their marks. Words typed without marks mean any of them, words with other
marks do not: *gặp cán bộ* is not *gấp*.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import field
from typing import NamedTuple

from bot.domain.values import dataclass
from bot.understanding.folding import fold, marked, spelled

#: So many letters, at most, are such a message; a longer one is not even read.
_LETTERS = 120


class Word(NamedTuple):
    """A word without marks, and with those it bears (the same where none)."""

    bare: str
    marks: str


#: A phrase, word by word.
Phrase = tuple[Word, ...]


def said_in(text: str) -> tuple[Word, ...]:
    """The words of a short message, short forms written out; none of a long one."""
    if len(text) > _LETTERS:
        return ()
    found = []
    for one in spelled(text):
        whole = len(one.words) == 1 and fold(one.typed) == one.words[0]
        found += [Word(word, marked(one.typed) if whole else word) for word in one.words]
    return tuple(found)


def phrases(written: str) -> frozenset[Phrase]:
    """Phrases as a table writes them, one from the other by ``|``; ``=`` before one wants marks."""
    parts = (tuple(map(_written, one.split())) for one in written.split("|"))
    return frozenset(part for part in parts if part)


def _written(word: str) -> Word:
    return Word("", marked(word[1:])) if word.startswith("=") else Word(fold(word), marked(word))


@dataclass(frozen=True, slots=True)
class Wholly:
    """What a message has to hold, a phrase of each of ``needed``, and what may stand beside it."""

    needed: tuple[frozenset[Phrase], ...]
    beside: frozenset[Phrase]
    _known: Mapping[str, Sequence[Phrase]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        """Every phrase by its first word without marks, the longest first."""
        known: dict[str, list[Phrase]] = defaultdict(list)
        for one in sorted(self.beside.union(*self.needed), key=len, reverse=True):
            known[one[0].bare or fold(one[0].marks)].append(one)
        object.__setattr__(self, "_known", known)

    def covers(self, said: Sequence[Word]) -> bool:
        """Whether nothing but these phrases is said, and all that is needed."""
        found = list(self._taken(said))
        everything = sum(map(len, found)) == len(said)
        return everything and all(not one.isdisjoint(found) for one in self.needed)

    def beginning(self, said: Sequence[Word]) -> int:
        """How many words at its beginning are these phrases; 0 where what is needed lacks."""
        found = list(self._taken(said))
        needed = all(not one.isdisjoint(found) for one in self.needed)
        return sum(map(len, found)) if needed else 0

    def _taken(self, said: Sequence[Word]) -> Iterator[Phrase]:
        """The phrases one after the other, up to the first word that begins none."""
        at = 0
        while at < len(said):
            fits = (one for one in self._known.get(said[at].bare, ()) if _stands(one, said[at:]))
            one = next(fits, None)
            if one is None:
                return
            yield one
            at += len(one)


def _stands(phrase: Phrase, said: Sequence[Word]) -> bool:
    return len(phrase) <= len(said) and all(map(_is_word, phrase, said))


def _is_word(known: Word, said: Word) -> bool:
    return said.marks == known.marks or said.marks == said.bare == known.bare


@dataclass(frozen=True, slots=True)
class InOrder:
    """A phrase for each of its places, one behind the other, and nothing else."""

    places: tuple[frozenset[Phrase], ...]

    def covers(self, said: Sequence[Word]) -> bool:
        """Whether the message is such a row of phrases."""
        ends = {0}
        for place in self.places:
            ends = {at + len(one) for at in ends for one in place if _stands(one, said[at:])}
        return bool(said) and len(said) in ends


def wholly(*needed: str, beside: Iterable[str]) -> Wholly:
    """From tables as they are written."""
    return Wholly(tuple(map(phrases, needed)), phrases("|".join(beside)))


def in_order(*places: str) -> InOrder:
    """From tables as they are written; a place that ends with ``|`` may stay empty."""
    return InOrder(tuple(phrases(one) | ({()} if one.endswith("|") else set()) for one in places))
