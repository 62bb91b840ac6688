"""A text, read once: what everybody who judges it looks at."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from bot.domain.values import dataclass
from bot.understanding.folding import MARKED_SHARE, Spelled, fold, marked, marked_share, spelled

_KHMER = re.compile(r"[\u1780-\u17ff]")
_CENSORED = re.compile(r"(?<!\w)[a-zđ]{1,3}\*+[a-zđ]*")  # c*t, l**

#: From this share of words with marks on, a word without any is meant so: ``ba`` is not ``bả``.
_NEARLY_ALL = 0.6
_BARE = "\u0305"  #: stands behind such a word, as its marks stand behind another


@dataclass(frozen=True, slots=True, eq=False)  # one text is one object: it is looked up by itself
class Heard:
    """One text in the spellings that are looked at."""

    text: str  #: as it was typed
    typed: tuple[Spelled, ...]
    words: tuple[str, ...]  #: folded, short forms written out
    plain: str  #: the same, joined by spaces
    borne: str  #: the same with the marks they bear, as far as those can be relied on
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
        """The same text where a sign stands instead of the words from one place to another."""
        if not spans:
            return self
        words, borne = list(self.words), self.borne.split(" ")
        for start, end in reversed(spans):
            words[start:end] = borne[start:end] = ";"
        return replace(self, words=tuple(words), plain=" ".join(words), borne=" ".join(borne))

    def beginning(self, many: int) -> "Heard":
        """Its first words."""
        words = self.words[:many]
        plain = " ".join(words)
        return replace(
            self,
            text=plain,
            words=words,
            plain=plain,
            borne=" ".join(self.borne.split(" ")[:many]),
            marks=(),
            is_khmer=_is_khmer(plain),
        )


@lru_cache(maxsize=1 << 5)  # one text is judged by several in a row
def hear(text: str) -> Heard:
    """Read a text."""
    typed = spelled(text)
    words = tuple(word for one in typed for word in one.words)
    plain, share = " ".join(words), marked_share(typed)
    has_marks = share > MARKED_SHARE
    lower = " ".join(one.typed for one in typed).lower()
    return Heard(
        text=text,
        typed=typed,
        words=words,
        plain=plain,
        borne=_borne(typed, _BARE if share > _NEARLY_ALL else "") if has_marks else plain,
        marks=tuple(unicodedata.normalize("NFC", lower).split(" ")) if typed else (),
        is_marked=has_marks,
        is_khmer=_is_khmer(text),
    )


def _borne(typed: Sequence[Spelled], bare: str) -> str:
    """The folded words with the marks that they bear; ``bare`` stands behind those without."""
    return " ".join(
        _with_marks(one.typed, one.words[0], bare) if len(one.words) == 1 else " ".join(one.words)
        for one in typed
    )


@lru_cache(maxsize=1 << 13)
def _with_marks(typed: str, word: str, bare: str) -> str:
    """A word with its marks behind it; without, where it stands for another, or was stretched."""
    if fold(typed) != word:
        return word
    borne = marked(typed)
    return borne + bare if borne == word else borne


def _is_khmer(text: str) -> bool:
    return not text.isascii() and _KHMER.search(text) is not None
