"""A small naive Bayes: how much each word speaks for each label. Pure Python.

It learns from whole examples and from bare phrases alike. What it returns are sums of
log-likelihood ratios against the average label, comparable within one text only.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache

from bot.domain.values import dataclass
from bot.understanding.folding import marked
from bot.understanding.heard import Heard, hear
from bot.understanding.lanes import packed, unpacked

_PHONE = re.compile(r"0\d{9}$")
_LINK = re.compile(r"https?://|www\.|\.com\b|t\.me/")
#: What a feature weighs: a word 1, the others less, because they repeat it.
_PAIR, _MARKED, _MARKED_PAIR, _SYLLABLES = 0.6, 0.5, 0.3, 0.3


@lru_cache(maxsize=8)  # one text is weighed by several in a row
def features(text: str) -> Mapping[str, float]:
    """What a text is seen as: words, neighbouring words, marked words, pieces of Khmer script."""
    heard = hear(text)
    found: dict[str, float] = {}
    if "." in text or "/" in text:
        found |= {"@link": 1.0} if _LINK.search(text.lower()) else {}
    _add_words(found, heard)
    if heard.is_marked:
        _add_marked(found, heard)
    return found


def weight_of(feature: str) -> float:
    """What a feature weighs; its name tells."""
    if feature[0] == "*":
        return _MARKED_PAIR if " " in feature else _MARKED
    if feature[0] == "^":
        return _SYLLABLES
    return _PAIR if " " in feature else 1.0


def _add_words(found: dict[str, float], heard: Heard) -> None:
    before = ""
    for word in heard.words:
        if heard.is_khmer and "\u1780" <= word[0] <= "\u17ff":
            found |= {f"^{piece}": _SYLLABLES for piece in _pieces(word)}
            before = ""
            continue
        plain = ("@phone" if _PHONE.match(word) else "#") if word.isdigit() else word
        found[plain] = 1.0
        if before:
            found[f"{before} {plain}"] = _PAIR
        before = plain


def _add_marked(found: dict[str, float], heard: Heard) -> None:
    before = ""
    for word in [marked(one.typed) for one in heard.typed if one.typed.isalpha()]:
        found[f"*{word}"] = _MARKED
        if before:
            found[f"*{before} {word}"] = _MARKED_PAIR
        before = word


def _pieces(word: str) -> Iterable[str]:
    return (
        word[start : start + size] for size in (3, 4, 5) for start in range(len(word) - size + 1)
    )


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each feature was seen with each label."""

    labels: tuple[str, ...]
    sizes: tuple[int, ...]  #: of each label, all its features together
    rows: Mapping[str, str]  #: by feature: place of a label, count, place, count …

    def __add__(self, other: "Counts") -> "Counts":
        labels = tuple(dict.fromkeys((*self.labels, *other.labels)))
        sizes = Counter(dict(zip(self.labels, self.sizes, strict=True)))
        sizes.update(dict(zip(other.labels, other.sizes, strict=True)))
        places = [labels.index(one) for one in other.labels]
        rows = dict(self.rows)
        for feature, row in other.rows.items():
            moved = " ".join(f"{places[place]} {count}" for place, count in opened(row))
            rows[feature] = f"{rows[feature]} {moved}" if feature in rows else moved
        return Counts(labels, tuple(sizes[one] for one in labels), rows)


def opened(row: str) -> Iterable[tuple[int, int]]:
    """The (place, count) pairs of a row of ``Counts``."""
    numbers = list(map(int, row.split()))
    return zip(numbers[::2], numbers[1::2], strict=True)


Seer = Callable[[str], Iterable[str]]


@dataclass(frozen=True, slots=True)
class Lesson:
    """A text and the label it stands for."""

    text: str
    label: str


class Bayes:
    """Which label the words of a text speak for."""

    #: How strongly a label's words are drawn to the average, in features.
    _PRIOR = 300.0
    #: Weights and gains are added up as whole numbers of these.
    _TENTHS, _GAIN = 10, 1 << 14

    def __init__(self, counts: Counts, speaks: Mapping[str, Sequence[str]] | None = None) -> None:
        """``speaks``: for which labels each label of the counts speaks; None: for itself."""
        heard = {one: (one,) for one in counts.labels} if speaks is None else speaks
        spoken = [tuple(heard.get(one, ())) for one in counts.labels]
        self._labels = tuple(dict.fromkeys(label for labels in spoken for label in labels))
        place_of = {label: place for place, label in enumerate(self._labels)}
        self._speaks = [tuple(place_of[one] for one in labels) for labels in spoken]
        sizes = [self._PRIOR] * len(self._labels)
        for places, size in zip(self._speaks, counts.sizes, strict=True):
            for place in places:
                sizes[place] += size
        self._everything = sum(
            size for size, places in zip(counts.sizes, self._speaks, strict=True) if places
        )
        self._base = [math.log(self._PRIOR / size) for size in sizes]
        #: A row is made ready when its feature is first heard: most never are.
        self._told, self._rows = counts.rows, dict[str, int]()

    def scores(self, seen: Iterable[str]) -> dict[str, float]:
        """For each label the sum of what the features speak for it; longer texts do not shout."""
        total, rows, told = 0, self._rows, self._told
        for feature in seen:
            row = rows.get(feature)
            if row is not None:
                total += row
            elif (written := told.get(feature)) is not None:
                total += self._ready(feature, written)
        tenths, *gains = unpacked(total, len(self._labels) + 1)
        size = tenths / self._TENTHS
        shout = max(size, 3.0) ** 0.5
        return {
            label: (base * size + gain / self._GAIN) / shout
            for label, base, gain in zip(self._labels, self._base, gains, strict=True)
        }

    def _ready(self, feature: str, row: str) -> int:
        """What it weighs, and what it gains for each label beyond the label's base."""
        seen, total = Counter[int](), 0
        for at, count in opened(row):
            total += count if self._speaks[at] else 0
            for place in self._speaks[at]:
                seen[place] += count
        weight = weight_of(feature)
        rare = self._PRIOR * total / self._everything
        gains = [0] * len(self._labels)
        for place, count in seen.items():
            gains[place] = round(weight * self._GAIN * math.log1p(count / rare))
        self._rows[feature] = ready = packed([round(weight * self._TENTHS), *gains]) if total else 0
        return ready


class SparseBayes(Bayes):
    """Bayes where there are hundreds of labels, of which most features speak for few.

    A row made ready holds all labels: that is kept for what everybody says, and would be tens of
    megabytes for all else that a thousand texts say.
    """

    _SHORT = 120  #: letters of a row that is looked through each time

    def scores(self, seen: Iterable[str]) -> dict[str, float]:
        total, size, few, ready = 0, 0.0, [0.0] * len(self._labels), self._rows
        for feature in seen:
            sums = ready.get(feature)
            row = self._told.get(feature, "") if sums is None else ""
            if sums is not None:
                total += sums
            elif len(row) > self._SHORT:
                total += self._ready(feature, row)
            elif row:
                size += self._add(few, row, weight_of(feature))
        tenths, *many = unpacked(total, len(self._labels) + 1)
        size += tenths / self._TENTHS
        shout = max(size, 3.0) ** 0.5
        each = zip(self._labels, self._base, many, few, strict=True)
        return {
            label: (base * size + gain / self._GAIN + more) / shout
            for label, base, gain, more in each
        }

    def _ready(self, feature: str, row: str) -> int:
        weight, gains = weight_of(feature), [0] * len(self._labels)
        for place, gain in self._gains(row, weight * self._GAIN):
            gains[place] = round(gain)
        self._rows[feature] = ready = packed([round(weight * self._TENTHS), *gains])
        return ready

    def _add(self, gains: list[float], row: str, weight: float) -> float:
        for place, gain in self._gains(row, weight):
            gains[place] += gain
        return weight

    def _gains(self, row: str, weight: float) -> Iterable[tuple[int, float]]:
        """What each label gains. Most were seen equally often: it is worked out once for each."""
        told = [*opened(row)]
        rare = self._PRIOR * sum(count for _, count in told) / self._everything
        of = {count: weight * math.log1p(count / rare) for count in {count for _, count in told}}
        return ((place, of[count]) for place, count in told)


def counted(lessons: Iterable[Lesson], seen_as: Seer = features) -> Counts:
    """How often each feature was seen with each label; ``seen_as``: what a text is seen as."""
    places: dict[str, int] = {}
    seen: dict[str, Counter[int]] = defaultdict(Counter)
    for lesson in lessons:
        place = places.setdefault(lesson.label, len(places))
        for feature in seen_as(lesson.text):
            seen[feature][place] += 1
    return tallied(tuple(places), seen)


def tallied(labels: tuple[str, ...], seen: Mapping[str, Mapping[int, int]]) -> Counts:
    """Counts by feature and place of a label."""
    sizes: Counter[int] = Counter()
    for row in seen.values():
        sizes.update(row)
    rows = {
        feature: " ".join(f"{place} {count}" for place, count in sorted(row.items()))
        for feature, row in seen.items()
    }
    return Counts(labels, tuple(sizes[place] for place in range(len(labels))), rows)
