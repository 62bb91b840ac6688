"""Session 1 is signed off: Pha comes, Dì is invited, Ba waits. All of them are invented."""

from dataclasses import dataclass, replace
from typing import Any

from bot.domain.people import Role
from bot.services.seats import seating
from bot.services.sessions import programme_changes
from storage import people
from tests.doubles import roster
from tests.doubles.chat import Person, Talk
from tests.stories.cast import official, resident
from tests.stories.test_offered_seats import lives_in, named, next_in_line

OLD = "07:30–11:00 thứ Tư 13/05"
NEW = "08:00–11:30 thứ Tư 20/05, tại Hội trường UBND phường 1"


@dataclass
class Seated:
    """The organiser, and one household in chat of each standing."""

    talk: Talk
    organiser: Person
    pha: Person  #: comes
    di: Person  #: is invited
    ba: Person  #: waits, first in line

    async def opens_card(self) -> None:
        await self.organiser.says("/phien")
        await self.organiser.presses("Chỗ ngồi Buổi đối thoại 1")

    async def moves(self, typed: str = "20/5 8h") -> None:
        """*Dời buổi*, confirmed; what is due happens."""
        await self.opens_card()
        await self.organiser.presses("Dời buổi")
        await self.organiser.says(typed)
        await self.organiser.presses("Dời luôn")
        await self.talk.tick()

    async def calls_off(self, reason: str = "bão số 5") -> None:
        """*Hủy buổi*, with a reason, confirmed; what is due happens."""
        await self.opens_card()
        await self.organiser.presses("Hủy buổi")
        await self.organiser.says(reason)
        await self.organiser.presses("Hủy luôn")
        await self.talk.tick()

    async def tells(self) -> None:
        await self.organiser.presses("Báo")
        await self.talk.tick()

    def goes_on(self, talk: Talk) -> None:
        """The program was started again; the platform counts on."""
        talk.ids, self.talk = self.talk.ids, talk
        for one in (self.organiser, self.pha, self.di, self.ba):
            one.talk = talk

    def news(self) -> list[list[str]]:
        """What Pha, Dì and Ba have heard since the last look."""
        return [one.news() for one in (self.pha, self.di, self.ba)]

    def in_order(self) -> list[tuple[str, str]]:
        """(chat, words) of all that was said to anybody, oldest first."""
        said = [
            (int(message.id), chat, message.text)
            for chat, shown in self.talk.platform.chats.items()
            for message in shown.values()
        ]
        return [(chat, words) for _, chat, words in sorted(said)]


async def applies(talk: Talk, **changes: Any) -> None:
    """Somebody applies a file that makes session 1 a different one."""
    async with talk.app.works.begin() as work:
        first, *others = work.programme.sessions
        sessions = (replace(first, **changes), *others)
        await programme_changes.put(work, replace(work.programme, sessions=sessions), by=None)


async def seated(talk: Talk) -> Seated:
    made = Seated(
        talk,
        await official(talk, "tổ", Role.ORGANISER),
        *[await resident(talk, chat, "Phường 1") for chat in ("pha", "dì", "ba")],
    )
    async with talk.app.works.begin() as work:
        homes = await roster.enlist_sample(work, 1)
        found = await people.of_address(work.tx, str(made.organiser.address))
        assert found
        plan = await seating.propose(work, found, 1)
        await seating.sign_off(work, found, 1, plan.version)
    await lives_in(talk, made.pha, named(homes, "Diệp Thị Bô Pha"))
    async with talk.app.works.look() as work:
        last = await roster.last_planned(work, 1)
    await lives_in(talk, made.di, last)
    await lives_in(talk, made.ba, await next_in_line(talk, homes))
    await talk.tick()
    await made.pha.presses("Sẽ đến")
    made.organiser.news()
    made.news()
    return made
