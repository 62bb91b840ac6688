"""What stands before several programs: whoever comes is led to one that is open."""

import asyncio
from collections.abc import Sequence
from itertools import count

import httpx

from tests.soak.programs import Program

#: How long somebody waits at one door before they try the next one, in seconds.
PATIENCE = 5.0


class Doors(httpx.AsyncBaseTransport):
    """Leads each request to the next open program; where nobody answers, to the one after it.

    So does a person's page, which sends the same form again, and Telegram, which delivers again.
    """

    def __init__(self, programs: Sequence[Program]) -> None:
        self._programs = programs
        self._turn = count()
        # A connection a request: whoever is done leaves nothing open, and closes nobody else's.
        self._wire = httpx.AsyncHTTPTransport(limits=httpx.Limits(max_keepalive_connections=0))

    def next(self) -> Program | None:
        open_ones = [one for one in self._programs if one.open]
        return open_ones[next(self._turn) % len(open_ones)] if open_ones else None

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        while True:
            program = self.next()
            answer = await self._asked(program, request) if program else None
            if answer is not None and answer.status_code != 503:
                return answer
            await asyncio.sleep(0.05)

    async def _asked(self, program: Program, request: httpx.Request) -> httpx.Response | None:
        here = request.url.copy_with(scheme="http", host="127.0.0.1", port=program.port)
        led = httpx.Request(
            request.method,
            here,
            headers=request.headers,
            content=request.content,
            extensions={"timeout": dict.fromkeys(("connect", "read", "write", "pool"), PATIENCE)},
        )
        try:
            answer = await self._wire.handle_async_request(led)
            await answer.aread()
        except httpx.TransportError:
            return None
        return answer
