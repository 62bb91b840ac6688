"""A browser that watches a session: it counts once, and its forms come from a page of ours."""

import hashlib
import re
import secrets
from dataclasses import field

from starlette.requests import Request
from starlette.responses import Response

from bot.domain.values import dataclass
from bot.look import fields

_SECRET = re.compile(r"[\w-]{32,64}", re.ASCII)
_SECRET_COOKIE, _PRESSED_COOKIE = "ln_may", "ln_cung"
_PATH = "/live"

#: A session lasts a morning; whoever comes back the next day counts anew.
_KEPT_SECONDS = 24 * 3600

#: So many questions a browser remembers to have pressed; a page shows fewer.
_MOST = 60

_BODY_LIMIT = 2048


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """The secret stays in the browser's cookie; what it pressed is remembered there as well."""

    secret: str = field(repr=False)
    pressed: frozenset[int] = frozenset()
    is_new: bool = False

    @classmethod
    def of_request(cls, request: Request) -> "Device":
        secret = request.cookies.get(_SECRET_COOKIE, "")
        if not _SECRET.fullmatch(secret):
            return cls(secret=secrets.token_urlsafe(32), is_new=True)
        parts = request.cookies.get(_PRESSED_COOKIE, "").split("-")[:_MOST]
        return cls(secret=secret, pressed=frozenset(int(one) for one in parts if _is_number(one)))

    @property
    def name(self) -> str:
        """What is kept of it: the same for the same browser, and nothing else."""
        return _hash("device", self.secret)

    @property
    def csrf(self) -> str:
        return _hash("csrf", self.secret)

    def fits(self, csrf: str) -> bool:
        return not self.is_new and secrets.compare_digest(self.csrf.encode(), csrf.encode())

    def give(self, response: Response, *, secure: bool) -> None:
        """Leave the secret with the browser."""
        self._set(response, _SECRET_COOKIE, self.secret, secure=secure)

    def remember(self, response: Response, question: int, *, also: bool, secure: bool) -> None:
        """Leave with the browser what it has pressed, or taken back."""
        after = self.pressed | {question} if also else self.pressed - {question}
        kept = sorted(after)[-_MOST:]
        self._set(response, _PRESSED_COOKIE, "-".join(map(str, kept)), secure=secure)

    def _set(self, response: Response, name: str, value: str, *, secure: bool) -> None:
        response.set_cookie(
            name,
            value,
            max_age=_KEPT_SECONDS,
            path=_PATH,
            secure=secure,
            httponly=True,
            samesite="lax",
        )


async def read_form(request: Request) -> dict[str, str]:
    """The fields of a small form; none where it is too big or broken."""
    try:
        return await fields.form(request, most=_BODY_LIMIT)
    except fields.Unreadable:
        return {}


def question_in(form: dict[str, str]) -> tuple[int, bool]:
    """Which question was pressed, and whether it is asked too; 0 where none is named."""
    for name, also in (("also", True), ("not", False)):
        if _is_number(form.get(name, "")):
            return int(form[name]), also
    return 0, False


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 18


def _hash(purpose: str, secret: str) -> str:
    return hashlib.sha256(f"lang-nghe hall {purpose}: {secret}".encode()).hexdigest()[:32]
