"""Closing a session: whatever stands on its board, counts agree before, meanwhile and after."""

import asyncio
import random
from dataclasses import replace

import pytest

from bot.domain.people import Grant, Person, Role
from bot.domain.questions import Move, Sensitive, Status
from bot.services.hall import board, closing
from bot.services.hall.closing import Counts
from bot.services.seats import phases
from bot.work import Work, Works
from storage import addresses, people, questions
from storage import board as kept
from storage.database import Database
from tests.bot.domain.test_questions import QUESTION
from tests.doubles.clock import ManualClock
from tests.doubles.death import Mortal
from tests.doubles.postgres import ask
from tests.doubles.spine import works_over

SESSION = 2

#: More than one portion, although not all of them stand on the board.
MANY = 4 * closing.PORTION

_OPEN = (Status.WAITING, Status.TAKEN, Status.ASKED_BACK, Status.DRAFTED)


class Hall:
    """An open session with everything that can stand on its board, and what cannot."""

    def __init__(self, works: Works, url: str, chance: random.Random) -> None:
        self.works = works
        self.url = url
        self.chance = chance
        self.clerk: Person = Person(id=0)
        self.oral: set[int] = set()
        self.left: set[int] = set()

    async def fills(self, clock: ManualClock) -> "Hall":
        await clock.move_to(self.works.programme.sessions[1].starts_at)
        async with self.works.begin() as work:
            made = await people.make(work.tx, "vi", work.now)
            await people.give_role(work.tx, made.id, Grant(Role.CLERK, "2"), None, work.now)
            self.clerk = replace(made, grants=frozenset({Grant(Role.CLERK, "2")}))
            await phases.open_(work, self.clerk, SESSION)
        for place in range(MANY):
            await self._asked(place)
        return self

    async def _asked(self, place: int) -> None:
        """One question of one person with a chat, somewhere on its way."""
        chance = self.chance
        async with self.works.begin() as work:
            asker = await people.make(work.tx, "vi", work.now)
            await addresses.put(work.tx, f"line:{place}", person=asker.id, now=work.now)
            status = chance.choice((*_OPEN, *_OPEN, Status.APPROVED, Status.WITHDRAWN))
            question = await questions.file(
                work.tx,
                replace(
                    QUESTION,
                    id=0,
                    number=f"TV-{place + 1:04d}",
                    asker=asker.id,
                    session=SESSION,
                    phase=chance.choice(("before", "during", "after")),
                    sensitive=chance.choice((Sensitive.NO, Sensitive.NO, Sensitive.PRIVATE)),
                    status=status,
                    taken_by=None,
                ),
            )
            stands = status in _OPEN and not question.stays_private and question.phase != "after"
            if stands:
                await self._happens(work, question.id)

    async def _happens(self, work: Work, question: int) -> None:
        """In the hall: nothing, or it is called, put off, answered, answered by mistake."""
        what = self.chance.choice(("nothing", "call", "later", "answer", "answer", "mistake"))
        if self.chance.random() < 0.3:
            await kept.put(work.tx, SESSION, question, from_floor=True)
        if what == "call":
            await board.call(work, self.clerk, SESSION, question)
        if what == "later":
            await board.later(work, self.clerk, SESSION, question)
        if what in ("answer", "mistake"):
            await board.answer(work, self.clerk, SESSION, question, "bhxh", "Đổi thẻ ở phường.")
        if what == "mistake":
            await board.undo(work, self.clerk, SESSION, question)
        if self.chance.random() < 0.15:
            await self._taken_back(work, question)
        else:
            (self.oral if what == "answer" else self.left).add(question)

    async def _taken_back(self, work: Work, question: int) -> None:
        """Its asker withdraws it, whatever was said in the hall."""
        found = await questions.to_move(work.tx, question)
        assert found is not None
        await questions.save(work.tx, found.moved(Move.WITHDRAW))

    async def counts(self) -> Counts:
        async with self.works.look() as work:
            return await closing.counts(work, SESSION)

    async def close(self) -> Counts:
        async with self.works.begin() as work:
            return await closing.close(work, self.clerk, SESSION)

    async def step(self) -> int:
        async with self.works.begin() as work:
            return await closing.step(work)

    async def what_became_of_them(self) -> tuple[set[int], set[int], list[int]]:
        """What is drafted from what was said, what was left to its queue, and who was told."""
        oral = await ask(self.url, "SELECT question FROM answers WHERE author IS NULL")
        left = await ask(self.url, "SELECT question FROM history WHERE move = 'hand_over'")
        told = await ask(
            self.url, "SELECT address FROM outbox UNION ALL SELECT address FROM deferred"
        )
        askers = [int(address.partition(":")[2]) + 1 for (address,) in told]
        assert len(oral) == len({one for (one,) in oral}), "one draft each"
        assert len(left) == len({one for (one,) in left}), "handed over once"
        return {one for (one,) in oral}, {one for (one,) in left}, sorted(askers)


@pytest.fixture
def works(database: Database, clock: ManualClock) -> Works:
    return works_over(database, clock)


@pytest.mark.parametrize("seed", range(3))
async def test_counts_agree_before_during_and_after_the_hand_over_of_any_mix(
    works: Works, url: str, clock: ManualClock, seed: int
) -> None:
    hall = await Hall(works, url, random.Random(seed)).fills(clock)
    expected = Counts(oral=len(hall.oral), left=len(hall.left))
    assert await hall.counts() == expected
    assert await hall.close() == expected

    while await hall.step():
        assert await hall.counts() == expected

    assert await hall.counts() == expected
    oral, left, told = await hall.what_became_of_them()
    assert (oral, left) == (hall.oral, hall.left)
    assert told == sorted(hall.oral | hall.left), "each asker once"


async def test_two_programs_that_hand_over_at_once_hand_over_once(
    works: Works, url: str, clock: ManualClock
) -> None:
    hall = await Hall(works, url, random.Random(7)).fills(clock)
    await hall.close()

    while any(await asyncio.gather(hall.step(), hall.step(), hall.step())):
        pass

    oral, left, told = await hall.what_became_of_them()
    assert (oral, left) == (hall.oral, hall.left)
    assert told == sorted(hall.oral | hall.left)


@pytest.mark.parametrize("moves", [1, 40, 200, 333, 600])
async def test_a_program_killed_in_the_middle_loses_nothing_and_says_nothing_twice(
    works: Works, url: str, clock: ManualClock, moves: int
) -> None:
    hall = await Hall(works, url, random.Random(3)).fills(clock)
    expected = await hall.close()
    mortal = Mortal(works.database)
    mortal.dies_at = moves
    dying = asyncio.ensure_future(
        _hands_over(Hall(replace(works, database=mortal), url, hall.chance))
    )
    await asyncio.wait(
        (asyncio.ensure_future(mortal.dead.wait()), dying), return_when="FIRST_COMPLETED"
    )
    await mortal.bury()
    assert dying.cancelled(), "it died before it was done"
    assert await hall.counts() == expected

    await _hands_over(hall)

    oral, left, told = await hall.what_became_of_them()
    assert (oral, left) == (hall.oral, hall.left)
    assert told == sorted(hall.oral | hall.left)


async def _hands_over(hall: Hall) -> None:
    while await hall.step():
        pass
