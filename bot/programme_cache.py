"""The programme in force, cached with what routes by it."""

import asyncio
from datetime import date
from functools import lru_cache

from bot.domain.agencies import Topic
from bot.domain.programme import Programme
from bot.understanding.routing import Router
from storage.labels import Label


class ProgrammeCache:
    """The programme in force as this process knows it, so that no turn reads it from the database.

    ``put`` a newer version once it has been committed; what another process committed is looked for
    every two seconds (``bot.running``).
    """

    def __init__(self, programme: Programme) -> None:
        self.labels: tuple[Label, ...] = ()
        self._routed: tuple[date, Router] | None = None
        self.put(programme)

    def remember(self, labels: tuple[Label, ...]) -> None:
        """Officials corrected something: it counts from the next question on."""
        self.labels = labels
        self._routed = None

    def put(self, programme: Programme) -> None:
        """A newer version is in force: it counts from the next turn on."""
        self.programme = programme
        self._routed = None

    def router(self, day: date) -> Router:
        """What routes on ``day``: the same topic may belong to another agency at another time.

        Built when it is first needed; at once after ``prepare``.
        """
        if self._routed is None or self._routed[0] != day:
            router = _router(self.programme.topics_on(day))
            self._routed = day, router.corrected([(one.text, one.topic) for one in self.labels])
        return self._routed[1]

    async def prepare(self, day: date, programme: Programme | None = None) -> None:
        """Build the router of a programme, or of this one, in a thread: nobody waits meanwhile."""
        if programme or self._routed is None or self._routed[0] != day:
            topics = (programme or self.programme).topics_on(day)
            await asyncio.to_thread(_router, topics)


@lru_cache(maxsize=4)
def _router(topics: tuple[Topic, ...]) -> Router:
    """A tenth of a second of work, the same for the same topics."""
    return Router(topics)
