"""A channel in trouble, and people who may hear of it."""

from dataclasses import dataclass

from bot.domain.channels import State
from bot.lookout import EVERY, Lookout
from storage import addresses, people
from tests.doubles.chat import Person, Talk

REFUSED = "⚠️ Telegram không nhận token của bot nữa"
CONFLICT = "⚠️ Có chương trình khác đang dùng chung token Telegram"
UNREACHABLE = "⚠️ Em không liên lạc được với Telegram"
UNDELIVERED = "⚠️ Telegram không giao được tin tới webhook của em, vì: 502 Bad Gateway."
OVER = "✅ Telegram đã chạy lại bình thường, trục trặc từ"
MENDED = (
    "✅ Telegram đã chạy lại bình thường, trục trặc từ 10:00 thứ Tư 29/04 đến 10:05 thứ Tư 29/04"
)


@dataclass
class Wire:
    """A channel as far as it tells how it stands."""

    state: State = State.STARTING
    why: str = ""
    name: str = "telegram"


@dataclass
class Scene:
    """A product whose people are on a channel that goes, beside one that may not."""

    talk: Talk
    wire: Wire
    lookout: Lookout

    async def lasts(self, seconds: float, state: State, why: str = "") -> None:
        """The wire is in a state for so long, and is looked at as often as ever."""
        self.wire.state, self.wire.why = state, why
        await self.lookout.look()
        for _ in range(round(seconds / EVERY)):
            await self.talk.clock.move(seconds=EVERY)
            await self.lookout.look()
        await self.talk.settle()

    async def moves_to_telegram(self, person: Person, chat: str) -> None:
        """Somebody writes from Telegram from now on."""
        async with self.talk.app.works.begin() as work:
            known = await people.of_address(work.tx, str(person.address))
            assert known
            await self.talk.clock.move(seconds=1)
            now = self.talk.clock.now()
            await addresses.put(work.tx, f"telegram:{chat}", now, person=known.id)

    async def closes(self, person: Person) -> None:
        """Somebody's chat on the channel that goes is no more."""
        async with self.talk.app.works.begin() as work:
            await addresses.close(work.tx, str(person.address), "gone", work.now)


def scene_of(talk: Talk) -> Scene:
    wire = Wire()
    return Scene(talk, wire, Lookout(talk.app.works, [wire]))


def beginnings(person: Person) -> list[str]:
    """What somebody heard since the last look, as far as it says what happened."""
    known = (REFUSED, CONFLICT, UNREACHABLE, UNDELIVERED, MENDED, OVER)
    return [next((one for one in known if words.startswith(one)), words) for words in person.news()]
