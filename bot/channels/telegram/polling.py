"""The long poll: ask, keep, and only then tell Telegram that it may forget."""

import asyncio
import random
import time
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

import structlog
from telegram.error import BadRequest, Conflict, InvalidToken, TelegramError

from bot.channels.base import Arrival, Store
from bot.channels.telegram.api import Api
from bot.channels.telegram.checked import number, words
from bot.channels.telegram.errors import pause_of
from bot.channels.telegram.inbound import ALLOWED_UPDATES, Me, read, update_id
from bot.channels.telegram.patience import Patience

log = structlog.get_logger()

#: Commands shown to people: by language ("" for all others), the command and what it does.
Commands = Mapping[str, Sequence[tuple[str, str]]]


class PollState(StrEnum):
    """How polling goes, for /health."""

    IDLE = "idle"  #: this process does not poll
    STARTING = "starting"
    POLLING = "polling"
    UNREACHABLE = "unreachable"  #: Telegram does not answer, or not in its own words
    CONFLICT = "conflict"  #: another program polls with the same token
    REFUSED = "refused"  #: Telegram does not know the token
    NOT_STORED = "not stored"  #: what arrived could not be kept; Telegram holds it


class Poller:
    """Polls for one bot. Acknowledges nothing that was not stored, and ends at no failure."""

    def __init__(self, name: str, api: Api, patience: Patience, commands: Commands) -> None:
        self.state = PollState.IDLE
        self.last_poll_at: float | None = None  #: monotonic time of the last answered poll
        self._name = name
        self._api = api
        self._patience = patience
        self._commands = commands
        self._me: Me | None = None
        self._failures = 0

    async def run(self, store: Store) -> None:
        """Poll until cancelled. The first poll names no offset: Telegram sends all it holds."""
        self._turn(PollState.STARTING)
        offset: int | None = None
        try:
            while True:
                offset = await self._attempt(store, offset)
        finally:
            self._turn(PollState.IDLE)

    async def _attempt(self, store: Store, offset: int | None) -> int | None:
        """One poll, or one pause if it fails."""
        try:
            me = self._me or await self._introduce()
            updates = await self._ask(offset)
            offset = await self._keep(store, updates, me, offset)
        except TelegramError as error:
            await self._pause(error)
        else:
            self._failures = 0
            self._turn(PollState.POLLING)
        return offset

    async def _introduce(self) -> Me:
        """Learn the bot's own name, end a webhook left over, and show the commands."""
        told = await self._api.call("getMe")
        await self._api.call("deleteWebhook")
        await self._show_commands()
        try:
            self._me = Me(
                id=number(told["id"]), username=words(told["username"]), channel=self._name
            )
        except (KeyError, TypeError):
            raise TelegramError("The answer describes no bot") from None
        return self._me

    async def _show_commands(self) -> None:
        for language, commands in self._commands.items():
            shown = [{"command": name, "description": does} for name, does in commands]
            fields = {"commands": shown, "language_code": language or None}
            try:
                await self._api.call("setMyCommands", fields)
            except BadRequest as error:  # people can write without a menu
                log.warning("commands_not_shown", channel=self._name, why=error.message)

    async def _ask(self, offset: int | None) -> list[Any]:
        fields = {
            "offset": offset,
            "timeout": 0 if self.state is PollState.STARTING else round(self._patience.poll),
            "allowed_updates": ALLOWED_UPDATES,
        }
        patience = self._patience.poll + self._patience.poll_grace
        updates = await self._api.call("getUpdates", fields, read_timeout=patience)
        if not isinstance(updates, list):
            raise TelegramError("The answer holds no updates")
        self.last_poll_at = time.monotonic()
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
            if self.state is not PollState.NOT_STORED:
                log.exception("arrivals_not_stored", channel=self._name, count=len(arrivals))
            raise _NotStored(type(error).__name__) from None

    async def _pause(self, error: TelegramError) -> None:
        """Wait longer after each failure, a little differently each time."""
        self._failures += 1
        patience, state = self._patience, _state_after(error)
        self._turn(state, why=f"{type(error).__name__}: {error.message}")
        if isinstance(error, Conflict):
            self._me = None  # it may be a webhook that somebody set: end it again
        longest = patience.not_stored if state is PollState.NOT_STORED else patience.longest_pause
        backed_off = min(longest, patience.first_pause * 2 ** min(self._failures - 1, 16))
        if state is PollState.REFUSED:
            backed_off = patience.refused
        asked = pause_of(error)
        await asyncio.sleep(asked if asked is not None else backed_off * random.uniform(0.5, 1))

    def _turn(self, state: PollState, why: str = "") -> None:
        """Log a change of state once, however long it lasts."""
        if state is self.state:
            return
        self.state = state
        healthy = state in (PollState.IDLE, PollState.STARTING, PollState.POLLING)
        (log.info if healthy else log.error)(
            "poll_state", channel=self._name, state=str(state), why=why or None
        )


class _NotStored(TelegramError):
    """What arrived could not be kept."""


def _state_after(error: TelegramError) -> PollState:
    match error:
        case _NotStored():
            return PollState.NOT_STORED
        case Conflict():
            return PollState.CONFLICT
        case InvalidToken():
            return PollState.REFUSED
        case _:
            return PollState.UNREACHABLE
