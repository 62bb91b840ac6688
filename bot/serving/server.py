"""One Starlette app: the channels' routes, the pages, /health, /metrics and /robots.txt."""

from collections.abc import Callable, Sequence
from urllib.parse import quote

import structlog
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.health import Health
from bot.look import replies
from storage.database import Unavailable

log = structlog.get_logger()

#: Search engines may read the released answers, and nothing else.
_ROBOTS = "User-agent: *\nAllow: /traloi\nDisallow: /\n"


def application(
    routes: Sequence[BaseRoute], health: Health, words: Callable[[str, str], str]
) -> Starlette:
    """Everything that is reached over HTTP. ``words(language, key)`` gives what people read."""

    async def report(_request: Request) -> Response:
        well, body = await health.report()
        return JSONResponse(body, status_code=200 if well else 503)

    async def metrics(_request: Request) -> Response:
        return Response(await health.metrics(), media_type="text/plain; version=0.0.4")

    async def robots(_request: Request) -> Response:
        return PlainTextResponse(_ROBOTS, headers={"Cache-Control": "public, max-age=86400"})

    async def away(request: Request, error: Exception) -> Response:
        """The memory is away: a proxy asks another program, a browser asks again by itself."""
        log.error("page_unavailable", why=str(error))
        return replies.busy(request, words)

    async def lost(request: Request, _error: Exception) -> Response:
        """A stroke too many at the end is forgiven, without naming a host: a proxy has another."""
        path = f"/{request.url.path.strip('/')}"
        if request.method in ("GET", "HEAD") and request.url.path.endswith("/"):
            query = quote(request.url.query, safe="%=&+")
            return replies.onward(quote(path) + (f"?{query}" if query else ""))
        return PlainTextResponse("Not Found", 404)

    own = [Route("/health", report), Route("/metrics", metrics), Route("/robots.txt", robots)]
    handlers = {Unavailable: away, 404: lost}
    site = Starlette(routes=[*own, *routes], exception_handlers=handlers)
    site.router.redirect_slashes = False  # it would name the host, and http behind a proxy
    return site
