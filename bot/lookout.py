"""Looks how the channels and the database stand, and has people told of trouble that lasts.

Every process looks at its own channels. They speak with one voice, because what was told is a row:
no restart, no takeover and no second process tells it again.
"""

from collections.abc import Sequence

import structlog

from bot.channels.base import Stands
from bot.domain.channels import TROUBLES, WELL
from bot.services import alarms
from bot.work import Works
from storage.database import Unavailable

log = structlog.get_logger()

#: How often it looks, in seconds.
EVERY = 2.0


class Lookout:
    """Looks at the channels that a platform can cut off."""

    def __init__(self, works: Works, channels: Sequence[Stands]) -> None:
        self._works = works
        self._channels = channels
        self._untold = True  #: there may be something that was not stored, of which nobody knows

    async def run(self) -> None:
        while True:
            await self._works.clock.sleep(EVERY)
            await self.look()

    async def look(self) -> None:
        """Report what is to be seen now. What cannot be written down is still there next time."""
        for channel in self._channels:
            try:
                await self._report(channel)
            except Unavailable as error:
                log.error("alarm_unavailable", channel=channel.name, why=str(error))
        try:
            await self._report_unstored()
        except Unavailable as error:
            log.error("alarm_unavailable", channel=alarms.MEMORY, why=str(error))

    async def _report_unstored(self) -> None:
        """What could not be stored is written down by the first transaction that can be kept."""
        refused = self._works.unstored
        if refused.since:
            async with self._works.begin() as work:
                await alarms.stored_again(work, refused.since)
            refused.since, self._untold = None, True
        if self._untold:
            async with self._works.look() as work:
                self._untold = await alarms.unstored_is_untold(work)
        if self._untold:
            async with self._works.begin() as work:
                await alarms.tell_unstored(work)

    async def _report(self, channel: Stands) -> None:
        state, why = channel.state, channel.why
        if state in TROUBLES:
            async with self._works.begin() as work:
                await alarms.report(work, channel.name, state, why)
        elif state in WELL and await self._was_in_trouble(channel.name):
            async with self._works.begin() as work:
                await alarms.well(work, channel.name)

    async def _was_in_trouble(self, channel: str) -> bool:
        """A look that writes nothing: most of the time there is no trouble to end."""
        async with self._works.look() as work:
            return await alarms.are_open(work, channel)
