"""A linear model over what a message is seen as: words, neighbours, classes of words in order.

Its weights are learnt by ``python -m bot.understanding.learn`` and packaged.
"""

import math
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from bot.understanding import classes
from bot.understanding.folding import spelled

_PAIR, _ORDERED, _PIECE, _LENGTH = 0.7, 0.8, 0.3, 0.7  # what a trait weighs, next to 1 for a word
_NEAR = 8  # words between which two classes stand together
_SHORTEST = 3.0  # a text of few traits does not shout
_STEP, _LONGEST = 4, 6  # lengths of texts are told apart by four words, six times
_EMOJI = "\u2600"

Weights = Mapping[str, Sequence[float]]  #: of each trait, one for each kind


@lru_cache(maxsize=8)  # one text is heard by several in a row
def traits(text: str) -> Mapping[str, float]:
    """What a text is seen as; all of it together has a length of 3 at most."""
    typed = spelled(text)
    said = [_plain(word) for one in typed for word in one.words]
    found = _shape(text, len(said))
    for word in said:
        found |= _pieces(word) if word >= "\u1780" else {word: 1.0}
    found |= {f"{one} {other}": _PAIR for one, other in pairwise(said)}
    named = classes.found(typed)
    found |= {f"@{one.name}": 1.0 for one in named}
    found |= dict.fromkeys(_in_order(named), _ORDERED)
    length = max(math.sqrt(sum(one * one for one in found.values())), _SHORTEST)
    return {name: _SHORTEST * one / length for name, one in found.items()}


def _shape(text: str, many: int) -> dict[str, float]:
    """How it looks from afar: long or short, asking, with numbers, with pictures."""
    found = {f"length {min(many // _STEP, _LONGEST)}": _LENGTH}
    if "?" in text:
        found["?"] = _LENGTH
    if any(one >= _EMOJI for one in text):
        found["emoji"] = 1.0
    return found


def _plain(word: str) -> str:
    return "#" if word.isdigit() else word


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
    top = max(sums)
    raw = [math.exp(one - top) for one in sums]
    return [one / sum(raw) for one in raw]
