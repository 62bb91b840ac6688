"""Learns from the examples and writes the packaged files: ``python -m bot.understanding.learn``.

Deterministic: the same examples give the same file. Half a minute in pure Python, because it is
done by whoever adds examples, never at start.
"""

import gzip
import json
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path

from bot.understanding import danger, learn_pairs, learnt
from bot.understanding.bayes import Lesson, counted
from bot.understanding.examples import WISHES, Example, read_examples
from bot.understanding.heard import hear
from bot.understanding.intents import read_intents, taught
from bot.understanding.linear import traits
from bot.understanding.regression import Told, weights

_QUIET = 0.7  #: what an everyday question weighs, next to a message written for danger


def main() -> None:
    here = Path(str(files(__package__)))
    for name, text in packaged().items():
        (here / name).write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def packaged() -> dict[str, str]:
    """What each packaged file holds, as JSON."""
    examples = read_examples()
    wishes = [one for one in examples if one.kind in WISHES]
    topics = counted(Lesson(one.text, one.topic) for one in examples)
    intents = learnt.kept(taught(read_intents()))
    telling, kinds = learn_pairs.telling(examples), len(danger.KINDS)
    data = {
        "topics": learnt.packaged(learnt.kept(topics)),
        "wishes": learnt.packaged(
            learnt.kept(counted(Lesson(one.text, one.kind) for one in wishes))
        ),
        "ear": learnt.together(
            (kinds, weights([*_dangers(), *_calm(examples)], kinds)),
            (2, weights([_aside(one) for one in examples], 2)),
        ),
        "telling": telling,
        "same": learn_pairs.same(topics, intents, telling),
    }
    return {learnt.NAME: _json(data), learnt.INTENTS: _json(learnt.packaged(intents))}


def _json(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _aside(example: Example) -> Told:
    return Told(traits(example.text), int(example.kind not in WISHES))


def _dangers() -> Iterator[Told]:
    """Messages written for danger, and for what only sounds like it."""
    here = files(__package__)
    for line in (here / "danger.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, text = line.split("\t")
            yield Told(traits(text), danger.KINDS.index(kind))
    for row in map(json.loads, (here / "danger.jsonl").read_text("utf-8").splitlines()):
        yield Told(traits(row["text"]), danger.KINDS.index(row["sensitive"] or "calm"))


def _calm(examples: Iterable[Example]) -> Iterator[Told]:
    """Everyday questions; one in which a phrase shows something is unsure, and left out."""
    for one in examples:
        if one.topic not in _UNSURE and danger.shown(hear(one.text)) is None:
            yield Told(traits(one.text), 0, _QUIET)


#: Topics among whose questions there are messages of danger, unmarked.
_UNSURE = ("bao_luc_gia_dinh", "thai_do_can_bo", "benh_xa_hoi", "an_ninh_trat_tu")


if __name__ == "__main__":
    main()
