"""What makes two questions one: learnt from ``same.jsonl`` and from the sample's repetitions."""

import json
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import combinations

from bot.understanding.bayes import Bayes, Counts, features
from bot.understanding.clusters import STRANGERS, blurred
from bot.understanding.examples import Example
from bot.understanding.folding import words
from bot.understanding.likeness import (
    Look,
    alike_in,
    common_belief,
    concepts_of,
    looked_at,
)
from bot.understanding.linear import shares
from bot.understanding.regression import Told, weights

_SHARPNESS = 3.0  #: of the belief in topics, as a router has it
_CHANCE = 0.5  #: from this belief on two clusters may be one that was written twice
_EVERY = 3  #: of pairs of different clusters, which are many, one in three is looked at


def telling(examples: Sequence[Example]) -> dict[str, int]:
    """How much a word or a concept tells, in hundredths: what everybody says tells little."""
    said: Counter[str] = Counter()
    for one in examples:
        said.update({*words(one.text)} | {f"@{name}" for name in concepts_of(one.text)})
    most = math.log(len(examples) / 2)
    return {
        name: round(100 * math.log(len(examples) / (count + 1)) / most)
        for name, count in sorted(said.items())
        if count > 1
    }


def same(topics: Counts, tells: Mapping[str, int]) -> dict[str, list[int]]:
    """Weights for ``likeness.alike_in``, in hundredths."""
    tells_of = {name: one / 100 for name, one in tells.items()}
    bayes = Bayes(topics)
    near: list[Told] = []
    far: list[Told] = []
    for rows in (_written(), _sample()):
        looks = [(cluster, _look(bayes, text, tells_of)) for cluster, text in rows]
        for is_near, one in _pairs(looks):
            (near if is_near else far).append(one)
    return weights([*near, *_sure(far, weights([*near, *far], 2))], 2)


def _sure(far: Sequence[Told], rough: Mapping[str, Sequence[int]]) -> Iterator[Told]:
    """Pairs of clusters that were written apart, without those that ask the same by chance."""
    found = {name: [one / 100 for one in row] for name, row in rough.items()}
    return (one for one in far if shares(one.seen, found, 2)[1] < _CHANCE)


def _pairs(looks: Sequence[tuple[str, Look]]) -> Iterator[tuple[bool, Told]]:
    """Whether two texts were written as one cluster with its near misses, and the two."""
    for place, ((cluster, one), (other_cluster, other)) in enumerate(combinations(looks, 2)):
        is_same = cluster == other_cluster
        is_near = _family(cluster) == _family(other_cluster)
        if is_near or (place % _EVERY == 0 and common_belief(one, other) > STRANGERS):
            yield is_near, Told(alike_in(one, other), int(is_same))


def _family(cluster: str) -> str:
    """``g01x2`` is a near miss of the cluster ``g01``."""
    return cluster.partition("x")[0]


def _look(bayes: Bayes, text: str, tells: Mapping[str, float]) -> Look:
    scores = bayes.scores(features(text))
    top = max(scores.values())
    raw = {topic: math.exp(_SHARPNESS * (one - top)) for topic, one in scores.items()}
    return looked_at(
        text, blurred({topic: one / sum(raw.values()) for topic, one in raw.items()}), tells
    )


def _written() -> list[tuple[str, str]]:
    lines = (files(__package__) / "same.jsonl").read_text("utf-8").splitlines()
    return [(row["cluster"], row["text"]) for row in map(json.loads, lines)]


def _sample() -> list[tuple[str, str]]:
    lines = (files(__package__) / "examples.jsonl").read_text("utf-8").splitlines()
    rows = [row for row in map(json.loads, lines) if row["from"] == "sample"]
    return [(row["duplicate_of"] or row["id"], row["text"]) for row in rows]
