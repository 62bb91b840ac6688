"""The list at the door and an invitation in a real browser, with and without a network."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
import pytest_asyncio
from axe_playwright_python.async_playwright import Axe
from playwright.async_api import Browser, BrowserContext, Page, expect

from bot.channels.web.channel import Web
from bot.config import load
from bot.domain.households import Household
from bot.domain.seats import State
from bot.understanding.folding import fold
from storage.sqlite import Sqlite
from tests.conftest import ROOT, in_file
from tests.doubles.clock import ManualClock
from tests.doubles.door_site import Hall, hall
from tests.doubles.web import served

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

PHONE: dict[str, Any] = {
    "viewport": {"width": 360, "height": 740},
    "device_scale_factor": 2,
    "is_mobile": True,
    "has_touch": True,
}
DARK: dict[str, Any] = {**PHONE, "color_scheme": "dark"}
SCREENS = pytest.mark.parametrize("screen", [PHONE, DARK], ids=["phone", "dark"])


@dataclass
class Town:
    """The site, and the phones that look at it."""

    site: str
    hall: Hall
    browser: Browser

    @asynccontextmanager
    async def context(self, **more: Any) -> AsyncIterator[BrowserContext]:
        found = await self.browser.new_context(**{**PHONE, **more}, base_url=self.site)
        yield found
        await found.close()

    @asynccontextmanager
    async def clerk(self, **more: Any) -> AsyncIterator[Page]:
        """The clerk's phone, with the list open, and kept for the time without a network."""
        async with self.context(**more) as context:
            page = await context.new_page()
            page.set_default_timeout(8000)
            await page.goto(await self.hall.link())
            await page.get_by_role("button", name="Mở trên máy này").click()
            if more.get("java_script_enabled", True):
                await kept(page)
            yield page

    async def expected(self, place: int) -> Household:
        return (await self.hall.door.session.standing(State.OFFERED))[place]

    async def came(self) -> int:
        return (await self.hall.door.session.states())["came"]


async def kept(page: Page) -> None:
    """The list lies on the device, and the workers watch over both paths."""
    await page.evaluate(
        """async () => {
             const soon = () => new Promise((resolve) => setTimeout(resolve, 30))
             const workers = () => navigator.serviceWorker.getRegistrations()
             while ((await workers()).filter((one) => one.active).length < 2) await soon()
             while (!(await (await caches.open('diem-danh')).match('/checkin/giu'))) await soon()
           }"""
    )


def row(page: Page, home: Household) -> Any:
    return page.locator(f'.row[data-name="{home.name}"]').first


@pytest_asyncio.fixture(loop_scope="session")
async def town(browser: Browser, tmp_path: Path, migrated: Path) -> AsyncIterator[Town]:
    url = in_file(migrated, tmp_path / "langnghe.db")
    settings = load(ROOT / "config.example.toml", {"LANGNGHE_STORAGE__URL": url})
    database = await Sqlite.open(tmp_path / "langnghe.db")
    async with hall(settings, database, ManualClock(), url) as made:
        web = next(one for one in made.made.channels if isinstance(one, Web))
        async with served(made.site, web) as site:
            yield Town(site, made, browser)
    await database.close()


@pytest.fixture(scope="module")
def shots() -> Path:
    folder = ROOT / ".screenshots"
    folder.mkdir(exist_ok=True)
    return folder


# ── without a network ────────────────────────────────────────────────────────────────────────


async def test_three_names_and_a_code_without_a_network_arrive_once_each(
    town: Town, shots: Path
) -> None:
    homes = [await town.expected(place) for place in range(4)]
    code = await town.hall.door.code(homes[3])
    async with town.clerk() as page:
        await page.context.set_offline(True)
        for home in homes[:2]:
            await row(page, home).get_by_role("button", name="Có mặt").click()
        banner = page.locator("#net")
        await expect(banner).to_have_text("Mất mạng, vẫn điểm danh được; còn 2 tên chưa gửi.")
        await page.reload()
        await expect(row(page, homes[0])).to_contain_text("chờ gửi")
        await page.get_by_label("Tìm tên hoặc số thứ tự").fill(_typed(homes[2].name))
        await row(page, homes[2]).get_by_role("button", name="Có mặt").click()
        await expect(banner).to_have_text("Mất mạng, vẫn điểm danh được; còn 3 tên chưa gửi.")
        await page.screenshot(path=shots / "door-offline.png")

        await page.goto(f"/m/{code}")
        await expect(page.get_by_role("heading", name=homes[3].name)).to_be_visible()
        await page.screenshot(path=shots / "door-code-offline.png")
        await page.locator("#ask .go").click()
        await expect(banner).to_have_text("Mất mạng, vẫn điểm danh được; còn 4 tên chưa gửi.")
        assert await town.came() == 0

        await page.context.set_offline(False)
        await expect(banner).to_be_hidden()
        await expect(row(page, homes[3])).to_contain_text("Đã đến lúc")
    assert await town.came() == 4
    assert {(await town.hall.door.session.seat(home)).state for home in homes} == {State.CAME}


async def test_a_code_of_nobody_on_the_list_is_told_without_a_network(town: Town) -> None:
    code = await town.hall.door.code(await town.expected(0))
    wrong = code.replace(code[-6:-5], "A" if code[-6] != "A" else "B")
    async with town.clerk() as page:
        await page.context.set_offline(True)
        await page.goto(f"/m/{wrong}")
        await expect(page.get_by_text("Mã này không có trong danh sách trên máy.")).to_be_visible()


async def test_what_was_pressed_by_mistake_without_a_network_is_taken_back(town: Town) -> None:
    home = await town.expected(0)
    async with town.clerk() as page:
        await page.context.set_offline(True)
        await row(page, home).get_by_role("button", name="Có mặt").click()
        await row(page, home).get_by_role("button", name="Bỏ, bấm nhầm").click()
        await page.context.set_offline(False)
        await expect(row(page, home).get_by_role("button", name="Có mặt")).to_be_visible()
        await expect(page.locator("#net")).to_be_hidden()
    assert await town.came() == 0


async def test_two_phones_note_the_same_household_and_it_comes_once(town: Town) -> None:
    home = await town.expected(0)
    async with town.clerk() as one, town.clerk() as other:
        await one.context.set_offline(True)
        await row(one, home).get_by_role("button", name="Có mặt").click()
        await row(other, home).get_by_role("button", name="Có mặt").click()
        await expect(row(other, home)).to_contain_text("Đã đến lúc")
        await one.context.set_offline(False)
        await expect(row(one, home)).to_contain_text("Đã đến lúc")
        await expect(one.locator("#net")).to_be_hidden()
    assert await town.came() == 1


async def test_what_cannot_be_done_any_more_is_shown_when_it_is_sent(
    town: Town, shots: Path
) -> None:
    waits = (await town.hall.door.session.standing(State.WAITING))[0]
    async with town.clerk() as page:
        await page.context.set_offline(True)
        await page.get_by_text("Trong danh sách, chưa có chỗ").click()
        await row(page, waits).get_by_role("button", name="Ghi hộ tới thêm").click()
        await expect(row(page, waits)).to_contain_text("chờ gửi")
        await page.context.set_offline(False)
        problem = page.locator(".problems")
        await expect(problem).to_contain_text(waits.name)
        await expect(problem).to_contain_text("đã hết chỗ cho nhóm này")
        await page.screenshot(path=shots / "door-problem.png")
        await problem.get_by_role("button", name="Đã giải quyết").click()
        await expect(problem).to_have_count(0)


# ── leaving ──────────────────────────────────────────────────────────────────────────────────


async def test_after_signing_out_nothing_of_the_list_is_left(town: Town) -> None:
    async with town.clerk() as page:
        await page.get_by_role("button", name="Thoát").click()
        await expect(page.locator("#closed")).to_be_visible()
        left = await page.evaluate(
            """async () => {
                 const workers = await navigator.serviceWorker.getRegistrations()
                 return [await caches.keys(), workers.length]
               }"""
        )
    assert left == [[], 0]


async def test_a_role_that_is_gone_takes_the_list_and_leaves_what_is_not_sent(town: Town) -> None:
    home = await town.expected(0)
    async with town.clerk() as page:
        await page.context.set_offline(True)
        await row(page, home).get_by_role("button", name="Có mặt").click()
        await expect(page.locator("#net")).to_contain_text("còn 1 tên chưa gửi")
        await town.hall.door.dismiss(town.hall.door.session.clerk)
        await page.context.set_offline(False)
        await expect(page.locator("#net")).to_contain_text("còn 1 tên chưa gửi máy vẫn giữ")
        await expect(page.locator("#rows")).to_have_count(0)
        assert await page.evaluate("caches.keys()") == []


# ── for everybody ────────────────────────────────────────────────────────────────────────────


async def test_it_works_without_javascript(town: Town) -> None:
    home = await town.expected(0)
    async with town.clerk(java_script_enabled=False) as page:
        await page.get_by_label("Tìm tên hoặc số thứ tự").fill(_typed(home.name))
        await page.get_by_role("button", name="Tìm").click()
        await row(page, home).get_by_role("button", name="Có mặt").click()
        await expect(row(page, home)).to_contain_text("Đã đến lúc")
    assert await town.came() == 1


async def test_where_a_browser_keeps_nothing_it_works_with_a_network(town: Town) -> None:
    """As from an address without a certificate."""
    home = await town.expected(0)
    async with town.context() as context:
        page = await context.new_page()
        await page.add_init_script(
            "Object.defineProperty(window, 'isSecureContext', {value: false})"
        )
        await page.goto(await town.hall.link())
        await page.get_by_role("button", name="Mở trên máy này").click()
        await row(page, home).get_by_role("button", name="Có mặt").click()
        await expect(row(page, home)).to_contain_text("Đã đến lúc")
        assert await page.evaluate("caches.keys()") == []
    assert await town.came() == 1


async def _violations(page: Page) -> list[str]:
    options = {"rules": {"color-contrast-enhanced": {"enabled": True}}}
    found = await Axe().run(page, options=options)
    return [
        f"{one['id']}: {node['html'][:160]}"
        for one in found.response["violations"]
        for node in one["nodes"]
    ]


async def _width(page: Page) -> list[int]:
    sizes: list[int] = await page.locator("html").evaluate(
        "(one) => [one.scrollWidth, one.clientWidth]"
    )
    return sizes


@SCREENS
async def test_the_list_meets_nobody_with_a_barrier(
    town: Town, screen: dict[str, Any], shots: Path, request: pytest.FixtureRequest
) -> None:
    waits = (await town.hall.door.session.standing(State.WAITING))[0]
    home = await town.expected(0)
    async with town.clerk(**screen) as page:
        await row(page, home).get_by_role("button", name="Có mặt").click()
        await expect(row(page, home)).to_contain_text("Đã đến lúc")
        await page.get_by_text("Trong danh sách, chưa có chỗ").click()
        await row(page, waits).get_by_role("button", name="Ghi hộ tới thêm").click()
        await expect(page.locator(".problems")).to_be_visible()
        name = request.node.callspec.id
        await expect(row(page, waits)).to_contain_text("đã hết chỗ cho nhóm này")
        await page.screenshot(path=shots / f"door-refused-{name}.png")
        await page.evaluate("scrollTo(0, 0)")
        await page.screenshot(path=shots / f"door-list-{name}.png")
        await page.locator(".instead").first.click()
        await expect(page.locator("#ask")).to_be_visible()
        await page.screenshot(path=shots / f"door-ask-{name}.png")
        found, width = await _violations(page), await _width(page)
    assert (found, width[0]) == ([], width[1])


@SCREENS
async def test_the_invitation_meets_nobody_with_a_barrier(
    town: Town, screen: dict[str, Any], shots: Path, request: pytest.FixtureRequest
) -> None:
    code = await town.hall.door.code(await town.expected(0))
    async with town.context(**screen) as context:
        page = await context.new_page()
        name = request.node.callspec.id
        paths = (f"/m/{code}", "/m", "/m?ma=K3", "/checkin/mo/none", await town.hall.link())
        for number, path in enumerate(paths):
            await page.goto(path)
            await page.screenshot(path=shots / f"door-{name}-{number}.png", full_page=True)
            width = await _width(page)
            assert (await _violations(page), width[0]) == ([], width[1]), path


async def test_the_pages_ask_nobody_else_and_run_nothing_foreign(town: Town) -> None:
    code = await town.hall.door.code(await town.expected(0))
    async with town.clerk() as page:
        asked: list[str] = []
        refused: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.on("console", lambda message: refused.append(message.text))
        for path in ("/checkin/1", f"/m/{code}", "/m"):
            await page.goto(path)
    elsewhere = [one for one in asked if not one.startswith((town.site, "data:"))]
    assert (elsewhere, refused) == ([], [])


def _typed(name: str) -> str:
    """As somebody types it in a hurry: small letters, no marks."""
    return fold(name)
