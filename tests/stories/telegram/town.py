"""The whole product on Telegram: its real parts, with time that runs. Only Telegram is played."""

import asyncio
import time
from collections.abc import Callable, Mapping
from contextlib import AsyncExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TypeVar

from starlette.applications import Starlette

from bot import app, running
from bot.config import Settings, load
from bot.domain.people import Grant, Role
from bot.services.people import invitations
from bot.serving.server import application
from storage import inbox, outbox
from tests.doubles.telegram import Bubble, Call, Group, TelegramDouble, User

T = TypeVar("T")

ROOT = Path(__file__).parents[3]

BANK = "nhcsxh"
QUESTION = "Hộ cận nghèo vay 50 triệu nuôi bò thì lãi bao nhiêu một tháng?"
ANSWER = (
    "Hộ cận nghèo được vay tối đa 100 triệu đồng, không phải thế chấp. "
    "Cô chú gặp tổ trưởng tổ tiết kiệm và vay vốn ở khóm."
)

#: So fast that nobody waits for the pace; stories about the pace take the limits as they are.
FAST = {"per_second": "1000", "per_chat_second": "1000", "per_group_minute": "60000"}


class RunningClock:
    """Begins on Wednesday 29 April 2026 at 10:00 in Trà Vinh, and runs as any clock does."""

    def __init__(self) -> None:
        self._begins = datetime(2026, 4, 29, 3, 0, tzinfo=UTC)
        self._zero = time.monotonic()

    def now(self) -> datetime:
        return self._begins + timedelta(seconds=time.monotonic() - self._zero)

    def steady(self) -> float:
        return self.now().timestamp()

    def worked(self) -> float:
        return 0.0

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    def passes(self, **by: float) -> None:
        """So much time has passed at once; who sleeps sleeps on."""
        self._begins += timedelta(**by)


def settings_for(double: TelegramDouble, url: str, pace: Mapping[str, str]) -> Settings:
    """The example, with a token, and its memory in the database at ``url``."""
    telegram = {"token": double.token, "api_base_url": double.url, "poll_seconds": "1", **pace}
    environment = {f"LANGNGHE_TELEGRAM__{key.upper()}": value for key, value in telegram.items()}
    return load(ROOT / "config.example.toml", {**environment, "LANGNGHE_STORAGE__URL": url})


class Town:
    """The product running over its memory, and the people around it."""

    def __init__(self, double: TelegramDouble, settings: Settings) -> None:
        self.double = double
        self.settings = settings
        self.clock = RunningClock()
        self._stack = AsyncExitStack()
        self._app: running.App | None = None

    # --- the product ------------------------------------------------------------------------------

    @property
    def app(self) -> running.App:
        assert self._app, "the product does not run"
        return self._app

    @property
    def site(self) -> Starlette:
        """What its web server serves."""
        return application(
            running.routes(self.app), self.app.health, self.app.works.voice.texts.say
        )

    async def starts(self) -> None:
        """Start the product, as ``langnghe run`` does but for the web server."""
        database = await self._stack.enter_async_context(app.opened(self.settings))
        self._app = await app.assemble(self.settings, database, clock=self.clock)
        await self._stack.enter_async_context(running.running(self._app))

    async def stops(self) -> None:
        """Stop it. What it knows afterwards is in its database."""
        self._app = None
        await self._stack.aclose()

    async def restarts(self) -> None:
        await self.stops()
        await self.starts()

    async def settles(self) -> None:
        """Wait until everything that arrived is worked on, and everything is said."""
        await self.double.acknowledged()
        async with asyncio.timeout(10):
            while not await self._is_quiet():
                await self.clock.sleep(0.005)

    async def _is_quiet(self) -> bool:
        async with self.app.works.database.reading() as tx:
            waiting, _oldest = await inbox.waiting(tx)
            backlog = [one for one in await outbox.backlog(tx) if one.channel == "telegram"]
            return not waiting and not backlog

    async def until(self, found: Callable[[], T | None], within: float = 5.0) -> T:
        """Wait for something to be seen on a screen."""
        what = await self.double.pulse.until(found, within)
        assert what is not None, "it was never seen"
        return what

    async def sees(self, where: User | Group, *words: str) -> Bubble:
        """Wait for a message that holds all these words as it stands on the screen."""
        return await self.until(lambda: shown(where, *words))

    def sends(self, to: User | Group | None = None) -> list[Call]:
        """Every try to send a message so far, in all or to one chat."""
        return [
            call
            for call in self.double.calls
            if call.method == "sendMessage" and (to is None or call.fields["chat_id"] == to.id)
        ]

    def calls_for(self, where: User | Group) -> list[Call]:
        """Every call so far that names a chat."""
        return [call for call in self.double.calls if call.fields.get("chat_id") == where.id]

    async def tries(self, many: int, to: User | Group | None = None) -> None:
        """Wait until this many messages were tried, in all or to one chat."""
        await self.until(lambda: len(self.sends(to)) >= many or None)

    # --- people -----------------------------------------------------------------------------------

    async def resident(self, name: str = "Lan", ward: str = "Phường 1") -> User:
        """Somebody who has agreed and said where they live."""
        person = self.double.user(name)
        await person.says("/start")
        await person.hears("đồng ý không")
        await person.presses("Đồng ý")
        await person.hears("phường, xã nào")
        await person.presses(ward)
        await person.hears("khóm, ấp nào")
        await person.presses("Bỏ qua")
        await person.hears("nhắn thẳng vào đây")
        return person

    async def official(self, name: str, role: Role, scope: str = "") -> User:
        """Somebody who followed the link of an invitation."""
        person = self.double.user(name)
        await person.opens(await self.invitation(role, scope))
        await person.hears("từ giờ anh chị là")
        await self.until(lambda: person.buttons or None)
        return person

    async def invitation(self, role: Role, scope: str = "") -> str:
        """The link that ``langnghe invite`` prints."""
        async with self.app.works.begin() as work:
            code = await invitations.invite(work, Grant(role, scope), by=None)
            return work.voice.link(code)

    async def group_of(self, official: User, title: str) -> Group:
        """A group that an official has tied to their queue or ward."""
        group = self.double.group(title)
        await group.adds_bot()
        await group.hears("Em là Lắng Nghe")
        await official.presses("Nối nhóm này", in_=group)
        await group.hears("Từ giờ")
        return group

    # --- what they do -----------------------------------------------------------------------------

    async def asks(self, person: User, text: str = QUESTION) -> str:
        """Ask and confirm; returns the number of the question."""
        await person.says(text)
        await person.hears("Được thì cô chú bấm Đúng rồi, gửi đi")
        await person.presses("Đúng rồi, gửi đi")
        receipt = await person.hears("đã gửi câu hỏi của cô chú cho")
        return receipt.text.partition(", số ")[2].partition(".")[0]

    async def drafts(self, officer: User, number: str, words: str = ANSWER) -> None:
        """Answer a question by replying to its card, up to *Gửi duyệt*."""
        card = await self.card(officer, number)
        await self.replies(officer, card, words)
        preview = await officer.hears("Gửi duyệt")
        await officer.presses("Gửi duyệt", on=preview)
        await officer.hears("đã gửi lãnh đạo duyệt")

    async def replies(
        self, person: User, to: Bubble, words: str, *, in_: Group | None = None
    ) -> None:
        """Answer a message; nobody does before the bot knows by which number it went out."""
        await self.settles()
        await person.replies(to, words, in_=in_)

    async def card(self, official: User, number: str) -> Bubble:
        """The card of a question in somebody's own chat."""
        return await self.sees(official, f"{number} · ")

    async def approves(self, head: User, number: str) -> None:
        card = await self.sees(head, f"{number} · ", "chờ duyệt")
        await head.presses("Duyệt", on=card)
        await head.hears(f"Đã duyệt câu {number}")

    async def airs_now(self, reader: User) -> None:
        """*Phát ngay*."""
        await reader.says("/bantin")
        line = await reader.hears("chờ phát")
        await reader.presses("Phát ngay", on=line)
        await reader.hears("phát luôn hả")
        await reader.presses("Phát luôn")
        await reader.hears("Kính thưa bà con")


def shown(where: User | Group, *words: str) -> Bubble | None:
    """The newest message that holds all these words as it stands now."""
    for bubble in reversed(where.screen):
        if all(word in bubble.text for word in words):
            return bubble
    return None
