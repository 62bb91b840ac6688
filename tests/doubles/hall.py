"""A session that is held, without the conversation that led to it: questions on its board."""

from dataclasses import dataclass, replace

from bot.domain.people import Grant, Person, Role
from bot.domain.questions import Question, Sensitive
from bot.services.hall import board, closing
from bot.services.seats import phases
from bot.work import Works
from storage import people, questions
from tests.bot.domain.test_questions import QUESTION
from tests.doubles.clock import ManualClock

#: Phường 7 is one of its wards.
SESSION = 2

LEADS = frozenset({Grant(Role.CLERK, str(SESSION))})

_NOBODY = Person(id=0, grants=LEADS)


@dataclass
class Hall:
    """Session 2, its clerk, and what is asked there."""

    works: Works
    clock: ManualClock
    clerk: Person = _NOBODY
    asked: int = 0

    async def opens(self) -> "Hall":
        """It is the morning of the session, and the clerk opens it."""
        await self.clock.move_to(self.works.programme.sessions[1].starts_at)
        async with self.works.begin() as work:
            made = await people.make(work.tx, "vi", work.now)
            self.clerk = replace(made, name="Thư", grants=LEADS)
            await phases.open_(work, self.clerk, SESSION)
        return self

    async def ask(self, text: str, sensitive: Sensitive = Sensitive.NO) -> Question:
        """Somebody of Phường 7 has asked this before the session."""
        self.asked += 1
        async with self.works.begin() as work:
            asker = await people.make(work.tx, "vi", work.now)
            return await questions.file(
                work.tx,
                replace(
                    QUESTION,
                    id=0,
                    number=f"TV-{self.asked:04d}",
                    asker=asker.id,
                    ward="p7",
                    hamlet="p7-k3",
                    session=SESSION,
                    phase="before",
                    text=text,
                    sensitive=sensitive,
                    asked_at=work.now,
                ),
            )

    async def call(self, question: Question) -> None:
        async with self.works.begin() as work:
            await board.call(work, self.clerk, SESSION, question.id)

    async def answer(self, question: Question, words: str = "Tuần sau sửa xong.") -> None:
        """Answered orally, by the office that is in charge."""
        async with self.works.begin() as work:
            await board.answer(work, self.clerk, SESSION, question.id, "", words)

    async def close(self) -> None:
        async with self.works.begin() as work:
            await closing.close(work, self.clerk, SESSION)
        handed_over = 1
        while handed_over:
            async with self.works.begin() as work:
                handed_over = await closing.step(work)
