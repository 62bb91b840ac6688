"""What officials corrected, remembered: a message that is much like one of them is about the same.

A voice beside the router's, nothing is learnt anew: it counts at once, and is gone when it is
forgotten. The more two messages share of what tells something, the louder it speaks.
"""

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping

from bot.understanding import learnt
from bot.understanding.folding import words

_ALIKE = 0.6  # from this likeness on, 0 to 1
_LOUD = 30.0  # of the same words once more; a phrase of two words of a topic speaks with 3


class Corrections:
    """Messages and the topics they were about."""

    def __init__(self, labels: Iterable[tuple[str, str]]) -> None:
        """``labels``: (text, topic)."""
        self._topics: list[str] = []
        self._rows: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for place, (text, topic) in enumerate(labels):
            self._topics.append(topic)
            for word, weight in _weighed(text).items():
                self._rows[word].append((place, weight))

    def scores(self, text: str) -> dict[str, float]:
        """What they add to each topic for ``text``."""
        alike: dict[int, float] = defaultdict(float)
        for word, weight in _weighed(text).items() if self._rows else ():
            for place, other in self._rows.get(word, ()):
                alike[place] += weight * other
        found: dict[str, float] = {}
        for place, likeness in alike.items():
            if likeness > _ALIKE:
                topic = self._topics[place]
                loud = _LOUD * (likeness - _ALIKE) / (1 - _ALIKE)
                found[topic] = max(found.get(topic, 0.0), loud)
        return found


def _weighed(text: str) -> Mapping[str, float]:
    """The words of a text by what they tell; of length 1."""
    telling = learnt.read().telling
    raw = {word: telling.get(word, 1.0) for word in words(text)}
    length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
    return {word: weight / length for word, weight in raw.items()}
