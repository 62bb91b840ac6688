"""The same answer spoken in Khmer: which recordings are taken, how long they are, who hears them.

Nothing else that goes with an answer is sound: an enclosure with one of these endings is one.
"""

import re
from collections.abc import Sequence

from bot.domain.files import File, ending

ENDINGS = frozenset({".ogg", ".mp3", ".m4a", ".webm"})

#: What every browser plays. iPhones play Ogg since iOS 18.4 (March 2025), WebM since 17.4.
EVERYWHERE = frozenset({".mp3", ".m4a"})

#: Whose language a recording is in.
LANGUAGE = "km"

_LENGTH = re.compile(r"(\d+)\.(\d\d)\.\w+$")
_OPUS = 48_000  #: a second of Opus is counted in so many steps, whatever it was recorded at


def kind_of(content: bytes) -> str:
    """The ending that a recording gets, by how it begins; empty for anything that is none."""
    if content.startswith(b"OggS"):
        return ".ogg"
    if content.startswith((b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2")):
        return ".mp3"
    if content[4:8] == b"ftyp":
        return ".m4a"
    return ".webm" if content.startswith(b"\x1a\x45\xdf\xa3") else ""


def seconds_of(content: bytes) -> int | None:
    """How long it is, in whole seconds, where its kind says so without being played."""
    kind = kind_of(content)
    if kind == ".ogg":
        return _of_ogg(content)
    return _of_m4a(content) if kind == ".m4a" else None


def _of_ogg(content: bytes) -> int | None:
    """The last page tells which step it ends with (RFC 3533)."""
    last = content.rfind(b"OggS")
    steps = int.from_bytes(content[last + 6 : last + 14], "little", signed=True)
    vorbis = content.find(b"\x01vorbis", 0, 200)
    rate = int.from_bytes(content[vorbis + 12 : vorbis + 16], "little") if vorbis >= 0 else _OPUS
    return round(steps / rate) if steps > 0 and rate else None


def _of_m4a(content: bytes) -> int | None:
    """The header of the whole film tells its time scale and its length (ISO 14496-12)."""
    at = content.find(b"mvhd")
    if at < 0 or len(content) < at + 36:
        return None
    start, many = (at + 24, 8) if content[at + 4] == 1 else (at + 16, 4)
    scale = int.from_bytes(content[start : start + 4], "big")
    length = int.from_bytes(content[start + 4 : start + 4 + many], "big")
    return round(length / scale) if scale else None


def named(name: str, seconds: int | None, kind: str) -> str:
    """What the file is called: with its length, for a colon is nothing for a disk."""
    length = f" {seconds // 60}.{seconds % 60:02}" if seconds else ""
    return f"{name}{length}{kind}"


def is_one(file: File) -> bool:
    """Whether an enclosure is the spoken answer."""
    return ending(file.name) in ENDINGS


def plays_everywhere(file: File) -> bool:
    """Whether the page plays it on older iPhones, too."""
    return ending(file.name) in EVERYWHERE


def length_in(name: str) -> str:
    """``0:42`` as its name tells it; empty where that is not known."""
    found = _LENGTH.search(name)
    return f"{found[1]}:{found[2]}" if found else ""


def heard_in(language: str, files: Sequence[File]) -> list[File]:
    """Of an answer's files those that somebody of a language gets with it."""
    return [one for one in files if language == LANGUAGE or not is_one(one)]


def fitting(files: Sequence[File], recorded: str, words: str) -> list[File]:
    """Without a recording of other words: it would say what is no longer answered.

    ``recorded``: the words it was made for; empty if nobody knows.
    """
    return [one for one in files if not is_one(one) or recorded in ("", words)]
