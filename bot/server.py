"""One Starlette app: the channels' routes, the pages, /health, /metrics and /robots.txt."""

from collections.abc import Sequence

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from bot.health import Health

#: Search engines may read the released answers, and nothing else.
_ROBOTS = "User-agent: *\nAllow: /traloi\nDisallow: /\n"


def application(routes: Sequence[BaseRoute], health: Health) -> Starlette:
    """Everything that is reached over HTTP."""

    async def report(_request: Request) -> Response:
        well, body = await health.report()
        return JSONResponse(body, status_code=200 if well else 503)

    async def metrics(_request: Request) -> Response:
        return Response(await health.metrics(), media_type="text/plain; version=0.0.4")

    async def robots(_request: Request) -> Response:
        return PlainTextResponse(_ROBOTS, headers={"Cache-Control": "public, max-age=86400"})

    own = [Route("/health", report), Route("/metrics", metrics), Route("/robots.txt", robots)]
    return Starlette(routes=[*own, *routes])
