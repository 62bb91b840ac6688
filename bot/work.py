"""Work = transaction + clock + voice: what every use case is handed first.

``work.tell`` puts words for a person in the outbox; how they get there is ``bot.posting``.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import field
from datetime import date, datetime
from typing import Any

from bot.clock import Clock
from bot.domain.people import Person
from bot.domain.programme import Programme
from bot.domain.rules import Rules
from bot.domain.values import dataclass
from bot.handoff import Handoff
from bot.idle import IdleGate
from bot.look.guesses import Guesses
from bot.look.lines import Lines
from bot.posting import Posting
from bot.programme_cache import InForce, ProgrammeCache
from bot.understanding.routing import Router
from bot.understanding.similar import Similar
from bot.unstored import Unstored
from bot.voice import Buttons, Voice
from bot.wakeups import WakeUps
from storage import addresses, people
from storage.database import Database, Reserves, Tx


@dataclass(frozen=True, slots=True, kw_only=True)
class Work(Posting):
    """One transaction's tools: posting to chats, telling people, saying things in their language.

    Made by ``Works.begin``.
    """

    in_force: InForce
    cache: ProgrammeCache  #: for what is in force once this is committed
    rules: Rules
    similar: Similar
    guesses: Guesses  #: of codes on paper

    @property
    def router(self) -> Router:
        return self.in_force.router(self.local.date())

    @property
    def local(self) -> datetime:
        """Now, on the clock of the programme's city."""
        return self.now.astimezone(self.programme.zone)

    def say(self, language: str, key: str, **args: Any) -> str:
        """Words to be put inside other words."""
        return self.voice.texts.say(language, key, **args)

    def day(self, language: str, moment: datetime) -> str:
        """The day of a moment as people say it, where the programme is."""
        return self.voice.texts.day(language, moment.astimezone(self.programme.zone).date())

    def moment(self, language: str, moment: datetime) -> str:
        return self.voice.texts.moment(language, moment.astimezone(self.programme.zone))

    async def tell(
        self,
        person: Person,
        key: str,
        buttons: Buttons = (),
        *,
        about: str = "",
        card: bool = False,
        urgent: bool = False,
        **args: Any,
    ) -> bool:
        """Tell a person something they did not just ask for; waits for the end of quiet hours.

        ``about`` is what a reply will mean (``question:12``); ``card`` makes the message change in
        place; ``urgent`` disturbs at night. False if the person cannot be reached or wants none.
        """
        if person.muted_at and not urgent:
            return False
        places = await addresses.of_person(self.tx, person.id)
        if not places:
            return False
        message = self.voice.render(person.language, key, buttons, **args)
        await self.send(places[0].address, message, about=about, card=card, urgent=urgent)
        return True

    async def tell_id(
        self,
        person_id: int | None,
        key: str,
        buttons: Buttons = (),
        *,
        about: str = "",
        **args: Any,
    ) -> bool:
        """``tell`` for somebody of whom only the id is at hand."""
        person = await people.get(self.tx, person_id) if person_id else None
        return await self.tell(person, key, buttons, about=about, **args) if person else False


@dataclass(frozen=True, slots=True, kw_only=True)
class Works:
    """Begins pieces of work. Made once, by ``bot.app``."""

    database: Database
    clock: Clock
    voice: Voice
    cache: ProgrammeCache
    rules: Rules = field(default_factory=Rules)
    wakeups: WakeUps = field(default_factory=WakeUps)
    handoff: Handoff = field(default_factory=Handoff)  #: to whom rows can be handed at once
    similar: Similar = field(default_factory=Similar)  #: what was released, by its words
    guesses: Guesses = field(default_factory=Guesses)  #: wrong codes that were sent in chats
    idle: IdleGate = field(default_factory=IdleGate)  #: where what can wait does so
    lines: Lines = field(default_factory=Lines)  #: pages that hold a stream open
    unstored: Unstored = field(default_factory=Unstored)  #: what the database refused to keep

    @property
    def programme(self) -> Programme:
        """The programme in force."""
        return self.cache.programme

    @property
    def today(self) -> date:
        """The day it is in the programme's city."""
        return self.clock.now().astimezone(self.programme.zone).date()

    @asynccontextmanager
    async def begin(self) -> AsyncIterator[Work]:
        """A transaction with its tools; left normally, everything in it is on disk."""
        async with self.database.transaction() as tx:
            yield self._work(tx)

    @asynccontextmanager
    async def apart(self) -> AsyncIterator[Work]:
        """A transaction for what must not wait for turns: a lease, in a statement or two."""
        database = self.database
        begin = database.apart if isinstance(database, Reserves) else database.transaction
        async with begin() as tx:
            yield self._work(tx)

    @asynccontextmanager
    async def look(self) -> AsyncIterator[Work]:
        """The same tools, for reading only what is committed."""
        async with self.database.reading() as tx:
            yield self._work(tx)

    def _work(self, tx: Tx) -> Work:
        in_force = self.cache.in_force
        return Work(
            tx=tx,
            now=self.clock.now(),
            programme=in_force.programme,
            voice=self.voice,
            in_force=in_force,
            cache=self.cache,
            wakeups=self.wakeups,
            handoff=self.handoff,
            rules=self.rules,
            similar=self.similar,
            guesses=self.guesses,
        )
