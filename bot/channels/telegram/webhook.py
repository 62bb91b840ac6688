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

from bot.channels.base import Arrival, Limits, Store
from bot.channels.telegram.channel import TelegramBot, link_of
from bot.channels.telegram.inbound import Me, read
from bot.channels.telegram.introduction import Commands
from bot.channels.telegram.request import read_json
from bot.channels.telegram.standing import NotStored, state_after
from bot.channels.telegram.timeouts import Timeouts
from bot.channels.telegram.watch import Watch
from bot.domain.channels import State
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
        timeouts: Timeouts | None = None,
    ) -> None:
        super().__init__(token, api_base_url=api_base_url, limits=limits, timeouts=timeouts)
        if not webhook_secret:  # an empty one would let everybody in
            raise ConfigError("telegram.webhook_secret: is empty; write 1 to 256 letters.")
        self._secret = webhook_secret
        self._watch = Watch(
            self._ear,
            self._standing,
            self._timeouts,
            commands or {},
            channel=self.name,
            hook=(webhook_url, webhook_secret),
        )
        self._watching: asyncio.Task[None] | None = None

    def link(self, code: str) -> str:
        """The link that opens a chat with the bot and hands it ``code``; empty if unknown."""
        return link_of(self._watch.me.username if self._watch.me else "", code)

    async def open(self) -> None:
        """Ready the connections, and tell Telegram where to deliver as soon as it answers."""
        await super().open()
        self._watching = asyncio.create_task(self._watch.run())

    async def close(self) -> None:
        """Telegram keeps the webhook and holds what arrives until the next start."""
        if self._watching is not None:
            self._watching.cancel()
            with suppress(asyncio.CancelledError):
                await self._watching
        await super().close()

    def routes(self, store: Store) -> Sequence[BaseRoute]:
        async def arrive(request: Request) -> Response:
            return Response(status_code=await self._arrive(request, store))

        return [Route("/telegram", arrive, methods=["POST"])]

    async def _arrive(self, request: Request, store: Store) -> int:
        """Returns the status to answer. Whatever is not 200, Telegram sends again."""
        given = request.headers.get(_SECRET, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            return 403
        me = self._watch.me
        if me is None:  # its own name is needed to read a command
            return 503
        try:
            async with asyncio.timeout(self._timeouts.body):
                body = await _body(request)
        except (TimeoutError, ClientDisconnect):
            return 408
        if body is None:
            return 413
        found = _read(body, me)
        return 200 if found is None else await self._keep(store, found)

    async def _keep(self, store: Store, found: Arrival) -> int:
        try:
            await store([found])
        except Exception as error:
            if self.state is not State.NOT_STORED:
                log.exception("arrivals_not_stored", channel=self.name, count=1)
            self._standing.turn(state_after(NotStored(type(error).__name__)))
            return 503
        self._watch.arrived += 1
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
