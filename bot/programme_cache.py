"""The programme in force, cached with what routes by it."""

import asyncio
from datetime import date
from functools import lru_cache

from bot.domain.agencies import Topic
from bot.domain.programme import Programme
from bot.understanding.routing import Router
from storage.labels import Label


class InForce:
    """A programme and what officials taught beside it: one turn goes by one of these throughout."""

    def __init__(self, programme: Programme, labels: tuple[Label, ...] = ()) -> None:
        self.programme = programme
        self.labels = labels
        self._routed: tuple[date, Router] | None = None

    def router(self, day: date) -> Router:
        """What routes on ``day``: the same topic may belong to another agency at another time.

        Built when it is first needed; at once after ``ProgrammeCache.prepare``.
        """
        if self._routed is None or self._routed[0] != day:
            router = _router(self.programme.topics_on(day))
            self._routed = day, router.corrected([(one.text, one.topic) for one in self.labels])
        return self._routed[1]

    def routes_on(self, day: date) -> bool:
        """Whether the router of that day is built."""
        return self._routed is not None and self._routed[0] == day


class ProgrammeCache:
    """The programme in force as this process knows it, so that no turn reads it from the database.

    ``put`` a newer version once it has been committed; what another process committed is looked for
    every two seconds (``bot.running``). A turn that has begun keeps what was in force then.
    """

    def __init__(self, programme: Programme) -> None:
        self.in_force = InForce(programme)

    @property
    def programme(self) -> Programme:
        return self.in_force.programme

    @property
    def labels(self) -> tuple[Label, ...]:
        return self.in_force.labels

    def remember(self, labels: tuple[Label, ...]) -> None:
        """Officials corrected something: it counts from the next question on."""
        self.in_force = InForce(self.programme, labels)

    def put(self, programme: Programme) -> None:
        """This is in force from the next turn on, unless a newer version is already."""
        if programme.version >= self.programme.version:
            self.in_force = InForce(programme, self.labels)

    def router(self, day: date) -> Router:
        """What routes on ``day``, by what is in force now."""
        return self.in_force.router(day)

    async def prepare(self, day: date, programme: Programme | None = None) -> None:
        """Build the router of a programme, or of this one, in a thread: nobody waits meanwhile."""
        if programme or not self.in_force.routes_on(day):
            topics = (programme or self.programme).topics_on(day)
            await asyncio.to_thread(_router, topics)


@lru_cache(maxsize=4)
def _router(topics: tuple[Topic, ...]) -> Router:
    """A tenth of a second of work, the same for the same topics."""
    return Router(topics)
