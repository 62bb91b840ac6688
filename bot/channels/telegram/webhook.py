"""The webhook: Telegram delivers by itself. 200 is answered only when everything is stored."""

import asyncio
import hashlib
import hmac
from collections.abc import Sequence
from contextlib import suppress
from datetime import UTC, datetime

import structlog
from starlette.requests import ClientDisconnect, Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from telegram.error import TelegramError

from bot.channels.base import Arrival, Limits, Store
from bot.channels.telegram.channel import TelegramBot
from bot.channels.telegram.inbound import ALLOWED_UPDATES, Me, read
from bot.channels.telegram.introduction import Commands, introduce
from bot.channels.telegram.patience import Patience
from bot.channels.telegram.request import read_json
from bot.channels.telegram.standing import NotStored, Standing, State, state_after
from bot.domain.errors import ConfigError
from bot.domain.messages import Unreadable

log = structlog.get_logger()

_SECRET = "x-telegram-bot-api-secret-token"
_LARGEST = 1_000_000  # bytes; an update is a few thousand


class TelegramWebhook(TelegramBot):
    """A bot that is called: a Channel that Serves, Opens and Fetches."""

    def __init__(
        self,
        token: str,
        *,
        webhook_url: str,
        webhook_secret: str,
        api_base_url: str = "https://api.telegram.org",
        limits: Limits | None = None,
        commands: Commands | None = None,
        patience: Patience | None = None,
    ) -> None:
        super().__init__(token, api_base_url=api_base_url, limits=limits, patience=patience)
        if not webhook_secret:  # an empty one would let everybody in
            raise ConfigError("telegram.webhook_secret: is empty; write 1 to 256 letters.")
        self._url = webhook_url
        self._secret = webhook_secret
        self._commands = commands or {}
        self._standing = Standing(self.name, self._patience)
        self._me: Me | None = None
        self._registering: asyncio.Task[None] | None = None

    @property
    def state(self) -> State:
        """How it goes with the webhook, in a word for /health."""
        return self._standing.state

    async def open(self) -> None:
        """Ready the connections, and tell Telegram where to deliver as soon as it answers."""
        await super().open()
        self._standing.turn(State.STARTING)
        self._registering = asyncio.create_task(self._register())

    async def close(self) -> None:
        """Telegram keeps the webhook and holds what arrives until the next start."""
        if self._registering is not None:
            self._registering.cancel()
            with suppress(asyncio.CancelledError):
                await self._registering
        self._standing.turn(State.IDLE)
        await super().close()

    def routes(self, store: Store) -> Sequence[BaseRoute]:
        async def arrive(request: Request) -> Response:
            return Response(status_code=await self._arrive(request, store))

        return [Route("/telegram", arrive, methods=["POST"])]

    async def _register(self) -> None:
        while self.state is not State.LISTENING:
            try:
                self._me = await introduce(self._api, self.name, self._commands)
                await self._api.call("setWebhook", self._registration())
            except TelegramError as error:
                await self._standing.wait_out(error)
            else:
                self._standing.turn(State.LISTENING)

    def _registration(self) -> dict[str, object]:
        return {
            "url": self._url,
            "secret_token": self._secret,
            "allowed_updates": ALLOWED_UPDATES,
        }

    async def _arrive(self, request: Request, store: Store) -> int:
        """Returns the status to answer. Whatever is not 200, Telegram sends again."""
        given = request.headers.get(_SECRET, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            return 403
        if self._me is None:  # its own name is needed to read a command
            return 503
        try:
            async with asyncio.timeout(self._patience.body):
                body = await _body(request)
        except (TimeoutError, ClientDisconnect):
            return 408
        if body is None:
            return 413
        found = _read(body, self._me)
        return 200 if found is None else await self._keep(store, found)

    async def _keep(self, store: Store, found: Arrival) -> int:
        try:
            await store([found])
        except Exception as error:
            if self.state is not State.NOT_STORED:
                log.exception("arrivals_not_stored", channel=self.name, count=1)
            self._standing.turn(state_after(NotStored(type(error).__name__)))
            return 503
        if self.state is State.NOT_STORED:
            self._standing.turn(State.LISTENING)
        return 200


async def _body(request: Request) -> bytes | None:
    """The whole body, or None if it is larger than any update."""
    read = bytearray()
    async for part in request.stream():
        read += part
        if len(read) > _LARGEST:
            return None
    return bytes(read)


def _read(body: bytes, me: Me) -> Arrival | None:
    try:
        raw = read_json(body)
    except ValueError:
        name = f"raw:{hashlib.sha256(body).hexdigest()[:32]}"
        return Unreadable(channel=me.channel, id=name, raw=body, why="no JSON")
    return read(raw, me, datetime.now(UTC))
