"""Classes of words that mean much the same where danger and accusations are told."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files

from bot.domain.values import dataclass
from bot.understanding.folding import Spelled, marked, words
from bot.understanding.heard import Heard


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


def found(heard: Heard) -> list[Found]:
    """The phrases in a text, in order; of those that begin at one word the longest."""
    known, said = _known(), heard.words
    owners = [one for one in heard.typed for _ in one.words] if heard.is_marked else []
    every: list[Found] = []
    for place, word in enumerate(said):
        for phrase, meanings in known.get(word, ()):
            size = len(phrase)
            if said[place : place + size] == phrase:
                here = owners[place : place + size]
                names = [one.name for one in meanings if not here or _agrees(here, one)]
                every += [Found(place, size, name) for name in sorted(names)]
                if names:
                    break
    return every


def phrases_of(name: str) -> tuple[str, ...]:
    """The phrases of one class, as people say them; behind ``=`` those that need their marks."""
    return _phrases()[name]


def _agrees(here: Sequence[Spelled], meaning: _Meaning) -> bool:
    return meaning.marks is None or meaning.marks == tuple(marked(one.typed) for one in here)


_Known = dict[str, list[tuple[tuple[str, ...], list[_Meaning]]]]


@cache
def _known() -> _Known:
    """What phrases mean, by their first words, the longest first."""
    meanings: dict[tuple[str, ...], list[_Meaning]] = defaultdict(list)
    for name, phrases in _read():
        for phrase in phrases:
            bare = phrase.removeprefix("=")
            marks = tuple(map(marked, bare.split())) if phrase != bare else None
            meanings[words(bare)].append(_Meaning(name, marks))
    known: _Known = defaultdict(list)
    for folded in sorted(meanings, key=len, reverse=True):
        known[folded[0]].append((folded, meanings[folded]))
    return known


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    return {name: tuple(phrases) for name, phrases in _read()}


def _read() -> Iterator[tuple[str, list[str]]]:
    for line in (files(__package__) / "classes.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            name, phrases = line.split("\t")
            yield name, phrases.split("|")
