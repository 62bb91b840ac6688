"""The top of a paper: who issues it and the nation's name, number and date, kind and subject."""

from bot.documents.layout.text import CENTRED, Span, Style, bold, capital, paragraph, rule
from bot.documents.layout.wml import Block, w
from bot.documents.office import Office
from bot.documents.words import Say

#: Of the width of the text, for the side of the issuing body; the nation's name needs the rest.
_LEFT_SHARE = 0.43

#: As long as the motto is in bold letters of 13 points (the Decree wants its rule no longer).
_MOTTO = 3150

#: Room for a number written by hand.
_BLANK = "\u00a0" * 10

_SMALL = Style(size=12, align="center")
_MIDDLE = Style(size=13, align="center")


def letterhead(office: Office, width: int, say: Say, number: str = "") -> Block:
    """Both sides of the head. The number and the day are left to the clerk who registers it.

    ``number`` is the line with the paper's number; a list has none, nor a day up here.
    """
    left = round(width * _LEFT_SHARE)
    sides = (left, width - left)
    rows = [_row(sides, _issuer(office, left), _nation(sides[1], say))]
    if number:
        day = Span(say("paper-date", place=office.place), italic=True, size=13)
        rows.append(_row(sides, [paragraph(_MIDDLE, number)], [paragraph(_MIDDLE, day)]))
    return borderless(sides, rows)


def blank() -> str:
    """What stands where the clerk writes a number."""
    return _BLANK


def title(kind: str, about: str, width: int) -> list[Block]:
    """The kind of paper, what it is about, and the rule below."""
    return [
        paragraph(Style(align="center", before=14), bold(kind.upper())),
        paragraph(CENTRED, bold(capital(about))),
        rule(width, width // 3, after=14),
    ]


def borderless(widths: tuple[int, ...], rows: list[Block]) -> Block:
    """An invisible table, for things that stand side by side."""
    look = w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("jc", val="center"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", w("left", w=0, type="dxa"), w("right", w=0, type="dxa")),
    )
    return w("tbl", look, w("tblGrid", *(w("gridCol", w=one) for one in widths)), *rows)


def side_by_side(widths: tuple[int, ...], *cells: list[Block]) -> Block:
    """One unseen row; it stays on one page."""
    return borderless(widths, [_row(widths, *cells)])


def _row(widths: tuple[int, ...], *cells: list[Block]) -> Block:
    columns = (
        w("tc", w("tcPr", w("tcW", w=width, type="dxa")), *blocks)
        for width, blocks in zip(widths, cells, strict=True)
    )
    return w("tr", w("trPr", w("cantSplit")), *columns)


def _issuer(office: Office, width: int) -> list[Block]:
    """The body above, if there is one, in thin capitals; the body that issues in bold ones."""
    above = [paragraph(_SMALL, office.parent.upper())] if office.parent else []
    return [
        *above,
        paragraph(_SMALL, bold(office.name.upper())),
        rule(width, width * 2 // 5, after=6),
    ]


def _nation(width: int, say: Say) -> list[Block]:
    return [
        paragraph(_SMALL, bold(say("paper-nation"))),
        paragraph(_MIDDLE, bold(say("paper-motto"))),
        rule(width, _MOTTO, after=6),
    ]
