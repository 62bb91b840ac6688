"""What a message shows beside its subject: danger, an accusation, something private, a wish.

The phrases are data (``signs.tsv``). They are rules, not a model, because a person must be able
to read why a message was kept from the public queue.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from importlib.resources import files

from bot.understanding.classes import phrases_of
from bot.understanding.folding import fold, spelled, words

_KHMER = re.compile(r"[\u1780-\u17ff]")
_CENSORED = re.compile(r"(?<!\w)[a-zđ]{1,3}\*+[a-zđ]*")  # c*t, l**
#: How many words may stand between two parts of a phrase.
_GAPS = {"..": r"(?: [^\s;]+){0,4}", "...": r"(?: [^\s;]+){0,8}"}
_START, _END = r"(?<!\S)", r"(?!\S)"


class Signs:
    """The phrases of some signs, ready to be looked for."""

    def __init__(self, phrases: Iterable[str]) -> None:
        spoken = list(phrases)
        exact = [_pattern(one[1:], _marked) for one in spoken if one.startswith("=")]
        khmer = [re.escape(fold(one)) for one in spoken if _KHMER.search(one)]
        loose = [
            _pattern(one, words)
            for one in spoken
            if not one.startswith("=") and not _KHMER.search(one)
        ]
        self._loose = re.compile(_any(loose)) if loose else None
        self._exact = re.compile(_any(exact)) if exact else None
        self._khmer = re.compile("|".join(khmer)) if khmer else None

    def found(self, message: "Message") -> list[str]:
        """The phrases that are in the message, as they were found, without marks or with them."""
        found = self._loose.findall(message.plain) if self._loose else []
        if self._exact:
            found += self._exact.findall(message.marked)
        if self._khmer and message.is_khmer:
            found += self._khmer.findall(message.folded)
        return found

    def cut(self, message: "Message") -> "Message":
        """The message without what was found, so that the rest can be looked at."""
        if self._loose is None:
            return message
        return Message(self._loose.sub(";", message.plain), message.marked, message.folded)

    def rest(self, text: str) -> str:
        """The words of ``text``, as typed, without what is found."""
        typed = spelled(text)
        if self._loose is None:
            return text
        owner = [place for place, one in enumerate(typed) for _ in one.words]
        plain = " ".join(word for one in typed for word in one.words)
        gone: set[int] = set()
        for found in self._loose.finditer(plain):
            first, last = (plain.count(" ", 0, end) for end in found.span())
            gone.update(owner[first : last + 1])
        kept = (one.typed for place, one in enumerate(typed) if place not in gone)
        return " ".join(kept) if gone else text


class Message:
    """One text in the spellings that signs look at."""

    def __init__(self, plain: str, marked: str, folded: str) -> None:
        self.plain = plain  #: folded words, short forms written out
        self.marked = marked  #: words in lower case with their marks
        self.folded = folded  #: for Khmer script, which has no spaces
        self.is_khmer = _KHMER.search(folded) is not None

    @classmethod
    def read(cls, text: str) -> "Message":
        return cls(" ".join(words(text)), " ".join(_marked(text)), fold(text))

    @property
    def censored(self) -> bool:
        """Whether a word is written with stars in it, as swear words are."""
        return _CENSORED.search(self.folded) is not None


@cache
def read_signs() -> dict[str, Signs]:
    """The signs of ``signs.tsv`` by name."""
    phrases: dict[str, list[str]] = defaultdict(list)
    for line in (files(__package__) / "signs.tsv").read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            sign, phrase = line.split("\t")
            phrases[sign].append(phrase)
    return {sign: Signs(spoken) for sign, spoken in phrases.items()}


def _marked(text: str) -> tuple[str, ...]:
    return tuple(unicodedata.normalize("NFC", one.typed.lower()) for one in spelled(text))


def _pattern(phrase: str, spell: Callable[[str], tuple[str, ...]]) -> str:
    """``đánh .. chảy|đổ máu`` as a pattern over words joined by spaces."""
    pattern = ""
    for slot in phrase.split():
        if slot in _GAPS:
            pattern += _GAPS[slot]
            continue
        either = "|".join(re.escape(" ".join(spell(one))) for one in _either(slot))
        pattern += (" " if pattern else "") + f"(?:{either})"
    return pattern


def _either(slot: str) -> Iterable[str]:
    """``bà_con|{official}``: the phrases that may stand in one place."""
    for one in slot.split("|"):
        yield from phrases_of(one[1:-1]) if one.startswith("{") else (one.replace("_", " "),)


def _any(patterns: list[str]) -> str:
    return f"{_START}(?:{'|'.join(patterns)}){_END}"
