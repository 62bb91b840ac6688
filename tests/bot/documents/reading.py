"""Reads papers back: DOCX by its XML, as another program would."""

import io
import zipfile
from xml.etree import ElementTree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def part(file: bytes, name: str = "word/document.xml") -> ElementTree.Element:
    with zipfile.ZipFile(io.BytesIO(file)) as package:
        return ElementTree.fromstring(package.read(name))


def attributes(element: ElementTree.Element | None) -> dict[str, str]:
    assert element is not None
    return {name.rpartition("}")[2]: value for name, value in element.attrib.items()}


def words(element: ElementTree.Element) -> str:
    """The letters of an element; a line break is a space."""
    pieces = [" " if one.tag == f"{W}br" else one.text or "" for one in element.iter()
              if one.tag in (f"{W}t", f"{W}br")]  # fmt: skip
    return "".join(pieces).replace("\u00a0", " ")


def paragraphs(file: bytes) -> list[str]:
    """Every paragraph that says something, those in tables too."""
    found = [words(one) for one in part(file).iter(f"{W}p")]
    return [one for one in found if one.strip()]


def tables(file: bytes) -> list[list[list[str]]]:
    """The tables with lines: rows of cells."""
    return [
        [[words(cell) for cell in row.iter(f"{W}tc")] for row in table.iter(f"{W}tr")]
        for table in part(file).iter(f"{W}tbl")
        if table.find(f".//{W}tblBorders") is not None
    ]
