"""What was learnt ahead from the examples and is packaged: read at start, in a few milliseconds.

``python -m bot.understanding.learn`` writes it; a test holds it to the examples.
"""

import gzip
import json
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from typing import Any

from bot.domain.values import dataclass
from bot.understanding.bayes import Counts, opened, tallied
from bot.understanding.linear import Ear
from bot.understanding.rows import Rows, lined, lines_of

#: The packaged files, beside this one; the others are read when two questions are first compared.
NAME, INTENTS, NEARNESS = "learnt.json.gz", "intents.txt.gz", "nearness.txt.gz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Learnt:
    """Counts for the two naive Bayes, and an ear for danger and for what asks nobody."""

    topics: Counts
    wishes: Counts
    ear: Ear  #: for each of ``danger.KINDS``; for what asks for something, and what asks nobody
    telling: Mapping[str, float]  #: of words and concepts, 0 to 1
    same: Mapping[str, float]  #: for one question asked twice


@cache
def read() -> Learnt:
    data = _opened(NAME)
    return Learnt(
        topics=_counts(data["topics"]),
        wishes=_counts(data["wishes"]),
        ear=Ear(data["ear"]["rows"], data["ear"]["kinds"]),
        same={name: one / 100 for name, one in data["same"].items()},
        telling={name: one / 100 for name, one in data["telling"].items()},
    )


@cache
def read_intents() -> Counts:
    """What texts of each fine intent are seen as."""
    labels, sizes, *rows = lines_of(INTENTS)
    return Counts(tuple(labels.split("\t")), tuple(map(int, sizes.split("\t"))), Rows(rows))


@cache
def read_nearness() -> Rows:
    """How near words are to each other, for ``nearness.Nearness``."""
    return Rows(lines_of(NEARNESS))


def _opened(name: str) -> Any:
    return json.loads(gzip.decompress((files(__package__) / name).read_bytes()))


#: How often a word must have been seen to be kept, and once more for two words together: what is
#: seldom teaches nothing that could be measured, and costs a start half of its time.
_OFTEN = 2


def kept(counts: Counts) -> Counts:
    """Counts without what was seldom seen."""
    seen = {
        feature: row
        for feature, written in sorted(counts.rows.items())
        if sum((row := Counter(dict(opened(written)))).values()) >= _OFTEN + (" " in feature)
    }
    return tallied(counts.labels, seen)


def packaged(counts: Counts) -> dict[str, object]:
    """Counts as they are packaged: rows of text, which take little room until they are needed."""
    return {"labels": counts.labels, "sizes": counts.sizes, "rows": counts.rows}


def lines_for(counts: Counts) -> list[str]:
    """Counts as the lines of ``INTENTS``."""
    return ["\t".join(counts.labels), "\t".join(map(str, counts.sizes)), *lined(counts.rows)]


def _counts(data: Mapping[str, Any]) -> Counts:
    return Counts(tuple(data["labels"]), tuple(data["sizes"]), data["rows"])


def together(*models: tuple[int, Mapping[str, Sequence[int]]]) -> dict[str, object]:
    """Models of so many kinds as they are packaged for an ``Ear``: one row a trait."""
    traits = sorted({trait for _, weights in models for trait in weights})
    rows = {
        trait: " ".join(
            str(one) for kinds, weights in models for one in weights.get(trait, [0] * kinds)
        )
        for trait in traits
    }
    return {"kinds": [kinds for kinds, _ in models], "rows": rows}
