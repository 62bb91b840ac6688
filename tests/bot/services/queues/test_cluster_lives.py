"""Whatever becomes of questions that share an answer, in any order, nobody is lost or told twice.

A life is drawn from a seed: officials join, split, undo, take, draft, transfer and answer; askers
take back, ask again and are erased. What is refused changes nothing.
"""

import random
from collections.abc import Awaitable, Callable
from contextlib import suppress

import pytest

from bot.domain.errors import Refused
from bot.domain.people import Grant, Person, Role
from bot.domain.questions import Question
from bot.services.answers import answers
from bot.services.asking import questions as own
from bot.services.queues import clusters, handing, queues
from bot.services.queues.clusters import Joined
from bot.services.residents import onboarding
from storage import people
from storage.database import Database
from tests.doubles.alike import ANSWER, Alike, alike
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask

STEPS = 40

#: What officials do when both are for two agencies: a transfer ends nothing.
BOTH = frozenset({Grant(Role.HEAD, "nhcsxh"), Grant(Role.HEAD, "bhxh")})


class Life:
    """What is done in one life, and to what."""

    def __init__(self, bank: Alike, seed: int) -> None:
        self.bank = bank
        self.draw = random.Random(seed)
        self.officials = [Person(id=one.id, grants=BOTH) for one in (bank.head, bank.colleague)]
        self.official = self.officials[0]
        self.acts: list[Joined] = []

    async def step(self) -> None:
        """One thing happens, and (often) all that follows from it."""
        self.official = self.draw.choice(self.officials)
        does = self.draw.choice(
            [
                *[self.joins] * 4,
                *[self.undoes, self.splits, self.drafts, self.takes] * 2,
                *[self.transfers, self.approves, self.returns, self.gives_back, self.asks_back],
                *[self.withdraws, self.erased, self.asks_again, self.time_passes],
            ]
        )
        with suppress(Refused):
            await does()
        if self.draw.random() < 0.7:
            await self.bank.tick()

    async def some(self, *statuses: str, many: int = 1) -> list[int]:
        """Questions that stand there, if any do."""
        able = zip(self.bank.asked, await self.bank.statuses(), strict=True)
        ids = [one.id for one, status in able if status in statuses]
        if not ids:
            raise Refused("none")
        return [self.draw.choice(ids) for _ in range(many)]

    async def do(self, step: Callable[..., Awaitable[object]], *args: object, at: str) -> None:
        [one] = await self.some(*at.split())
        await self.bank.do(lambda work: step(work, self.official, one, *args))

    async def asker(self, question: Question) -> Person:
        async with self.bank.works.look() as work:
            found = await people.get(work.tx, question.asker)
        if found is None:
            raise Refused("erased")
        return found

    async def joins(self) -> None:
        many = self.draw.randint(2, 4)
        one, *others = await self.some("waiting", "taken", "drafted", many=many)
        joined: Joined = await self.bank.do(
            lambda work: clusters.join(work, self.official, one, others)
        )
        self.acts.append(joined)

    async def splits(self) -> None:
        [one] = await self.some("waiting", "taken", "drafted")
        act: Joined = await self.bank.do(lambda work: clusters.split(work, self.official, one))
        self.acts.append(act)

    async def undoes(self) -> None:
        if self.acts:
            act = self.draw.choice(self.acts).act
            await self.bank.do(lambda work: clusters.undo(work, self.official, act))

    async def drafts(self) -> None:
        await self.do(answers.submit, ANSWER, at="waiting taken")

    async def takes(self) -> None:
        await self.do(queues.take, at="waiting")

    async def gives_back(self) -> None:
        await self.do(queues.give_back, at="taken")

    async def asks_back(self) -> None:
        await self.do(queues.ask_back, "Sổ hộ nghèo năm nào?", at="waiting taken")

    async def transfers(self) -> None:
        await self.do(
            handing.hand_on, self.draw.choice(["bhxh", "nhcsxh"]), "việc thẻ", at="waiting taken"
        )

    async def approves(self) -> None:
        await self.do(answers.approve, at="drafted")

    async def returns(self) -> None:
        await self.do(answers.send_back, "thiếu lãi suất", at="drafted")

    async def withdraws(self) -> None:
        question = self.draw.choice(self.bank.asked)
        asker = await self.asker(question)
        await self.bank.do(lambda work: own.withdraw(work, asker, question.id))

    async def erased(self) -> None:
        asker = await self.asker(self.draw.choice(self.bank.asked))
        await self.bank.do(lambda work: onboarding.erase(work, asker))

    async def asks_again(self) -> None:
        """*Chưa*, or *Trường hợp của tôi khác*."""
        question = self.draw.choice(self.bank.asked)
        asker = await self.asker(question)
        await self.bank.do(lambda work: own.reopen(work, asker, question.id, "chưa được gì"))

    async def time_passes(self) -> None:
        await self.bank.later(hours=self.draw.choice([1, 7, 20]))


@pytest.mark.parametrize("seed", [1, 2, 38, 149, 210, 292])
async def test_in_any_life_each_question_goes_one_way_and_its_asker_hears_what_is_theirs(
    database: Database, clock: ManualClock, url: str, seed: int
) -> None:
    wards = ("p7", "p1", "p7", "p7", "p1", "p7", "p7")
    life = Life(await alike(database, clock, url, wards=wards), seed)
    await life.bank.ask(asker=life.bank.asked[1].asker)

    for _ in range(STEPS):
        await life.step()
    await life.bank.tick()

    assert await _broken(life.bank) == []


async def _broken(bank: Alike) -> list[str]:
    """What must never be, found in the rows; and in what people were told."""
    found = []
    for name, sql in NEVER.items():
        found += [f"{name}: {row}" for row in await ask(bank.url, sql)]
    for question in bank.asked:
        others = [one for one in bank.asked if one.asker != question.asker]
        told = await bank.told(question)
        secrets = [f"Bí mật {'i' * int(one.number[-1])}." for one in others]
        found += [f"{question.number} hears {one}" for one in secrets if one in "".join(told)]
        answered = [one for one in told if ANSWER in one]
        rounds = (await bank.moves(question)).count("answer")
        mine = [one for one in answered if question.number in one]
        if len(mine) > rounds:
            found.append(f"{question.number} hears {len(mine)} answers to {rounds}")
    return found


#: What must never be, once everything has followed.
NEVER = {
    "a head that belongs to something else": (
        "SELECT c.id, c.head FROM clusters AS c WHERE c.ended_at IS NULL AND NOT EXISTS ("
        "SELECT 1 FROM cluster_members AS m WHERE m.cluster = c.id AND m.question = c.head "
        "AND m.left_at IS NULL)"
    ),
    "an open cluster of one": (
        "SELECT c.id, COUNT(*) FROM clusters AS c JOIN cluster_members AS m ON m.cluster = c.id "
        "AND m.left_at IS NULL WHERE c.ended_at IS NULL AND c.answer = 0 "
        "GROUP BY c.id HAVING COUNT(*) < 2"
    ),
    "one that belongs to a cluster which ended without an answer": (
        "SELECT m.question FROM cluster_members AS m JOIN clusters AS c ON c.id = m.cluster "
        "WHERE m.left_at IS NULL AND c.ended_at IS NOT NULL AND c.answer = 0 "
        "AND c.stands <> 'declined'"
    ),
    "one that does not stand where its head does": (
        "SELECT q.number, q.status, h.status, q.queue, h.queue FROM cluster_members AS m "
        "JOIN clusters AS c ON c.id = m.cluster JOIN questions AS q ON q.id = m.question "
        "JOIN questions AS h ON h.id = c.head WHERE m.left_at IS NULL AND c.ended_at IS NULL "
        "AND c.answer = 0 AND (q.status <> h.status OR q.queue <> h.queue "
        "OR COALESCE(q.taken_by, 0) <> COALESCE(h.taken_by, 0))"
    ),
    "a cluster that stands elsewhere than its head": (
        "SELECT c.id, c.stands, q.status, c.queue, q.queue FROM clusters AS c "
        "JOIN questions AS q ON q.id = c.head WHERE c.ended_at IS NULL AND c.answer = 0 "
        "AND (c.stands <> q.status OR c.queue <> q.queue "
        "OR c.holder <> COALESCE(q.taken_by, 0))"
    ),
    "drafted without a draft": (
        "SELECT q.number FROM questions AS q WHERE q.status = 'drafted' AND NOT EXISTS ("
        "SELECT 1 FROM answers AS a WHERE a.question = q.id AND a.status = 'draft') "
        "AND NOT EXISTS (SELECT 1 FROM cluster_members AS m JOIN clusters AS c "
        "ON c.id = m.cluster WHERE m.question = q.id AND m.left_at IS NULL "
        "AND c.head <> q.id AND c.ended_at IS NULL)"
    ),
    "a draft that nobody can approve": (
        "SELECT q.number, q.status FROM answers AS a JOIN questions AS q ON q.id = a.question "
        "WHERE a.status = 'draft' AND q.status NOT IN ('drafted', 'withdrawn') AND a.text <> ''"
    ),
    "answered without an answer": (
        "SELECT q.number, q.status FROM questions AS q "
        "WHERE q.status IN ('approved', 'answered', 'closed') AND NOT EXISTS ("
        "SELECT 1 FROM answers AS a WHERE a.question = q.id AND a.status = 'approved')"
    ),
    "still following": "SELECT id, behind FROM clusters WHERE behind <> 0",
}
