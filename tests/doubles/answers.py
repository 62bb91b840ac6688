"""Released answers without the conversation that led to them: rows as the services leave them."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from starlette.applications import Starlette

from bot import app, running
from bot.config import Settings
from bot.domain.agencies import Queue
from bot.domain.answers import AnswerStatus
from bot.domain.questions import Move, Question, Sensitive
from bot.domain.slots import Means
from bot.services.questions import enclosures as papers
from bot.services.questions import moves
from bot.serving.server import application
from storage import answers, bases, enclosures, files, people, questions, relay
from storage.database import Tx
from tests.doubles.clock import ManualClock

BANK = "nhcsxh"
QUESTION = "Hộ cận nghèo vay vốn nuôi bò thì vay được bao nhiêu?"
ANSWER = (
    "Hộ cận nghèo được vay tối đa 100 triệu đồng, không phải thế chấp. "
    "Cô chú gặp tổ trưởng tổ tiết kiệm và vay vốn ở khóm."
)


@dataclass
class Board:
    """The site, and answers that are put on it."""

    made: running.App
    clock: ManualClock

    @property
    def site(self) -> Starlette:
        """What the product serves."""
        return application(
            running.routes(self.made), self.made.health, self.made.works.voice.texts.say
        )

    async def put(
        self,
        number: str,
        question: str = QUESTION,
        answer: str = ANSWER,
        *,
        ward: str = "p1",
        queue: str = BANK,
        private: bool = False,
        sensitive: Sensitive = Sensitive.NO,
        public: bool = True,
        topic: str = "",
    ) -> int:
        """An approved answer in a bulletin of its own; a minute passes. Returns the bulletin."""
        await self.clock.move(minutes=1)
        now = self.clock.now()
        async with self.made.works.database.transaction() as tx:
            asker = await people.make(tx, "vi", now)
            made = _question(number, question, ward, queue, sensitive, asker.id, now)
            asked = await questions.file(tx, replace(made, topic=topic))
            bulletin = await _release(tx, asked, answer, private=private, now=now)
        if public:
            await self.air(bulletin)
        return bulletin

    async def asker(self, number: str) -> int:
        """Who asked it: a person's id."""
        async with self.made.works.database.reading() as tx:
            return (await _asked(tx, number)).asker

    async def answer_again(self, number: str, answer: str) -> None:
        """Another answer to a question that was reopened; a minute passes."""
        await self.clock.move(minutes=1)
        now = self.clock.now()
        async with self.made.works.database.transaction() as tx:
            bulletin = await _release(tx, await _asked(tx, number), answer, private=False, now=now)
        await self.air(bulletin)

    async def ends(self, number: str) -> None:
        """The newest answer to a question holds no more."""
        async with self.made.works.database.transaction() as tx:
            answer = await answers.newest(tx, (await _asked(tx, number)).id)
            assert answer is not None
            await bases.hold(tx, answer.id, None, self.clock.now())

    async def goes_to(self, number: str, queue: Queue) -> None:
        """The office that answered it ends; another takes over a question that is open again."""
        async with self.made.works.begin() as work:
            asked = await _asked(work.tx, number)
            await moves.make(work, asked, Move.SUCCEED, None, queue=queue)

    async def hears_too(self, number: str, ward: str) -> None:
        """Another ward hears the newest answer to a question."""
        now = self.clock.now()
        async with self.made.works.database.transaction() as tx:
            asked = await _asked(tx, number)
            answer = await answers.newest(tx, asked.id)
            assert answer is not None
            bulletin = await relay.bulletin_at(tx, ward, Means.MEETING, now, now)
            await relay.release(
                tx, answer=answer.id, question=asked.id, ward=ward, bulletin=bulletin, now=now
            )
        await self.air(bulletin)

    async def seal(self, number: str, sensitive: Sensitive) -> None:
        """Somebody notices that a question is not for everyone."""
        async with self.made.works.database.transaction() as tx:
            await questions.save(tx, replace(await _asked(tx, number), sensitive=sensitive))

    async def air(self, bulletin: int) -> None:
        """What is in a bulletin becomes public now."""
        async with self.made.works.database.transaction() as tx:
            await relay.make_public(tx, bulletin, self.clock.now())

    async def erase_words(self, number: str) -> None:
        """The asker has everything erased."""
        async with self.made.works.database.transaction() as tx:
            await questions.forget_words(tx, (await _asked(tx, number)).asker)

    async def encloses(self, number: str, name: str, content: bytes = b"%PDF-1.4 a form") -> int:
        """A file goes with the answer to a question; returns what its address says."""
        async with self.made.works.begin() as work:
            asked = await _asked(work.tx, number)
            answer = await answers.newest(work.tx, asked.id)
            assert answer is not None
            kept = {"now": work.now, "for_how_long": enclosures.WAITS, "person": answer.author}
            file = await files.keep(work.tx, name, content, **kept)  # type: ignore[arg-type]
            await papers.lay(work, answer, [file.token])
            await papers.approve(work, asked, answer)
            return (await enclosures.of_answer(work.tx, answer.id, work.now))[-1].id


async def _asked(tx: Tx, number: str) -> Question:
    found = await questions.numbered(tx, number)
    assert found is not None
    return found


async def _release(tx: Tx, asked: Question, text: str, *, private: bool, now: datetime) -> int:
    """An approved answer in a bulletin of its own; returns the bulletin."""
    author = asked.asker
    drafted = await answers.draft(tx, asked.id, text, private=private, author=author, now=now)
    await answers.decide(tx, drafted.id, AnswerStatus.APPROVED, by=author, approved_at=now)
    bulletin = await relay.bulletin_at(tx, asked.ward, Means.MEETING, now, now)
    await relay.release(
        tx, answer=drafted.id, question=asked.id, ward=asked.ward, bulletin=bulletin, now=now
    )
    return bulletin


def _question(
    number: str,
    text: str,
    ward: str,
    queue: str,
    sensitive: Sensitive,
    asker: int,
    now: datetime,
) -> Question:
    return Question(
        id=0,
        number=number,
        asker=asker,
        address="web:somebody",
        ward=ward,
        text=text,
        queue=Queue.of(queue, ward),
        sensitive=sensitive,
        asked_at=now,
        due_at=now + timedelta(days=7),
        promised_days=7,
    )


@asynccontextmanager
async def board(settings: Settings, clock: ManualClock) -> AsyncIterator[Board]:
    """The product over an empty memory. Its answers become public by ``put``."""
    async with app.opened(settings) as database:
        yield Board(await app.assemble(settings, database, clock=clock), clock)
