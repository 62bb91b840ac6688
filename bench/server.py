"""A Bot API that costs next to nothing, so that what is measured is the bot.

``tests.doubles.telegram`` checks every call against the official table; this one only reads the few
fields a load needs (a call costs it about 30 µs). It runs in the bench's own process.
"""

import asyncio
import time
from collections import Counter, deque
from collections.abc import Callable
from dataclasses import dataclass, field
from itertools import islice
from typing import Any
from urllib.parse import parse_qsl

import orjson

TOKEN = "7000000001:a-bench-has-no-secrets"

Json = dict[str, Any]

#: Called with the chat, the fields and the moment (perf_counter) of a message that was let through.
Heard = Callable[[int, Json, float], None]

_ME = {"id": 7000000001, "is_bot": True, "first_name": "Bench", "username": "BenchBot"}
_HEAD = b"HTTP/1.1 %d OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n"
_TRUE = b'{"ok":true,"result":true}'
_BATCH = 100


@dataclass(slots=True)
class Gate:
    """A strict limit: never more than ``per_second`` within any second; one more shuts all out."""

    per_second: int = 30
    penalty: int = 3  #: seconds
    refused: int = 0
    _recent: deque[float] = field(default_factory=deque)
    _shut_until: float = 0.0

    def admits(self, now: float) -> bool:
        while self._recent and now - self._recent[0] >= 1.0:
            self._recent.popleft()
        if now >= self._shut_until and len(self._recent) < self.per_second:
            self._recent.append(now)
            return True
        if now >= self._shut_until:
            self._shut_until = now + self.penalty
        self.refused += 1
        return False


class BotApi:
    """One bot's server. ``async with BotApi() as api``; ``api.url`` goes to the bot.

    Updates are numbered after ``last_update``: a database that knows some takes each only once.
    """

    def __init__(
        self, *, poll_delay: float = 0.02, send_delay: float = 0.0, last_update: int = 0
    ) -> None:
        self.port = 0
        self._poll_delay = poll_delay  #: seconds that a poll with updates takes, as from afar
        self._send_delay = send_delay  #: seconds until a sent message is answered for
        self.heard: Heard = lambda _chat, _fields, _at: None
        self.gate: Gate | None = None
        self.calls: Counter[str] = Counter()
        self.polled = asyncio.Event()  #: the bot has asked for updates, or said where it takes them
        self.kept: list[tuple[float, float]] = []  #: (moment, seconds until a batch was confirmed)
        self.delivers: Callable[[bytes], None] | None = None  #: takes updates to a webhook
        self._hook = ""  #: the webhook's address, as the bot has set it
        self.secret = ""  #: and the secret that goes with each delivery
        self._handed_out: float | None = None  #: when a batch was given that is not confirmed yet
        self._pending: deque[tuple[int, bytes]] = deque()
        self._poll: _Connection | None = None  #: the poll that waits for something to happen
        self._poll_timer: asyncio.TimerHandle | None = None
        self._last_update = last_update
        self._last_message = 0
        self._server: asyncio.Server | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    async def __aenter__(self) -> "BotApi":
        loop = asyncio.get_running_loop()
        self._server = await loop.create_server(lambda: _Connection(self), "127.0.0.1", self.port)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._poll_timer is not None:
            self._poll_timer.cancel()
        if self._server is not None:
            self._server.close()

    # --- what happens -----------------------------------------------------------------------------

    def says(self, chat: int, text: str) -> None:
        """Somebody writes to the bot."""
        self._happens("message", {**self._message(chat, text), "from": _person(chat)})

    def presses(self, chat: int, data: str) -> None:
        """Somebody presses a button below the last message."""
        query = {
            "id": str(self._last_update + 1),
            "from": _person(chat),
            "chat_instance": "1",
            "message": {**self._message(chat, "…"), "from": _ME},
            "data": data,
        }
        self._happens("callback_query", query)

    def _message(self, chat: int, text: str) -> Json:
        self._last_message += 1
        return {
            "message_id": self._last_message,
            "date": int(time.time()),
            "chat": {"id": chat, "type": "private", "first_name": "Lan"},
            "text": text,
        }

    def _happens(self, kind: str, content: Json) -> None:
        self._last_update += 1
        update = orjson.dumps({"update_id": self._last_update, kind: content})
        if self.delivers is not None:
            self.delivers(update)
            return
        self._pending.append((self._last_update, update))
        if self._poll is not None and len(self._pending) == 1:
            self._answer_in(self._poll_delay)

    # --- what the bot calls -----------------------------------------------------------------------

    def answer(self, method: str, fields: Json, connection: "_Connection") -> None:
        self.calls[method] += 1
        if method == "sendMessage":
            self._sent(self._send(fields), connection)
        elif method == "getUpdates":
            self._wait(fields, connection)
        elif method == "getMe":
            connection.reply(200, orjson.dumps({"ok": True, "result": _ME}))
        elif method == "getWebhookInfo":
            connection.reply(200, orjson.dumps({"ok": True, "result": self._hook_info()}))
        else:
            if method == "setWebhook":
                self._set_hook(fields)
            connection.reply(200, _TRUE)

    def _set_hook(self, fields: Json) -> None:
        self._hook, self.secret = fields["url"], fields.get("secret_token", "")
        self.polled.set()

    def _hook_info(self) -> Json:
        return {"url": self._hook, "has_custom_certificate": False, "pending_update_count": 0}

    def _sent(self, answer: tuple[int, bytes], connection: "_Connection") -> None:
        if self._send_delay:
            loop = asyncio.get_running_loop()
            loop.call_later(self._send_delay, connection.reply, *answer)
        else:
            connection.reply(*answer)

    def _send(self, fields: Json) -> tuple[int, bytes]:
        now = time.perf_counter()
        if self.gate is not None and not self.gate.admits(now):
            return 429, orjson.dumps(
                {
                    "ok": False,
                    "error_code": 429,
                    "description": f"Too Many Requests: retry after {self.gate.penalty}",
                    "parameters": {"retry_after": self.gate.penalty},
                }
            )
        chat = int(fields["chat_id"])
        message = {**self._message(chat, fields["text"]), "from": _ME}
        self.heard(chat, fields, now)
        return 200, orjson.dumps({"ok": True, "result": message})

    def _wait(self, fields: Json, connection: "_Connection") -> None:
        self.polled.set()
        self._confirm()
        self._answer_poll()  # a second poll ends the first
        offset = int(fields.get("offset") or 0)
        while self._pending and self._pending[0][0] < offset:
            self._pending.popleft()
        self._poll = connection
        patience = float(fields.get("timeout") or 0)
        self._answer_in(min(patience, self._poll_delay) if self._pending else patience)

    def _confirm(self) -> None:
        """The next poll confirms the batch before it: the bot has it and no longer needs it."""
        now = time.perf_counter()
        if self._handed_out is not None:
            self.kept.append((now, now - self._handed_out))
            self._handed_out = None

    def _answer_in(self, seconds: float) -> None:
        if self._poll_timer is not None:
            self._poll_timer.cancel()
        self._poll_timer = asyncio.get_running_loop().call_later(seconds, self._answer_poll)

    def _answer_poll(self) -> None:
        """Give the waiting poll what there is; what is not acknowledged will be given again."""
        connection, self._poll = self._poll, None
        if self._poll_timer is not None:
            self._poll_timer.cancel()
            self._poll_timer = None
        if connection is not None:
            batch = [update for _, update in islice(self._pending, _BATCH)]
            self._handed_out = time.perf_counter() if batch else None
            connection.reply(200, b'{"ok":true,"result":[' + b",".join(batch) + b"]}")


class _Connection(asyncio.Protocol):
    """HTTP/1.1 as the two clients speak it: keep-alive, Content-Length, one call at a time."""

    def __init__(self, api: BotApi) -> None:
        self._api = api
        self._read = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._read += data
        while (end := self._read.find(b"\r\n\r\n")) >= 0:
            head = self._read[:end]
            length = length_of(head)
            if len(self._read) < end + 4 + length:
                return
            body = self._read[end + 4 : end + 4 + length]
            self._read = self._read[end + 4 + length :]
            path = head.split(b" ", 2)[1].decode()
            self._api.answer(path.rpartition("/")[2], _fields(head, body), self)

    def reply(self, status: int, body: bytes) -> None:
        if self._transport is not None and not self._transport.is_closing():
            self._transport.write(_HEAD % (status, len(body)) + body)


def length_of(head: bytes) -> int:
    """The length of the body that belongs to a head of HTTP/1.1."""
    _, found, rest = head.lower().partition(b"content-length:")
    return int(rest.partition(b"\r")[0]) if found else 0


def _fields(head: bytes, body: bytes) -> Json:
    if not body:
        return {}
    if b"application/json" in head:
        found: Json = orjson.loads(body)
        return found
    return dict(parse_qsl(body.decode()))


def _person(chat: int) -> Json:
    return {"id": chat, "is_bot": False, "first_name": "Lan", "language_code": "vi"}
