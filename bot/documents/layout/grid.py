"""Tables with lines: the headings repeat on each page, and a row is not cut by the page's end."""

from collections.abc import Sequence
from dataclasses import replace

from bot.documents.layout.measure import lines
from bot.documents.layout.text import Span, Style, Words, bold, paragraph
from bot.documents.layout.wml import Block, twips, w
from bot.domain.values import dataclass

#: Centimetres inside a cell, left and right.
_PADDING = 0.15

#: A row longer than so many lines may be cut: kept whole, it would leave half a page empty.
_LONGEST_KEPT = 24

#: How many of the last rows stay with what follows: a total is never alone on a page.
_NOT_ALONE = 3


@dataclass(frozen=True, slots=True)
class Column:
    """One column, its width in centimetres."""

    heading: str
    width: float
    align: str = "left"


@dataclass(frozen=True, slots=True)
class Band:
    """A row across all columns: the name of a group, a total, or that there is nothing."""

    words: Words
    align: str = "left"


Row = Sequence[Words] | Band


def grid(
    columns: Sequence[Column], rows: Sequence[Row], *, size: float = 13, height: float = 0
) -> Block:
    """A table; ``height`` is the least height of a row in centimetres, for a pen."""
    widths = [twips(column.width) for column in columns]
    borders = [
        w(side, val="single", sz=4, space=0, color="000000")
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    ]
    padding = [w(side, w=twips(_PADDING), type="dxa") for side in ("left", "right")]
    look = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("jc", val="center"),
        w("tblBorders", *borders),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *padding),
    )
    columns_wide = w("tblGrid", *(w("gridCol", w=one) for one in widths))
    end = len(rows) - _NOT_ALONE
    drawn = [
        _drawn(columns, row, Style(size=size, before=1, after=1, keep=place >= end), height)
        for place, row in enumerate(rows)
    ]
    return w("tbl", look, columns_wide, _headings(columns, size), *drawn)


def _headings(columns: Sequence[Column], size: float) -> Block:
    style = Style(size=size, align="center", before=2, after=2, keep=True)
    cells = (_cell(one.width, style, bold(one.heading)) for one in columns)
    return w("tr", w("trPr", w("cantSplit"), w("tblHeader")), *cells)


def _drawn(columns: Sequence[Column], row: Row, style: Style, height: float) -> Block:
    if isinstance(row, Band):
        stays = replace(style, align=row.align, keep=True)
        width = sum(column.width for column in columns)
        band = _cell(width, stays, row.words, across=len(columns))
        return w("tr", w("trPr", w("cantSplit")), band)
    rules = [] if _lines(columns, row, style.size) > _LONGEST_KEPT else [w("cantSplit")]
    if height:
        rules.append(w("trHeight", val=twips(height), hRule="atLeast"))
    cells = (
        _cell(column.width, replace(style, align=column.align), words)
        for column, words in zip(columns, row, strict=True)
    )
    return w("tr", w("trPr", *rules), *cells)


def _cell(width: float, style: Style, words: Words, across: int = 1) -> Block:
    look = [w("tcW", w=twips(width), type="dxa")]
    if across > 1:
        look.append(w("gridSpan", val=across))
    return w("tc", w("tcPr", *look, w("vAlign", val="center")), paragraph(style, words))


def _lines(columns: Sequence[Column], row: Sequence[Words], size: float) -> int:
    return max(
        lines(_letters(words), column.width - 2 * _PADDING, size)
        for column, words in zip(columns, row, strict=True)
    )


def _letters(words: Words) -> str:
    return words.text if isinstance(words, Span) else words
