"""What a queue's people are told of it is what is in it: its figures and its pages, always."""

import asyncio
import random
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import pytest

from bot.domain import access
from bot.domain.agencies import Queue
from bot.domain.bookmarks import Bookmark
from bot.domain.errors import Refused
from bot.domain.people import Grant, Person, Role
from bot.domain.questions import Move, Question, Sensitive, Status
from bot.services.questions import moves
from bot.services.queues import queues
from bot.services.queues.queues import FOR_HEADS, FOR_OFFICERS, Overview
from bot.work import Work, Works
from storage import people, questions
from storage.database import Database, Unavailable
from tests.bot.domain.test_questions import QUESTION
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask
from tests.doubles.spine import works_over

BANK, INSURER = Queue("nhcsxh"), Queue("bhxh")

#: What others do, or what changes nothing.
_NO_CHANGE = frozenset({Move.ASK, Move.REMIND})

#: Moves that are made seldom: after them not much more can happen, or they happen seldom.
_SELDOM = (Move.WITHDRAW, Move.DECLINE, Move.SEAL, Move.UNSEAL)

SEEDS = pytest.mark.parametrize("seed", range(3))


@dataclass
class Office:
    """Two queues, their people, and whatever chance brings."""

    works: Works
    url: str
    chance: random.Random
    people: tuple[Person, ...] = ()

    async def opens(self) -> "Office":
        """An officer and a head of the bank, who ask questions too, and a resident."""
        async with self.works.begin() as work:
            for role in (Role.OFFICER, Role.HEAD, None):
                one = await people.make(work.tx, "vi", work.now)
                grants = [Grant(role, str(queue)) for queue in (BANK, INSURER) if role]
                for grant in grants:
                    await people.give_role(work.tx, one.id, grant, None, work.now)
                self.people += (replace(one, grants=frozenset(grants)),)
        return self

    async def asked(self) -> None:
        async with self.works.begin() as work:
            number = await questions.next_number(work.tx, "TV")
            await questions.file(
                work.tx,
                replace(
                    QUESTION,
                    id=0,
                    number=number,
                    asker=self.chance.choice(self.people).id,
                    queue=self.chance.choice((BANK, INSURER)),
                    sensitive=self.chance.choice(tuple(Sensitive)),
                    status=Status.WAITING,
                    taken_by=None,
                    asked_at=work.now,
                    due_at=self._due(work),
                ),
            )

    def _due(self, work: Work) -> datetime:
        return work.now + timedelta(days=self.chance.randrange(-3, 4))

    async def moved(self) -> None:
        """One of them makes one of the moves that are allowed; sometimes it comes to nothing."""
        try:
            async with self.works.begin() as work:
                await self._move(work)
                if self.chance.random() < 0.2:
                    raise KeyError("before the commit")
        except KeyError:
            pass

    async def _move(self, work: Work) -> None:
        [(last,)] = await ask(self.url, "SELECT MAX(id) FROM questions")
        question = await questions.to_move(work.tx, self.chance.randint(1, last))
        assert question is not None
        allowed = [move for move in Move if move not in _NO_CHANGE and question.allows(move)]
        if not allowed:
            return
        with suppress(Refused):
            async with work.tx.savepoint():
                [move] = self.chance.choices(
                    allowed, [1 if one in _SELDOM else 9 for one in allowed]
                )
                await self._make(work, question, move)
                if self.chance.random() < 0.2:
                    raise Refused("not-your-queue")

    async def _make(self, work: Work, question: Question, move: Move) -> None:
        changes: Mapping[Move, dict[str, Any]] = {
            Move.TAKE: {"taken_by": self.people[0].id},
            Move.GIVE_BACK: {"taken_by": None},
            Move.TRANSFER: {
                "queue": INSURER if question.queue == BANK else BANK,
                "taken_by": None,
                "due_at": self._due(work),
            },
            Move.ASK_BACK: {"stopped_at": work.now},
            Move.TOLD_MORE: {"stopped_at": None, "due_at": self._due(work)},
            Move.GO_ON: {"stopped_at": None, "due_at": self._due(work)},
            Move.EXTEND: {"due_at": self._due(work)},
            Move.REOPEN: {"taken_by": None, "due_at": self._due(work)},
            Move.SPEAK: {"stopped_at": None},
            Move.SEAL: {"sensitive": Sensitive.CRISIS, "taken_by": None, "stopped_at": None},
            Move.UNSEAL: {"sensitive": Sensitive.PRIVATE},
        }
        await moves.make(work, question, move, self.people[0].id, **changes.get(move, {}))

    async def everything(self) -> list[Question]:
        ids = await ask(self.url, "SELECT id FROM questions ORDER BY id")
        async with self.works.look() as work:
            found = [await questions.get(work.tx, number) for (number,) in ids]
        return [one for one in found if one]

    async def told(
        self, person: Person, queue: Queue, *, openly: bool
    ) -> tuple[Overview, list[int]]:
        """The figures, and all the pages one after the other."""
        shown: list[int] = []
        async with self.works.look() as work:
            figures = await queues.overview(work, person, queue, openly=openly)
            more, after = True, None
            while more:
                found, more = await queues.page(work, person, queue, after, openly=openly)
                shown += [one.id for one in found]
                after = Bookmark.behind(found[-1]) if found else None
        return figures, shown

    async def true(
        self, person: Person, queue: Queue, *, openly: bool
    ) -> tuple[Overview, list[int]]:
        """The same, found by looking at every single question there is."""
        now = self.works.clock.now()
        seen = [
            one
            for one in await self.everything()
            if one.queue == queue
            and access.may_work_on(person, one)
            and (not openly or access.may_stand_in(str(queue), one))
        ]
        order = FOR_HEADS if access.leads(person, queue) else FOR_OFFICERS
        placed = sorted(
            (order.index(one.status), one.due_at, one.id) for one in seen if one.status in order
        )
        many = {status: sum(one.status is status for one in seen) for status in order}
        figures = Overview(
            waiting=many[Status.WAITING],
            taken=many[Status.TAKEN],
            asked_back=many[Status.ASKED_BACK],
            drafted=many[Status.DRAFTED],
            late=sum(one.is_late(now) for one in seen),
        )
        return figures, [number for _, _, number in placed]

    async def must_be_told_the_truth(self) -> None:
        for person in self.people[:2]:
            for queue in (BANK, INSURER):
                for openly in (False, True):
                    told = await self.told(person, queue, openly=openly)
                    assert told == await self.true(person, queue, openly=openly)


@pytest.fixture
def works(database: Database, clock: ManualClock) -> Works:
    return works_over(database, clock)


@SEEDS
async def test_after_any_moves_a_queue_is_told_as_it_is(works: Works, url: str, seed: int) -> None:
    office = await Office(works, url, random.Random(seed)).opens()
    for _ in range(30):
        await office.asked()

    met = set[Status]()
    for _ in range(4):
        for _ in range(75):
            await office.moved()
            met |= {one.status for one in await office.everything()}
        await office.must_be_told_the_truth()

    assert met >= {*FOR_HEADS}, "nothing was tried"


@SEEDS
async def test_when_many_move_questions_at_once_a_queue_is_told_as_it_is(
    works: Works, url: str, seed: int
) -> None:
    office = await Office(works, url, random.Random(seed)).opens()
    for _ in range(10):
        await office.asked()

    async def busy() -> None:
        for _ in range(10):
            with suppress(Refused, Unavailable):
                await (office.asked() if office.chance.random() < 0.2 else office.moved())

    await asyncio.gather(*(busy() for _ in range(6)))

    await office.must_be_told_the_truth()
