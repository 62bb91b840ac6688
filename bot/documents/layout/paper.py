"""A paper made of parts: a DOCX file."""

import io
from collections.abc import Sequence
from datetime import date

import docx
from docx.document import Document
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm

from bot.documents.layout.page import Part, end_of, page_number, section
from bot.documents.layout.sealing import sealed
from bot.documents.layout.text import SERIF
from bot.documents.layout.wml import Block, w


class Paper:
    """What is being written. The same blocks on the same day make the same bytes."""

    def __init__(self, *, title: str, on: date) -> None:
        self._document = docx.Document()
        self._on = on
        _set_letters(self._document)
        self._document.core_properties.title = title

    def picture(self, png: bytes, centimetres: float) -> Block:
        """A square picture, to stand in a paragraph."""
        side = Cm(centimetres)
        inline = self._document.part.new_pic_inline(io.BytesIO(png), side, side)
        return w("p", w("pPr", w("jc", val="center")), w("r", w("drawing", inline)))

    def file(self, parts: Sequence[Part]) -> bytes:
        """The parts one after the other, each on pages of its own."""
        header = self._numbered()
        body = self._document.element.body
        for block in list(body):
            body.remove(block)
        for place, part in enumerate(parts, start=1):
            shape = section(part, header)
            body.extend(part.blocks)
            body.append(shape if place == len(parts) else end_of(shape))
        return sealed(self._saved(), self._on)

    def _numbered(self) -> str:
        """The part that holds the page number; returns its id."""
        header = self._document.sections[0].header
        header.is_linked_to_previous = False
        for block in list(header.part.element):
            header.part.element.remove(block)
        header.part.element.append(page_number())
        return self._document.part.relate_to(header.part, RELATIONSHIP_TYPE.HEADER)

    def _saved(self) -> bytes:
        properties = self._document.core_properties
        properties.author = properties.last_modified_by = properties.comments = ""
        properties.language = "vi-VN"
        result = io.BytesIO()
        self._document.save(result)
        return result.getvalue()


def _set_letters(document: Document) -> None:
    """The letters of whatever somebody adds to the paper by hand."""
    fonts = w("rFonts", ascii=SERIF, hAnsi=SERIF, eastAsia=SERIF, cs=SERIF)
    sizes = (w("sz", val=28), w("szCs", val=28))
    defaults = document.styles.element.find(f".//{qn('w:rPrDefault')}")
    for child in list(defaults):
        defaults.remove(child)
    defaults.append(w("rPr", fonts, *sizes, w("lang", val="vi-VN", bidi="km-KH")))
