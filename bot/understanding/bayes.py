"""A small naive Bayes: how much each word speaks for each label. Pure Python, trained at start.

It learns from whole examples and from bare phrases alike. What it returns are sums of
log-likelihood ratios against the average label, comparable within one text only.
"""

import math
import re
from array import array
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

from bot.understanding.folding import Spelled, is_marked, marked, spelled

_KHMER = re.compile(r"[\u1780-\u17ff]")
_PHONE = re.compile(r"0\d{9}$")
_LINK = re.compile(r"https?://|www\.|\.com\b|t\.me/")
#: What a feature weighs: a word 1, the others less, because they repeat it.
_PAIR, _MARKED, _SYLLABLES = 0.6, 0.5, 0.3


@lru_cache(maxsize=8)  # one text is weighed by several in a row
def features(text: str) -> Mapping[str, float]:
    """What a text is seen as: words, neighbouring words, marked words, pieces of Khmer script."""
    typed = spelled(text)
    found: dict[str, float] = {}
    if _LINK.search(text.lower()):
        found["@link"] = 1.0
    _add_words(found, typed)
    if is_marked(typed):
        _add_marked(found, typed)
    return found


def _add_words(found: dict[str, float], typed: tuple[Spelled, ...]) -> None:
    before = ""
    for word in (part for one in typed for part in one.words):
        if _KHMER.match(word):
            found |= {f"^{piece}": _SYLLABLES for piece in _pieces(word)}
            before = ""
            continue
        plain = ("@phone" if _PHONE.match(word) else "#") if word.isdigit() else word
        found[plain] = 1.0
        if before:
            found[f"{before} {plain}"] = _PAIR
        before = plain


def _add_marked(found: dict[str, float], typed: tuple[Spelled, ...]) -> None:
    before = ""
    for word in (marked(one.typed) for one in typed if one.typed.isalpha()):
        found[f"*{word}"] = _MARKED
        if before:
            found[f"*{before} {word}"] = _MARKED * _PAIR
        before = word


def _pieces(word: str) -> Iterable[str]:
    return (
        word[start : start + size] for size in (3, 4, 5) for start in range(len(word) - size + 1)
    )


Counts = Mapping[str, Mapping[str, float]]  #: by label, how often each feature was seen


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text and the label it stands for."""

    text: str
    label: str


class Bayes:
    """Which label the words of a text speak for."""

    #: How strongly a label's words are drawn to the average, in features.
    _PRIOR = 300.0

    def __init__(self, counts: Counts) -> None:
        total: Counter[str] = Counter()
        for of_label in counts.values():
            total.update(of_label)
        everything = sum(total.values())
        self._labels = tuple(counts)
        self._base: list[float] = []  #: by the label's place
        gained: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, of_label in enumerate(counts.values()):
            size = sum(of_label.values()) + self._PRIOR
            base = math.log(self._PRIOR / size)
            self._base.append(base)
            for feature, seen in of_label.items():
                average = total[feature] / everything
                ratio = math.log((seen + self._PRIOR * average) / (size * average))
                gained[feature].append((place, ratio - base))
        self._rows = {feature: row for row, feature in enumerate(gained)}
        self._pack(gained.values())

    def _pack(self, gained: Collection[list[tuple[int, float]]]) -> None:
        """Places and gains in two long rows: a question looks at a thousand of them."""
        self._places = bytes(place for row in gained for place, _ in row)
        self._gains = array("d", (gain for row in gained for _, gain in row))
        self._starts = array("L", accumulate(map(len, gained), initial=0))

    @classmethod
    def taught(cls, lessons: Iterable[Lesson]) -> "Bayes":
        return cls(counted(lessons))

    def scores(self, seen: Mapping[str, float]) -> dict[str, float]:
        """For each label the sum of what the features speak for it; longer texts do not shout."""
        size, sums = 0.0, [0.0] * len(self._labels)
        starts, places, gains = self._starts, self._places, self._gains
        for feature, weight in seen.items():
            if (row := self._rows.get(feature)) is not None:
                size += weight
                for at in range(starts[row], starts[row + 1]):
                    sums[places[at]] += weight * gains[at]
        shout = max(size, 3.0) ** 0.5
        return {
            label: (base * size + one) / shout
            for label, base, one in zip(self._labels, self._base, sums, strict=True)
        }


def counted(lessons: Iterable[Lesson]) -> dict[str, Counter[str]]:
    """How often each feature was seen with each label."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for lesson in lessons:
        counts[lesson.label].update(features(lesson.text).keys())
    return counts
