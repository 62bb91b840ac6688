"""What the bot is called on Telegram: every process makes links, not the one that polls alone."""

import asyncio
import random
from collections.abc import Callable

import structlog
from telegram.error import InvalidToken, TelegramError

from bot.channels.telegram.api import Api
from bot.channels.telegram.introduction import who
from bot.channels.telegram.timeouts import Timeouts

log = structlog.get_logger()


class Naming:
    """Asks in the background until Telegram has told it; whether it answers is no news here.

    ``known`` is what who asks for updates has learnt on the way; it may forget that again.
    """

    def __init__(
        self, api: Api, channel: str, timeouts: Timeouts, known: Callable[[], str]
    ) -> None:
        self._username = ""
        self._known = known
        self._api = api
        self._channel = channel
        self._timeouts = timeouts
        self._asking: asyncio.Task[None] | None = None

    @property
    def username(self) -> str:
        """The name without @; empty until Telegram has told it."""
        self._username = self._known() or self._username
        return self._username

    def begin(self) -> None:
        self._asking = asyncio.create_task(self._ask())

    async def end(self) -> None:
        """Ask no more. Whatever ended the asking before keeps nobody from closing; it is told."""
        if self._asking is not None:
            self._asking.cancel()
            [why] = await asyncio.gather(self._asking, return_exceptions=True)
            if isinstance(why, Exception):
                log.error("naming_broken", channel=self._channel, why=type(why).__name__)

    async def _ask(self) -> None:
        """Not at once, for whoever asks for updates is told first."""
        pause = self._timeouts.naming
        while True:
            await asyncio.sleep(pause)
            if self.username:
                return
            try:
                self._username = (await who(self._api, self._channel)).username
            except InvalidToken:
                pause = self._timeouts.refused
            except TelegramError:
                pause = min(2 * pause, self._timeouts.longest_pause) * random.uniform(0.5, 1.0)
