"""Known phrases in a text, with the asker's own words where they were found."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from bot.understanding.folding import fold, is_marked, marked, spelled, words

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
        self._labels: dict[tuple[str, ...], set[str]] = defaultdict(set)
        self._marks: dict[tuple[tuple[str, ...], str], set[str]] = defaultdict(set)
        self._khmer: list[tuple[str, str]] = []
        for phrase, label in phrases:
            if _KHMER.search(phrase):
                self._khmer.append((fold(phrase), label))
            elif spelling := words(phrase):
                self._labels[spelling].add(label)
                self._marks[spelling, label].add(marked(phrase))

    def found(self, text: str) -> list[Hit]:
        """Every phrase in ``text`` that is not part of a longer one of the same label."""
        return [*self._in_words(text), *self._in_khmer(text)]

    def _in_words(self, text: str) -> Iterator[Hit]:
        message = spelled(text)
        exact = is_marked(message)
        typed = [(one.typed, part) for one in message for part in one.words]
        taken: dict[str, set[int]] = defaultdict(set)
        for size in range(min(_LONGEST, len(typed)), 0, -1):
            for start in range(len(typed) - size + 1):
                place = range(start, start + size)
                spelling = tuple(part for _, part in typed[start : start + size])
                labels = self._labels.get(spelling, ())
                for label in labels:
                    if size == 1 and exact and self._other(typed[start], label):
                        continue
                    if not taken[label].issuperset(place):
                        taken[label].update(place)
                        weight = (size**1.5 if size > 1 else 0.5) / len(labels) ** 0.5
                        own = dict.fromkeys(word for word, _ in typed[start : start + size])
                        yield Hit(label=label, typed=" ".join(own), weight=weight)

    def _other(self, typed: tuple[str, str], label: str) -> bool:
        """Whether a single word, typed with marks, is another word than the label's: vậy, vay."""
        word, part = typed
        return marked(word) not in self._marks[(part,), label]

    def _in_khmer(self, text: str) -> Iterator[Hit]:
        folded = unicodedata.normalize("NFC", fold(text))
        for phrase, label in self._khmer:
            if phrase in folded:
                yield Hit(label=label, typed=phrase, weight=(len(phrase) / 4) ** 1.2)
