"""The languages that pages speak, and what tells in which language a text is."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from starlette.requests import Request
from starlette.responses import Response

#: The first is what a stranger sees; each has its own name.
LANGUAGES: Mapping[str, str] = MappingProxyType({"vi": "Tiếng Việt", "en": "English"})

COOKIE = "ln_tieng"

_YEAR_SECONDS = 365 * 24 * 3600
_KHMER = re.compile(r"[\u1780-\u17ff]")
_VIETNAMESE = re.compile(r"[ăâđêôơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.IGNORECASE)


def language_of(request: Request) -> str:
    """What the visitor chose, else the first: a phone's language says little about its user."""
    chosen = request.cookies.get(COOKIE, "")
    return chosen if chosen in LANGUAGES else next(iter(LANGUAGES))


def chosen_in(request: Request) -> str:
    """The language that the address asks for (``?tieng=en``); empty if none that there is."""
    language = request.query_params.get("tieng", "")
    return language if language in LANGUAGES else ""


def remember(response: Response, language: str, *, secure: bool) -> None:
    """Leave the chosen language with the browser."""
    response.set_cookie(
        COOKIE, language, max_age=_YEAR_SECONDS, secure=secure, httponly=True, samesite="lax"
    )


def speech(text: str) -> str:
    """The language to read a text aloud in, where its letters tell."""
    if _KHMER.search(text):
        return "km"
    return "vi" if _VIETNAMESE.search(text) else ""
