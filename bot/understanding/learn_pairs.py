"""What makes two questions one: learnt from the groups in ``same/``.

The sample's repetitions, ``tests/data/alike.jsonl`` and what is held back teach nothing: they
measure.
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from itertools import combinations

from bot.understanding import logistic
from bot.understanding.alike import Judge
from bot.understanding.bayes import Bayes, Counts
from bot.understanding.clusters import neighbours
from bot.understanding.concepts import named_in
from bot.understanding.examples import WISHES, Example
from bot.understanding.folding import words
from bot.understanding.intents import Intents
from bot.understanding.likeness import alike_in
from bot.understanding.logistic import Told
from bot.understanding.looks import Look

_CHANCE = 0.5  #: from this belief on two clusters may be one that was written twice
_NEIGHBOURS = 12  #: of other clusters each text is held against so many, the nearest
_IDLE = 0.003  #: below it a pair has taught all it can
_EVERY = 4  #: of pairs of different clusters one in so many is enough to learn roughly
_ROUGHLY, _WELL = 20, 40  #: steps
_FAINT = 0.02  #: weights below are left out
_FEW_NEIGHBOURS = 3  #: of the same, where nothing was written to be like it
_STORY = 3.0  #: what a pair weighs that was written as people tell it, next to a short one
_STORIES = "chuyen_nha"


@dataclass(frozen=True, slots=True)
class Written:
    """A text and its cluster; ``g01x2`` is a near miss of the cluster ``g01``."""

    cluster: str
    text: str
    weight: float

    @property
    def family(self) -> str:
        file, _, cluster = self.cluster.partition(" ")
        return f"{file} {cluster.partition('x')[0]}"


def telling(examples: Sequence[Example]) -> dict[str, int]:
    """How much a word or a concept tells, in hundredths: what everybody says tells little."""
    texts = [*(one.text for one in examples), *(one.text for one in written())]
    said: Counter[str] = Counter()
    for text in (one.replace("%", " phần trăm ") for one in texts):
        said.update({*words(text)} | {f"@{one.name}" for one in named_in(text)})
    most = math.log(len(texts))
    return {
        name: round(100 * math.log(len(texts) / (count + 1)) / most)
        for name, count in sorted(said.items())
        if count > 1
    }


def same(topics: Counts, intents: Counts, tells: Mapping[str, int]) -> dict[str, int]:
    """Weights for ``likeness.alike_in``, in hundredths.

    No text of ``same/`` has taught an intent, so that what is believed of them is as honest as it
    will be of questions nobody has read.
    """
    telling = {name: one / 100 for name, one in tells.items()}
    judge = Judge(Bayes(topics), Intents(intents, topics.labels), telling, {})
    rows = written()
    looks = [judge.fresh_look(one.text) for one in rows]
    near, far = _pairs(rows, looks)
    far += _strangers(judge)
    rough = logistic.learnt([*near, *far[::_EVERY]], _ROUGHLY)
    unsure = [one for one in far if _IDLE < logistic.believed(one.seen, rough) < _CHANCE]
    found = logistic.learnt([*near, *unsure], _WELL, rough)
    return {name: round(100 * one) for name, one in found.items() if abs(one) >= _FAINT}


def _pairs(rows: Sequence[Written], looks: Sequence[Look]) -> tuple[list[Told], list[Told]]:
    """Pairs that were written as one cluster with its near misses, and pairs of neighbours.

    Of the latter some ask the same by chance.
    """
    families: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(rows):
        families[one.family].append(place)
    near = [
        Told(
            _seen(looks[a], looks[b]),
            rows[a].cluster == rows[b].cluster,
            rows[a].weight,
        )
        for family in families.values()
        for a, b in combinations(family, 2)
    ]
    far = [
        Told(_seen(looks[a], looks[b]), holds=False)
        for a, b in neighbours(looks, _NEIGHBOURS)
        if rows[a].family != rows[b].family
    ]
    return near, far


def _strangers(judge: Judge) -> list[Told]:
    """Neighbours among the questions of many people, of which hardly two ask the same."""
    looks = [judge.fresh_look(text) for text in _asked_by_many()]
    return [
        Told(_seen(looks[a], looks[b]), holds=False) for a, b in neighbours(looks, _FEW_NEIGHBOURS)
    ]


def _asked_by_many() -> Iterator[str]:
    """The examples, without the sample: its repetitions measure what is learnt here."""
    for file in sorted((files(__package__) / "examples").iterdir(), key=lambda one: one.name):
        for row in map(json.loads, file.read_text("utf-8").splitlines()):
            if row["kind"] in WISHES:
                yield row["text"]


def _seen(one: Look, other: Look) -> dict[str, float]:
    return {name: value for name, value in alike_in(one, other).items() if value}


def written() -> list[Written]:
    """All groups, in the order of their files."""
    return [
        Written(f"{file.name} {row['cluster']}", row["text"], _weight(file.name))
        for file in sorted((files(__package__) / "same").iterdir(), key=lambda one: one.name)
        for row in map(json.loads, file.read_text("utf-8").splitlines())
    ]


def _weight(name: str) -> float:
    return _STORY if name.startswith(_STORIES) else 1.0
