"""The web chat on a bad line, out of sight, and without JavaScript: nothing written is lost."""

import re
from contextlib import suppress

import pytest
from playwright.async_api import Error, Page, Route, expect

from bot.domain.messages import Outgoing
from tests.doubles.chat_page import (
    CARD,
    PHONE,
    Town,
    hears,
    read,
    say,
    talk,
)

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


async def test_words_written_without_a_line_go_out_when_it_is_back(town: Town) -> None:
    async with town.somebody() as page:
        await talk(page)
        await page.context.set_offline(True)
        await expect(page.get_by_role("status")).to_have_text("Mất mạng, đang nối lại…")
        await say(page, "Gửi lúc mất mạng")
        await expect(page.locator(".pending .state")).to_have_text("Chờ có mạng là em gửi liền")
        await town.core.web.send(town.core.chat, Outgoing(text="Nói lúc cô chú mất mạng"))
        await page.context.set_offline(False)
        await hears(page, "Nói lúc cô chú mất mạng")
        await hears(page, "em nghe: Gửi lúc mất mạng")
        await expect(page.get_by_role("status")).to_have_text("Có mạng lại rồi")
        await expect(page.get_by_role("status")).to_be_hidden()
        await expect(page.locator(".pending")).to_have_count(0)
    assert town.core.texts.count("Gửi lúc mất mạng") == 1


async def test_words_whose_receipt_was_lost_arrive_once(town: Town) -> None:
    lost: list[str] = []

    async def lose_the_answer(route: Route) -> None:
        if not lost:
            lost.append((await route.fetch()).status_text)
            await route.abort()
        else:
            await route.continue_()

    async with town.somebody() as page:
        await page.route("**/gui", lose_the_answer)
        await say(page, "Chỉ một lần")
        await hears(page, "em nghe: Chỉ một lần")
        await expect(page.locator(".pending")).to_have_count(0)
        await page.wait_for_function("() => localStorage.getItem('ln:queue') === '[]'")
        texts = await read(page)
    assert (len(lost), texts) == (1, ["Chỉ một lần", "Dạ, em nghe: Chỉ một lần"])


async def test_a_wifi_login_page_is_not_taken_for_a_receipt(town: Town) -> None:
    async def portal(route: Route) -> None:
        await route.fulfill(status=200, content_type="text/html", body="<h1>Đăng nhập wifi</h1>")

    async with town.somebody() as page:
        await page.route("**/gui", portal)
        await say(page, "Có ai không?")
        await expect(page.locator(".pending .state")).to_have_text("Chờ có mạng là em gửi liền")
        await page.unroute("**/gui")
        await hears(page, "em nghe: Có ai không?")


async def test_a_reload_loses_nothing(town: Town) -> None:
    async with town.somebody() as page:
        await talk(page)
        await page.route("**/gui", lambda route: route.abort())
        await say(page, "Chưa gửi được")
        await expect(page.locator(".pending")).to_have_count(1)
        await page.get_by_role("textbox").fill("Đang viết dở")
        await page.reload()
        await expect(page.locator(".pending .text")).to_have_text("Chưa gửi được")
        await expect(page.get_by_role("textbox")).to_have_value("Đang viết dở")
        await page.unroute("**/gui")
        await hears(page, "em nghe: Chưa gửi được")
        await expect(page.locator(".msg")).to_have_count(8)


async def test_a_page_that_is_too_old_opens_anew_with_its_words(town: Town) -> None:
    async with town.somebody() as page:
        await talk(page)
        await page.context.clear_cookies()
        await say(page, "Còn nhớ em không?")
        await expect(page.locator(".msg")).to_have_count(0)
        await expect(page.get_by_role("textbox")).to_have_value("Còn nhớ em không?")
        await page.get_by_role("button", name="Gửi", exact=True).click()
        await hears(page, "em nghe: Còn nhớ em không?")


async def test_a_page_that_nobody_sees_counts_what_is_new(town: Town) -> None:
    async with town.somebody() as page:
        await talk(page)
        await _hide(page, hidden=True)
        await town.core.web.send(town.core.chat, Outgoing(text="Dạ, có trả lời rồi"))
        await expect(page).to_have_title(re.compile(r"^\(1\) Lắng Nghe"))
        await _hide(page, hidden=False)
        await expect(page).to_have_title(re.compile(r"^Lắng Nghe"))


async def test_a_page_that_nobody_sees_gives_its_line_back(town: Town) -> None:
    async with town.somebody() as page:
        await talk(page)
        await page.clock.install()
        await _hide(page, hidden=True)
        await page.clock.run_for(2000)
        async with page.expect_request(lambda request: "/tin?tu=" in request.url):
            await page.clock.run_for(16000)
        async with page.expect_request(lambda request: "/su-kien" in request.url):
            await _hide(page, hidden=False)


async def _hide(page: Page, *, hidden: bool) -> None:
    await page.evaluate(
        """(hidden) => {
          Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }""",
        hidden,
    )


async def test_a_page_that_gets_no_line_asks_and_says_nothing_of_it(town: Town) -> None:
    most, town.core.web.lines.most = town.core.web.lines.most, 0
    async with town.somebody() as page:
        await page.clock.install()
        await say(page, "Còn nhớ em không?")
        await hears(page, "em nghe: Còn nhớ em không?")
        await _asks(page)
        await town.core.web.send(town.core.chat, Outgoing(text="Dạ, có trả lời rồi"))
        await _asks(page)
        await hears(page, "Dạ, có trả lời rồi")
        await expect(page.get_by_role("status")).to_be_hidden()
    town.core.web.lines.most = most


async def _asks(page: Page) -> None:
    """Its time passes until it has asked and been answered: before, it may not have begun to
    wait."""
    for _ in range(5):
        with suppress(Error):
            async with page.expect_response(lambda one: "/su-kien" in one.url, timeout=2000):
                await page.clock.run_for(13000)
            return
    pytest.fail("it does not ask")


async def test_it_works_without_javascript(town: Town) -> None:
    async with town.somebody(PHONE, java_script_enabled=False) as page:
        await page.get_by_role("button", name="Bắt đầu").click()
        await say(page, "thẻ")
        await page.get_by_role("link", name="Xem tin mới").click()
        await page.get_by_role("button", name="Nhận").click()
        await page.get_by_role("link", name="Xem tin mới").click()
        await page.get_by_role("link", name="Trả lời tin này").last.click()
        await say(page, "Dạ, được vay 100 triệu")
        await page.get_by_role("link", name="Xem tin mới").click()
        texts = await read(page)
    assert texts == [
        "Bắt đầu",
        "Dạ, em nghe: /start",
        "thẻ",
        f"{CARD}\n\nAnh Minh đang giữ.",
        "Nhận",
        "Dạ, được vay 100 triệu",
        "Dạ, em nghe: Dạ, được vay 100 triệu",
    ]
    assert [one.reply_to for one in town.core.heard.values()] == ["", "", "4", "4"]
