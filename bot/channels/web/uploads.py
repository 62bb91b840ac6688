"""A form with a file in it, read as it comes: nothing is kept beyond what may be."""

from collections.abc import Mapping
from dataclasses import field
from datetime import timedelta

from python_multipart.exceptions import FormParserError
from python_multipart.multipart import MultipartParser, parse_options_header

from bot.domain.files import TYPES, ending
from bot.domain.messages import Media
from bot.domain.values import dataclass

#: Fields of a form at most.
_PARTS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Uploads:
    """What may be sent with a message."""

    most: int = 5 * 1024 * 1024  #: bytes of a file
    total: int = 500 * 1024 * 1024  #: bytes of all files that are kept, whoever sent them
    a_day: int = 20  #: files of one chat
    kept: timedelta = timedelta(hours=24)  #: unless somebody needs it for longer

    @property
    def for_all(self) -> int:
        """Bytes of all files up to which everybody may send more; beyond it only officials may."""
        return self.total - self.total // 10

    @property
    def share(self) -> int:
        """Bytes of the files of all who have not agreed to anything yet: a tenth, or one file."""
        return min(self.for_all, max(self.most, self.total // 10))

    @property
    def of_one(self) -> int:
        """Bytes of it for one chat: two fifths (a phone sends several photos), or one file."""
        return max(self.most, self.share * 2 // 5)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as a browser sent it."""

    name: str
    content: bytes = field(repr=False)

    @property
    def media(self) -> Media:
        """What kind of thing people would call it, by its name."""
        return media_of(self.name)

    @property
    def wrong(self) -> str:
        """Why it is not taken, a word of the page; empty where it is."""
        if ending(self.name) not in TYPES:
            return "file_kind"
        return "" if self.content else "file_empty"


def media_of(name: str) -> Media:
    kind = TYPES.get(ending(name), "").partition("/")[0]
    return {"image": Media.PHOTO, "audio": Media.VOICE}.get(kind, Media.FILE)


class Reader:
    """Takes a body apart, piece by piece. What is too large is read on and dropped."""

    def __init__(self, content_type: str, *, most: int, words: int) -> None:
        """``most``: bytes of a file; ``words``: of each other field. Raises FormParserError."""
        _, options = parse_options_header(content_type)
        if b"boundary" not in options:
            raise FormParserError("a form without a boundary")
        self.fields: dict[str, str] = {}
        self.upload: Upload | None = None
        self.wrong = ""  #: what is not taken, a word of the page
        self._limits = {True: most, False: words}
        self._parts = 0
        self._header, self._value = bytearray(), bytearray()
        self._named: Mapping[bytes, bytes] = {}
        self._held = bytearray()
        self._dropped = False
        self._parser = MultipartParser(
            options[b"boundary"],
            {
                "on_part_begin": self._part_begins,
                "on_header_field": lambda data, start, end: self._header.extend(data[start:end]),
                "on_header_value": lambda data, start, end: self._value.extend(data[start:end]),
                "on_header_end": self._header_ends,
                "on_part_data": self._part_goes_on,
                "on_part_end": self._part_ends,
            },
        )

    def feed(self, piece: bytes) -> None:
        """Raises FormParserError for anything that is not one of our forms."""
        self._parser.write(piece)

    def _part_begins(self) -> None:
        self._parts += 1
        if self._parts > _PARTS:
            raise FormParserError("more fields than any form of ours has")
        self._named, self._held, self._dropped = {}, bytearray(), False

    def _header_ends(self) -> None:
        if self._header.lower() == b"content-disposition":
            _, self._named = parse_options_header(bytes(self._value))
        self._header, self._value = bytearray(), bytearray()

    def _part_goes_on(self, data: bytes, start: int, end: int) -> None:
        is_file = b"filename" in self._named
        if len(self._held) + end - start > self._limits[is_file]:
            self._held, self._dropped = bytearray(), True
            self.wrong = "file_too_large" if is_file else "too_long"
        elif not self._dropped:
            self._held += data[start:end]

    def _part_ends(self) -> None:
        name = self._named.get(b"name", b"").decode("utf-8", "replace")
        file = self._named.get(b"filename")
        if file is None:
            self.fields[name] = self._held.decode("utf-8", "replace")
        elif file and not self._dropped:  # a browser sends an empty name where none was chosen
            self.upload = Upload(file.decode("utf-8", "replace"), bytes(self._held))
            self.wrong = self.wrong or self.upload.wrong
