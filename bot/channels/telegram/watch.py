"""The webhook as Telegram has it: set, looked after, and set again when somebody changed it."""

import asyncio
from typing import Any
from urllib.parse import urlsplit

from telegram.error import BadRequest, TelegramError

from bot.channels.telegram.api import Api
from bot.channels.telegram.checked import number, words
from bot.channels.telegram.inbound import ALLOWED_UPDATES, Me
from bot.channels.telegram.introduction import Commands, introduce
from bot.channels.telegram.standing import NotDelivered, Standing
from bot.channels.telegram.timeouts import Timeouts
from bot.domain.channels import State
from bot.domain.values import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Hook:
    """What Telegram tells of a bot's webhook."""

    url: str  #: empty where none is set
    pending: int  #: updates that wait to be delivered
    failed_at: int  #: when a delivery last failed, Unix time; 0 for never
    error: str  #: how it failed

    @classmethod
    def read(cls, told: Any) -> "Hook":
        """Raises TelegramError."""
        try:
            return cls(
                url=words(told["url"]),
                pending=number(told["pending_update_count"]),
                failed_at=number(told.get("last_error_date", 0)),
                error=words(told.get("last_error_message"))[:200],
            )
        except (AttributeError, KeyError, TypeError):
            raise TelegramError("The answer describes no webhook") from None


class Watch:
    """Keeps the webhook set. Several processes may, as long as their settings are the same."""

    def __init__(
        self,
        api: Api,
        standing: Standing,
        timeouts: Timeouts,
        commands: Commands,
        *,
        channel: str,
        hook: tuple[str, str],
    ) -> None:
        self.me: Me | None = None  #: who the bot is, once Telegram has told
        self.arrived = 0  #: how many deliveries were kept
        self._api = api
        self._standing = standing
        self._timeouts = timeouts
        self._commands = commands
        self._channel = channel
        self._url, self._secret = hook
        self._known: tuple[int, int] | None = None  #: the last failure, and ``arrived`` then

    async def run(self) -> None:
        """Set the webhook as soon as Telegram answers, and look after it until cancelled."""
        self._standing.turn(State.STARTING)
        try:
            while True:
                await self._attempt()
        finally:
            self._standing.turn(State.IDLE)

    async def _attempt(self) -> None:
        """One look and the time until the next, or one pause if it fails."""
        try:
            self.me = self.me or await introduce(self._api, self._channel, self._commands)
            await (self._begin() if self._known is None else self._look(self._known))
        except TelegramError as error:
            await self._standing.wait_out(error)
        else:
            await asyncio.sleep(self._timeouts.look)

    async def _begin(self) -> None:
        """Set it, whatever Telegram has; what failed before that no longer counts as trouble."""
        await self._set()
        self._known = (await self._ask()).failed_at, self.arrived
        if self._standing.state is not State.NOT_STORED:  # what came at once may not have been kept
            self._standing.turn(State.LISTENING)

    async def _look(self, known: tuple[int, int]) -> None:
        hook = await self._ask()
        if hook.url != self._url:
            await self._set()
            host = urlsplit(hook.url).hostname  # the rest of an address may hold a secret
            self._standing.turn(State.CONFLICT, f"its webhook was {host or 'none'}")
        elif self._standing.state is State.NOT_STORED:
            return  # we know why it fails, and when it is over
        elif self._fails(hook, known):
            await self._set()  # somebody may have changed its secret alone
            self._standing.turn(State.UNDELIVERED, hook.error)
        else:
            self._standing.turn(State.LISTENING)
        self._known = hook.failed_at, self.arrived

    def _fails(self, hook: Hook, known: tuple[int, int]) -> bool:
        """Whether deliveries fail now, and none has arrived since the last look.

        Telegram tells of the last failure long after it is over.
        """
        failed_at, arrived = known
        fresh = hook.failed_at not in (0, failed_at)
        still = self._standing.state is State.UNDELIVERED
        return hook.pending > 0 and arrived == self.arrived and (fresh or still)

    async def _set(self) -> None:
        fields = {
            "url": self._url,
            "secret_token": self._secret,
            "allowed_updates": ALLOWED_UPDATES,
        }
        try:
            await self._api.call("setWebhook", fields)
        except BadRequest as error:  # an address that Telegram cannot deliver to
            raise NotDelivered(error.message) from None

    async def _ask(self) -> Hook:
        return Hook.read(await self._api.call("getWebhookInfo"))
