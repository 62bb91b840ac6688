"""Tables out of a file that somebody sent, whatever it is called; what is none is refused."""

import codecs

from bot.documents.incoming import csv_files
from bot.documents.incoming.tables import Table
from bot.domain.errors import Refused

MOST_BYTES = 10_000_000
MOST_ROWS = 20_000

#: What a file is, by how it begins, if it is no list.
_BEGINNINGS = {
    b"\xd0\xcf\x11\xe0": "file-is-old-excel",  # also an XLSX with a password
    b"%PDF": "file-is-pdf",
    b"\xff\xd8\xff": "file-is-picture",
    b"\x89PNG": "file-is-picture",
    b"GIF8": "file-is-picture",
    b"RIFF": "file-is-picture",
    b"{\\rtf": "file-is-word",
    b"Rar!": "file-is-archive",
    b"7z\xbc\xaf": "file-is-archive",
    b"\x1f\x8b": "file-is-archive",
    b"<": "file-is-page",  # what some programs call .xls
}


def read(content: bytes) -> tuple[Table, ...]:
    """The tables of a file, one a visible sheet. Raises Refused with what to do instead."""
    if len(content) > MOST_BYTES:
        raise Refused("file-too-big")
    start = content.removeprefix(codecs.BOM_UTF8).lstrip()
    begins = next((one for one in _BEGINNINGS if start.startswith(one)), None)
    if begins:
        raise Refused(_BEGINNINGS[begins])
    if content.startswith(b"PK"):
        from bot.documents.incoming import xlsx_files  # noqa: PLC0415 - 15 MB that few runs need

        tables = xlsx_files.read(content, MOST_ROWS)
    else:
        tables = (csv_files.read(content, MOST_ROWS),)
    if not any(one.rows for one in tables):
        raise Refused("file-empty")
    return tables
