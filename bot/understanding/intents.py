"""Fine intents: what people want that one answer serves, in whichever words they ask for it.

Their texts are in ``intents/``, a file for each topic, and among the examples. A belief over all of
them is a place in a space of meanings: two texts without a word in common may stand near to each
other.
"""

import json
import math
from collections.abc import Collection, Iterable, Mapping
from importlib.resources import files

from bot.domain.values import dataclass
from bot.understanding.bayes import Counts, Lesson, SparseBayes, counted, features
from bot.understanding.concepts import named_in
from bot.understanding.examples import read_examples

#: From this share of the belief on an intent counts.
_LEAST = 0.002
#: So far behind the likeliest an intent counts for nothing.
_FAR = 10.0
#: What the belief in its topic says for an intent, next to 1 for its own words; what is believed
#: of a topic that nothing speaks for, and of none.
_ABOUT, _ELSEWHERE, _ANY = 0.5, 1e-3, 0.02


@dataclass(frozen=True, slots=True)
class Asked:
    """A text whose intent is known."""

    text: str
    topic: str
    intent: str  #: "vay_von muc_vay": the same answer serves all its texts, and no other intent's


def read_intents() -> list[Asked]:
    """The texts that were written for an intent, in the order of their files."""
    folder = files(__package__) / "intents"
    return [
        Asked(row["text"], topic, f"{topic} {row['intent']}")
        for file in sorted(folder.iterdir(), key=lambda one: one.name)
        if (topic := file.name.removesuffix(".jsonl")) != file.name
        for row in map(json.loads, file.read_text("utf-8").splitlines())
    ]


def among_examples() -> list[Asked]:
    """The examples whose intent is known."""
    return [
        Asked(one.text, one.topic, f"{one.topic} {one.intent}")
        for one in read_examples()
        if one.intent
    ]


def taught(texts: Iterable[Asked]) -> Counts:
    """How often what a text is seen as was seen with each intent."""
    return counted((Lesson(one.text, one.intent) for one in texts), seen_as)


def seen_as(text: str) -> Mapping[str, float]:
    """What a text is seen as: its words as for topics, and the concepts that they name."""
    return {**features(text), **{f"@{one.name}": 1.0 for one in named_in(text)}}


def _for_topic(share: float) -> float:
    return _ABOUT * math.log(share + _ELSEWHERE)


_FARTHEST = _for_topic(0.0)


class Intents:
    """Tells how much of the belief each intent gets."""

    def __init__(self, counts: Counts, topics: Collection[str]) -> None:
        """``topics``: those of which a belief is known; an intent may belong to none."""
        self._bayes = SparseBayes(counts)
        topic_of = {intent: intent.partition(" ")[0] for intent in counts.labels}
        self._topic = [(one, topic if topic in topics else "") for one, topic in topic_of.items()]

    def believed(self, text: str, topics: Mapping[str, float]) -> dict[str, float]:
        """Shares of belief, by ``topic intent``; ``topics``: how much of it each topic gets.

        What gets hardly any is left out.
        """
        told = self._bayes.scores(seen_as(text))
        if not told:
            return {}
        for_topic = {topic: _for_topic(share) for topic, share in topics.items()}
        for_topic[""] = _for_topic(_ANY)
        scores = [
            (told[intent] + for_topic.get(topic, _FARTHEST), intent)
            for intent, topic in self._topic
        ]
        least = max(scores)[0] - _FAR
        raw = {intent: math.exp(score - least) for score, intent in scores if score > least}
        every = sum(raw.values())
        return {intent: share / every for intent, share in raw.items() if share / every >= _LEAST}
