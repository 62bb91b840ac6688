"""Reading a form that a browser sent: never more than fits, never what was not asked for."""

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from bot.domain.errors import Refused
from bot.understanding.sentences import utf16_length

#: UTF-16 units of one message, as ``Limits`` declares.
TEXT_LIMIT = 8000

#: Bytes of a form. A Vietnamese letter takes up to 9 in a form; beyond this it is not a message.
_BODY_LIMIT = 256 * 1024

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
class Said:
    """What a person sent from the page: words, a pressed button, or the code of a sign-in link."""

    nonce: str  #: which form it was, as the page numbered it
    text: str = ""
    press: str = ""  #: what the pressed button carries
    message: int = 0  #: the message answered, or the one that holds the button
    start: str = ""

    @property
    def id(self) -> str:
        """The same for the same form sent again; other words are never taken for a repeat."""
        content = "\0".join((self.text, self.press, str(self.message), self.start))
        return f"{self.nonce}.{hashlib.sha256(content.encode()).hexdigest()[:16]}"

    @property
    def empty(self) -> bool:
        return not (self.text or self.press or self.start)


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a form. Raises Turned where it is too big."""
    body = bytearray()
    try:
        async for part in request.stream():
            body += part
            if len(body) > _BODY_LIMIT:
                raise Turned(413, "too_long")
    except ClientDisconnect as error:
        raise Turned(400, "expired") from error
    try:
        pairs = parse_qsl(
            body.decode("utf-8", "replace"), keep_blank_values=True, max_num_fields=20
        )
    except ValueError as error:
        raise Turned(400, "expired") from error
    return dict(pairs)


def read_said(form: Mapping[str, str]) -> Said:
    """What the form says. Raises Turned where it cannot be taken."""
    if not _NONCE.fullmatch(form.get("nonce", "")):
        raise Turned(403, "expired")
    said = Said(
        nonce=form["nonce"],
        text=words_of(form),
        press=form.get("press", "")[:256],
        message=number(form.get("message") or form.get("reply_to", "")),
        start=code if CODE.fullmatch(code := form.get("start", "")) else "",
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
