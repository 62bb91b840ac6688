"""Which topic a text is about, as a number per topic. The method can be replaced by another Ranker.

Three voices are added up: the words of each topic and of its examples (naive Bayes), the same for
each agency as a whole, and known phrases found in the text. Measured by cross-validation on the
sample questions in ``tests/bot/understanding/test_routing.py``.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol

from bot.domain.agencies import Topic
from bot.understanding.bayes import Bayes, Counts, Lesson, counted, features
from bot.understanding.phrases import Hit, Phrases


class Ranker(Protocol):
    """Says how well each topic fits a text."""

    def rank(self, text: str) -> "Ranking": ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Ranking:
    """How well each topic fits, higher is better, and the phrases that spoke for one."""

    scores: Mapping[str, float]  #: by topic id; only their differences mean something
    hits: tuple[Hit, ...] = ()
    blind: bool = False  #: nothing in the text was known


class WordRanker:
    """The ranker in use: naive Bayes over topics and agencies, and phrases."""

    _AGENCY = 0.5  # the voice of a whole agency's words, next to 1 for a topic's
    _PHRASES = 1.0

    def __init__(self, topics: Iterable[Topic], taught: Counts) -> None:
        """``taught``: what examples showed, by topic id; what no topic has is not learnt."""
        topics = list(topics)
        self._agency = {topic.id: topic.agency for topic in topics}
        phrases = [(phrase, topic.id) for topic in topics for phrase in (topic.name, *topic.words)]
        counts = {one: Counter(seen) for one, seen in taught.items() if one in self._agency}
        for topic, seen in counted(Lesson(*pair) for pair in phrases).items():
            counts.setdefault(topic, Counter()).update(seen)
        self._phrases = Phrases(phrases)
        self._bayes = Bayes({**counts, **self._merged(counts)})

    def _merged(self, counts: Mapping[str, Counter[str]]) -> dict[str, Counter[str]]:
        """The words of each agency, beside those of its topics: what is average stays the same."""
        merged: dict[str, Counter[str]] = {}
        for topic, seen in counts.items():
            merged.setdefault(_all_of(self._agency[topic]), Counter()).update(seen)
        return merged

    def rank(self, text: str) -> Ranking:
        seen = features(text)
        hits = self._phrases.found(text)
        found = self._bayes.scores(seen)
        scores = {
            topic: found[topic] + self._AGENCY * found[_all_of(agency)]
            for topic, agency in self._agency.items()
            if topic in found
        }
        for hit in hits:
            scores[hit.label] += self._PHRASES * hit.weight
        return Ranking(scores=scores, hits=tuple(hits), blind=not any(scores.values()))


def _all_of(agency: str) -> str:
    """The label of an agency as a whole, which no topic has."""
    return f"*{agency}"
