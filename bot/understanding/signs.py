"""What a message shows beside its subject: danger, an accusation, something private, a wish.

The phrases are data (``signs.tsv``). They are rules, not a model, because a person must be able
to read why a message was kept from the public queue.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from itertools import accumulate, chain

from bot.understanding.classes import phrases_of
from bot.understanding.folding import fold, marked, spelled, words
from bot.understanding.heard import Heard, hear

_KHMER = re.compile(r"[\u1780-\u17ff]")
#: How many words may stand between two parts of a phrase.
_GAPS = {"..": r"(?: [^\s;]+){0,4}", "...": r"(?: [^\s;]+){0,8}"}

_MARKS = "[\u0300-\u036f]*"

Span = tuple[int, int]  #: from which word to which
_Spelling = Callable[[str], tuple[str, ...]]


class Signs:
    """The phrases of several signs, looked for in one reading."""

    def __init__(self, phrases: Mapping[str, Sequence[str]]) -> None:
        """``phrases``: by sign, as people say them."""
        self._loose, self._exact = _Phrases(words, _loosely), _Phrases(_marked, _exactly)
        self._khmer: dict[str, re.Pattern[str]] = {}
        for sign, spoken in phrases.items():
            khmer = [re.escape(fold(one)) for one in spoken if _KHMER.search(one)]
            if khmer:
                self._khmer[sign] = re.compile("|".join(khmer))
            for one in spoken:
                if one.startswith("="):
                    self._exact.add(sign, one[1:])
                elif not _KHMER.search(one):
                    self._loose.add(sign, one)

    def found(self, heard: Heard, only: Collection[str] = ()) -> dict[str, list[str]]:
        """By sign the phrases in a text, as they were found, without marks or with them.

        ``only``: nothing but these signs is looked for.
        """
        found: dict[str, list[str]] = defaultdict(list)
        for sign, (start, end) in self._loose.spans(heard.words, heard.borne, only):
            found[sign].append(" ".join(heard.words[start:end]))
        for sign, (start, end) in self._exact.spans(heard.marks, " ".join(heard.marks), only):
            found[sign].append(" ".join(heard.marks[start:end]))
        for sign, khmer in self._khmer.items() if heard.is_khmer else ():
            if said := khmer.findall(heard.folded):
                found[sign] += said
        return found

    def opens(self, sign: str, word: str) -> bool:
        """Whether a phrase of the sign begins with a folded word."""
        return self._loose.opens(sign, word)

    def make_ready(self, *signs: str) -> None:
        """Make the patterns of these signs now, not when their words are heard the first time."""
        self._loose.make(signs)

    def cut(self, sign: str, heard: Heard) -> Heard:
        """The text without what was found of one sign, so that the rest can be looked at."""
        return heard.without(self._of(sign, heard))

    def rest(self, sign: str, heard: Heard) -> Heard:
        """The words of the text, as typed, without what is found of one sign."""
        spans = self._of(sign, heard)
        if not spans:
            return heard
        owner = [place for place, one in enumerate(heard.typed) for _ in one.words]
        gone = {place for start, end in spans for place in owner[start:end]}
        kept = (one.typed for place, one in enumerate(heard.typed) if place not in gone)
        return hear(" ".join(kept))

    def _of(self, sign: str, heard: Heard) -> list[Span]:
        return [span for _, span in self._loose.spans(heard.words, heard.borne, (sign,))]


class _Phrases:
    """Phrases by sign and first word; a pattern is made when it is looked for the first time."""

    def __init__(self, spelling: _Spelling, written: Callable[[str], str]) -> None:
        """``spelling``: the words of a phrase, as a text is looked through; ``written``: as they
        stand in the joined text."""
        self._spelling, self._written = spelling, written
        self._beginning: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
        self._made: dict[str, dict[str, list[re.Pattern[str]]]] = defaultdict(dict)
        self._classes: dict[tuple[str, str], re.Pattern[str]] = {}  #: by sign and first slot

    def add(self, sign: str, phrase: str) -> None:
        for word in dict.fromkeys(self._spelling(one)[0] for one in _either(_opening(phrase))):
            self._beginning[word][sign].append(phrase)

    def opens(self, sign: str, word: str) -> bool:
        return word in self._beginning and sign in self._beginning[word]

    def spans(
        self, said: Sequence[str], joined: str, only: Collection[str] = ()
    ) -> list[tuple[str, Span]]:
        """Which sign is found where in ``said``; of one sign, one after the other.

        ``joined``: the same words, as they were written, with spaces between them.
        """
        found: list[tuple[str, Span]] = []
        free: dict[str, int] = {}  #: of each sign, from which word on it may be found again
        starts: list[int] = []
        for place, word in enumerate(said):
            if word in self._beginning:
                starts, made = starts or _starts(joined), self._made[word]
                for sign in self._beginning[word]:
                    if (only and sign not in only) or place < free.get(sign, 0):
                        continue
                    for pattern in made.get(sign) or self._make(word, sign):
                        if match := pattern.match(joined, starts[place]):
                            free[sign] = place + match[0].count(" ") + 1
                            found.append((sign, (place, free[sign])))
                            break
        return found

    def make(self, only: Collection[str]) -> None:
        """Make the patterns of these signs, so that nobody waits for them."""
        for word, signs in self._beginning.items():
            for sign in signs:
                if sign in only:
                    self._make(word, sign)

    def _make(self, word: str, sign: str) -> list[re.Pattern[str]]:
        phrases = self._beginning[word][sign]
        by_class = dict.fromkeys(_opening(one) for one in phrases if "{" in _opening(one))
        others = [one for one in phrases if "{" not in _opening(one)]
        made = [self._of_class(sign, opening) for opening in by_class]
        made += [self._compiled(others)] if others else []
        self._made[word][sign] = made
        return made

    def _of_class(self, sign: str, opening: str) -> re.Pattern[str]:
        """What begins with any phrase of a class: one pattern for all their first words."""
        if (sign, opening) not in self._classes:
            every = chain(*(signs[sign] for signs in self._beginning.values() if sign in signs))
            alike = dict.fromkeys(one for one in every if _opening(one) == opening)
            self._classes[sign, opening] = self._compiled(alike)
        return self._classes[sign, opening]

    def _compiled(self, phrases: Iterable[str]) -> re.Pattern[str]:
        return re.compile(_any(_pattern(one, self._written) for one in phrases))


def _opening(phrase: str) -> str:
    return phrase.split(maxsplit=1)[0]


def _starts(joined: str) -> list[int]:
    """Where the words of a text begin."""
    sizes = (len(word) + 1 for word in joined.split(" "))
    return list(accumulate(sizes, initial=0))


@cache
def read_signs() -> Signs:
    """The signs of ``signs.tsv``."""
    phrases: dict[str, list[str]] = defaultdict(list)
    for line in (files(__package__) / "signs.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            sign, phrase = line.split("\t")
            phrases[sign].append(phrase)
    return Signs(phrases)


def _marked(text: str) -> tuple[str, ...]:
    return hear(text).marks


def _exactly(phrase: str) -> str:
    return re.escape(" ".join(_marked(phrase)))


@lru_cache(maxsize=1 << 10)
def _loosely(phrase: str) -> str:
    """Words that may stand without marks, but not with others: ``bị tát`` is not ``bị tật``.

    Behind ``=`` they need their marks: ``=đâm`` is not ``dam``, which may be *dám* or *đám*.
    """
    typed, word = spelled(phrase), _marked_word if phrase.startswith("=") else _loose_word
    return " ".join(word(one.typed, part) for one in typed for part in one.words)


def _loose_word(typed: str, folded: str) -> str:
    if _means_any(typed, folded):
        return re.escape(folded).replace("d", "[dđ]") + _MARKS
    return f"(?:{re.escape(marked(typed))}|{re.escape(folded)})"


def _marked_word(typed: str, folded: str) -> str:
    return _loose_word(typed, folded) if _means_any(typed, folded) else re.escape(marked(typed))


def _means_any(typed: str, folded: str) -> bool:
    """Whether a word of a phrase is written without marks, or stands for another."""
    return marked(typed) == folded or fold(typed) != folded


def _pattern(phrase: str, written: Callable[[str], str]) -> str:
    """``đánh .. chảy|đổ máu`` as a pattern over words joined by spaces."""
    pattern = ""
    for slot in phrase.split():
        if slot in _GAPS:
            pattern += _GAPS[slot]
            continue
        either = "|".join(written(one) for one in _either(slot))
        pattern += (" " if pattern else "") + f"(?:{either})"
    return pattern


def _either(slot: str) -> Iterable[str]:
    """``bà_con|{official}``: the phrases that may stand in one place."""
    for one in slot.split("|"):
        yield from phrases_of(one[1:-1]) if one.startswith("{") else (one.replace("_", " "),)


def _any(patterns: Iterable[str]) -> str:
    return rf"(?:{'|'.join(patterns)})(?!\S)"
