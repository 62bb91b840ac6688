"""The whole product on Telegram: real channel, real storage, time that runs; only Telegram is played."""

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AsyncExitStack, asynccontextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot import app, running
from bot.config import Settings, load
from bot.domain.people import Grant, Role
from bot.services import invitations
from storage import inbox, outbox
from tests.doubles.telegram import Bubble, Group, TelegramDouble, User

ROOT = Path(__file__).parents[3]

QUESTION = "Hộ cận nghèo vay 50 triệu nuôi bò thì lãi bao nhiêu một tháng?"
ANSWER = (
    "Hộ cận nghèo được vay tối đa 100 triệu đồng, không phải thế chấp. "
    "Cô chú gặp tổ trưởng tổ tiết kiệm và vay vốn ở khóm."
)

#: So fast that nobody waits for the pace; stories about the pace set their own.
FAST = {"per_second": "1000", "per_chat_second": "1000", "per_group_minute": "60000"}


class RunningClock:
    """Begins on Wednesday 29 April 2026 at 10:00 in Trà Vinh, and runs as fast as any clock."""

    def __init__(self) -> None:
        self._begins = datetime(2026, 4, 29, 3, 0, tzinfo=UTC)
        self._zero = time.monotonic()

    def now(self) -> datetime:
        return self._begins + timedelta(seconds=time.monotonic() - self._zero)

    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    def leaps(self, **by: float) -> None:
        """Time has passed while nobody looked."""
        self._begins += timedelta(**by)


def settings_for(double: TelegramDouble, folder: Path, pace: Mapping[str, str]) -> Settings:
    """The example with a token, its memory in ``folder``."""
    telegram = {"token": double.token, "api_base_url": double.url, "poll_seconds": "1", **pace}
    environment = {f"LANGNGHE_TELEGRAM__{key.upper()}": value for key, value in telegram.items()}
    url = f"sqlite:///{folder}/langnghe.db"
    return load(ROOT / "config.example.toml", {**environment, "LANGNGHE_STORAGE__URL": url})


class Town:
    """The product running over its memory, and the people around it."""

    def __init__(self, double: TelegramDouble, settings: Settings) -> None:
        self.double = double
        self.settings = settings
        self.clock = RunningClock()
        self._stack = AsyncExitStack()
        self._app: running.App | None = None

    @property
    def app(self) -> running.App:
        assert self._app, "the product does not run"
        return self._app

    async def starts(self) -> None:
        """Start the product, as ``langnghe run`` does but for the web server."""
        database = await self._stack.enter_async_context(app.opened(self.settings))
        self._app = await app.assemble(self.settings, database, clock=self.clock)
        await self._stack.enter_async_context(running.running(self._app))

    async def stops(self) -> None:
        """Stop it; what it must remember is in the database."""
        self._app = None
        await self._stack.aclose()

    async def restarts(self) -> None:
        await self.stops()
        await self.starts()

    async def settles(self) -> None:
        """Wait until everything that arrived is worked on and everything is said."""
        await self.double.acknowledged()
        async with asyncio.timeout(10):
            while not await self._is_quiet():
                await asyncio.sleep(0.01)

    async def _is_quiet(self) -> bool:
        async with self.app.works.database.reading() as tx:
            waiting, _oldest = await inbox.waiting(tx)
            backlog = [one for one in await outbox.backlog(tx) if one.channel == "telegram"]
            return not waiting and not backlog

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
        await person.hears("cứ nhắn thẳng vào đây")
        return person

    async def official(self, name: str, role: Role, scope: str = "", last_name: str = "") -> User:
        """Somebody who followed the link of an invitation."""
        person = self.double.user(name, last_name=last_name)
        await person.opens(await self.invitation(role, scope))
        await person.hears("từ giờ anh chị là")
        return person

    async def invitation(self, role: Role, scope: str = "") -> str:
        """What ``langnghe invite`` prints."""
        async with self.app.works.begin() as work:
            code = await invitations.invite(work, Grant(role, scope), by=None)
            return work.voice.link(code)

    async def agency_group(self, official: User, title: str = "Tổ tín dụng") -> Group:
        """A group whose questions come as cards."""
        group = self.double.group(title)
        await group.adds_bot()
        await group.hears("Nối nhóm này" if False else "Em là Lắng Nghe")
        await official.presses("Nối nhóm này", in_=group)
        await group.hears("Từ giờ nhóm này nhận tin")
        return group

    async def asks(self, person: User, text: str = QUESTION) -> str:
        """Ask and confirm; returns the number of the question."""
        await person.says(text)
        await person.hears("Đúng cơ quan chưa")
        await person.presses("Đúng rồi, gửi đi")
        receipt = await person.hears("đã ghi câu hỏi số")
        return receipt.text.split("số ")[1].split()[0]
