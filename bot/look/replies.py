"""What every answer of a page carries: headers that let it do only what ours does."""

import gzip
import hashlib
from collections.abc import AsyncGenerator, Callable, Mapping
from types import MappingProxyType

import orjson
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response, StreamingResponse
from starlette.types import Receive, Scope, Send

from bot.look.assets import takes_gzip
from bot.look.languages import language_of

#: Nothing from elsewhere, nothing inline, in nobody's frame.
_POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self' data:",
        "media-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)

HEADERS: Mapping[str, str] = MappingProxyType(
    {
        "Cache-Control": "no-store",
        "Content-Security-Policy": _POLICY,
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
        "Referrer-Policy": "no-referrer",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }
)

#: Below this, packing costs more than it saves.
_SMALL = 1000

#: When a page that could not be shown asks for itself again, in seconds.
_AGAIN = "5"

#: How long a page for everyone may be shown again without asking.
_KEPT_SECONDS = 60


def page(request: Request, html: str, status: int = 200) -> Response:
    return _packed(request, html.encode(), "text/html; charset=utf-8", status)


def public(request: Request, html: str) -> Response:
    """A page that is the same for everyone: kept a minute, then asked for again by its ETag."""
    etag = f'W/"{hashlib.sha256(html.encode()).hexdigest()[:16]}"'
    keep = {
        "Cache-Control": f"public, max-age={_KEPT_SECONDS}",
        "ETag": etag,
        "Vary": "Accept-Encoding, Cookie",  # the cookie holds the language
    }
    if etag in request.headers.get("if-none-match", ""):
        return Response(status_code=304, headers={**HEADERS, **keep})
    response = page(request, html)
    response.headers.update(keep)
    return response


def data(request: Request, value: object, status: int = 200) -> Response:
    return _packed(request, orjson.dumps(value), "application/json", status)


def nothing(status: int = 204) -> Response:
    return Response(status_code=status, headers=dict(HEADERS))


class _Stream(StreamingResponse):
    """Ends its events when the browser leaves, and not when the garbage is collected."""

    def __init__(self, events: AsyncGenerator[bytes, None]) -> None:
        headers = {**HEADERS, "X-Accel-Buffering": "no"}
        super().__init__(events, media_type="text/event-stream", headers=headers)
        self._events = events

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        try:
            await super().__call__(scope, receive, send)
        finally:
            await self._events.aclose()


def stream(events: AsyncGenerator[bytes, None]) -> Response:
    """Server-sent events, as they come."""
    return _Stream(events)


def busy(request: Request, words: Callable[[str, str], str], status: int = 503) -> Response:
    """In place of a page that cannot be shown now: it asks again by itself."""
    headers = {**HEADERS, "Retry-After": _AGAIN, "Refresh": _AGAIN}
    return PlainTextResponse(words(language_of(request), "web-away"), status, headers)


def onward(path: str) -> Response:
    """Go and look there."""
    return Response(status_code=303, headers={**HEADERS, "Location": path})


def _packed(request: Request, body: bytes, media: str, status: int) -> Response:
    headers = {**HEADERS, "Vary": "Accept-Encoding, Accept"}
    if len(body) > _SMALL and takes_gzip(request):
        body, headers["Content-Encoding"] = gzip.compress(body, 6), "gzip"
    return Response(body, status, headers, media)
