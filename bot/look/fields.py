"""Reading what a browser sends: never more than fits, never what cannot be read."""

from typing import Any
from urllib.parse import parse_qsl

import orjson
from starlette.requests import ClientDisconnect, Request


class Unreadable(Exception):
    """What was sent is too much, or is not what a page of ours sends."""


async def form(request: Request, *, most: int) -> dict[str, str]:
    """The fields of a form of at most ``most`` bytes. Raises Unreadable."""
    body = await _body(request, most)
    try:
        pairs = parse_qsl(body.decode(), keep_blank_values=True, max_num_fields=20)
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
                raise Unreadable
    except ClientDisconnect as error:
        raise Unreadable from error
    return bytes(body)
