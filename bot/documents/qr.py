"""The square code of a link, as a picture for paper."""

import io
from dataclasses import dataclass

import segno

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
