"""Telegram's side of a webhook: it delivers, and repeats what was not answered with 200."""

import asyncio
import time

import aiohttp

from tests.doubles.telegram_methods import Methods
from tests.doubles.telegram_updates import Pulse, Updates

_AGAIN = 0.05  # seconds until a refused update is delivered anew (Telegram waits longer)


class Hooks:
    """Posts updates to the webhook that is set, as many at once as it allows."""

    def __init__(self, methods: Methods, updates: Updates, pulse: Pulse) -> None:
        self.statuses: list[int] = []  #: how deliveries were answered; 0 for not at all
        self.held_back = False  #: True: nothing is delivered, a test does it by hand
        self.leads: dict[str, str] = {}  #: public address → where the proxy behind it leads
        self._methods = methods
        self._updates = updates
        self._pulse = pulse
        self._answered: set[int] = set()

    async def run(self) -> None:
        """Deliver until cancelled."""
        async with aiohttp.ClientSession() as session:
            while True:
                await self._pulse.until(self._due, within=3600.0)
                batch = self._updates.oldest(self._methods.webhook.get("max_connections", 40))
                late = [(n, raw) for n, raw in batch if n not in self._answered]
                answered = await asyncio.gather(*(self._post(session, raw) for _, raw in late))
                self._settle(late, answered)
                if not all(answered):
                    await asyncio.sleep(_AGAIN)

    def _due(self) -> bool:
        return bool(self._methods.webhook["url"] and len(self._updates)) and not self.held_back

    def _settle(self, late: list[tuple[int, bytes]], answered: list[bool]) -> None:
        self._answered |= {n for (n, _), ok in zip(late, answered, strict=True) if ok}
        while (held := self._updates.oldest(1)) and held[0][0] in self._answered:
            self._answered.discard(held[0][0])
            self._updates.acknowledge(held[0][0] + 1)

    async def _post(self, session: aiohttp.ClientSession, raw: bytes) -> bool:
        secret = self._methods.webhook.get("secret_token", "")
        headers = {"Content-Type": "application/json", "X-Telegram-Bot-Api-Secret-Token": secret}
        public = str(self._methods.webhook["url"])
        url = self.leads.get(public, public)
        try:
            async with session.post(url, data=raw, headers=headers) as response:
                status, reason = response.status, response.reason
        except aiohttp.ClientError:
            status, reason = 0, None
        self.statuses.append(status)
        if status != 200:
            said = f"Wrong response from the webhook: {status} {reason}"
            self._methods.webhook_failure = {
                "last_error_date": int(time.time()),
                "last_error_message": said if status else "Connection refused",
            }
        return status == 200
