"""Known phrases in a text, with the asker's own words where they were found."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from bot.domain.values import dataclass
from bot.understanding.folding import Spelled, fold, is_marked, marked, spelled
from bot.understanding.heard import Heard

_KHMER = re.compile(r"[\u1780-\u17ff]")
_LONGEST = 8  # words in a phrase


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A phrase of a label, found in a text."""

    label: str
    typed: str  #: as the asker wrote it
    weight: float  #: more words and fewer labels that share them weigh more


class Phrases:
    """The phrases that point to labels."""

    def __init__(self, phrases: Iterable[tuple[str, str]]) -> None:
        """``phrases``: (phrase, label), as people type them."""
        self._labels: dict[tuple[str, ...], dict[str, list[_Marks]]] = defaultdict(dict)
        self._longest: dict[str, int] = defaultdict(int)  #: of the phrases that begin with a word
        self._khmer: list[tuple[str, str]] = []
        for phrase, label in phrases:
            if _KHMER.search(phrase):
                self._khmer.append((fold(phrase), label))
            elif parts := _spelled_parts(phrase):
                spelling = tuple(part.plain for part in parts)
                marks = tuple(part.marks for part in parts)
                self._longest[spelling[0]] = max(self._longest[spelling[0]], len(spelling))
                self._labels[spelling].setdefault(label, []).append(marks)

    def found(self, heard: Heard) -> list[Hit]:
        """Every phrase in a text that is not part of a longer one of the same label."""
        return [*self._in_words(heard), *(self._in_khmer(heard.folded) if heard.is_khmer else ())]

    def _in_words(self, heard: Heard) -> Iterator[Hit]:
        taken: dict[str, set[int]] = defaultdict(set)
        places = self._places(heard.words)
        parts = _parts(heard.typed, heard.is_marked) if places else []
        for start, size in places:
            labels = self._labels[heard.words[start : start + size]]
            place, here = range(start, start + size), parts[start : start + size]
            for label, spellings in labels.items():
                if not taken[label].issuperset(place) and _agree(here, spellings):
                    taken[label].update(place)
                    weight = (size**1.5 if size > 1 else 0.5) / len(labels) ** 0.5
                    yield Hit(label=label, typed=_typed(here), weight=weight)

    def _places(self, plain: tuple[str, ...]) -> list[tuple[int, int]]:
        """(start, size) of what is spelled like a phrase, the longest first."""
        longest, known = self._longest, self._labels
        found = [
            (start, size)
            for start, word in enumerate(plain)
            if word in longest
            for size in range(1, min(longest[word], _LONGEST, len(plain) - start) + 1)
            if plain[start : start + size] in known
        ]
        return sorted(found, key=lambda one: (-one[1], one[0]))

    def _in_khmer(self, folded: str) -> Iterator[Hit]:
        for phrase, label in self._khmer:
            if phrase in folded:
                yield Hit(label=label, typed=phrase, weight=(len(phrase) / 4) ** 1.2)


#: A phrase's words with their marks; None where a word is written out from a short form.
_Marks = tuple[str | None, ...]


class _Part(NamedTuple):
    """A folded word, how it was typed, and its marks if they can be relied on."""

    plain: str
    typed: str
    marks: str | None


def _parts(typed: Iterable[Spelled], exact: bool) -> list[_Part]:
    return [
        _Part(part, one.typed, marked(one.typed) if exact and len(one.words) == 1 else None)
        for one in typed
        for part in one.words
    ]


def _spelled_parts(phrase: str) -> list[_Part]:
    typed = spelled(phrase)
    return _parts(typed, is_marked(typed))


def _agree(here: Sequence[_Part], spellings: Iterable[_Marks]) -> bool:
    """Whether the marks allow one of the spellings: ``vậy`` is not ``vay``, ``vay`` may be."""
    return any(
        all(
            part.marks in (None, wanted) or wanted is None or (len(here) > 1 and _bare(part))
            for part, wanted in zip(here, spelling, strict=True)
        )
        for spelling in spellings
    )


def _bare(part: _Part) -> bool:
    return part.marks == part.plain


def _typed(here: Sequence[_Part]) -> str:
    return " ".join(dict.fromkeys(part.typed for part in here))
