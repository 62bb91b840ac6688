"""One Starlette app: the channels' routes, the released answers, /health and /metrics."""

from collections.abc import Sequence

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.health import Health


def application(routes: Sequence[BaseRoute], health: Health) -> Starlette:
    """Everything that is reached over HTTP."""

    async def report(_request: Request) -> Response:
        well, body = await health.report()
        return JSONResponse(body, status_code=200 if well else 503)

    async def metrics(_request: Request) -> Response:
        return Response(await health.metrics(), media_type="text/plain; version=0.0.4")

    return Starlette(routes=[Route("/health", report), Route("/metrics", metrics), *routes])
