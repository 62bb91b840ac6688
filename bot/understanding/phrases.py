"""Known phrases in a text, with the asker's own words where they were found."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from bot.understanding.folding import Spelled, fold, is_marked, marked, spelled

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
            elif parts := _parts(spelled(phrase)):
                spelling = tuple(part.plain for part in parts)
                marks = tuple(part.marks for part in parts)
                self._longest[spelling[0]] = max(self._longest[spelling[0]], len(spelling))
                self._labels[spelling].setdefault(label, []).append(marks)

    def found(self, text: str) -> list[Hit]:
        """Every phrase in ``text`` that is not part of a longer one of the same label."""
        return [*self._in_words(_parts(spelled(text))), *self._in_khmer(text)]

    def _in_words(self, parts: Sequence["_Part"]) -> Iterator[Hit]:
        taken: dict[str, set[int]] = defaultdict(set)
        plain = tuple(part.plain for part in parts)
        for start, size in self._places(plain):
            labels = self._labels.get(plain[start : start + size])
            if labels is None:
                continue
            place, here = range(start, start + size), parts[start : start + size]
            for label, spellings in labels.items():
                if not taken[label].issuperset(place) and _agree(here, spellings):
                    taken[label].update(place)
                    weight = (size**1.5 if size > 1 else 0.5) / len(labels) ** 0.5
                    yield Hit(label=label, typed=_typed(here), weight=weight)

    def _places(self, plain: Sequence[str]) -> list[tuple[int, int]]:
        """(start, size) of what may be a phrase, the longest first."""
        most = [self._longest.get(word, 0) for word in plain]
        found = [
            (start, size)
            for start, longest in enumerate(most)
            for size in range(1, min(longest, _LONGEST, len(plain) - start) + 1)
        ]
        return sorted(found, key=lambda one: (-one[1], one[0]))

    def _in_khmer(self, text: str) -> Iterator[Hit]:
        folded = fold(text)
        for phrase, label in self._khmer if _KHMER.search(folded) else ():
            if phrase in folded:
                yield Hit(label=label, typed=phrase, weight=(len(phrase) / 4) ** 1.2)


#: A phrase's words with their marks; None where a word is written out from a short form.
_Marks = tuple[str | None, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """A folded word, how it was typed, and its marks if they can be relied on."""

    plain: str
    typed: str
    marks: str | None


def _parts(typed: tuple[Spelled, ...]) -> list[_Part]:
    exact = is_marked(typed)
    return [
        _Part(part, one.typed, marked(one.typed) if exact and len(one.words) == 1 else None)
        for one in typed
        for part in one.words
    ]


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
