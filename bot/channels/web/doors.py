"""Which conversation a browser may see.

A door is a place on the site with a cookie of its own: ``/`` for residents, ``/chat/<id>`` for
each sign-in link, so that several conversations live side by side in one browser. The cookie's
secret opens the conversation; the rest of the house knows only a hash of it.
"""

import hashlib
import re
import secrets
from dataclasses import field

from starlette.requests import Request
from starlette.responses import Response

from bot.channels.web.forms import CODE
from bot.domain.values import dataclass

_SECRET = re.compile(r"[\w-]{32,64}", re.ASCII)
_DOOR = re.compile(r"[0-9a-f]{16}")

#: As long as browsers keep a cookie; renewed at each visit.
_KEPT_SECONDS = 400 * 24 * 3600


@dataclass(frozen=True, slots=True)
class Door:
    """A place on the site. ``id`` is empty for the residents' chat."""

    id: str = ""

    @classmethod
    def of_code(cls, code: str) -> "Door":
        """The door of a sign-in link: the same link leads to the same place."""
        return cls(_hash("door", code)[:16])

    @classmethod
    def of_request(cls, request: Request) -> "Door | None":
        """The door that the path names; None if there can be no such door."""
        name = request.path_params.get("door", "")
        return cls(name) if not name or _DOOR.fullmatch(name) else None

    @property
    def base(self) -> str:
        """What stands before the names of its pages."""
        return f"/chat/{self.id}" if self.id else ""

    @property
    def home(self) -> str:
        return self.base or "/"

    @property
    def cookie(self) -> str:
        return f"ln_{self.id}" if self.id else "ln"


@dataclass(frozen=True, slots=True)
class Key:
    """What opens one conversation. The secret stays in the browser's cookie."""

    secret: str = field(repr=False)

    @classmethod
    def new(cls) -> "Key":
        return cls(secrets.token_urlsafe(32))

    @classmethod
    def of_request(cls, request: Request, door: Door) -> "Key | None":
        secret = request.cookies.get(door.cookie, "")
        return cls(secret) if _SECRET.fullmatch(secret) else None

    @property
    def chat(self) -> str:
        """The name of the conversation in an address."""
        return _hash("chat", self.secret)[:32]

    @property
    def csrf(self) -> str:
        """Proves that a form comes from a page of ours; it cannot be made without the secret."""
        return _hash("csrf", self.secret)[:32]

    def fits(self, csrf: str) -> bool:
        return secrets.compare_digest(self.csrf.encode(), csrf.encode())

    def give(self, response: Response, door: Door, *, secure: bool) -> None:
        """Leave the key with the browser."""
        response.set_cookie(
            door.cookie,
            self.secret,
            max_age=_KEPT_SECONDS,
            path=door.home,
            secure=secure,
            httponly=True,
            samesite="lax",
        )


def code_of(request: Request) -> str:
    """The code of a sign-in link in the address; empty if there is none."""
    code = request.query_params.get("start", "")
    return code if CODE.fullmatch(code) else ""


def _hash(purpose: str, text: str) -> str:
    return hashlib.sha256(f"lang-nghe {purpose}: {text}".encode()).hexdigest()
