"""WordprocessingML, one element at a time; lengths in twips (1/20 point, 567 to a centimetre)."""

from docx.oxml.ns import qn
from docx.oxml.parser import OxmlElement
from docx.oxml.xmlchemy import BaseOxmlElement

#: Something that stands on a paper: a paragraph or a table.
Block = BaseOxmlElement


def w(tag: str, *children: Block, **attributes: str | int) -> Block:
    """``<w:tag w:attribute="…">`` around its children."""
    element = OxmlElement(f"w:{tag}")
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), str(value))
    element.extend(children)
    return element


def twips(centimetres: float) -> int:
    return round(centimetres * 1440 / 2.54)
