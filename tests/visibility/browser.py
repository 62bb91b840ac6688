"""Somebody's browser, without JavaScript; and how it listens to a page that tells news."""

import asyncio
import re
from dataclasses import dataclass, field
from itertools import count
from typing import Any

import httpx
from starlette.applications import Starlette

from bot.channels.web.doors import Door

_NONCES = count(1)


@dataclass
class Browser:
    """Somebody's browser: it keeps cookies, and the proofs of the forms that it was shown."""

    client: httpx.AsyncClient
    door: Door = field(default_factory=Door)
    csrf: str = "none"

    async def get(self, path: str) -> httpx.Response:
        return self._looked(await self.client.get(path))

    async def looks_for_proof(self, path: str) -> None:
        """Open the page that has the form, if this browser can."""
        for page in (path, path.rpartition("/")[0] or "/"):
            await self.get(page)

    async def post(self, path: str, form: dict[str, str], *, is_json: bool) -> httpx.Response:
        """Send a form as the page does, with the proof that this browser has for it, if any."""
        form = {"csrf": self.csrf, "nonce": f"nonce-of-form-{next(_NONCES)}", **form}
        sent: dict[str, Any] = {"json": form} if is_json else {"data": form}
        return self._looked(await self.client.post(path, **sent))

    def _looked(self, answer: httpx.Response) -> httpx.Response:
        found = re.search(r'(?:name="csrf" value|data-csrf)="([^"]*)"', answer.text)
        self.csrf = found[1] if found else self.csrf
        return answer

    async def listens(self, app: Starlette, path: str) -> httpx.Response:
        """The beginning of a stream, up to its first news; then the browser goes away."""
        asked = self.client.build_request("GET", path)
        parts: list[dict[str, Any]] = []
        enough, gone = asyncio.Event(), asyncio.Event()

        async def receive() -> dict[str, str]:
            await gone.wait()
            return {"type": "http.disconnect"}

        async def send(part: Any) -> None:
            parts.append(part)
            if len(parts) > 2:  # its head, its greeting, and something
                enough.set()

        serving = asyncio.ensure_future(app(_scope(asked), receive, send))
        heard = asyncio.ensure_future(enough.wait())
        await asyncio.wait({serving, heard}, timeout=5, return_when=asyncio.FIRST_COMPLETED)
        gone.set()
        for one in (serving, heard):
            one.cancel()
        await asyncio.gather(serving, heard, return_exceptions=True)
        body = b"".join(part.get("body", b"") for part in parts)
        return httpx.Response(parts[0]["status"], headers=parts[0]["headers"], content=body)


def _scope(asked: httpx.Request) -> Any:
    return {
        "type": "http",
        "http_version": "1.1",
        "method": "GET",
        "scheme": "http",
        "path": asked.url.path,
        "raw_path": asked.url.raw_path,
        "query_string": asked.url.query,
        "root_path": "",
        "headers": [(name.lower(), value) for name, value in asked.headers.raw],
        "server": ("testserver", 80),
        "client": ("10.0.0.1", 1),
    }
