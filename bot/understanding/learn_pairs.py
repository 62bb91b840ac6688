"""What makes two questions one: learnt from the groups in ``same/``.

The sample's repetitions, ``tests/data/alike.jsonl`` and what is held back teach nothing: they
measure.
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files
from itertools import combinations

from bot.domain.values import dataclass
from bot.understanding import logistic
from bot.understanding.alike import Judge
from bot.understanding.bayes import Bayes, Counts
from bot.understanding.clusters import neighbours
from bot.understanding.concepts import named_in
from bot.understanding.examples import WISHES, Example
from bot.understanding.folding import words
from bot.understanding.intents import Asked, Intents
from bot.understanding.logistic import Told
from bot.understanding.looks import Look
from bot.understanding.nearness import Nearness

_CHANCE = 0.5  #: from this belief on two clusters may be one that was written twice
_NEIGHBOURS = 12  #: of other clusters each text is held against so many, the nearest
_IDLE = 0.003  #: below it a pair has taught all it can
_EVERY = 4  #: of pairs of different clusters one in so many is enough to learn roughly
_ROUGHLY, _WELL = 20, 40  #: steps
_FAINT = 0.02  #: weights below are left out
_FEW_NEIGHBOURS = 8  #: of the same, where nothing was written to be like it
_WRITTEN = 2.0  #: what a pair weighs that was written to be judged, next to one that was met
#: What groups weigh, by how their files begin, next to short ones: as people tell a story, and
#: hard ones, harder than life: their near misses tell the same story and ask something else.
_STORIES, _HARD = "chuyen_nha", "kho_"
_WEIGHTS = {_STORIES: 3.0, f"{_HARD}chuyen": 0.15, f"{_HARD}ngan": 0.05}


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

    @property
    def is_hard(self) -> bool:
        return self.cluster.startswith(_HARD)


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


def judge_of(
    topics: Counts, intents: Counts, nearness: Mapping[str, str], tells: Mapping[str, int]
) -> Judge:
    """One who sees, and has no weights yet."""
    return Judge(
        topics=Bayes(topics),
        intents=Intents(intents, topics.labels),
        nearness=Nearness(nearness),
        telling={name: one / 100 for name, one in tells.items()},
        weights={},
    )


def same(judge: Judge, fresh: Judge) -> dict[str, int]:
    """Weights for ``Judge.seen``, in hundredths; ``fresh``: who learnt no intent of the examples.

    No text has taught an intent to who looks at it here, so that what is believed of it is as
    honest as it will be of questions nobody has read.
    """
    near, far = _written_pairs(judge), [*_neighbours(judge), *_strangers(fresh)]
    rough = logistic.learnt([*near, *far[::_EVERY]], _ROUGHLY)
    unsure = [one for one in far if _IDLE < logistic.believed(one.seen, rough) < _CHANCE]
    found = logistic.learnt([*near, *unsure], _WELL, rough)
    return {name: round(100 * one) for name, one in found.items() if abs(one) >= _FAINT}


def _written_pairs(judge: Judge) -> list[Told]:
    """Pairs of a group, and of the group and its near misses."""
    families: dict[str, list[tuple[Written, Look]]] = defaultdict(list)
    for one in written():
        families[one.family].append((one, judge.fresh_look(one.text)))
    return [
        Told(_seen(judge, mine, yours), one.cluster == other.cluster, _WRITTEN * one.weight)
        for family in families.values()
        for (one, mine), (other, yours) in combinations(family, 2)
    ]


def _neighbours(judge: Judge) -> list[Told]:
    """Neighbours of different groups; some ask the same by chance, in the hard ones many."""
    rows = [one for one in written() if not one.is_hard]
    looks = [judge.fresh_look(one.text) for one in rows]
    return [
        Told(_seen(judge, looks[a], looks[b]), holds=False)
        for a, b in neighbours(looks, _NEIGHBOURS)
        if rows[a].family != rows[b].family
    ]


def _strangers(judge: Judge) -> list[Told]:
    """Neighbours among the questions of many people, but for those of one intent."""
    asked = [*_asked_by_many()]
    looks = [judge.fresh_look(one.text) for one in asked]
    return [
        Told(_seen(judge, looks[a], looks[b]), holds=False)
        for a, b in neighbours(looks, _FEW_NEIGHBOURS)
        if not asked[a].intent or asked[a].intent != asked[b].intent
    ]


def _asked_by_many() -> Iterator[Asked]:
    """The examples, without the sample: its repetitions measure what is learnt here.

    Nor those of whole wards, which have a ``cluster``: nobody has said which of them ask what other
    examples ask. As pairs that teach, those of one ward made no difference.
    """
    for file in sorted((files(__package__) / "examples").iterdir(), key=lambda one: one.name):
        for row in map(json.loads, file.read_text("utf-8").splitlines()):
            if row["kind"] in WISHES and "cluster" not in row:
                known = f"{row['topic']} {row['intent']}" if "intent" in row else ""
                yield Asked(row["text"], row["topic"], known)


def _seen(judge: Judge, one: Look, other: Look) -> dict[str, float]:
    return {name: value for name, value in judge.seen(one, other).items() if value}


def written() -> list[Written]:
    """All groups, in the order of their files."""
    return [
        Written(f"{file.name} {row['cluster']}", row["text"], _weight(file.name))
        for file in sorted((files(__package__) / "same").iterdir(), key=lambda one: one.name)
        for row in map(json.loads, file.read_text("utf-8").splitlines())
    ]


def _weight(name: str) -> float:
    return next((one for begins, one in _WEIGHTS.items() if name.startswith(begins)), 1.0)
