"""A logistic regression for yes or no, on all that was told at once (L-BFGS).

Pure Python and deterministic. It comes to rest, so that figures that say nearly the same (how much
two texts share, and how much in a row) are weighed against each other, which learning one after
the other does not do in a few rounds.
"""

import math
from collections.abc import Mapping, Sequence
from operator import mul

from bot.domain.values import dataclass

_REMEMBERED = 8  #: steps
_ENOUGH = 1e-3  #: of the first slope
_FARTHEST = 30.0  #: beyond it a belief is 0 or 1
_HALVINGS = 12

Vector = list[float]


@dataclass(frozen=True, slots=True)
class Told:
    """What is seen of a case, whether it is so, and how much that counts."""

    seen: Mapping[str, float]
    holds: bool
    weight: float = 1.0


def believed(seen: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """How likely it is so, 0 to 1."""
    return _belief(sum(value * weights.get(name, 0.0) for name, value in seen.items()))


def learnt(
    told: Sequence[Told], steps: int, start: Mapping[str, float] | None = None
) -> dict[str, float]:
    """The weight of each thing seen, after so many steps at most; small weights are preferred."""
    names = sorted({name for one in told for name in one.seen})
    place = {name: at for at, name in enumerate(names)}
    cases = [
        _Case([place[name] for name in one.seen], [*one.seen.values()], one.holds, one.weight)
        for one in told
    ]
    first = [start.get(name, 0.0) if start else 0.0 for name in names]
    return dict(zip(names, _descended(cases, first, steps), strict=True))


@dataclass(frozen=True, slots=True)
class _Case:
    places: list[int]
    values: list[float]
    holds: bool
    weight: float


def _belief(score: float) -> float:
    return 1.0 / (1.0 + math.exp(-max(-_FARTHEST, min(_FARTHEST, score))))


def _slope(cases: Sequence[_Case], at: Vector) -> tuple[float, Vector]:
    """How wrong the weights are, and where it gets worse."""
    wrong, slope = sum(map(mul, at, at)) / 2, at[:]
    for one in cases:
        belief = _belief(sum(map(mul, map(at.__getitem__, one.places), one.values)))
        wrong -= one.weight * math.log(belief if one.holds else 1 - belief)
        far = one.weight * (belief - one.holds)
        for place, value in zip(one.places, one.values, strict=True):
            slope[place] += far * value
    return wrong, slope


def _descended(cases: Sequence[_Case], at: Vector, steps: int) -> Vector:
    wrong, slope = _slope(cases, at)
    enough = _ENOUGH * math.sqrt(sum(map(mul, slope, slope)))
    moved: list[tuple[Vector, Vector]] = []
    for _ in range(steps):
        way = _way(slope, moved)
        found = _walked(cases, at, wrong, slope, way)
        if found is None or math.sqrt(sum(map(mul, slope, slope))) < enough:
            break
        there, wrong, steeper = found
        moved = [*moved, (_minus(there, at), _minus(steeper, slope))][-_REMEMBERED:]
        at, slope = there, steeper
    return at


def _walked(
    cases: Sequence[_Case], at: Vector, wrong: float, slope: Vector, way: Vector
) -> tuple[Vector, float, Vector] | None:
    """A step along the way, halved until it leads down."""
    down = sum(map(mul, slope, way))
    share = 1.0
    for _ in range(_HALVINGS):
        there = [one + share * step for one, step in zip(at, way, strict=True)]
        less, steeper = _slope(cases, there)
        if less <= wrong + 1e-4 * share * down:
            return there, less, steeper
        share /= 2
    return None


def _way(slope: Vector, moved: Sequence[tuple[Vector, Vector]]) -> Vector:
    """The way down, bent by how the slope changed in the last steps (two-loop recursion)."""
    way, bends = slope[:], list[float]()
    for step, change in reversed(moved):
        bend = sum(map(mul, step, way)) / sum(map(mul, step, change))
        bends.append(bend)
        way = [one - bend * other for one, other in zip(way, change, strict=True)]
    scale = _scale(slope, moved)
    way = [scale * one for one in way]
    for (step, change), bend in zip(moved, reversed(bends), strict=True):
        more = bend - sum(map(mul, change, way)) / sum(map(mul, step, change))
        way = [one + more * other for one, other in zip(way, step, strict=True)]
    return [-one for one in way]


def _scale(slope: Vector, moved: Sequence[tuple[Vector, Vector]]) -> float:
    if not moved:
        return 1 / max(1.0, math.sqrt(sum(map(mul, slope, slope))))
    step, change = moved[-1]
    return float(sum(map(mul, step, change)) / sum(map(mul, change, change)))


def _minus(one: Vector, other: Vector) -> Vector:
    return [mine - yours for mine, yours in zip(one, other, strict=True)]
