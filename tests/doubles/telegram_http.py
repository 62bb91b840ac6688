"""Reading calls and writing answers over HTTP."""

import asyncio
import re
from dataclasses import dataclass

import orjson
from aiohttp import BodyPartReader, web

from tests.doubles.telegram_faults import Fault
from tests.doubles.telegram_rooms import Json
from tests.doubles.telegram_rules import Upload, decoded

#: A file's name as it is written: Telegram takes it letter for letter.
_FILE_NAME = re.compile(r'filename="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Call:
    """One call as it arrived."""

    method: str
    fields: Json
    at: float  #: monotonic
    by: str = ""  #: which program, where each was given an address of its own


async def fields_of(request: web.BaseRequest, method: str) -> Json:
    """What a call brings, from JSON, a form or the address."""
    if request.content_type == "application/json":
        given = orjson.loads(await request.read() or b"{}")
        return {name: value for name, value in given.items() if value is not None}
    form: dict[str, str | Upload] = dict(request.query)
    if request.content_type == "multipart/form-data":
        form |= await _multipart(request)
    else:
        form |= {name: str(value) for name, value in (await request.post()).items()}
    return decoded(method, form)


async def _multipart(request: web.BaseRequest) -> dict[str, str | Upload]:
    """A form with files in it, however large."""
    form: dict[str, str | Upload] = {}
    async for part in await request.clone(client_max_size=2**27).multipart():
        assert isinstance(part, BodyPartReader), "a form within a form"
        written = _FILE_NAME.search(part.headers.get("Content-Disposition", ""))
        content = bytes(await part.read())
        form[part.name or ""] = Upload(written[1], content) if written else content.decode()
    return form


def chat_of(fields: Json) -> int | None:
    chat = fields.get("chat_id")
    return chat if isinstance(chat, int) else None


def json_answer(body: object, status: int) -> web.Response:
    return answer(orjson.dumps(body), status)


async def begun(request: web.BaseRequest) -> None:
    """The beginning of an answer that announces more than it brings."""
    response = web.StreamResponse(headers={"Content-Length": "1000"})
    await response.prepare(request)
    await response.write(b'{"ok":true,')


def answer(body: bytes, status: int) -> web.Response:
    return web.Response(body=body, status=status, content_type="application/json")


def caller_of(path: str) -> tuple[str, str]:
    """Whose call it is, by an address of ``url_for``, and the path as Telegram knows it."""
    if not path.startswith("/by/"):
        return "", path
    by, _, rest = path.removeprefix("/by/").partition("/")
    return by, f"/{rest}"


async def gone_wrong(
    request: web.BaseRequest, fault: Fault, closing: asyncio.Event
) -> web.StreamResponse:
    """What a call gets that met a fault; what never ends does once the server is ``closing``."""
    if fault.half:
        await begun(request)
    if fault.hang or fault.half:
        await closing.wait()
    if (fault.hang or fault.half or fault.drop) and request.transport is not None:
        request.transport.abort()
    if fault.body is not None:
        return answer(fault.body, 200 if fault.status == 500 else fault.status)
    raise fault.refusal()
