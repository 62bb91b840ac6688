"""Concepts: what a question names, in whichever words. Their phrases are in ``concepts.tsv``.

Marks do not matter where a text has none; where it has, a single syllable must bear the same ones.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from bot.understanding.folding import Spelled, fold, is_marked, marked, spelled, words

#: Which households policies tell apart. "Ra khỏi hộ nghèo" is no poor household any more.
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
    known, longest = _known()
    found: list[Named] = []
    ends = 0
    for start, first in enumerate(bare):
        for size in range(min(longest.get(first, 0), len(said) - start), 0, -1):
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


@cache
def _known() -> tuple[Mapping[tuple[str, ...], Sequence[_Phrase]], Mapping[str, int]]:
    """Every phrase by its words, and how many words the longest has that begins with a word."""
    known: dict[tuple[str, ...], list[_Phrase]] = {}
    for name, phrase in _lines():
        bare = phrase.removeprefix("=")
        one = _Phrase(name, tuple(map(marked, bare.split())), bare != phrase)
        known.setdefault(words(bare), []).append(one)
    longest: dict[str, int] = {}
    for first, *more in filter(None, known):
        longest[first] = max(1 + len(more), longest.get(first, 0))
    return known, longest


def _lines() -> Iterator[tuple[str, str]]:
    for line in (files(__package__) / "concepts.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, phrases = line.split("\t")
            yield from ((name, phrase) for phrase in phrases.split("|"))
