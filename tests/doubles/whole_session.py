"""One session from the signed plan to its papers: who comes, what is asked, what is answered there.

Session 1 of the sample roster: 110 households, 80 seats. Questions are those of the packaged
examples, in the order they stand there. All people are invented.
"""

from dataclasses import replace
from functools import partial
from itertools import count

from bot.domain.households import Household
from bot.domain.messages import Address, Inbound
from bot.domain.people import Person
from bot.domain.questions import Question
from bot.domain.seats import State
from bot.i18n import HOME
from bot.services.asking import asking, drafting
from bot.services.hall import board, closing, door_papers, floor
from bot.services.seats import phases
from bot.services.sessions import papers
from bot.services.sessions.papers import Paper
from bot.understanding.examples import Intent, read_examples
from storage import people
from tests.doubles.door import Door
from tests.doubles.signed_off import SignedOff

#: What asks something.
_ASKS = (Intent.QUESTION, Intent.REQUEST, Intent.COMPLAINT)

SESSION = 1

#: What the agencies say in the hall, written down in short.
SAID = "Bà con mang căn cước lên một cửa của phường, nhận kết quả trong buổi."


class WholeSession:
    """What the people of a session do, one step after the other."""

    def __init__(self, made: Door) -> None:
        self.door = made
        self.asked: list[Question] = []
        self._ids = count(1)
        self._texts = iter(_texts())

    @property
    def session(self) -> SignedOff:
        return self.door.session

    async def asks_before(self, many: int) -> None:
        """People of invited households ask by chat, days before."""
        for home in self.session.homes:
            if len(self.asked) == many:
                return
            if speaker := self.session.speakers.get(home.id):
                question = await self._asks(home, speaker, next(self._texts))
                if not question.stays_private:  # such a one is on no board
                    self.asked.append(question)

    async def _asks(self, home: Household, speaker: Person, text: str) -> Question:
        at_home = replace(speaker, ward=home.ward, hamlet=home.hamlet)
        chat = f"c{home.id}"
        message = Inbound(
            id=f"asked {next(self._ids)}",
            address=Address("line", chat),
            sender=chat,
            at=self.session.clock.now(),
            text=text,
        )
        async with self.session.works.begin() as work:
            await people.save(work.tx, at_home)
            draft = await drafting.draft(work, at_home, message)
            return (await asking.file(work, at_home, draft)).question

    async def answers_come_in(self) -> None:
        """Of those with a chat some decline and most come; the offers move on by themselves."""
        reached = [
            one for one in await self._standing(State.OFFERED) if one.id in self.session.speakers
        ]
        for place, home in enumerate(reached):
            await (self.session.decline if place % 5 == 0 else self.session.accept)(home)
        for _ in range(13):
            await self.session.later(days=1)

    async def comes_in(self) -> None:
        """At the door: one in ten who is expected stays away; the clerk opens, walk-ins fill it."""
        await self.door.move_to(minutes=30)
        await self.session.tick()
        device = await self.door.device()
        expected = [*await self._standing(State.ACCEPTED), *await self._standing(State.OFFERED)]
        for place, home in enumerate(expected):
            if place % 10:
                await device.checks_in(home)
        await self.door.move_to()
        await self._opens()
        await self.door.move_to(minutes=-40)
        for home in self.session.homes:
            if (await self.session.states())["came"] == 80:
                return
            if (await self.session.seat(home)).state is not State.CAME:
                await device.seats(home)

    async def _opens(self) -> None:
        async with self.session.works.begin() as work:
            await phases.open_(work, self.session.clerk, SESSION)
            await phases.name_chair(
                work, self.session.clerk, SESSION, "Bà Trần Thị Mẫu, Phó Chủ tịch"
            )

    async def asks_in_the_hall(self, many: int) -> None:
        """The clerk writes down what households in the hall ask."""
        before, came = len(self.asked), await self._standing(State.CAME)
        for home in came:
            if len(self.asked) == before + many:
                return
            async with self.session.works.begin() as work:
                question = await floor.ask(
                    work, self.session.clerk, SESSION, next(self._texts), home.id
                )
            if not question.stays_private:
                self.asked.append(question)

    async def answers_orally(self, many: int) -> None:
        """Every second one, first of those asked before."""
        for question in [*self.asked[::2], *self.asked[1::2]][:many]:
            async with self.session.works.begin() as work:
                await board.call(work, self.session.clerk, SESSION, question.id)
                await board.answer(work, self.session.clerk, SESSION, question.id, "", SAID)

    async def closes(self) -> closing.Counts:
        await self.door.move_to(hours=-3)
        async with self.session.works.begin() as work:
            await phases.conclude(
                work, self.session.clerk, SESSION, "Các cơ quan trả lời đúng hẹn."
            )
            counts = await closing.close(work, self.session.clerk, SESSION)
        await self.session.tick()
        return counts

    async def papers(self) -> dict[str, bytes]:
        """Every paper that is made once it is over, by file name."""
        works, found = self.session.works, {}
        for paper in sorted(set(Paper) - {Paper.PANEL_LETTERS}):
            agency = "ldtbxh" if paper is Paper.PACK else ""
            made = await papers.make(
                works, SESSION, paper, reader=self.session.organiser, agency=agency
            )
            found[made.name] = made.content
        say = partial(works.voice.texts.say, HOME)
        async with works.begin() as work:
            sheet = await door_papers.for_attendance(work, SESSION, as_sheet=True)
            listed = await door_papers.for_attendance(work, SESSION, as_sheet=False)
        found["to-sign.xlsx"] = sheet(say, works.today)
        found["attendance.docx"] = listed(say, works.today)
        return found

    async def _standing(self, state: State) -> list[Household]:
        return await self.session.standing(state)


def _texts() -> list[str]:
    return [one.text for one in read_examples() if one.kind in _ASKS]
