"""A bank whose sheet is out: three asked the same in row 4, two in row 5."""

from dataclasses import dataclass

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.doubles.postgres import ask
from tests.doubles.returned_sheet import Sheet
from tests.stories.cast import ANSWER, official
from tests.stories.test_clusters_joined import two_clusters
from tests.stories.test_dispatches import sent_out, sheet_of
from tests.stories.test_returned_sheets import put_in

OTHER = "Vay 60 triệu thì lãi 0,55% một tháng, cô chú hỏi tổ trưởng tổ vay vốn."
THIRD = "Khoản này ngân hàng xét từng hộ, cô chú mang sổ tới phòng giao dịch."

#: What the tests call these answers.
NAMES = {ANSWER: "answer", OTHER: "other", THIRD: "third"}

NOTHING_NEW = "Không có gì mới để nhận."


@dataclass
class Bank:
    """Tâm works there, Hoa leads it and has the sheet; Minh sent it out."""

    talk: Talk
    url: str
    tam: Person
    hoa: Person
    minh: Person
    asked: list[Person]
    sheet: Sheet

    async def presses(self, who: Person, button: str) -> None:
        """A button of a card or a list, and what follows from it."""
        await self.talk.arrive(who.inbound(press=button, happened="pressed"))
        await self.talk.tick()

    async def joins(self, first: int, second: int) -> None:
        """Tâm makes one of two clusters."""
        await self.presses(self.tam, f"joinone:{first}.{second}")

    async def shown(self, sheet: Sheet) -> str:
        """What Hoa is told of a sheet that she sends, without its first line and the last."""
        await self.hoa.sends("bảng.xlsx", sheet.content)
        return "\n\n".join(self.hoa.last.text.split("\n\n")[1:-1])

    async def takes_in(self, sheet: Sheet) -> None:
        await put_in(self.hoa, sheet)
        await self.talk.tick()

    async def heard(self) -> list[str]:
        """Whose answer each asker has after the slots of a day, approved as it came."""
        for many in (1, 2):
            if f"Duyệt cả bảng ({many} câu)" in self.hoa.last.labels:
                await self.hoa.presses(f"Duyệt cả bảng ({many} câu)")
        await self.talk.tick()
        for one in self.asked:
            one.news()
        for _ in range(3):
            await self.talk.later(hours=2, minutes=20)
        news = ["".join(one.news()) for one in self.asked]
        return [" ".join(NAMES[text] for text in NAMES for _ in range(one.count(text)))
                for one in news]  # fmt: skip

    async def statuses(self) -> list[str]:
        return [one for (one,) in await ask(self.url, "SELECT status FROM questions ORDER BY id")]


async def bank_with_sheet(talk: Talk, url: str) -> Bank:
    tam, hoa, asked = await two_clusters(talk)
    minh = await official(talk, "minh", Role.ORGANISER)
    await sent_out(talk, minh)
    sheet = Sheet.open(sheet_of(hoa).content)
    assert sheet.rows == {"TV-0001": 4, "TV-0004": 5}
    return Bank(talk, url, tam, hoa, minh, asked, sheet)
