"""Concepts: what a question names, in whichever words. Their phrases are in ``concepts.tsv``.

They are packaged by the word that they begin with (``python -m bot.understanding.learn``). Marks do
not matter where a text has none; where it has, a single syllable must bear the same ones.
"""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files

from bot.domain.values import dataclass
from bot.understanding.folding import Spelled, fold, is_marked, marked, spelled, words
from bot.understanding.rows import Rows, lines_of

#: The packaged file.
NAME = "concepts.txt.gz"

#: Which households policies tell apart. "Ra khỏi hộ nghèo" is no longer a poor household.
STATES = frozenset({"who_poor", "who_near", "who_left"})
#: What begins with this is wanted to be known or done; the others are matters.
ASKED = "ask_"


@dataclass(frozen=True, slots=True)
class Named:
    """A concept, and the words that name it."""

    name: str
    start: int
    size: int


@dataclass(frozen=True, slots=True)
class _Phrase:
    concept: str
    marks: tuple[str, ...]  #: how it is written
    strict: bool  #: it counts only as it is written


@lru_cache(maxsize=8)
def named_in(text: str) -> tuple[Named, ...]:
    """The concepts of a text by place; a phrase within a longer one counts as well.

    Asked for the same text several times, one after the other: the last ones are kept.
    """
    typed = spelled(text)
    exact = is_marked(typed)
    said = [(word, one) for one in typed for word in one.words]
    bare = tuple(word for word, _ in said)
    found: list[Named] = []
    ends = 0
    for start, first in enumerate(bare):
        known, longest = _beginning(first)
        for size in range(min(longest, len(said) - start), 0, -1):
            phrases = known.get(bare[start : start + size], ())
            names = _meant(phrases, said[start : start + size], exact) if phrases else ()
            nested = start + size <= ends
            found += [Named(one, start, size) for one in names if not nested or one not in STATES]
            ends = max(ends, start + size) if names else ends
    return tuple(found)


def _meant(
    phrases: Sequence[_Phrase], here: Sequence[tuple[str, Spelled]], exact: bool
) -> list[str]:
    return [one.concept for one in phrases if _counts(one, here, exact)]


def _counts(phrase: _Phrase, here: Sequence[tuple[str, Spelled]], exact: bool) -> bool:
    if not exact:
        return not phrase.strict
    agree = _is_meant if len(here) > 1 and not phrase.strict else _is_written
    return all(agree(one, marks) for (_, one), marks in zip(here, phrase.marks, strict=False))


def _is_written(one: Spelled, marks: str) -> bool:
    return len(one.words) > 1 or marked(one.typed) == marks


def _is_meant(one: Spelled, marks: str) -> bool:
    """Among others a word may want its marks, or stand for another; other marks it may not bear."""
    typed = marked(one.typed)
    return len(one.words) > 1 or typed in (marks, one.words[0]) or fold(one.typed) != one.words[0]


@lru_cache(maxsize=1 << 11)
def _beginning(first: str) -> tuple[Mapping[tuple[str, ...], Sequence[_Phrase]], int]:
    """The phrases that begin with a word, by their words, and how many words the longest has."""
    known: dict[tuple[str, ...], list[_Phrase]] = {}
    for bare, concept, marks, strict in json.loads(_table().get(first, "[]")):
        one = _Phrase(concept, tuple(marks.split()), bool(strict))
        known.setdefault(tuple(bare.split()), []).append(one)
    return known, max(map(len, known), default=0)


@cache
def _table() -> Rows:
    return Rows(lines_of(NAME))


def table() -> dict[str, str]:
    """What is packaged: by its first word every phrase, the concept it names, how it is written."""
    rows: dict[str, list[tuple[str, str, str, int]]] = defaultdict(list)
    for name, phrase in _lines():
        bare = phrase.removeprefix("=")
        if said := words(bare):
            written = " ".join(map(marked, bare.split()))
            rows[said[0]].append((" ".join(said), name, written, int(bare != phrase)))
    return {first: json.dumps(row, ensure_ascii=False) for first, row in rows.items()}


def _lines() -> Iterator[tuple[str, str]]:
    for line in (files(__package__) / "concepts.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, phrases = line.split("\t")
            yield from ((name, phrase) for phrase in phrases.split("|"))
