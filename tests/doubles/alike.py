"""Many who ask the bank the same, each with a chat, and the bank's people."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from bot.domain.agencies import Queue
from bot.domain.people import Grant, Person, Role
from bot.domain.questions import Question, Sensitive, Status
from bot.scheduler import TABLE, perform
from bot.services.answers import answers
from bot.services.asking import questions as own
from bot.services.queues import clusters
from bot.services.queues.clusters import Joined
from bot.work import Work, Works
from storage import addresses, people, questions
from storage.database import Database
from tests.bot.domain.test_questions import QUESTION
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask
from tests.doubles.spine import works_over

ANSWER = "Hộ cận nghèo được vay tối đa 100 triệu đồng, không phải thế chấp."

BANK = Queue("nhcsxh")

_NOBODY = Person(id=0)


@dataclass
class Alike:
    """Questions that ask the same, and who works on them."""

    works: Works
    clock: ManualClock
    url: str
    officer: Person = _NOBODY
    colleague: Person = _NOBODY
    head: Person = _NOBODY
    asked: list[Question] = field(default_factory=list)

    async def do(self, step: Callable[[Work], Awaitable[Any]]) -> Any:
        """One turn."""
        async with self.works.begin() as work:
            return await step(work)

    async def official(self, name: str, role: Role) -> Person:
        async with self.works.begin() as work:
            made = await people.make(work.tx, "vi", work.now)
            grant = Grant(role, str(BANK))
            await people.give_role(work.tx, made.id, grant, None, work.now)
            known = replace(made, name=name, grants=frozenset({grant}))
            await people.save(work.tx, known)
            return known

    async def _asker(self) -> int:
        async with self.works.begin() as work:
            asker = await people.make(work.tx, "vi", work.now)
            await people.consent(work.tx, asker.id, 1, work.now)
            await addresses.put(work.tx, f"line:c{asker.id}", work.now, person=asker.id)
            return asker.id

    async def ask(
        self,
        ward: str = "p7",
        hamlet: str = "p7-k3",
        sensitive: Sensitive = Sensitive.NO,
        asker: int = 0,
        topic: str = "vay_von",
    ) -> Question:
        """Somebody with a chat asks; somebody new, if nobody is named."""
        number = len(self.asked) + 1
        who = asker or await self._asker()
        async with self.works.begin() as work:
            filed = await questions.file(
                work.tx,
                replace(
                    QUESTION,
                    id=0,
                    number=f"TV-{number:04d}",
                    asker=who,
                    ward=ward,
                    hamlet=hamlet,
                    queue=BANK,
                    topic=topic,
                    sensitive=sensitive,
                    text=f"Vay nuôi bò lãi bao nhiêu? Bí mật {'i' * number}.",
                    status=Status.WAITING,
                    taken_by=None,
                ),
            )
        self.asked.append(filed)
        return filed

    async def join(self, *places: int, by: Person = _NOBODY) -> Joined:
        """An official joins what was asked at these places, all by default."""
        first, *others = [self.asked[one].id for one in places] or [one.id for one in self.asked]
        who = by if by.id else self.officer
        joined: Joined = await self.do(lambda work: clusters.join(work, who, first, others))
        return joined

    async def undo(self, joined: Joined, by: Person = _NOBODY) -> None:
        """An official takes it back, and everything that is due happens."""
        who = by if by.id else self.officer
        await self.do(lambda work: clusters.undo(work, who, joined.act))
        await self.tick()

    async def withdraw(self, place: int) -> None:
        """Whoever asked at this place takes it back."""
        asked = self.asked[place]
        async with self.works.look() as work:
            who = await people.get(work.tx, asked.asker)
        await self.do(lambda work: own.withdraw(work, who or _NOBODY, asked.id))
        await self.tick()

    async def together(self) -> dict[int, list[int]]:
        """The places of what belongs together, by the place of the head."""
        rows = await ask(
            self.url,
            "SELECT c.head, m.question FROM cluster_members AS m JOIN clusters AS c "
            "ON c.id = m.cluster WHERE m.left_at IS NULL AND c.ended_at IS NULL "
            "ORDER BY m.question",
        )
        places = {one.id: place for place, one in enumerate(self.asked)}
        found: dict[int, list[int]] = {}
        for head, question in rows:
            found.setdefault(places[head], []).append(places[question])
        return found

    async def tick(self) -> None:
        """Everything that is due happens."""
        for tick in TABLE:
            await perform(self.works, tick)

    async def later(self, **by: float) -> None:
        await self.clock.move(**by)
        await self.tick()

    async def draft(self, question: Question) -> None:
        """The officer hands an answer to the head, and the others follow."""
        await self.do(lambda work: answers.submit(work, self.officer, question.id, ANSWER))
        await self.tick()

    async def approve(self, question: Question) -> None:
        """It is answered by the officer and approved by the head."""
        await self.draft(question)
        await self.do(lambda work: answers.approve(work, self.head, question.id))

    async def statuses(self) -> list[str]:
        """Where each stands, as asked."""
        return [one for (one,) in await ask(self.url, "SELECT status FROM questions ORDER BY id")]

    async def moves(self, question: Question) -> list[str]:
        """What happened to a question."""
        rows = await ask(
            self.url, f"SELECT move FROM history WHERE question = {question.id} ORDER BY id"
        )
        return [move for (move,) in rows]

    async def last_told(self) -> list[str]:
        """What each asker was told last."""
        return [(await self.told(one))[-1] for one in self.asked]

    async def told(self, question: Question) -> list[str]:
        """What its asker was told, as it stands in the outbox."""
        rows = await ask(
            self.url,
            f"SELECT payload FROM outbox WHERE address = 'line:c{question.asker}' ORDER BY id",
        )
        return [payload for (payload,) in rows]


async def alike(
    database: Database, clock: ManualClock, url: str, *, wards: Sequence[str] = ("p7",) * 3
) -> Alike:
    """One question of each of these wards."""
    made = Alike(works_over(database, clock), clock, url)
    made.officer = await made.official("Tâm", Role.OFFICER)
    made.colleague = await made.official("Mai", Role.OFFICER)
    made.head = await made.official("Hoa", Role.HEAD)
    for ward in wards:
        await made.ask(ward, f"{ward}-k3")
    return made
