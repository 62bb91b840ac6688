"""A text, read once: what everybody who judges it looks at."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from bot.understanding.folding import Spelled, fold, is_marked, spelled

_KHMER = re.compile(r"[\u1780-\u17ff]")
_CENSORED = re.compile(r"(?<!\w)[a-zđ]{1,3}\*+[a-zđ]*")  # c*t, l**


@dataclass(frozen=True, slots=True, eq=False)  # one text is one object: it is looked up by itself
class Heard:
    """One text in the spellings that are looked at."""

    text: str  #: as it was typed
    typed: tuple[Spelled, ...]
    words: tuple[str, ...]  #: folded, short forms written out
    plain: str  #: the same, joined by spaces
    marks: tuple[str, ...]  #: the words as typed, in lower case
    is_marked: bool  #: whether marks can be relied on
    is_khmer: bool

    @property
    def folded(self) -> str:
        """For Khmer script, which has no spaces."""
        return fold(self.text)

    @property
    def is_censored(self) -> bool:
        """Whether a word is written with stars in it, as swear words are."""
        return "*" in self.text and _CENSORED.search(self.folded) is not None

    def without(self, spans: Sequence[tuple[int, int]]) -> "Heard":
        """The same text where a sign stands in ``plain`` instead of what was at these places."""
        plain = self.plain
        for start, end in reversed(spans):
            plain = f"{plain[:start]};{plain[end:]}"
        return replace(self, plain=plain, words=tuple(plain.split(" "))) if spans else self

    def beginning(self, many: int) -> "Heard":
        """Its first words, folded."""
        words = self.words[:many]
        plain = " ".join(words)
        return replace(
            self, text=plain, words=words, plain=plain, marks=(), is_khmer=_is_khmer(plain)
        )


@lru_cache(maxsize=1 << 5)  # one text is judged by several in a row
def hear(text: str) -> Heard:
    """Read a text."""
    typed = spelled(text)
    words = tuple(word for one in typed for word in one.words)
    lower = " ".join(one.typed for one in typed).lower()
    return Heard(
        text=text,
        typed=typed,
        words=words,
        plain=" ".join(words),
        marks=tuple(unicodedata.normalize("NFC", lower).split(" ")) if typed else (),
        is_marked=is_marked(typed),
        is_khmer=_is_khmer(text),
    )


def _is_khmer(text: str) -> bool:
    return not text.isascii() and _KHMER.search(text) is not None
