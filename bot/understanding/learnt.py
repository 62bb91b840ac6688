"""What was learnt ahead from the examples and is packaged: read at start, in a few milliseconds.

``python -m bot.understanding.learn`` writes it; a test holds it to the examples.
"""

import gzip
import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from bot.understanding.bayes import Counts
from bot.understanding.linear import Weights

#: The packaged file, beside this one.
NAME = "learnt.json.gz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """Counts for the two naive Bayes, weights for the ear for danger."""

    topics: Counts
    wishes: Counts
    danger: Weights  #: for each of ``danger.KINDS``
    telling: Mapping[str, float]  #: of words and concepts, 0 to 1
    same: Weights  #: for two questions, and for one asked twice
    asides: Weights  #: for what asks for something, and for what asks nobody


@cache
def read() -> Learnt:
    data = json.loads(gzip.decompress((files(__package__) / NAME).read_bytes()))
    return Learnt(
        topics=_unfolded(data["topics"]),
        wishes=_unfolded(data["wishes"]),
        danger=_weights(data["danger"]),
        asides=_weights(data["asides"]),
        same=_weights(data["same"]),
        telling={name: one / 100 for name, one in data["telling"].items()},
    )


#: How often a word must have been seen to be kept, and once more for two words together: what is
#: seldom teaches nothing that could be measured, and costs a start half of its time.
_OFTEN = 2


def _weights(rows: Mapping[str, list[int]]) -> Weights:
    return {name: [one / 100 for one in row] for name, row in rows.items()}


def folded(counts: Counts) -> dict[str, object]:
    """Counts as they are packaged: each feature once, with (label, count) pairs in a row."""
    total: Counter[str] = Counter()
    for seen in counts.values():
        total.update(seen)
    rows: dict[str, list[int]] = {}
    for place, seen in enumerate(counts.values()):
        for feature, count in seen.items():
            if total[feature] >= _OFTEN + (" " in feature):
                rows.setdefault(feature, []).extend((place, int(count)))
    return {"labels": list(counts), "rows": dict(sorted(rows.items()))}


def _unfolded(data: Mapping[str, Any]) -> Counts:
    labels, rows = data["labels"], data["rows"]
    seen: list[Counter[str]] = [Counter() for _ in labels]
    for feature, row in rows.items():
        for place, count in zip(row[::2], row[1::2], strict=True):
            seen[place][feature] = count
    return dict(zip(labels, seen, strict=True))
