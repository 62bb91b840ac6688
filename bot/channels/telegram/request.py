"""The library's HTTP door, on the product's one HTTP client: aiohttp with orjson.

Measured against the library's own client: a third of its CPU a call, and no collapse with many
calls at once. It never repeats a call by itself, and says of every failure whether the call may
have arrived.
"""

import json
import os
from functools import lru_cache
from io import BytesIO
from typing import Any, cast

import aiohttp
import orjson
from telegram.error import BadRequest, NetworkError, TelegramError, TimedOut
from telegram.request import BaseRequest, RequestData

from bot.channels.telegram.timeouts import Timeouts
from bot.channels.telegram.wire import Wire

# The library's own switch to durations as timedelta; without it each 429 warns of a deprecation.
os.environ.setdefault("PTB_TIMEDELTA", "true")

_NEVER_SENT = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL)


class NotSent(NetworkError):
    """No connection came about: Telegram saw nothing of the call."""


class AnswerLost(TimedOut):
    """The call went out and no whole answer came back: Telegram may have carried it out."""


class AiohttpRequest(BaseRequest):
    """One pool of connections. Its errors name no data and no address (which has the token)."""

    def __init__(self, timeouts: Timeouts, *, connections: int = 100) -> None:
        self._timeouts = timeouts
        self._connections = connections
        self._session: aiohttp.ClientSession | None = None  #: for files
        self._wire: Wire | None = None  #: for everything else

    @property
    def read_timeout(self) -> float:
        return self._timeouts.read

    async def initialize(self) -> None:
        if self._session is None:
            pool = aiohttp.TCPConnector(limit=self._connections)
            self._session = aiohttp.ClientSession(
                connector=pool, cookie_jar=aiohttp.DummyCookieJar()
            )
            self._wire = Wire(pool)

    async def shutdown(self) -> None:
        if self._session is not None:
            await self._session.close()
            self._session = self._wire = None

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: object = BaseRequest.DEFAULT_NONE,
        write_timeout: object = BaseRequest.DEFAULT_NONE,
        connect_timeout: object = BaseRequest.DEFAULT_NONE,
        pool_timeout: object = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """Make one call. ``pool_timeout`` counts within ``connect_timeout``."""
        if self._session is None or self._wire is None:
            raise NotSent("the channel is not open")
        timeout = self._timeout(connect_timeout, write_timeout, read_timeout)
        try:
            if request_data is not None and not request_data.contains_files:
                return await self._wire.post(url, _json(request_data), timeout)
            form = None if request_data is None else _form(request_data)
            async with self._session.request(
                method, url, data=form, timeout=timeout, allow_redirects=False
            ) as response:
                return response.status, await response.read()
        except (aiohttp.ClientError, TimeoutError, OSError) as error:
            failure = _failure(error)
        raise failure  # outside the handler: the original, whose words hold the token, stays behind

    def _timeout(self, connect: object, write: object, read: object) -> aiohttp.ClientTimeout:
        return _limits(
            _seconds(connect, self._timeouts.connect),
            _seconds(write, self._timeouts.write),
            _seconds(read, self._timeouts.read),
        )

    @staticmethod
    def parse_json_payload(payload: bytes) -> dict[str, Any]:
        """Read an answer. What is not one is an error without a word of what it was."""
        try:
            answer = read_json(payload)
        except ValueError:
            answer = None
        if not isinstance(answer, dict):
            raise TelegramError("The answer is not one of the Bot API")
        answer["parameters"] = _parameters(answer.get("parameters"))
        return {"result": None, **answer}


def read_json(payload: bytes) -> object:
    """Read JSON. Half a surrogate pair, which orjson refuses, becomes a question mark."""
    try:
        return cast(object, orjson.loads(payload))
    except orjson.JSONDecodeError:
        lenient = json.loads(payload.decode("utf-8", "replace"), parse_constant=lambda _: None)
        whole = json.dumps(lenient, ensure_ascii=False).encode("utf-8", "replace")
        return cast(object, orjson.loads(whole))


def _parameters(given: object) -> dict[str, int]:
    """What the library reads of an error's parameters, where it has the form it expects."""
    if not isinstance(given, dict):
        return {}
    known = {key: given.get(key) for key in ("retry_after", "migrate_to_chat_id")}
    return {key: value for key, value in known.items() if isinstance(value, int)}


def _json(data: RequestData) -> bytes:
    try:
        return orjson.dumps(data.parameters)
    except orjson.JSONEncodeError:
        raise BadRequest("The text is no Unicode") from None


def _form(data: RequestData) -> aiohttp.FormData:
    form = aiohttp.FormData(quote_fields=False)  # Telegram shows a name as it is written here
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, content_type) in data.multipart_data.items():
        # read in pieces: a large file leaves room for other calls in between
        file = BytesIO(content) if isinstance(content, bytes) else content
        form.add_field(name, file, filename=filename, content_type=content_type)
    return form


def _seconds(given: object, default: float) -> float | None:
    """A timeout as the library passes it: a number, None for none, its marker for the default."""
    if given is None:
        return None
    return float(given) if isinstance(given, int | float) else default


@lru_cache(maxsize=16)  # two in use: of a call and of a poll
def _limits(
    connect: float | None, write: float | None, read: float | None
) -> aiohttp.ClientTimeout:
    total = None
    if connect is not None and write is not None and read is not None:
        total = connect + write + read
    return aiohttp.ClientTimeout(total=total, connect=connect, sock_connect=connect, sock_read=read)


def _failure(error: Exception) -> TelegramError:
    name = type(error).__name__
    return NotSent(name) if isinstance(error, _NEVER_SENT) else AnswerLost(name)
