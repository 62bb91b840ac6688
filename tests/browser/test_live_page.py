"""The board of a session in a real browser: on the projector, and on a phone in the hall."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, expect

from bot import app
from bot.config import load
from bot.domain.questions import Question
from bot.pages.live import Live
from bot.running import routes
from bot.serving.server import application
from tests.conftest import ROOT
from tests.doubles.clock import ManualClock
from tests.doubles.hall import SESSION, Hall
from tests.doubles.site import site

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PROJECTOR: dict[str, Any] = {"viewport": {"width": 1920, "height": 1080}}
DARK: dict[str, Any] = {**PROJECTOR, "color_scheme": "dark"}
PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
NIGHT: dict[str, Any] = {**PHONE, "color_scheme": "dark"}
SCREENS = pytest.mark.parametrize(
    "screen", [PROJECTOR, DARK, PHONE, NIGHT], ids=["projector", "dark", "phone", "night"]
)

PAGE = f"/live/{SESSION}"

QUESTIONS = (
    "Đèn đường hẻm 12 hư cả tháng, chừng nào sửa cho bà con đi lại?",
    "Hộ cận nghèo vay 50 triệu nuôi bò thì lãi bao nhiêu một tháng, có phải thế chấp sổ đỏ không?",
    "Thẻ bảo hiểm y tế của má tôi hết hạn thì đổi ở đâu?",
    "Con tôi học lớp 10 có được miễn học phí không? " * 8,
    "Nhà tôi dột mà chưa được xét nhà tình thương, phải làm sao?",
    "Nước máy yếu quá, mấy giờ mới có?",
)


@dataclass
class Site:
    """The site of a session that is held, and browsers that look at it."""

    url: str
    hall: Hall
    browser: Browser
    asked: list[Question]

    @asynccontextmanager
    async def somebody(self, screen: dict[str, Any], **more: Any) -> AsyncIterator[Page]:
        context = await self.browser.new_context(**screen, **more, base_url=self.url)
        page = await context.new_page()
        page.set_default_timeout(8000)
        await page.goto(PAGE)
        yield page
        await context.close()


@pytest_asyncio.fixture(loop_scope="session")
async def town(browser: Browser, tmp_path: Path) -> AsyncIterator[Site]:
    """Six questions: one answered, one called, four that wait."""
    url = f"sqlite:///{tmp_path / 'hall.db'}"
    settings = load(ROOT / "config.example.toml", {"LANGNGHE_STORAGE__URL": url})
    clock = ManualClock()
    async with app.opened(settings) as database:
        made = await app.assemble(settings, database, clock=clock)
        hall = await Hall(made.works, clock).opens()
        asked = [await hall.ask(text) for text in QUESTIONS]
        await hall.answer(asked[0])
        await hall.call(asked[1])
        live = Live(made.works)
        page = application(routes(made, live), made.health, made.works.voice.texts.say)
        async with site(page) as address:
            yield Site(address, hall, browser, asked)
            live.hang_up()


@SCREENS
async def test_nobody_meets_a_barrier(town: Site, screen: dict[str, Any]) -> None:
    async with town.somebody(screen) as page:
        options = {"rules": {"color-contrast-enhanced": {"enabled": True}}}
        found = await Axe().run(page, options=options)
    assert [
        f"{one['id']}: {node['html'][:120]}"
        for one in found.response["violations"]
        for node in one["nodes"]
    ] == []


@SCREENS
async def test_nothing_runs_out_of_the_screen(town: Site, screen: dict[str, Any]) -> None:
    async with town.somebody(screen) as page:
        sizes = await page.locator("html").evaluate("(one) => [one.scrollWidth, one.clientWidth]")
        heights = await page.locator("html").evaluate(
            "(one) => [one.scrollHeight, one.clientHeight]"
        )
    assert sizes[0] == sizes[1]
    if "is_mobile" not in screen:
        assert heights[0] == heights[1], "nobody scrolls on a projector"


async def test_questions_are_read_from_three_metres(town: Site) -> None:
    async with town.somebody(PROJECTOR) as page:
        sizes = await page.locator(".words").evaluate_all(
            "(all) => all.filter((one) => one.checkVisibility()"
            " && one.getBoundingClientRect().right < innerWidth)"
            ".map((one) => parseFloat(getComputedStyle(one).fontSize))"
        )
        await expect(page.locator(".same").filter(visible=True)).to_have_count(0)
        await expect(page.locator(".code svg")).to_be_visible()
    assert len(sizes) == 4, "the one that is called, and what fits whole below it"
    assert min(sizes) >= 48


async def test_letters_on_a_phone_are_large_and_buttons_fit_a_thumb(town: Site) -> None:
    async with town.somebody(PHONE) as page:
        small = await page.evaluate(
            """[...document.querySelectorAll('a, button')]
               .filter((one) => one.checkVisibility())
               .filter((one) => one.getBoundingClientRect().height < 48)
               .map((one) => one.outerHTML)"""
        )
        await expect(page.locator(".same").filter(visible=True)).to_have_count(5)
    assert small == []


async def test_the_projector_follows_what_the_clerk_calls(town: Site) -> None:
    async with town.somebody(PROJECTOR) as page:
        await expect(page.locator(".now h2")).to_contain_text("TV-0002")

        await town.hall.call(town.asked[2])

        await expect(page.locator(".now h2")).to_contain_text("TV-0003")


async def test_two_phones_ask_the_same_and_everybody_sees_it(town: Site) -> None:
    async with town.somebody(PROJECTOR) as wall:
        for times in (1, 2):
            async with town.somebody(PHONE) as page:
                await page.get_by_role("button", name="Tôi cũng hỏi").first.click()
                await expect(page.get_by_role("button", name="Đã ghi, bấm để bỏ")).to_have_count(1)
            await expect(wall.locator(".now .also")).to_have_text(f"{times} người cũng hỏi")


async def test_a_phone_without_javascript_can_press_too(town: Site) -> None:
    async with town.somebody(PHONE, java_script_enabled=False) as page:
        await page.get_by_role("button", name="Tôi cũng hỏi").first.click()
        await expect(page.get_by_text("1 người cũng hỏi")).to_be_visible()
        await page.get_by_role("button", name="Đã ghi, bấm để bỏ").click()
        await expect(page.get_by_text("1 người cũng hỏi")).to_have_count(0)


async def test_the_page_asks_nobody_else(town: Site) -> None:
    async with town.somebody(PROJECTOR) as page:
        asked: list[str] = []
        refused: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: refused.append(message.text))
        await page.goto(f"{PAGE}?tieng=en")
    elsewhere = [one for one in asked if not one.startswith((town.url, "data:"))]
    assert (elsewhere, refused) == ([], [])


@SCREENS
async def test_pictures_for_the_eye(
    town: Site, screen: dict[str, Any], request: pytest.FixtureRequest
) -> None:
    folder = ROOT / ".screenshots"
    folder.mkdir(exist_ok=True)
    async with town.somebody(screen) as page:
        name = folder / f"live-{request.node.callspec.id}.png"
        assert await page.screenshot(path=name, full_page="is_mobile" in screen)
