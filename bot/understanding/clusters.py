"""Which questions are the same in other words, so that one answer can serve all who asked.

    clusterer = Clusterer(router)
    clusterer.same_question(a, b)      # 0 to 1; from SAME on it is the same question
    clusterer.closest(text, others)    # those of ``others`` that ask the same, likeliest first
    clusterer.clusters(texts)          # the number of a cluster for each text

Pure: texts in, numbers out. It suggests; joining is an official's decision.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.understanding import learnt
from bot.understanding.likeness import Look, alike_in, common_belief, looked_at
from bot.understanding.linear import shares
from bot.understanding.routing import Router

#: From this likeness on, two texts ask the same.
SAME = 0.6

#: Two texts about different topics are not compared: below this share of common belief.
STRANGERS = 0.15
#: A text joins a cluster that it is like on the whole, not only one of its texts.
_TOGETHER = 0.8
_BLUR, _LEAST = 0.3, 0.005


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """One of several texts that asks the same."""

    place: int  #: in the texts that were handed in
    likeness: float


class Clusterer:
    """Compares questions. The topics come from the programme, through its router."""

    def __init__(self, router: Router) -> None:
        self._router = router
        self._look = lru_cache(maxsize=4096)(self._looked_at)

    def same_question(self, one: str, other: str) -> float:
        """How surely two texts ask the same, 0 to 1; from ``SAME`` on they do. Symmetric."""
        return _likeness(self._look(one), self._look(other))

    def closest(self, text: str, others: Sequence[str], most: int = 5) -> list[Match]:
        """Those of ``others`` that ask the same as ``text``, likeliest first, at most so many."""
        found = [
            Match(place=place, likeness=likeness)
            for place, other in enumerate(others)
            if (likeness := self.same_question(text, other)) >= SAME
        ]
        return sorted(found, key=lambda one: (-one.likeness, one.place))[:most]

    def clusters(self, texts: Sequence[str]) -> list[int]:
        """For each text the place of the first one that asks the same; its own if it is alone.

        The likeliest pairs are joined first; two clusters become one if their texts are alike on
        average, so that a chain of likenesses does not swallow a near miss.
        """
        looks = [self._looked_at(text) for text in texts]
        pairs = {
            (first, second): likeness
            for second in range(len(looks))
            for first in range(second)
            if (likeness := _likeness(looks[first], looks[second])) >= SAME * _TOGETHER / 2
        }
        return _joined(len(texts), pairs)

    def _looked_at(self, text: str) -> Look:
        return looked_at(text, blurred(self._router.shares(text)), learnt.read().telling)


def blurred(belief: Mapping[str, float]) -> dict[str, float]:
    """Shares of topics, nearer to each other: a router is too sure of itself to be compared."""
    raw = {name: share**_BLUR for name, share in belief.items()}
    every = sum(raw.values())
    return {name: one / every for name, one in raw.items() if one / every > _LEAST}


def _likeness(one: Look, other: Look) -> float:
    if common_belief(one, other) < STRANGERS:
        return 0.0
    return shares(alike_in(one, other), learnt.read().same, 2)[1]


def _joined(many: int, pairs: dict[tuple[int, int], float]) -> list[int]:
    of = list(range(many))
    members = {place: [place] for place in of}
    for (first, second), likeness in sorted(pairs.items(), key=lambda one: (-one[1], one[0])):
        kept, gone = sorted((of[first], of[second]))
        if likeness < SAME or kept == gone:
            continue
        if _average(members[kept], members[gone], pairs) >= SAME * _TOGETHER:
            for place in members[gone]:
                of[place] = kept
            members[kept] += members.pop(gone)
    return of


def _average(
    ones: Sequence[int], others: Sequence[int], pairs: dict[tuple[int, int], float]
) -> float:
    found = [pairs.get((min(a, b), max(a, b)), 0.0) for a in ones for b in others]
    return sum(found) / len(found)
