"""The page: A4, the margins of the Decree, the page number in the top margin from page 2 on."""

from collections.abc import Sequence

from docx.oxml.ns import qn

from bot.documents.layout.text import look
from bot.documents.layout.wml import Block, twips, w
from bot.domain.values import dataclass

SHORT, LONG = 11906, 16838  # 210 and 297 mm

#: Twips from the edges: 20 mm above and below, 30 mm left, 15 mm right.
TOP, BOTTOM, LEFT, RIGHT = twips(2.0), twips(2.0), twips(3.0), twips(1.5)

#: How wide text is on an upright page and on one that lies.
UPRIGHT = SHORT - LEFT - RIGHT
LYING = LONG - LEFT - RIGHT


@dataclass(frozen=True, slots=True)
class Part:
    """Pages that belong together and are numbered from 1: a paper, or an appendix to it."""

    blocks: Sequence[Block]
    lies: bool = False  #: for wide tables

    @property
    def width(self) -> int:
        return LYING if self.lies else UPRIGHT


def section(part: Part, header: str) -> Block:
    """The shape of a part's pages; ``header`` is the id of the page number's part."""
    reference = w("headerReference", type="default")
    reference.set(qn("r:id"), header)
    size = (
        w("pgSz", w=LONG, h=SHORT, orient="landscape") if part.lies else w("pgSz", w=SHORT, h=LONG)
    )
    margins = w(
        "pgMar",
        top=TOP,
        right=RIGHT,
        bottom=BOTTOM,
        left=LEFT,
        header=twips(1.0),
        footer=twips(1.0),
        gutter=0,
    )
    return w(
        "sectPr",
        reference,
        w("type", val="nextPage"),
        size,
        margins,
        w("pgNumType", start=1),
        w("titlePg"),
    )


def end_of(shape: Block) -> Block:
    """The paragraph that closes all parts but the last; too small to need a line."""
    tiny = w("spacing", before=0, after=0, line=20, lineRule="exact")
    return w("p", w("pPr", tiny, w("rPr", w("sz", val=2)), shape))


def page_number() -> Block:
    """The number of the page, in Arabic digits, 14 points, in the middle."""
    code = w("instrText")
    code.text = "PAGE"
    pieces = (w("fldChar", fldCharType="begin"), code, w("fldChar", fldCharType="end"))
    return w("p", w("pPr", w("jc", val="center")), *(w("r", look(14), piece) for piece in pieces))
