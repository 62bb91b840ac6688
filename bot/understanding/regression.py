"""A logistic regression, learnt one message after the other, in pure Python and deterministic."""

import math
import random
from collections.abc import Mapping, Sequence

from bot.domain.values import dataclass
from bot.understanding.linear import shares

_EPOCHS, _RATE, _DECAY, _FIRST = 6, 0.25, 1e-3, 0.1
_SURE = 0.02  #: what is wrong by less teaches nothing
_FAINT = 30  #: weights below are left out, in hundredths


@dataclass(frozen=True, slots=True)
class Told:
    """What is seen of a message, or of two, and which of the kinds it is."""

    seen: Mapping[str, float]
    kind: int
    weight: float = 1.0


def weights(told: Sequence[Told], kinds: int) -> dict[str, list[int]]:
    """Weights of a logistic regression, in hundredths, learnt one message after the other."""
    found: dict[str, list[float]] = {}
    steps: dict[str, list[float]] = {}
    order, chance = list(told), random.Random(1)
    for _ in range(_EPOCHS):
        chance.shuffle(order)
        for one in order:
            wrong = shares(one.seen, found, kinds)
            wrong[one.kind] -= 1.0
            if -wrong[one.kind] >= _SURE:
                _learn(one, wrong, found, steps)
    rows = {name: [round(100 * each) for each in row] for name, row in sorted(found.items())}
    return {name: row for name, row in rows.items() if max(map(abs, row)) >= _FAINT}


def _learn(
    one: Told, wrong: list[float], found: dict[str, list[float]], steps: dict[str, list[float]]
) -> None:
    """A step of AdaGrad: what was seen often moves less."""
    for name, value in one.seen.items():
        row = found.setdefault(name, [0.0] * len(wrong))
        step = steps.setdefault(name, [_FIRST] * len(wrong))
        for place, far in enumerate(wrong):
            slope = one.weight * far * value + _DECAY * row[place]
            step[place] += slope * slope
            row[place] -= _RATE * slope / math.sqrt(step[place])
