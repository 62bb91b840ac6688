"""The page of released answers in a real browser, and on the sheet for the notice board."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, Page, expect

from bot.channels.web.channel import Web
from bot.config import load
from tests.conftest import ROOT
from tests.doubles import sounds
from tests.doubles.answers import Board, board
from tests.doubles.clock import ManualClock
from tests.doubles.web import served

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
DESKTOP: dict[str, Any] = {"viewport": {"width": 1280, "height": 800}}
#: What a desktop of 1280 × 800 shows at 200 %.
ZOOMED: dict[str, Any] = {"viewport": {"width": 640, "height": 400}, "device_scale_factor": 2}
#: What a phone of 360 pixels shows at 200 %.
NARROW: dict[str, Any] = {"viewport": {"width": 180, "height": 370}, "device_scale_factor": 4}
DARK: dict[str, Any] = {**PHONE, "color_scheme": "dark"}
SCREENS = pytest.mark.parametrize(
    "screen",
    [PHONE, DESKTOP, ZOOMED, DARK],
    ids=["phone", "desktop", "zoomed", "dark"],
)

#: Every kind of page there is.
PATHS = ("/traloi", "/traloi?phuong=p7", "/traloi?phuong=p2", "/traloi/TV-0004", "/traloi/TV-0099")

LONG = "Cô chú mang căn cước và sổ hộ nghèo tới điểm giao dịch ở phường, sáng mồng 8 mỗi tháng. "


@dataclass
class Town:
    """The site, and the browsers that look at it."""

    site: str
    board: Board
    browser: Browser

    @asynccontextmanager
    async def somebody(self, screen: dict[str, Any] = PHONE, **more: Any) -> AsyncIterator[Page]:
        context = await self.browser.new_context(**screen, **more, base_url=self.site)
        page = await context.new_page()
        page.set_default_timeout(8000)
        await page.goto("/traloi")
        yield page
        await context.close()


@pytest_asyncio.fixture(scope="module", loop_scope="session")
async def town(browser: Browser, tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Town]:
    path = tmp_path_factory.mktemp("answers") / "langnghe.db"
    settings = load(ROOT / "config.example.toml", {"LANGNGHE_STORAGE__URL": f"sqlite:///{path}"})
    async with board(settings, ManualClock()) as made:
        await _fill(made)
        web = next(one for one in made.made.channels if isinstance(one, Web))
        async with served(made.site, web) as site:
            yield Town(site, made, browser)


async def _fill(made: Board) -> None:
    """A season of answers: short, long, erased, from a ward, in another ward."""
    for number in range(5, 14):
        await made.put(f"TV-{number:04}", ward="p7")
    await made.put("TV-0001")
    await made.erase_words("TV-0001")
    await made.put(
        "TV-0002",
        "Đèn đường hẻm 4 tắt cả tháng nay, tối bà con đi lại sợ lắm. Ai sửa giùm?",
        "Tổ điện của phường thay bóng hẻm 4 trong tuần này. Hẻm nào còn tắt, "
        "bà con báo trưởng khóm.",
        queue="ubnd_phuong",
    )
    await made.put("TV-0003", "x" * 300, "Link dài " + "o" * 200)
    await made.put("TV-0004", answer=LONG * 14)
    await made.encloses("TV-0004", "Bản tiếng Khmer 0.02.ogg", sounds.opus(2))


async def test_a_recorded_answer_is_played_by_one_press(town: Town) -> None:
    async with town.somebody() as page:
        await page.goto("/traloi/TV-0004")
        await page.get_by_role("button", name="សូមចុចស្តាប់ Bấm nghe 0:02").click()

        await expect(page.locator("audio")).to_have_js_property("ended", value=True)


# ── for everybody ────────────────────────────────────────────────────────────────────────────


@SCREENS
@pytest.mark.parametrize("path", PATHS)
async def test_nobody_meets_a_barrier(town: Town, screen: dict[str, Any], path: str) -> None:
    async with town.somebody(screen) as page:
        await page.goto(path)
        options = {"rules": {"color-contrast-enhanced": {"enabled": True}}}
        found = await Axe().run(page, options=options)
    assert [
        f"{one['id']}: {node['html'][:120]}"
        for one in found.response["violations"]
        for node in one["nodes"]
    ] == []


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("screen", [PHONE, ZOOMED, NARROW], ids=["phone", "zoomed", "narrow"])
async def test_nothing_runs_out_of_the_screen(
    town: Town, screen: dict[str, Any], path: str
) -> None:
    async with town.somebody(screen) as page:
        await page.goto(path)
        sizes = await page.locator("html").evaluate("(one) => [one.scrollWidth, one.clientWidth]")
    assert sizes[0] == sizes[1]


async def test_letters_are_large_and_targets_fit_a_thumb(town: Town) -> None:
    async with town.somebody() as page:
        small_letters = await page.evaluate(
            """[...document.querySelectorAll('body *')]
               .filter((one) => one.checkVisibility() && !one.closest('.long')
                 && [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim())
                 && parseFloat(getComputedStyle(one).fontSize) < 18)
               .map((one) => one.outerHTML)"""
        )
        small_targets = await page.evaluate(
            """[...document.querySelectorAll('a, button, select')]
               .filter((one) => one.checkVisibility())
               .map((one) => [one.outerHTML, one.getBoundingClientRect()])
               .filter(([, box]) => box.height < 48 || box.width < 48)
               .map(([html, box]) => `${html} ${box.width} ${box.height}`)"""
        )
    assert (small_letters, small_targets) == ([], [])


async def test_the_page_asks_nobody_else(town: Town) -> None:
    async with town.somebody() as page:
        asked: list[str] = []
        refused: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: refused.append(message.text))
        for path in PATHS[:4]:
            await page.goto(path)
    elsewhere = [one for one in asked if not one.startswith((town.site, "data:"))]
    assert (elsewhere, refused) == ([], [])


# ── reading on ───────────────────────────────────────────────────────────────────────────────


async def test_it_works_without_javascript(town: Town) -> None:
    async with town.somebody(PHONE, java_script_enabled=False) as page:
        await page.get_by_label("Phường, xã").select_option("Phường 7")
        await page.get_by_role("button", name="Xem").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text(
            "Các câu trả lời của Phường 7"
        )
        await expect(page.get_by_role("article")).to_have_count(9)
        await page.goto("/traloi")
        await page.get_by_role("link", name="Xem câu cũ hơn").click()
        await expect(page.get_by_role("article")).to_have_count(3)
        await page.get_by_role("link", name="Về câu mới nhất").click()
        await page.get_by_role("link", name="Đọc hết câu TV-0004").click()
        await expect(page.get_by_text("mồng 8 mỗi tháng").first).to_be_visible()
        await page.get_by_role("link", name="Gửi câu hỏi").first.click()
        await expect(page.get_by_role("button", name="Bắt đầu")).to_be_visible()


async def test_another_language_is_read_at_once_and_in_the_chat_too(town: Town) -> None:
    """The page of before is still in the browser's memory; it must not be shown again."""
    async with town.somebody(DESKTOP) as page:
        await page.goto("/traloi?phuong=p7")
        await page.get_by_role("link", name="English").click()
        await expect(page.get_by_role("heading", level=1)).to_have_text("Answers for Phường 7")
        await page.goto("/traloi")
        await expect(page.get_by_role("heading", level=1)).to_have_text("Answers")
        await page.get_by_role("link", name="Ask a question").first.click()
        await expect(page.get_by_role("button", name="Start")).to_be_visible()


# ── on paper ─────────────────────────────────────────────────────────────────────────────────


async def test_the_printed_sheet_holds_answers_and_no_controls(town: Town) -> None:
    async with town.somebody(DESKTOP) as page:
        await page.goto("/traloi?phuong=p7")
        await page.emulate_media(media="print")
        controls = page.locator(".filter, .ask, .tool, .older, .first").filter(visible=True)
        await expect(controls).to_have_count(0)
        await expect(page.get_by_role("article")).to_have_count(9)
        await expect(page.get_by_text("Xem và hỏi thêm tại")).to_be_visible()
        sheet = await page.pdf(prefer_css_page_size=True)
    assert b"/MediaBox [0 0 594.95996 841.91998]" in sheet or b"841.9" in sheet


@pytest.fixture(scope="module")
def shots() -> Path:
    folder = ROOT / ".screenshots"
    folder.mkdir(exist_ok=True)
    return folder


@SCREENS
async def test_pictures_for_the_eye(
    town: Town, screen: dict[str, Any], shots: Path, request: pytest.FixtureRequest
) -> None:
    for number, path in enumerate(PATHS):
        async with town.somebody(screen) as page:
            await page.goto(path)
            name = f"traloi-{request.node.callspec.id}-{number}.png"
            assert await page.screenshot(path=shots / name, full_page=True)
