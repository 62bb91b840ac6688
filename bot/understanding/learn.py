"""Learns from the examples and writes the packaged files: ``python -m bot.understanding.learn``.

Deterministic: the same examples give the same file. A minute in pure Python, because it is
done by whoever adds examples, never at start.
"""

import gzip
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources import files
from pathlib import Path

from bot.understanding import concepts, danger, learn_pairs, learnt, nearness
from bot.understanding.bayes import Counts, Lesson, counted
from bot.understanding.examples import WISHES, Example, read_examples
from bot.understanding.heard import hear
from bot.understanding.intents import Asked, among_examples, read_intents, taught
from bot.understanding.linear import traits
from bot.understanding.looks import Believed, looked_at
from bot.understanding.regression import Told, weights
from bot.understanding.rows import lined

_QUIET = 0.7  #: what an everyday question weighs, next to a message written for danger
#: The same of who was turned away, and of wrongs told with the same verbs: people write like that.
_TURNED_AWAY = 1.5
#: And of accusations said by the way, with what only sounds like one: few people write like that.
_VEILED = 0.7


def main() -> None:
    here = Path(str(files(__package__)))
    for name, text in packaged():
        (here / name).write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def packaged() -> Iterator[tuple[str, str]]:
    """What each packaged file holds. The concepts come first: all others are told by them."""
    yield concepts.NAME, "\n".join(lined(concepts.table()))
    examples = read_examples()
    tells = learn_pairs.telling([one for one in examples if not one.cluster])
    topics = counted(Lesson(one.text, one.topic) for one in examples)
    alone, known = read_intents(), among_examples()
    intents, near = _meant([*alone, *known], tells)
    yield learnt.INTENTS, "\n".join(learnt.lines_for(intents))
    yield learnt.NEARNESS, "\n".join(lined(near))
    judge = learn_pairs.judge_of(topics, intents, near, tells)
    fresh = learn_pairs.judge_of(topics, *_meant(alone, tells), tells)
    data = {
        "topics": learnt.packaged(learnt.kept(topics)),
        **_heard(examples),
        "telling": tells,
        "same": learn_pairs.same(judge, fresh),
    }
    yield learnt.NAME, json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def _meant(asked: Sequence[Asked], tells: Mapping[str, int]) -> tuple[Counts, dict[str, str]]:
    """What texts of each intent are seen as, and how near their words are to each other."""
    telling, nothing = {name: one / 100 for name, one in tells.items()}, Believed({}, {})
    said = ((one.intent, looked_at(one.text, nothing, telling).tokens.of) for one in asked)
    return learnt.kept(taught(asked)), nearness.learnt(said)


def _heard(examples: Sequence[Example]) -> dict[str, object]:
    """What is wanted, and what an ear hears."""
    wishes = counted(Lesson(one.text, one.kind) for one in examples if one.kind in WISHES)
    kinds = len(danger.KINDS)
    ear = learnt.together(
        (kinds, weights([*_dangers(), *_everyday(examples)], kinds)),
        (2, weights([_aside(one) for one in examples], 2)),
    )
    return {"wishes": learnt.packaged(learnt.kept(wishes)), "ear": ear}


def _aside(example: Example) -> Told:
    return Told(traits(example.text), int(example.kind not in WISHES))


def _dangers() -> Iterator[Told]:
    """Messages written for danger, and for what only sounds like it."""
    here = files(__package__)
    for line in (here / "danger.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            kind, text = line.split("\t")
            yield Told(traits(text), danger.KINDS.index(kind))
    written = {"danger": 1.0, "veiled": _VEILED, "turned_away": _TURNED_AWAY}
    for name, weight in written.items():
        for row in map(json.loads, (here / f"{name}.jsonl").read_text("utf-8").splitlines()):
            yield Told(traits(row["text"]), danger.KINDS.index(row["sensitive"] or "calm"), weight)


def _everyday(examples: Iterable[Example]) -> Iterator[Told]:
    """Everyday questions: as a person said what they show, else calm where that can be believed.

    One in which a phrase shows something is unsure, and left out.
    """
    for one in examples:
        if one.sensitive:
            yield Told(traits(one.text), danger.KINDS.index(one.sensitive), _QUIET)
        elif one.topic not in _UNSURE and not danger.shown(hear(one.text)):
            yield Told(traits(one.text), 0, _QUIET)


#: Topics among whose questions there are messages of danger, unmarked.
_UNSURE = ("bao_luc_gia_dinh", "thai_do_can_bo", "benh_xa_hoi", "an_ninh_trat_tu")


if __name__ == "__main__":
    main()
