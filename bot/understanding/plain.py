"""Is an answer plain enough to be heard once? Advice with its reasons; nobody is kept from sending.

The measures are those of the ward's loudspeaker: one thing a sentence, at most ninety words, whom
to see, where, with which papers, when, and a number to call.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from importlib.resources import files

from bot.understanding import cuts
from bot.understanding.folding import fold

#: Words that an answer, and one of its sentences, is advised to stay under.
WORDS, SENTENCE = 90, 20

#: How many words of the office are told at once.
_TOLD = 3


class Point(StrEnum):
    """What the listener to an answer needs in order to act on it."""

    WHO = "who"
    WHERE = "where"
    PAPERS = "papers"
    WHEN = "when"
    PHONE = "phone"


_SAYS: dict[Point, re.Pattern[str]] = {
    Point.WHO: re.compile(
        r"\b(?:gap|lien he|hoi|bao|nop cho|nho|goi cho|can bo|truong khom|truong ban|to truong"
        r"|nhan vien|chi hoi|hoi dong|bac si|y si|cong an)\b"
    ),
    Point.WHERE: re.compile(
        r"\b(?:tai|o|den|toi|qua|bo phan mot cua|tram y te|tru so|nha van hoa)\b"
        r" (?:\w+ ){0,3}?(?:phuong|xa|khom|ap|cua|tram|truong|ngan hang|phong|bao hiem|benh vien"
        r"|trung tam|nha|to|ban|hoi|uy ban)\b"
    ),
    Point.PAPERS: re.compile(
        r"\b(?:giay|don|to khai|ban sao|can cuoc|ho so|mau|hop dong|bien ban|so ho|khai sinh"
        r"|chung tu|khong can giay|(?:mang|dem|cam)(?: theo)? (?:so|the))\b"
    ),
    Point.WHEN: re.compile(
        r"\b(?:ngay|thang|quy|nam|tuan|gio|buoi|truoc|bat cu luc nao|hom nay|khi nao|lan)\b"
    ),
    Point.PHONE: re.compile(r"\b0\d[\d .]{7,11}\d\b|\b11[1-5]\b|\b1[89]00\b"),
}

_ENDS = re.compile(r"(?<=[.!?…])\s+|\n+")


@dataclass(frozen=True, slots=True, kw_only=True)
class LongSentence:
    """A sentence that is long to hear, and where it could be two, if anywhere."""

    words: int
    first: str
    rest: str = ""
    is_sure: bool = False  #: both halves stand alone as they are; otherwise it is a suggestion


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """What could be plainer in an answer."""

    words: int
    missing: tuple[Point, ...]
    long: tuple[LongSentence, ...]
    jargon: tuple[tuple[str, str], ...]  #: a word of the office, and a plain one for it

    @property
    def is_long(self) -> bool:
        """Whether it takes a reader, or a listener, more than a minute."""
        return self.words > WORDS


def advice(text: str) -> Advice:
    """Everything that could be plainer, in the order of the text."""
    folded = fold(text)
    return Advice(
        words=len(text.split()),
        missing=tuple(one for one, says in _SAYS.items() if not says.search(folded)),
        long=tuple(_long(text)),
        jargon=tuple(_of_the_office(text.lower()))[:_TOLD],
    )


def _long(text: str) -> Iterator[LongSentence]:
    for sentence in _ENDS.split(text.strip()):
        many = len(sentence.split())
        if many > SENTENCE:
            yield _cut(sentence.rstrip(".!?… "), many)


def _cut(sentence: str, many: int) -> LongSentence:
    cut = cuts.cut(sentence)
    if cut is None:
        return LongSentence(words=many, first=sentence)
    return LongSentence(words=many, first=cut.first, rest=cut.rest, is_sure=cut.is_sure)


def _of_the_office(text: str) -> Iterator[tuple[str, str]]:
    """The longest first; what is part of one that was told is not told again."""
    for term, (find, plain) in _jargon().items():
        text, many = find.subn("", text)
        if many:
            yield term, plain


@cache
def _jargon() -> dict[str, tuple[re.Pattern[str], str]]:
    """The office's words with plain ones, from ``jargon.tsv``."""
    table = files("bot.understanding").joinpath("jargon.tsv").read_text("utf-8")
    lines = [line.split("\t") for line in table.splitlines() if line and line[0] != "#"]
    lines.sort(key=lambda line: -len(line[0]))
    return {term: (re.compile(rf"\b{re.escape(term)}\b"), plain) for term, plain in lines}
