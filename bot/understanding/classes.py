"""Classes of words that mean much the same where danger and accusations are told."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from bot.understanding.folding import Spelled, is_marked, marked, words


@dataclass(frozen=True, slots=True, order=True)
class Found:
    """A phrase of a class, where it stands among the folded words of a text."""

    place: int
    size: int
    name: str


@dataclass(frozen=True, slots=True)
class _Meaning:
    name: str
    marks: tuple[str, ...] | None  #: it counts only with these, where a text has marks


def found(typed: Sequence[Spelled]) -> list[Found]:
    """The phrases in a text, in order; of those that begin at one word the longest."""
    return sorted(_found(typed, is_marked(typed)))


def phrases_of(name: str) -> tuple[str, ...]:
    """The phrases of one class, as people say them."""
    return _phrases()[name]


def _found(typed: Sequence[Spelled], exact: bool) -> Iterator[Found]:
    plain = [(word, one) for one in typed for word in one.words]
    known, most = _known()
    for place in range(len(plain)):
        for size in range(min(most, len(plain) - place), 0, -1):
            here = plain[place : place + size]
            meanings = known.get(tuple(word for word, _ in here), ())
            names = [one.name for one in meanings if not exact or _agrees(here, one)]
            yield from (Found(place, size, name) for name in names)
            if names:
                break


def _agrees(here: Sequence[tuple[str, Spelled]], meaning: _Meaning) -> bool:
    return meaning.marks in (None, tuple(marked(one.typed) for _, one in here))


@cache
def _known() -> tuple[dict[tuple[str, ...], list[_Meaning]], int]:
    known: dict[tuple[str, ...], list[_Meaning]] = defaultdict(list)
    for name, phrases in _read():
        for phrase in phrases:
            bare = phrase.removeprefix("=")
            marks = tuple(map(marked, bare.split())) if phrase != bare else None
            known[words(bare)].append(_Meaning(name, marks))
    return known, max(map(len, known))


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    return {name: tuple(one.removeprefix("=") for one in phrases) for name, phrases in _read()}


def _read() -> list[tuple[str, list[str]]]:
    lines = (files(__package__) / "classes.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if line and not line.startswith("#")]
    return [(name, phrases.split("|")) for name, phrases in rows]
