"""People who write while programs come and go: over Telegram's webhook, and on the web page."""

import asyncio
from itertools import count

import httpx

from tests.doubles.telegram import TelegramDouble, User
from tests.doubles.web import SITE, Visitor
from tests.soak.doors import Doors

SECRET = "secret-of-the-webhook"

#: How long somebody waits for an answer, in seconds: a sender may have died twice meanwhile.
WAIT = 180.0

QUESTION = "Tôi xin vay vốn hộ nghèo để nuôi bò thì làm ở đâu?"

#: What a newcomer says, and how it is answered.
JOURNEY = (
    (QUESTION, "đồng ý không"),
    ("Đồng ý", "phường, xã nào"),
    ("Phường 7", "khóm, ấp nào"),
    ("Khóm 3", "Được thì cô chú bấm Đúng rồi, gửi đi"),
    ("Đúng rồi, gửi đi", "đã gửi câu hỏi của cô chú cho"),
)


async def asks(resident: User) -> None:
    """Somebody whom the bot knows asks on Telegram, presses, and reads the receipt."""
    await resident.says(QUESTION)
    await resident.hears("Được thì cô chú bấm Đúng rồi, gửi đi", within=WAIT)
    await resident.presses("Đúng rồi, gửi đi")
    await resident.hears("đã gửi câu hỏi của cô chú cho", within=WAIT)


async def comes(doors: Doors, within: float = WAIT) -> list[str]:
    """A newcomer asks on the web page; returns everything that stands on it at the end."""
    async with httpx.AsyncClient(transport=doors, base_url=SITE) as client:
        visitor, forms = Visitor(client), count(1)
        await visitor.visit()
        for words, answer in JOURNEY:
            status = await visitor.send(f"form-{next(forms):08}", text=words)
            assert status == 204, words
            await _reads(visitor, answer, within)
        return visitor.messages()


async def _reads(visitor: Visitor, words: str, within: float) -> None:
    async with asyncio.timeout(within):
        while True:
            await visitor.visit()
            if any(words in message for message in visitor.messages()):
                return
            await asyncio.sleep(0.3)


class Deliveries:
    """Telegram's side of the webhook: each update comes to some door until one has taken it."""

    def __init__(self, double: TelegramDouble, doors: Doors) -> None:
        self._double = double
        self._client = httpx.AsyncClient(transport=doors, base_url=SITE)
        self._under_way: set[int] = set()
        self._taken: set[int] = set()

    async def run(self, *, delivers: bool) -> None:
        """Deliver until cancelled; nothing, where the bot asks for its updates."""
        async with asyncio.TaskGroup() as tasks:
            while True:
                for number, raw in self._double.updates.oldest(100):
                    if delivers and number not in self._under_way:
                        self._under_way.add(number)
                        tasks.create_task(self._deliver(number, raw))
                await asyncio.sleep(0.01)

    async def _deliver(self, number: int, raw: bytes) -> None:
        answer = await self._client.post(
            "/telegram", content=raw, headers={"x-telegram-bot-api-secret-token": SECRET}
        )
        assert answer.status_code == 200
        self._taken.add(number)
        while (held := self._double.updates.oldest(1)) and held[0][0] in self._taken:
            self._double.updates.acknowledge(held[0][0] + 1)
