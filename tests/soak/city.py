"""Wards with a reader, an asker and a follower each, and the programs that serve them all."""

import asyncio
from dataclasses import dataclass, field, replace
from datetime import datetime

from bot.domain.agencies import Queue
from bot.domain.errors import Refused
from bot.domain.people import Grant, Person, Role
from bot.domain.questions import Question, Status
from bot.scheduler import TABLE, perform
from bot.services.relay import broadcasting, relay
from bot.services.sessions import housekeeping
from bot.work import Work, Works
from storage import addresses, answers, broadcasts, people, questions
from storage import relay as bulletins
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.spine import Line, Post, post, works_over

WARDS = ("p1", "p2", "p3", "p4", "p5", "p6", "p7", "p8", "p9", "long-duc")

#: What time brings to bulletins and to those who hear them.
SPEAKS = (relay.tell_due, relay.tell_heard, broadcasting.step, housekeeping.send_deferred)
TICKS = [tick for tick in TABLE if tick.service in SPEAKS]


@dataclass(frozen=True)
class Placed:
    """An answer that waits for its slot."""

    answer: int
    ward: str
    words: str
    promised: datetime


@dataclass
class City:
    """Everybody, over one database. What they hear is kept by ``sending.line``."""

    programs: list[Works]
    clock: ManualClock
    sending: Post
    readers: dict[str, Person] = field(default_factory=dict)
    askers: dict[str, int] = field(default_factory=dict)
    placed: list[Placed] = field(default_factory=list)
    pressed: set[tuple[str, datetime]] = field(default_factory=set)  #: given out by the reader

    @classmethod
    async def found(cls, databases: list[Database], clock: ManualClock) -> "City":
        programs = [works_over(database, clock) for database in databases]
        city = cls(programs, clock, post(databases[0], clock, Line(clock)))
        async with programs[0].begin() as work:
            for ward in WARDS:
                await city._settle(work, ward)
        return city

    async def _settle(self, work: Work, ward: str) -> None:
        reader, asker, follower = [
            await _person(work, f"{part} {ward}", ward) for part in ("reader", "asker", "follower")
        ]
        await people.give_role(work.tx, reader.id, Grant(Role.RELAY, ward), None, work.now)
        await broadcasts.subscribe(work.tx, follower.id, ward, work.now)
        self.readers[ward] = await people.get(work.tx, reader.id) or reader
        self.askers[ward] = asker.id

    async def is_answered(self, ward: str) -> None:
        """A head approves an answer to somebody of the ward."""
        words = f"Lời đáp thứ {len(self.placed)}."
        async with self.programs[0].begin() as work:
            question = await questions.file(work.tx, await self._question(work, ward))
            answer = await answers.draft(
                work.tx,
                question.id,
                words,
                private=False,
                author=self.readers[ward].id,
                now=work.now,
            )
            at = (await relay.place(work, question, answer)).at
        assert at
        self.placed.append(Placed(answer.id, ward, words, at))

    async def _question(self, work: Work, ward: str) -> Question:
        return Question(
            id=0,
            number=await questions.next_number(work.tx, "TV"),
            asker=self.askers[ward],
            address=f"line:asker {ward}",
            ward=ward,
            text="Chừng nào sửa đường?",
            queue=Queue.parse("nhcsxh"),
            status=Status.APPROVED,
            asked_at=work.now,
            due_at=work.now,
            promised_days=7,
        )

    async def ticks(self) -> None:
        """All programs ask at once whether something is due; what is to be said is said."""
        due = [perform(works, tick) for tick in TICKS for works in self.programs]
        await asyncio.gather(*due)
        await self.sending.settle()

    async def airs(self, ward: str) -> None:
        """The reader presses *Phát ngay* while the programs tick."""
        await asyncio.gather(self.ticks(), self._press(ward))
        await self.sending.settle()

    async def _press(self, ward: str) -> None:
        try:
            async with self.programs[-1].begin() as work:
                for coming in (await bulletins.of_ward(work.tx, ward))[:1]:
                    aired = await relay.air_now(work, self.readers[ward], coming.id)
                    self.pressed.add((ward, aired.due_at))
        except Refused:
            pass  # it was given out a moment before

    async def given_out(self) -> dict[int, datetime]:
        """For each answer the slot in which it was read out."""
        found = {}
        for ward in WARDS:
            async with self.programs[0].look() as work:
                for bulletin in await bulletins.of_ward(work.tx, ward, most=10_000):
                    for one in await bulletins.contents(work.tx, bulletin.id):
                        found[one.answer_id] = bulletin.due_at
        return found

    def heard(self) -> dict[str, list[str]]:
        """What each of them was told: ``reader p7`` and so on."""
        found: dict[str, list[str]] = {}
        for chat, words in self.sending.line.said:
            found.setdefault(chat, []).append(words)
        return found


async def _person(work: Work, name: str, ward: str) -> Person:
    person = await people.make(work.tx, "vi", work.now)
    await people.save(work.tx, replace(person, ward=ward, name=name))
    await people.consent(work.tx, person.id, 1, work.now)
    await addresses.put(work.tx, f"line:{name}", work.now, person=person.id)
    return person
