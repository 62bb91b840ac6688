"""CSV: whatever stands between the cells, with quoted line breaks, titles and empty lines."""

import csv
import io
import re
from collections.abc import Iterator
from itertools import islice

from bot.documents.incoming.encodings import decode
from bot.documents.incoming.tables import Row, Table
from bot.domain.errors import Refused

_BETWEEN = (",", ";", "\t", "|")
_QUOTED = re.compile(r'\s*"(?:[^"]|"")*"\s*')
_SAMPLE = 60  #: rows by which it is told what stands between cells


def read(content: bytes, most: int) -> Table:
    """The rows of a text file. Raises Refused if it has more than ``most``, or is none."""
    hint, text = _hint(_unquoted(decode(content)))
    rows = []
    try:
        for number, cells in enumerate(_records(text, hint or _between(text)), 1 + bool(hint)):
            if any(cell.strip() for cell in cells):
                rows.append(Row(number, tuple(cells)))
            if len(rows) > most:
                raise Refused("file-too-long", most=str(most))
    except csv.Error:
        raise Refused("file-unreadable") from None
    return Table(tuple(rows))


def _unquoted(text: str) -> str:
    """The text of a file in which each row was put into one quoted cell; otherwise as it is."""
    lines = text.splitlines()
    filled = [line for line in lines if line.strip()]
    if not filled or not all(map(_QUOTED.fullmatch, filled)):
        return text
    bare = "\n".join(line.strip()[1:-1].replace('""', '"') for line in lines)
    return bare if any(one in bare for one in _BETWEEN) else text


def _hint(text: str) -> tuple[str, str]:
    """What Excel was told by a first line ``sep=;``, and the text below it."""
    first, _, below = text.partition("\n")
    first = first.strip()
    if first.lower().startswith("sep=") and len(first) == len("sep=;"):
        return first[-1], below
    return "", text


def _records(text: str, between: str) -> Iterator[list[str]]:
    return csv.reader(io.StringIO(text, newline=""), delimiter=between)


def _between(text: str) -> str:
    """What stands between the cells: that which parts most rows into most cells, alike."""
    return max(_BETWEEN, key=lambda one: _parts(text, one))


def _parts(text: str, between: str) -> tuple[int, int]:
    """How many rows have the most frequent number of cells, times that number."""
    try:
        widths = [len(one) for one in islice(_records(text, between), _SAMPLE)]
    except csv.Error:
        return (0, 0)
    wide = [width for width in widths if width > 1]
    usual = max(wide, key=lambda width: (wide.count(width), width), default=0)
    return (usual * wide.count(usual), len(wide))
