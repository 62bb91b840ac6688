"""A web application on a port of this machine."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.types import ASGIApp


@asynccontextmanager
async def site(app: Starlette) -> AsyncIterator[str]:
    """Serve it; leaving waits for what is under way. The name of the place is its address."""
    async with at(app) as port:
        yield f"http://127.0.0.1:{port}"


@asynccontextmanager
async def at(app: ASGIApp, http: type[asyncio.Protocol] | str = "auto") -> AsyncIterator[int]:
    """The same, with connections of a kind of its own; its port."""
    with socket.create_server(("127.0.0.1", 0)) as door:
        config = uvicorn.Config(
            app,
            http=http,
            log_level="critical",
            lifespan="off",
            ws="none",
            timeout_graceful_shutdown=5,
        )
        server = uvicorn.Server(config)
        serving = asyncio.create_task(server.serve(sockets=[door]))
        try:
            yield door.getsockname()[1]
        finally:
            server.should_exit = True
            await serving
