"""Everything that stands in what somebody was shown: words, headers, and inside of files."""

import re
import zipfile
from io import BytesIO
from urllib.parse import unquote

import httpx

_TAG = re.compile(r"<[^>]+>")


def words_of(content: bytes) -> str:
    """The words of a file: those of every part of a DOCX or an XLSX, without what lays them out."""
    if not content.startswith(b"PK\x03\x04"):
        return content.decode("utf-8", "ignore")
    with zipfile.ZipFile(BytesIO(content)) as packed:
        parts = [packed.read(name).decode("utf-8", "ignore") for name in packed.namelist()]
        return " ".join([*packed.namelist(), *(_TAG.sub("", part) for part in parts)])


def all_of(answer: httpx.Response) -> str:
    """What a browser got: where it is sent, what it is to keep, how a file is called, and all
    that stands on the page or in the file."""
    headers = " ".join(f"{name}: {unquote(value)}" for name, value in answer.headers.items())
    return f"{headers}\n{words_of(answer.content)}"
