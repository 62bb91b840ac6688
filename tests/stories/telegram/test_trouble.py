"""Telegram does not go: the admin reads it on the web page, and reads when it goes again."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass

import httpx
import pytest

from bot.domain.people import Role
from tests.doubles.telegram import TelegramDouble
from tests.doubles.telegram_ask import asking
from tests.doubles.web import browser
from tests.stories.telegram.town import QUESTION, Town, shown

REFUSED = "⚠️ Telegram không nhận token của bot nữa"
CONFLICT = "⚠️ Có chương trình khác đang dùng chung token Telegram"
UNREACHABLE = "⚠️ Em không liên lạc được với Telegram"
OVER = "✅ Telegram đã chạy lại bình thường"


@dataclass
class Admin:
    """Somebody who signed in with a browser, and comes back with it after any restart."""

    town: Town
    path: str
    cookies: httpx.Cookies

    async def reads(self, beginning: str) -> None:
        """Wait until the page tells it."""
        async with asyncio.timeout(10):
            while not any(words.startswith(beginning) for words in await self.page()):
                await self.town.clock.sleep(0.05)

    async def page(self) -> list[str]:
        async with browser(self.town.site) as visitor:
            visitor.client.cookies = self.cookies
            await visitor.visit(self.path)
            return visitor.messages()

    async def alarms(self) -> list[str]:
        """What was told of Telegram so far."""
        known = (REFUSED, CONFLICT, UNREACHABLE, OVER)
        return [one for words in await self.page() for one in known if words.startswith(one)]


@pytest.fixture
async def admin(town: Town) -> Admin:
    link = await town.invitation(Role.ADMIN)
    async with browser(town.site) as visitor:
        await visitor.visit(f"/vao?{link.partition('?')[2]}")
        await visitor.send(start=link.rpartition("=")[2])
        admin = Admin(town, visitor.path, visitor.client.cookies)
    await admin.reads("Chào anh chị, từ giờ anh chị là quản trị")
    return admin


async def test_a_token_that_was_revoked_and_comes_back(
    double: TelegramDouble, town: Town, admin: Admin
) -> None:
    lan = await town.resident()

    double.revokes_token()
    await admin.reads(REFUSED)
    await lan.says(QUESTION)
    await town.restarts()  # as somebody would who hopes that it helps
    await town.stops()
    double.revokes_token(False)
    await town.starts()
    town.clock.passes(minutes=1)
    await lan.hears("Được thì cô chú bấm Đúng rồi, gửi đi", within=10)
    await admin.reads(OVER)

    assert await admin.alarms() == [REFUSED, OVER]


async def test_a_second_program_on_the_token(
    double: TelegramDouble, town: Town, admin: Admin
) -> None:
    people = [await town.resident(name) for name in ("Lan", "Ba", "Chi")]
    await town.settles()

    async with another_poller(double):
        await seen(town)
        town.clock.passes(seconds=10)
        await admin.reads(CONFLICT)
        for person in people:
            await person.says(QUESTION)
    for person in people:
        await person.hears("Được thì cô chú bấm Đúng rồi, gửi đi", within=10)
    await town.settles()
    town.clock.passes(minutes=1)
    await admin.reads(OVER)

    for person in people:
        assert len([words for words in person.heard if QUESTION in words]) == 1
    assert await admin.alarms() == [CONFLICT, OVER]


async def test_an_outage_over_a_restart(double: TelegramDouble, town: Town, admin: Admin) -> None:
    lan = await town.resident()

    await double.goes_down()
    await seen(town)
    town.clock.passes(seconds=30)
    await admin.reads(UNREACHABLE)
    await town.restarts()
    await lan.says(QUESTION)
    await double.comes_back()
    await lan.hears("Được thì cô chú bấm Đúng rồi, gửi đi", within=10)
    town.clock.passes(minutes=1)
    await admin.reads(OVER)

    assert shown(lan, "Được thì cô chú bấm Đúng rồi, gửi đi") is not None
    assert await admin.alarms() == [UNREACHABLE, OVER]


async def seen(town: Town) -> None:
    """Wait until the product knows that there is trouble."""
    async with asyncio.timeout(10):
        while not any(one.what == "alarm telegram" for one in await town.app.health.findings()):
            await town.clock.sleep(0.05)


@asynccontextmanager
async def another_poller(double: TelegramDouble) -> AsyncIterator[None]:
    """A forgotten program: it asks again and again, and acknowledges nothing."""

    async def poll() -> None:
        async with asking(double) as ask:
            while True:
                await ask("getUpdates", timeout=1)
                await asyncio.sleep(0.05)

    task = asyncio.create_task(poll())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
