"""Which questions are the same in other words, so that one answer can serve all who asked.

    clusterer = Clusterer(router)
    clusterer.same_question(a, b)      # 0 to 1; from SAME on it is the same question
    clusterer.closest(text, others)    # those of ``others`` that ask the same, likeliest first
    clusterer.clusters(texts)          # the number of a cluster for each text

Pure: texts in, numbers out. It suggests; joining is an official's decision.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from bot.understanding.bayes import features
from bot.understanding.routing import Router

#: From this likeness on, two texts ask the same.
SAME = 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A text as it is compared: made once, held against many."""

    topics: Mapping[str, float]  #: shares of belief, they sum up to 1
    words: Mapping[str, float]  #: what is said, and how much that tells; of length 1


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Match:
    """One of several texts that asks the same."""

    likeness: float
    place: int  #: in the texts that were handed in


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
            Match(likeness=likeness, place=place)
            for place, other in enumerate(others)
            if (likeness := self.same_question(text, other)) >= SAME
        ]
        return sorted(found, key=lambda one: (-one.likeness, one.place))[:most]

    def clusters(self, texts: Sequence[str]) -> list[int]:
        """For each text the place of the first one that asks the same; its own if it is alone."""
        cluster = list(range(len(texts)))
        for place, text in enumerate(texts):
            for before in range(place):
                if self.same_question(text, texts[before]) >= SAME:
                    cluster[place] = cluster[before]
                    break
        return cluster

    def _looked_at(self, text: str) -> Look:
        seen = features(text)
        length = math.sqrt(sum(weight * weight for weight in seen.values())) or 1.0
        return Look(
            topics=self._router.shares(text),
            words={word: weight / length for word, weight in seen.items()},
        )


def _likeness(one: Look, other: Look) -> float:
    topic = sum(
        math.sqrt(share * other.topics.get(name, 0.0)) for name, share in one.topics.items()
    )
    said = sum(weight * other.words.get(word, 0.0) for word, weight in one.words.items())
    return topic * said
