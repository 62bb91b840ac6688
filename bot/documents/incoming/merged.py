"""Merged cells of an XLSX: what stands in the first of them is meant for all below it."""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from itertools import islice
from xml.etree import ElementTree

from bot.domain.values import dataclass

#: The most that are looked at in one sheet; one list has a few hundred.
_MOST = 5_000

_RANGE = re.compile(
    rb'<(?:\w{1,20}:)?mergeCell\s[^<>]{0,200}?ref="([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})"'
)
_LINK = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True, slots=True)
class Span:
    """Cells of one column that are one; rows and columns from 1."""

    column: int
    first: int
    last: int


def spans(archive: zipfile.ZipFile) -> dict[str, list[Span]]:
    """The cells that are merged downwards, by the name of their sheet."""
    return {name: [*_spans(archive.read(part))] for name, part in _sheets(archive)}


def _sheets(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The names of the sheets, and in which part of the archive each stands."""
    links = ElementTree.fromstring(archive.read("xl/_rels/workbook.xml.rels"))
    targets = {link.get("Id"): link.get("Target", "") for link in links}
    book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
    for sheet in book.iter():
        target = targets.get(sheet.get(_LINK)) if sheet.tag.endswith("}sheet") else None
        if target:
            yield sheet.get("name", ""), posixpath.join("/xl", target).removeprefix("/")


def _spans(part: bytes) -> Iterator[Span]:
    for found in islice(_RANGE.finditer(part), _MOST):
        letters, first, last = found[1].decode(), int(found[2]), int(found[3])
        if last > first:
            yield Span(_number(letters), first, last)


def _number(letters: str) -> int:
    """Of a column: A is 1, AA is 27."""
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - ord("A") + 1
    return number
