"""The web chat in a real browser, with a small core that answers."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, expect

from bot.channels.base import Arrival
from bot.channels.web.channel import Web
from bot.domain.messages import Choice, Inbound, Outgoing
from storage.database import Database

PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
#: What a desktop of 1280 × 800 shows at 200 %.
ZOOMED: dict[str, Any] = {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}
DARK: dict[str, Any] = {**PHONE, "color_scheme": "dark"}
SCREENS = pytest.mark.parametrize(
    "screen", [PHONE, DESKTOP, ZOOMED, DARK], ids=["phone", "desktop", "zoomed", "dark"]
)

CARD = "Câu hỏi TV-0012 · Phường 7\nHộ cận nghèo vay vốn nuôi bò được bao nhiêu?"


@dataclass
class Echo:
    """The core: says back what it hears, shows a card for "thẻ", changes it when pressed."""

    web: Web
    heard: dict[str, Inbound] = field(default_factory=dict)
    tasks: list[asyncio.Task[None]] = field(default_factory=list)

    async def store(self, arrivals: Sequence[Arrival]) -> None:
        for arrival in arrivals:
            if isinstance(arrival, Inbound) and arrival.id not in self.heard:
                self.heard[arrival.id] = arrival
                self.tasks.append(asyncio.create_task(self._answer(arrival)))

    async def _answer(self, message: Inbound) -> None:
        chat = message.address.chat
        if message.press == "take:12":
            await self.web.edit(chat, message.reply_to, card("Trả lời", "Trả lại", mine=True))
        elif message.text == "thẻ":
            await self.web.send(chat, card("Nhận", "Chuyển cơ quan"))
        elif message.start:
            await self.web.send(chat, Outgoing(text=f"Dạ chào, link {message.start}"))
        else:
            heard = message.text or message.press
            await self.web.send(chat, Outgoing(text=f"Dạ, em nghe: {heard}"))

    @property
    def texts(self) -> list[str]:
        return [one.text for one in self.heard.values()]

    @property
    def chat(self) -> str:
        return next(iter(self.heard.values())).address.chat


def card(*labels: str, mine: bool = False) -> Outgoing:
    row = tuple(Choice(label=one, data="take:12" if one == "Nhận" else one) for one in labels)
    return Outgoing(text=CARD + ("\n\nAnh Minh đang giữ." if mine else ""), choices=(row,))


@dataclass
class Town:
    """The site, its core, and the browsers that look at it."""

    site: str
    core: Echo
    database: Database
    browser: Browser

    @asynccontextmanager
    async def somebody(self, screen: dict[str, Any] = PHONE, **more: Any) -> AsyncIterator[Page]:
        """A browser of one's own, looking at the residents' chat."""
        context = await self.browser.new_context(**screen, **more, base_url=self.site)
        page = await context.new_page()
        page.set_default_timeout(8000)
        await page.goto("/")
        yield page
        await context.close()


async def say(page: Page, text: str) -> None:
    await page.get_by_role("textbox").fill(text)
    await page.get_by_role("button", name="Gửi", exact=True).click()


async def hears(page: Page, text: str) -> None:
    await expect(page.locator(".bot .text", has_text=text).last).to_be_visible()


async def talk(page: Page) -> None:
    """A conversation with everything in it: a press, long words, a card."""
    await page.get_by_role("button", name="Bắt đầu").click()
    await hears(page, "em nghe: /start")
    await say(page, "Hộ cận nghèo muốn vay vốn nuôi bò thì vay được bao nhiêu?\nCó phải thế chấp?")
    await hears(page, "Có phải thế chấp?")
    await say(page, "thẻ")
    await hears(page, "TV-0012")


async def read(page: Page) -> list[str]:
    return await page.locator(".msg .text").all_inner_texts()


async def barriers(page: Page) -> list[str]:
    """What axe finds, by the strictest contrast."""
    options = {"rules": {"color-contrast-enhanced": {"enabled": True}}}
    found = await Axe().run(page, options=options)
    return [
        f"{one['id']}: {node['html'][:120]}"
        for one in found.response["violations"]
        for node in one["nodes"]
    ]
