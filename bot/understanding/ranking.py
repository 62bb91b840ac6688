"""Which topic a text is about, as a number per topic. The method can be replaced by another Ranker.

Three voices are added up: the words of each topic and of its examples (naive Bayes), the same for
each agency as a whole, and known phrases found in the text. Measured by cross-validation on the
sample questions in ``tests/bot/understanding/test_routing.py``.
"""

from collections.abc import Iterable, Mapping
from typing import Protocol

from bot.domain.agencies import Topic
from bot.domain.values import dataclass
from bot.understanding.bayes import Bayes, Counts, Lesson, counted, features
from bot.understanding.heard import hear
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
        phrases = [(phrase, topic.id) for topic in topics for phrase in (topic.name, *topic.words)]
        counts = taught + counted(Lesson(*pair) for pair in phrases)
        self._voices = {topic.id: (topic.id, f"*{topic.agency}") for topic in topics}
        self._phrases = Phrases(phrases)
        self._bayes = Bayes(counts, self._voices)

    def rank(self, text: str) -> Ranking:
        hits = self._phrases.found(hear(text))
        found = self._bayes.scores(features(text))
        scores = {
            topic: found[topic] + self._AGENCY * found[agency]
            for topic, (_, agency) in self._voices.items()
            if topic in found
        }
        for hit in hits:
            scores[hit.label] += self._PHRASES * hit.weight
        return Ranking(scores=scores, hits=tuple(hits), blind=not any(scores.values()))
