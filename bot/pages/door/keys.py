"""What a browser keeps for the door: the clerk's key, and proof that a form comes from our page."""

import hashlib
import secrets
from datetime import datetime

from starlette.requests import Request
from starlette.responses import Response

#: The clerk's key goes to the list, and to the pages that codes open.
_KEY, _PATHS = "ln_cua", ("/checkin", "/m")

#: Marks the browser in which an invitation was opened.
_VISIT = "ln_giay"

_LONGEST = 100


def key_of(request: Request) -> str:
    """The clerk's key; empty where there is none."""
    return request.cookies.get(_KEY, "")[:_LONGEST]


def give_key(response: Response, key: str, now: datetime, until: datetime, *, secure: bool) -> None:
    """Leave the clerk's key with the browser until it ends; an empty one takes it away."""
    for path in _PATHS:
        response.set_cookie(
            _KEY,
            key,
            max_age=max(0, int((until - now).total_seconds())) if key else 0,
            path=path,
            secure=secure,
            httponly=True,
            samesite="lax",
        )


def visit_of(request: Request) -> str:
    """What marks this browser; a new mark where it has none."""
    kept = request.cookies.get(_VISIT, "")
    return kept if 20 <= len(kept) <= _LONGEST else secrets.token_urlsafe(24)


def give_visit(response: Response, visit: str, *, secure: bool) -> None:
    response.set_cookie(_VISIT, visit, path="/m", secure=secure, httponly=True, samesite="lax")


def proof(secret: str, page: str) -> str:
    """Stands in every form of a page; only whoever holds the browser's secret can know it."""
    return hashlib.sha256(f"lang-nghe form {page}: {secret}".encode()).hexdigest()[:32]


def is_proved(secret: str, page: str, shown: object) -> bool:
    return secrets.compare_digest(proof(secret, page).encode(), str(shown).encode())
