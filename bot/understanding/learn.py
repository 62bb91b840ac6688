"""Learns from the examples and writes the packaged file: ``python -m bot.understanding.learn``.

Deterministic: the same examples give the same file. Half a minute in pure Python, because it is
done by whoever adds examples, never at start.
"""

import gzip
import json
import math
import random
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from bot.understanding import danger, learnt
from bot.understanding.bayes import Lesson, counted
from bot.understanding.examples import WISHES, Example, read_examples
from bot.understanding.linear import shares, traits
from bot.understanding.signs import Message

_EPOCHS, _RATE, _DECAY, _FIRST = 6, 0.25, 1e-3, 0.1
_QUIET = 0.7  #: what an everyday question weighs, next to a message written for danger
_SURE = 0.02  #: what is wrong by less teaches nothing
_FAINT = 10  #: weights below are left out, in hundredths


@dataclass(frozen=True, slots=True)
class _Told:
    """A message and which of the kinds it is."""

    seen: Mapping[str, float]
    kind: int
    weight: float = 1.0


def main() -> None:
    path = Path(str(files(__package__) / learnt.NAME))
    path.write_bytes(gzip.compress(packaged().encode(), 9, mtime=0))


def packaged() -> str:
    """What the packaged file holds, as JSON."""
    examples = read_examples()
    wishes = [one for one in examples if one.kind in WISHES]
    data = {
        "topics": learnt.folded(counted(Lesson(one.text, one.topic) for one in examples)),
        "wishes": learnt.folded(counted(Lesson(one.text, one.kind) for one in wishes)),
        "danger": _weights([*_dangers(), *_calm(examples)], len(danger.KINDS)),
        "asides": _weights([_aside(one) for one in examples], 2),
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _aside(example: Example) -> _Told:
    return _Told(traits(example.text), int(example.kind not in WISHES))


def _dangers() -> Iterator[_Told]:
    """Messages written for danger, and for what only sounds like it."""
    here = files(__package__)
    for line in (here / "danger.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, text = line.split("\t")
            yield _Told(traits(text), danger.KINDS.index(kind))
    for row in map(json.loads, (here / "danger.jsonl").read_text("utf-8").splitlines()):
        yield _Told(traits(row["text"]), danger.KINDS.index(row["sensitive"] or "calm"))


def _calm(examples: Iterable[Example]) -> Iterator[_Told]:
    """Everyday questions; one in which a phrase shows something is unsure, and left out."""
    for one in examples:
        if one.topic not in _UNSURE and danger.shown(Message.read(one.text)) is None:
            yield _Told(traits(one.text), 0, _QUIET)


#: Topics among whose questions there are messages of danger, unmarked.
_UNSURE = ("bao_luc_gia_dinh", "thai_do_can_bo", "benh_xa_hoi", "an_ninh_trat_tu")


def _weights(told: Sequence[_Told], kinds: int) -> dict[str, list[int]]:
    """Weights of a logistic regression, in hundredths, learnt one message after the other."""
    weights: dict[str, list[float]] = {}
    steps: dict[str, list[float]] = {}
    order, chance = list(told), random.Random(1)
    for _ in range(_EPOCHS):
        chance.shuffle(order)
        for one in order:
            wrong = shares(one.seen, weights, kinds)
            wrong[one.kind] -= 1.0
            if -wrong[one.kind] >= _SURE:
                _learn(one, wrong, weights, steps)
    rows = {name: [round(100 * each) for each in row] for name, row in sorted(weights.items())}
    return {name: row for name, row in rows.items() if max(map(abs, row)) >= _FAINT}


def _learn(
    one: _Told, wrong: list[float], weights: dict[str, list[float]], steps: dict[str, list[float]]
) -> None:
    """A step of AdaGrad: what was seen often moves less."""
    for name, value in one.seen.items():
        row = weights.setdefault(name, [0.0] * len(wrong))
        step = steps.setdefault(name, [_FIRST] * len(wrong))
        for place, far in enumerate(wrong):
            slope = one.weight * far * value + _DECAY * row[place]
            step[place] += slope * slope
            row[place] -= _RATE * slope / math.sqrt(step[place])


if __name__ == "__main__":
    main()
