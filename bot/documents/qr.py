"""The square code of a link: a picture for paper, a drawing for a page."""

import io

import segno

from bot.domain.values import dataclass

#: Centimetres of the code itself; a phone held by an unsteady hand still reads it.
_SIDE = 2.8

#: White modules around the code, which readers need.
_QUIET = 4


@dataclass(frozen=True, slots=True)
class Code:
    """A picture and how large it is to be printed, white border included."""

    png: bytes
    centimetres: float


def code_of(link: str) -> Code:
    """Error level M: readable with a fold or a thumb on it."""
    code = segno.make(link, error="m", boost_error=False, micro=False)
    png = io.BytesIO()
    code.save(png, kind="png", scale=12, border=_QUIET)
    modules = code.symbol_size(border=0)[0]
    return Code(png.getvalue(), _SIDE * (modules + 2 * _QUIET) / modules)


def drawn(link: str) -> str:
    """The code as SVG to stand in a page, dark on white."""
    svg = io.BytesIO()
    segno.make(link, error="m", micro=False).save(
        svg, kind="svg", border=_QUIET, dark="#000", light="#fff", xmldecl=False, omitsize=True
    )
    return svg.getvalue().decode()
