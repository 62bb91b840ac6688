"""In what two questions are alike, and in what they differ: figures that are weighed together.

A question is taken apart into concepts (``concepts.tsv``: matters, what is asked, whom it is
about), the words between them, pieces of words, and numbered places. Marks do not matter.
"""

import math
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.understanding.folding import Spelled, is_marked, marked, spelled, words

_PLACE = re.compile(r"\b(hem|khom|ap|phuong|lop|xa|duong|to) (\d+)\b")
_SHORT = re.compile(r"\b([kp])(\d{1,2})\b")
_KHMER = re.compile(r"[\u1780-\u17ff]")
_PIECE = 4  # letters
_CONCEPT = 0.6  # what a single concept weighs, next to 1 for a figure
_STATES = ("who_poor", "who_near", "who_left")
_UNKNOWN = 1.0  # what a word or concept tells that was never counted, next to 1 for the rarest


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """A text as it is compared: made once, held against many."""

    topics: Mapping[str, float]  #: shares of belief
    matters: Mapping[str, float]  #: concepts that are no question, and how much they tell
    asks: frozenset[str]
    who: frozenset[str]
    kinds: frozenset[str]
    places: frozenset[tuple[str, str]]
    words: Mapping[str, float]
    pieces: Mapping[str, float]


def looked_at(text: str, topics: Mapping[str, float], telling: Mapping[str, float]) -> Look:
    """``telling``: how much a word or a concept tells, 0 to 1: what everybody says tells little."""
    said = words(text)
    plain = " ".join(said)
    named = frozenset(_concepts_in(text))
    return Look(
        topics=topics,
        matters={
            one: telling.get(f"@{one}", _UNKNOWN) for one in named if not one.startswith("ask_")
        },
        asks=frozenset(one for one in named if one.startswith("ask_")),
        who=named.intersection(_STATES),
        kinds=frozenset(one for one in named if one.startswith("kind_")),
        places=frozenset(_places(plain)),
        words={one: telling.get(one, _UNKNOWN) for one in {*said} if len(one) > 1},
        pieces=_pieces(plain),
    )


def alike_in(one: Look, other: Look) -> dict[str, float]:
    """In what two looks are alike and differ, by name: what ``linear.shares`` weighs."""
    topic = common_belief(one, other)
    matter = _cosine(one.matters, other.matters)
    covered = _covered(one.matters, other.matters)
    said = _cosine(one.words, other.words)
    pieces = _cosine(one.pieces, other.pieces)
    found = {
        "pair": 1.0,
        "topic": topic,
        "matter": matter,
        "covered": covered,
        "said": said,
        "pieces": pieces,
        "topic matter": topic * matter,
        "topic covered": topic * covered,
        "topic said": topic * said,
        "topic pieces": topic * pieces,
        "left over": _left_over(one.matters, other.matters),
        "nothing known": float(not one.matters or not other.matters),
    }
    return {**found, **_asked(one, other), **_placed(one, other), **_concepts_of_both(one, other)}


def common_belief(one: Look, other: Look) -> float:
    """How far two texts are about the same topics, 0 to 1."""
    return sum(math.sqrt(share * other.topics.get(name, 0.0)) for name, share in one.topics.items())


def _asked(one: Look, other: Look) -> dict[str, float]:
    return {
        "asked": _shared(one.asks, other.asks),
        "other asked": _differ(one.asks, other.asks),
        "other who": _differ(one.who, other.who),
        "other kind": _differ(one.kinds, other.kinds),
    }


def _placed(one: Look, other: Look) -> dict[str, float]:
    return {
        "other place": _differ_in_place(one.places, other.places),
        "same place": float(bool(one.places & other.places)),
        "place in one": float(bool(one.places) != bool(other.places)),
    }


def _concepts_of_both(one: Look, other: Look) -> dict[str, float]:
    """Each concept that both have, and each that only one has: some make a difference."""
    mine, yours = one.asks | one.matters.keys(), other.asks | other.matters.keys()
    both = {f"both {name}": _CONCEPT for name in sorted(mine & yours)}
    return both | {f"one {name}": _CONCEPT for name in sorted(mine ^ yours)}


@dataclass(frozen=True, slots=True)
class _Concept:
    name: str
    marks: tuple[str, ...]  #: how its phrase is written
    strict: bool  #: it counts only as it is written


def _concepts_in(text: str) -> Iterator[str]:
    """The concepts of a text; of the phrases that begin at one word the longest."""
    typed = spelled(text)
    exact = is_marked(typed)
    said = [(word, one) for one in typed for word in one.words]
    known, most = _concepts()
    place = 0
    while place < len(said):
        for size in range(min(most, len(said) - place), 0, -1):
            here = said[place : place + size]
            meant = known.get(tuple(word for word, _ in here), ())
            if names := [one.name for one in meant if _counts(one, here, exact)]:
                yield from names
                place += size
                break
        else:
            place += 1


def _counts(concept: _Concept, here: Sequence[tuple[str, Spelled]], exact: bool) -> bool:
    if not exact:
        return not concept.strict
    if len(here) > 1 and not concept.strict:
        return True
    return all(
        len(one.words) > 1 or marked(one.typed) == marks
        for (_, one), marks in zip(here, concept.marks, strict=False)
    )


@cache
def _concepts() -> tuple[Mapping[tuple[str, ...], list[_Concept]], int]:
    known: dict[tuple[str, ...], list[_Concept]] = {}
    for line in (files(__package__) / "concepts.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, phrases = line.split("\t")
            for phrase in phrases.split("|"):
                bare = phrase.removeprefix("=")
                marks = tuple(map(marked, bare.split()))
                concept = _Concept(name, marks, bare != phrase)
                known.setdefault(words(bare), []).append(concept)
    return known, max(map(len, known))


def concepts_of(text: str) -> set[str]:
    """The concepts of a text, for counting how common they are."""
    return set(_concepts_in(text))


def _places(plain: str) -> Iterator[tuple[str, str]]:
    for found in _PLACE.finditer(plain):
        yield found[1], found[2].lstrip("0")
    for found in _SHORT.finditer(plain):
        yield {"k": "khom", "p": "phuong"}[found[1]], found[2].lstrip("0")


def _pieces(plain: str) -> Mapping[str, float]:
    text = f" {plain} "
    return dict.fromkeys((text[at : at + _PIECE] for at in range(len(text) - _PIECE + 1)), 1.0)


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    both = sum(weight * weight for name, weight in one.items() if name in other)
    return both / (_length(one) * _length(other)) if both else 0.0


def _length(one: Mapping[str, float]) -> float:
    return math.sqrt(sum(weight * weight for weight in one.values()))


def _covered(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """How much of the one that says less is in the other."""
    both = sum(weight for name, weight in one.items() if name in other)
    least = min(sum(one.values()), sum(other.values()))
    return both / least if least else 0.0


def _left_over(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """The most telling matter that each has and the other has not: a near miss has one on each."""
    mine = max((weight for name, weight in one.items() if name not in other), default=0.0)
    yours = max((weight for name, weight in other.items() if name not in one), default=0.0)
    return min(mine, yours)


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.5


def _differ(one: frozenset[str], other: frozenset[str]) -> float:
    return float(bool(one and other) and not one & other)


def _differ_in_place(one: Iterable[tuple[str, str]], other: Iterable[tuple[str, str]]) -> float:
    """Whether both name a hẻm, a khóm, a class, and not the same one."""
    mine, yours = _by_unit(one), _by_unit(other)
    return float(any(mine[unit].isdisjoint(yours[unit]) for unit in mine.keys() & yours.keys()))


def _by_unit(places: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    found: dict[str, set[str]] = {}
    for unit, number in places:
        found.setdefault(unit, set()).add(number)
    return found
