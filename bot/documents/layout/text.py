"""Paragraphs: Latin letters in Times New Roman, Khmer ones in a Khmer font."""

import re
from collections.abc import Iterator
from dataclasses import replace

from docx.oxml.ns import qn

from bot.documents.layout.wml import Block, w
from bot.domain.values import dataclass

SERIF = "Times New Roman"

#: Times New Roman has no Khmer letters.
KHMER = "Khmer OS Battambang"

#: Khmer letters with the spaces, joiners and marks between them.
_KHMER = re.compile(
    r"([\u1780-\u17ff\u19e0-\u19ff](?:[\u1780-\u17ff\u19e0-\u19ff\u200b-\u200d ]*"
    r"[\u1780-\u17ff\u19e0-\u19ff\u200b-\u200d])?)"
)

#: What XML cannot hold. It comes from pasted text and stands for nothing.
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Span:
    """Words in one look."""

    text: str
    bold: bool = False
    italic: bool = False
    size: float = 0  #: points; 0: as its paragraph


PLAIN = Span("")

#: What is written: plain words, or words in a look of their own.
Words = str | Span


def bold(text: str) -> Span:
    return Span(text, bold=True)


def italic(text: str) -> Span:
    return Span(text, italic=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a paragraph stands."""

    size: float = 14  #: points
    align: str = "left"  #: left, center, right or both (justified)
    first: int = 0  #: indent of the first line, twips
    left: int = 0  #: indents of all lines, twips
    right: int = 0
    before: float = 0  #: points
    after: float = 0  #: points
    line: int = 240  #: 240 is single
    keep: bool = False  #: on the same page as what follows


#: The text of a paper: justified, the first line 1.27 cm in, 6 points between paragraphs.
BODY = Style(align="both", first=720, after=6, line=264)
#: The last paragraph before the signatures, which never stand alone on a page.
LAST = replace(BODY, keep=True)

CENTRED = Style(align="center")

#: The heading of a part, on the page of what follows.
HEADING = Style(first=720, before=6, after=6, keep=True)


def paragraph(style: Style, *words: Words) -> Block:
    """One paragraph; a line break in its words stays one."""
    spans = [one if isinstance(one, Span) else Span(one) for one in words]
    return w("p", _look(style), *(run for span in spans for run in _runs(span, style.size)))


def gap(points: float, *, keep: bool = False) -> Block:
    """White space; Word wants a paragraph between two tables. ``keep``: it stays with the next."""
    stays = [w("keepNext")] if keep else []
    return w("p", w("pPr", *stays, _exactly(points), w("rPr", *_sizes(1))))


def rule(width: int, length: int, *, after: float = 0) -> Block:
    """A line of ``length`` in the middle of ``width``: a border, never an underline."""
    side = (width - length) // 2
    border = w("bottom", val="single", sz=6, space=0, color="000000")
    spacing = w("spacing", before=30, after=round(after * 20), line=40, lineRule="exact")
    return w(
        "p",
        w(
            "pPr",
            w("keepNext"),
            w("pBdr", border),
            spacing,
            w("ind", left=side, right=side),
            w("rPr", *_sizes(1)),
        ),
    )


def capital(text: str) -> str:
    """As at the beginning of a sentence."""
    return text[:1].upper() + text[1:]


def plain(text: str) -> str:
    """The text without what no paper and no sheet can hold."""
    return _UNPRINTABLE.sub("", text)


def _look(style: Style) -> Block:
    spacing = w(
        "spacing",
        before=round(style.before * 20),
        after=round(style.after * 20),
        line=style.line,
        lineRule="auto",
    )
    indent = w("ind", left=style.left, right=style.right, firstLine=style.first)
    keep = [w("keepNext"), w("keepLines")] if style.keep else []
    return w("pPr", *keep, spacing, indent, w("jc", val=style.align))


def _exactly(points: float) -> Block:
    return w("spacing", before=0, after=0, line=round(points * 20), lineRule="exact")


def _runs(span: Span, size: float) -> Iterator[Block]:
    for part in _KHMER.split(plain(span.text)):
        if part:
            khmer = _KHMER.fullmatch(part) is not None
            yield w("r", look(span.size or size, span, khmer=khmer), *_letters(part))


def look(size: float, span: Span = PLAIN, *, khmer: bool = False) -> Block:
    """The look of a run, in the order that the schema wants."""
    found = [w("rFonts", ascii=SERIF, hAnsi=SERIF, eastAsia=SERIF, cs=KHMER if khmer else SERIF)]
    if span.bold:
        found += [w("b"), w("bCs")]
    if span.italic:
        found += [w("i"), w("iCs")]
    found += _sizes(size)
    if khmer:
        found.append(w("cs"))
    return w("rPr", *found, w("lang", val="vi-VN", bidi="km-KH"))


def _sizes(points: float) -> list[Block]:
    return [w("sz", val=round(points * 2)), w("szCs", val=round(points * 2))]


def _letters(text: str) -> Iterator[Block]:
    for place, line in enumerate(text.split("\n")):
        if place:
            yield w("br")
        if line:
            letters = w("t")
            letters.text = line
            letters.set(qn("xml:space"), "preserve")
            yield letters
