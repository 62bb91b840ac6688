"""Behind the example's proxy: an address is that of who asks, whatever a browser says of itself."""

import re
from pathlib import Path
from typing import Any

import httpx
from uvicorn.middleware.proxy_headers import ProxyHeadersMiddleware

from bot.domain.seat_codes import read_code
from bot.domain.seats import State
from bot.domain.signs import ALPHABET
from tests.doubles.door_site import SITE, Hall

PROXY = (Path(__file__).parents[4] / "docs" / "examples" / "nginx.conf").read_text("utf-8")

_SETS = re.compile(r"^ *proxy_set_header ([\w-]+) ([^;]+);", re.MULTILINE)


class Proxy(httpx.ASGITransport):
    """Sends the headers that the example tells nginx to set, in the place of the browser's own."""

    def __init__(self, site: Any, browser: str) -> None:
        trusting: Any = ProxyHeadersMiddleware(site)  # as uvicorn puts it around ours
        super().__init__(trusting, client=("127.0.0.1", 1))
        self._says = {"$remote_addr": browser, "$scheme": "https", "$host": "testserver"}

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        for name, value in _SETS.findall(PROXY):
            request.headers[name] = self._says.get(value, "")
        return await super().handle_async_request(request)


async def _tries(site: Any, browser: str, code: str, says: str) -> int:
    async with httpx.AsyncClient(transport=Proxy(site, browser), base_url=SITE) as client:
        return (await client.get(f"/m/{code}", headers={"X-Forwarded-For": says})).status_code


async def _codes(made: Hall) -> tuple[str, str]:
    """A right code, and one that names the same seat and is wrong."""
    home, other = (await made.door.session.standing(State.OFFERED))[:2]
    code = await made.door.code(home)
    body = f"{code.partition('-')[0]}-{(await made.door.code(other)).partition('-')[2][:-1]}"
    return code, next(f"{body}{sign}" for sign in ALPHABET if read_code(f"{body}{sign}"))


async def test_who_guesses_is_stopped_whatever_address_they_claim(made: Hall) -> None:
    _, wrong = await _codes(made)
    site = made.site

    heard = [await _tries(site, "203.0.113.7", wrong, f"198.51.100.{n}") for n in range(6)]

    assert heard == [404] * 5 + [429]


async def test_who_guesses_closes_nothing_for_others_behind_the_same_proxy(made: Hall) -> None:
    code, wrong = await _codes(made)
    site = made.site
    for _ in range(5):
        await _tries(site, "203.0.113.7", wrong, "")

    assert await _tries(site, "203.0.113.8", code, "203.0.113.7") == 200


def test_no_address_of_a_page_is_written_down_by_the_proxy() -> None:
    assert re.findall(r"^ *((?:access|error)_log [^;]+);", PROXY, re.MULTILINE) == [
        "access_log off",
        "error_log /var/log/nginx/langnghe.log crit",
    ]
