"""Linear models over what a message is seen as: words, also with their marks, neighbours, classes
of words in order.

Their weights are learnt by ``python -m bot.understanding.learn`` and packaged.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate, pairwise

from bot.understanding import classes
from bot.understanding.heard import Heard, hear
from bot.understanding.lanes import packed, unpacked

# what a trait weighs, next to 1 for a word
_PAIR, _ORDERED, _PIECE, _LENGTH, _BORNE = 0.7, 0.8, 0.3, 0.7, 0.7
_NEAR = 8  # words between which two classes stand together
_SHORTEST = 3.0  # a text of few traits does not shout
_STEP, _LONGEST = 4, 6  # lengths of texts are told apart by four words, six times
_PICTURE = "\u2600"  # the first of them; no letter of a language that is understood is behind it

Weights = Mapping[str, Sequence[float]]  #: of each trait, one for each kind


def traits(text: str) -> Mapping[str, float]:
    """The feature vector of a text; its norm is at most 3."""
    found = _traits(hear(text))
    loud = _loudness(found)
    return {name: loud * one for name, one in found.items()}


def _loudness(found: Mapping[str, float]) -> float:
    return _SHORTEST / max(math.hypot(*found.values()), _SHORTEST)


def _traits(heard: Heard) -> dict[str, float]:
    said = ["#" if word.isdigit() else word for word in heard.words]
    found = _shape(heard.text, len(said))
    for word in said:
        if word >= "\u1780":
            found |= _pieces(word)
        else:
            found[word] = 1.0
    for one, other in pairwise(said):
        found[f"{one} {other}"] = _PAIR
    found |= _borne(heard)
    named = classes.found(heard)
    for each in named:
        found[f"@{each.name}"] = 1.0
    for name in _in_order(named):
        found[name] = _ORDERED
    return found


def _borne(heard: Heard) -> dict[str, float]:
    """Words with the marks they bear, where those can be relied on: ``đánh`` is not ``danh``."""
    if heard.borne == heard.plain:
        return {}
    borne = zip(heard.words, heard.borne.split(" "), strict=True)
    return {f"={marked}": _BORNE for word, marked in borne if marked != word}


def weight_of(trait: str) -> float:
    """What a trait weighs; its name tells."""
    if trait[0] == "=":
        return _BORNE
    if trait[0] == "@":
        return _ORDERED if " " in trait else 1.0
    if trait[0] == "^":
        return _PIECE
    return _PAIR if " " in trait or trait == "?" else 1.0


def _shape(text: str, many: int) -> dict[str, float]:
    """How it looks from afar: long or short, asking, with numbers, with pictures."""
    found = {f"length {min(many // _STEP, _LONGEST)}": _LENGTH}
    if "?" in text:
        found["?"] = _LENGTH
    if max(text, default="") >= _PICTURE:
        found["emoji"] = 1.0
    return found


def _pieces(word: str) -> dict[str, float]:
    """Khmer script has no spaces: its pieces are looked at instead of its words."""
    return {
        f"^{word[start : start + size]}": _PIECE
        for size in (3, 4, 5)
        for start in range(len(word) - size + 1)
    }


def _in_order(named: Sequence[classes.Found]) -> Iterable[str]:
    for at, one in enumerate(named):
        for other in named[at + 1 :]:
            if other.place - one.place > _NEAR:
                break
            if other.place > one.place and other.name != one.name:
                yield f"@{one.name} {other.name}"


def shares(seen: Mapping[str, float], weights: Weights, kinds: int) -> list[float]:
    """How likely each of so many kinds is; the shares sum up to 1."""
    sums = [0.0] * kinds
    for name, weight in seen.items():
        if row := weights.get(name):
            sums = [one + weight * gain for one, gain in zip(sums, row, strict=True)]
    return _shared(sums)


def _shared(sums: Sequence[float]) -> list[float]:
    top = max(sums)
    raw = [math.exp(one - top) for one in sums]
    whole = sum(raw)
    return [one / whole for one in raw]


class Ear:
    """Several models over the same traits, asked in one go."""

    #: Weights of traits are added up in tenths, learnt ones in hundredths.
    _TENTHS, _THOUSANDTHS = 10, 1000

    def __init__(self, rows: Mapping[str, str], kinds: Sequence[int]) -> None:
        """``rows``: by trait the weights in hundredths, one model's kinds after the other's."""
        #: A row is made ready when its trait is first heard.
        self._rows: dict[str, str | int] = dict(rows)
        self._ends = [0, *accumulate(kinds)]

    def hears(self, heard: Heard) -> list[list[float]]:
        """For each model how likely each of its kinds is."""
        found, total, rows = _traits(heard), 0, self._rows
        for name in found:
            row = rows.get(name)
            if row is not None:
                total += row if isinstance(row, int) else self._ready(name, row)
        loud = _loudness(found) / self._THOUSANDTHS
        sums = [loud * one for one in unpacked(total, self._ends[-1])]
        return [_shared(sums[start:end]) for start, end in pairwise(self._ends)]

    def _ready(self, name: str, row: str) -> int:
        weight = round(weight_of(name) * self._TENTHS)
        self._rows[name] = ready = packed([weight * int(one) for one in row.split()])
        return ready
