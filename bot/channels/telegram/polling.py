"""The long poll: ask, keep, and only then tell Telegram that it may forget."""

from datetime import UTC, datetime
from typing import Any

import structlog
from telegram.error import Conflict, TelegramError

from bot.channels.base import Arrival, Store
from bot.channels.telegram.api import Api
from bot.channels.telegram.inbound import ALLOWED_UPDATES, Me, read, update_id
from bot.channels.telegram.introduction import Commands, introduce
from bot.channels.telegram.standing import NotStored, Standing
from bot.channels.telegram.timeouts import Timeouts
from bot.domain.channels import State

log = structlog.get_logger()


class Poller:
    """Polls for one bot. Acknowledges nothing that was not stored, and ends at no failure."""

    def __init__(
        self, name: str, api: Api, timeouts: Timeouts, commands: Commands, standing: Standing
    ) -> None:
        self._standing = standing
        self._name = name
        self._api = api
        self._timeouts = timeouts
        self._commands = commands
        self._me: Me | None = None

    async def run(self, store: Store) -> None:
        """Poll until cancelled. The first poll names no offset: Telegram sends all it holds."""
        self._standing.turn(State.STARTING)
        offset: int | None = None
        try:
            while True:
                offset = await self._attempt(store, offset)
        finally:
            self._standing.turn(State.IDLE)

    async def _attempt(self, store: Store, offset: int | None) -> int | None:
        """One poll, or one pause if it fails."""
        try:
            me = self._me or await self._introduce()
            updates = await self._ask(offset)
            offset = await self._keep(store, updates, me, offset)
        except TelegramError as error:
            if isinstance(error, Conflict):
                self._me = None  # it may be a webhook that somebody set: end it again
            await self._standing.wait_out(error)
        else:
            self._standing.turn(State.POLLING)
        return offset

    @property
    def username(self) -> str:
        """The bot's name on Telegram; empty until Telegram has told it."""
        return self._me.username if self._me else ""

    async def _introduce(self) -> Me:
        """A webhook left over would keep the updates from a poll."""
        self._me = await introduce(self._api, self._name, self._commands)
        await self._api.call("deleteWebhook")
        return self._me

    async def _ask(self, offset: int | None) -> list[Any]:
        """What waits at Telegram, or comes within one long poll.

        After trouble the first answer is wanted at once, to know that it is over. Not after a
        conflict: that is over when a long poll lasts.
        """
        lasts = self._standing.state in (State.POLLING, State.CONFLICT)
        fields = {
            "offset": offset,
            "timeout": round(self._timeouts.poll) if lasts else 0,
            "allowed_updates": ALLOWED_UPDATES,
        }
        within = self._timeouts.poll + self._timeouts.poll_grace
        updates = await self._api.call("getUpdates", fields, read_timeout=within)
        if not isinstance(updates, list):
            raise TelegramError("The answer holds no updates")
        return updates

    async def _keep(
        self, store: Store, updates: list[Any], me: Me, offset: int | None
    ) -> int | None:
        """Store what arrived; returns the offset that acknowledges it."""
        now = datetime.now(UTC)
        arrivals = [found for raw in updates if (found := read(raw, me, now)) is not None]
        if arrivals:
            await self._store(store, arrivals)
        ids = [own for raw in updates if (own := update_id(raw)) is not None]
        if updates and not ids:
            raise TelegramError("The updates have no numbers, so they cannot be acknowledged")
        return max(ids) + 1 if ids else offset

    async def _store(self, store: Store, arrivals: list[Arrival]) -> None:
        try:
            await store(arrivals)
        except Exception as error:
            if self._standing.state is not State.NOT_STORED:
                log.exception("arrivals_not_stored", channel=self._name, count=len(arrivals))
            raise NotStored(type(error).__name__) from None
