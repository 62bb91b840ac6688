"""Reading a form that a browser sent: never more than fits, never what was not asked for."""

import asyncio
import hashlib
import re
from collections.abc import Mapping
from dataclasses import field

from python_multipart.exceptions import FormParserError
from starlette.requests import ClientDisconnect, Request

from bot.channels.web.uploads import Reader, Upload
from bot.domain.errors import Refused
from bot.domain.values import dataclass
from bot.look import fields
from bot.understanding.sentences import utf16_length

#: UTF-16 units of one message, as ``Limits`` declares.
TEXT_LIMIT = 8000

#: Bytes of a form. A Vietnamese letter takes up to 9 in a form; beyond this it is not a message.
_BODY_LIMIT = 256 * 1024

#: A browser hears why a file is too large only when all was read: up to so many times too large.
_READ_ON = 10

#: How long a form may take to arrive, in seconds: 5 MB over a slow line.
_PATIENCE = 180

#: The code of a sign-in link.
CODE = re.compile(r"[\w.-]{1,128}", re.ASCII)

_NONCE = re.compile(r"[\w-]{8,64}", re.ASCII)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class Turned(Refused):
    """A form that is not taken. ``key`` is a word of the page, ``status`` its HTTP status."""

    def __init__(self, status: int, key: str) -> None:
        super().__init__(key)
        self.status = status


@dataclass(frozen=True, slots=True, kw_only=True)
class Form:
    """A form as it came: its fields, a file with them, and what of it cannot be taken."""

    fields: Mapping[str, str] = field(default_factory=dict)
    upload: Upload | None = None
    wrong: str = ""  #: a word of the page


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a person sent from the page: words, a pressed button, or the code of a sign-in link."""

    nonce: str  #: which form it was, as the page numbered it
    text: str = ""
    press: str = ""  #: what the pressed button carries
    message: int = 0  #: the message answered, or the one that holds the button
    start: str = ""
    upload: Upload | None = None

    @property
    def id(self) -> str:
        """The same for the same form sent again; other words are never taken for a repeat."""
        content = "\0".join((self.text, self.press, str(self.message), self.start)).encode()
        file = self.upload.content if self.upload else b""
        return f"{self.nonce}.{hashlib.sha256(content + file).hexdigest()[:16]}"

    @property
    def empty(self) -> bool:
        return not (self.text or self.press or self.start or self.upload)


def is_large(request: Request) -> bool:
    """Whether a form is larger than words are, or does not say how large it is."""
    return number(request.headers.get("content-length", "")) not in range(1, _BODY_LIMIT)


async def read_form(request: Request, most: int = 0) -> Form:
    """What a form brings, with a file of at most so many bytes. Raises Turned where it is too big.

    Of a form whose file is too large the words are read all the same.
    """
    try:
        async with asyncio.timeout(_PATIENCE):
            if request.headers.get("content-type", "").startswith("multipart/"):
                return await _read_parts(request, most)
            return await _read_words(request)
    except (ClientDisconnect, FormParserError, ValueError, fields.Unreadable) as error:
        raise Turned(400, "expired") from error
    except TimeoutError as error:
        raise Turned(503, "busy") from error


async def _read_words(request: Request) -> Form:
    try:
        return Form(fields=await fields.form(request, most=_BODY_LIMIT))
    except fields.TooMuch as error:
        raise Turned(413, "too_long") from error


async def _read_parts(request: Request, most: int) -> Form:
    reader = Reader(request.headers["content-type"], most=most, words=_BODY_LIMIT)
    read = 0
    async for piece in request.stream():
        reader.feed(piece)
        read += len(piece)
        if read > _READ_ON * most + _BODY_LIMIT:
            raise Turned(413, "file_too_large")
    return Form(fields=reader.fields, upload=reader.upload, wrong=reader.wrong)


def read_said(posted: Form) -> Said:
    """What the form says. Raises Turned where it cannot be taken."""
    form = posted.fields
    if posted.wrong:
        raise Turned(413, posted.wrong)
    if not _NONCE.fullmatch(form.get("nonce", "")):
        raise Turned(403, "expired")
    said = Said(
        nonce=form["nonce"],
        text=words_of(form),
        press=form.get("press", "")[:256],
        message=number(form.get("message") or form.get("reply_to", "")),
        start=code if CODE.fullmatch(code := form.get("start", "")) else "",
        upload=posted.upload,
    )
    if utf16_length(said.text) > TEXT_LIMIT:
        raise Turned(413, "too_long")
    return said


def words_of(form: Mapping[str, str]) -> str:
    """The words in the box, with one kind of line end and without letters no eye can see."""
    text = form.get("text", "").replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", text).strip()


def number(text: str) -> int:
    """A message's id out of its name; 0 where there is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else 0
