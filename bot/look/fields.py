"""Reading what a browser sends: never more than fits, never what cannot be read."""

from typing import Any
from urllib.parse import parse_qsl

import orjson
from starlette.requests import ClientDisconnect, Request


class Unreadable(Exception):
    """What was sent is too much, or is not what a page of ours sends."""


class TooMuch(Unreadable):
    """It is larger than it may be; the rest was not read."""


async def form(request: Request, *, most: int) -> dict[str, str]:
    """The fields of a form of at most ``most`` bytes. Raises Unreadable.

    A letter that is none of UTF-8 becomes a mark, as it does where a browser has escaped it.
    """
    body = (await _body(request, most)).decode(errors="replace")
    try:
        pairs = parse_qsl(body, keep_blank_values=True, max_num_fields=20)
    except ValueError as error:
        raise Unreadable from error
    return dict(pairs)


async def json(request: Request, *, most: int) -> dict[str, Any]:
    """An object of at most ``most`` bytes. Raises Unreadable."""
    try:
        found = orjson.loads(await _body(request, most))
    except orjson.JSONDecodeError as error:
        raise Unreadable from error
    if not isinstance(found, dict):
        raise Unreadable
    return found


async def _body(request: Request, most: int) -> bytes:
    body = bytearray()
    try:
        async for part in request.stream():
            body += part
            if len(body) > most:
                raise TooMuch
    except ClientDisconnect as error:
        raise Unreadable from error
    return bytes(body)
