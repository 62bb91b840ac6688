"""Files that people send and get: what is known of one, and which kinds are taken."""

import re
import unicodedata
from collections.abc import Mapping
from types import MappingProxyType

from bot.domain.values import dataclass

#: What people may send through a page, by the ending of the name, and what it is called on a wire.
TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".csv": "text/csv",
        ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".pdf": "application/pdf",
        ".jpg": "image/jpeg",
        ".jpeg": "image/jpeg",
        ".png": "image/png",
        ".txt": "text/plain",
        ".ogg": "audio/ogg",
        ".opus": "audio/ogg",
        ".mp3": "audio/mpeg",
        ".m4a": "audio/mp4",
        ".webm": "audio/webm",
    }
)

#: Of any other file nothing is promised, so no program opens it by itself.
UNKNOWN = "application/octet-stream"

#: Letters of a name. In Vietnamese each may take three bytes, and a disk takes 255.
_LONGEST = 80

#: What some disk or other refuses in a name, and letters that turn the reading direction round.
_NOT_IN_A_NAME = re.compile(r'[<>:"|?*\x00-\x1f\x7f\u200e\u200f\u202a-\u202e\u2066-\u2069]')


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file that is kept for a while. Its bytes stay where they are until somebody needs them."""

    token: str  #: its secret name: whoever knows it may fetch the file
    name: str  #: as people see it, and safe on any disk
    size: int  #: bytes

    @property
    def media_type(self) -> str:
        return TYPES.get(ending(self.name), UNKNOWN)

    @property
    def is_sound(self) -> bool:
        """Whether it is there to be heard."""
        return self.media_type.startswith("audio/")

    @property
    def how_large(self) -> str:
        """The size as people read it, in any language: ``12 KB``, ``3 MB``."""
        return how_large(self.size)


def ending(name: str) -> str:
    """``.xlsx`` of ``Danh sách.XLSX``; empty where there is none."""
    stem, dot, end = name.rpartition(".")
    return f".{end.lower()}" if dot and stem.strip() else ""


def safe_name(name: str, otherwise: str) -> str:
    """A name without folders and without letters that a disk or an eye takes for something else.

    A long one keeps its ending. ``otherwise`` is the name where nothing is left.
    """
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    plain = " ".join(_NOT_IN_A_NAME.sub(" ", last).split()).strip(". ")
    if len(plain) > _LONGEST:
        end = ending(plain)[:10]
        plain = plain[: _LONGEST - len(end)].rstrip(". ") + end
    return plain or otherwise


def how_large(size: int) -> str:
    """A number of bytes as people read it."""
    if size < 1000 * 1024:
        return f"{-(-size // 1024)} KB"
    return f"{round(size / (1024 * 1024))} MB"
