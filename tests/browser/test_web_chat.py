"""The web chat in a real browser, with a small core that answers."""

import re
from datetime import UTC, datetime
from typing import Any

import pytest
from playwright.async_api import BrowserContext, Page, expect

from bot.domain.messages import Outgoing
from storage import mailboxes
from tests.doubles.chat_page import (
    CARD,
    DESKTOP,
    PHONE,
    SCREENS,
    Town,
    barriers,
    hears,
    read,
    say,
    talk,
)

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]


@SCREENS
async def test_nobody_meets_a_barrier(town: Town, screen: dict[str, Any]) -> None:
    async with town.somebody(screen) as page:
        found = await barriers(page)
        await talk(page)
        await page.get_by_role("button", name="Chuyển cơ quan").click()
        await hears(page, "em nghe: Chuyển cơ quan")
        await page.get_by_role("link", name="Trả lời tin này").last.click()
        found += await barriers(page)
        await page.get_by_text("Giúp", exact=True).click()
        found += await barriers(page)
        await page.goto("/chat/0123456789abcdef")
        found += await barriers(page)
    assert found == []


@SCREENS
async def test_nothing_runs_out_of_the_screen(town: Town, screen: dict[str, Any]) -> None:
    async with town.somebody(screen) as page:
        await say(page, "thẻ")
        await say(page, "x" * 300)
        await hears(page, "x" * 300)
        sizes = await page.locator("#page").evaluate("(one) => [one.scrollWidth, one.clientWidth]")
    assert sizes[0] == sizes[1]


async def test_letters_are_large_and_targets_fit_a_thumb(town: Town) -> None:
    async with town.somebody() as page:
        await talk(page)
        small_letters = await page.evaluate(
            """[...document.querySelectorAll('body *')]
               .filter((one) => one.checkVisibility() && !one.closest('.sr, .long')
                 && [...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim())
                 && parseFloat(getComputedStyle(one).fontSize) < 18)
               .map((one) => one.outerHTML)"""
        )
        small_targets = await page.evaluate(
            """[...document.querySelectorAll('a, button, summary, textarea')]
               .filter((one) => one.checkVisibility() && one.className !== 'skip')
               .map((one) => [one.outerHTML, one.getBoundingClientRect()])
               .filter(([, box]) => box.height < 48 || box.width < 48)
               .map(([html, box]) => `${html} ${box.width} ${box.height}`)"""
        )
    assert (small_letters, small_targets) == ([], [])


async def test_the_page_asks_nobody_else(town: Town) -> None:
    async with town.somebody() as page:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        await page.reload()
        await talk(page)
    assert [one for one in asked if not one.startswith((town.site, "data:"))] == []


async def test_it_starts_at_the_newest_message(town: Town) -> None:
    for javascript in (True, False):
        async with town.somebody(PHONE, java_script_enabled=javascript) as page:
            await page.get_by_role("button", name="Bắt đầu").click()
            await hears(page, "em nghe: /start")
            for number in range(15):
                await town.core.web.send(_last_chat(town), Outgoing(text=f"Tin {number}"))
            await page.goto("/")
            await expect(page.get_by_text("Tin 14", exact=True)).to_be_in_viewport()


def _last_chat(town: Town) -> str:
    return list(town.core.heard.values())[-1].address.chat


async def test_a_conversation_is_live(town: Town) -> None:
    async with town.somebody() as page:
        await talk(page)
        texts = await read(page)
        left = await page.get_by_role("textbox").input_value()
    assert (texts, left) == (
        [
            "Bắt đầu",
            "Dạ, em nghe: /start",
            "Hộ cận nghèo muốn vay vốn nuôi bò thì vay được bao nhiêu?\nCó phải thế chấp?",
            "Dạ, em nghe: Hộ cận nghèo muốn vay vốn nuôi bò thì vay được bao nhiêu?"
            "\nCó phải thế chấp?",
            "thẻ",
            CARD,
        ],
        "",
    )


async def test_a_pressed_card_changes_where_it_stands(town: Town) -> None:
    async with town.somebody() as page:
        await talk(page)
        await page.get_by_role("button", name="Nhận").click()
        await hears(page, "Anh Minh đang giữ.")
        await expect(page.locator(".press .text")).to_have_text("Nhận")
        buttons = await page.locator(".msg button.choice").all_inner_texts()
        texts = await read(page)
    assert (buttons, texts[-2:]) == (
        ["Trả lời", "Trả lại"],
        [f"{CARD}\n\nAnh Minh đang giữ.", "Nhận"],
    )


async def test_a_chosen_button_is_marked_and_the_others_stay(town: Town) -> None:
    async with town.somebody() as page:
        await talk(page)
        await page.get_by_role("button", name="Chuyển cơ quan").click()
        await hears(page, "em nghe: Chuyển cơ quan")
        marked = page.locator("button.chosen")
        await expect(marked).to_have_accessible_name("Chuyển cơ quan (đã chọn)")
        await page.reload()
        await expect(marked).to_have_accessible_name("Chuyển cơ quan (đã chọn)")
        await page.get_by_role("button", name="Nhận").click()
        await hears(page, "Anh Minh đang giữ.")


async def test_a_double_tap_is_one_press(town: Town) -> None:
    async with town.somebody() as page:
        await talk(page)
        await page.get_by_role("button", name="Chuyển cơ quan").dblclick()
        await hears(page, "em nghe: Chuyển cơ quan")
        await say(page, "xong")
        await hears(page, "em nghe: xong")
    assert [one.press for one in town.core.heard.values() if one.press] == ["Chuyển cơ quan"]


async def test_words_can_answer_a_card(town: Town) -> None:
    async with town.somebody(DESKTOP) as page:
        await talk(page)
        await page.get_by_role("link", name="Trả lời tin này").last.click()
        await expect(page.get_by_role("textbox")).to_be_focused()
        await expect(page.locator("#quoted")).to_have_text(re.compile("TV-0012"))
        await page.keyboard.type("Dạ, được vay 100 triệu")
        await page.keyboard.press("Enter")
        await hears(page, "em nghe: Dạ, được vay 100 triệu")
        await expect(page.locator("#answering")).to_be_hidden()
        card = await page.locator(".bot", has_text="TV-0012").first.get_attribute("id")
    assert [one.reply_to for one in town.core.heard.values()][-1] == (card or "").removeprefix("m")


async def test_on_a_desk_enter_sends_and_shift_enter_does_not(town: Town) -> None:
    async with town.somebody(DESKTOP) as page:
        await page.get_by_role("textbox").focus()
        await page.keyboard.type("Một")
        await page.keyboard.press("Shift+Enter")
        await page.keyboard.type("Hai")
        await page.keyboard.press("Enter")
        await hears(page, "Hai")
    assert town.core.texts == ["Một\nHai"]


async def test_the_quick_help_leads_on(town: Town) -> None:
    async with town.somebody() as page:
        await page.get_by_text("Giúp", exact=True).click()
        await page.get_by_role("button", name="Câu hỏi của tôi").click()
        await hears(page, "em nghe: /cauhoi")
        texts = await read(page)
    assert texts == ["Câu hỏi của tôi", "Dạ, em nghe: /cauhoi"]


async def test_too_many_words_are_kept_in_the_box(town: Town) -> None:
    async with town.somebody() as page:
        await say(page, "ộ" * 8001)
        await expect(page.get_by_role("alert")).to_contain_text("Tin này dài quá")
        left = await page.get_by_role("textbox").input_value()
    assert (len(left), town.core.texts) == (8001, [])


async def test_a_long_answer_is_read_from_its_beginning(town: Town) -> None:
    async with town.somebody() as page:
        await page.get_by_role("button", name="Bắt đầu").click()
        await hears(page, "em nghe: /start")
        await town.core.web.send(town.core.chat, Outgoing(text="Dạ thưa cô\n" + "và\n" * 60))
        await hears(page, "Dạ thưa cô")
        await page.wait_for_timeout(100)
        top = await page.locator(".bot").last.evaluate("(one) => one.getBoundingClientRect().top")
        head = await page.locator("header").evaluate("(one) => one.getBoundingClientRect().bottom")
    assert 0 <= top - head < 20


async def test_who_reads_older_words_is_not_moved(town: Town) -> None:
    async with town.somebody() as page:
        await page.get_by_role("button", name="Bắt đầu").click()
        await hears(page, "em nghe: /start")
        for number in range(70):
            await town.core.web.send(town.core.chat, Outgoing(text=f"Tin {number}"))
        await page.reload()
        await page.get_by_role("link", name="Xem tin cũ hơn").scroll_into_view_if_needed()
        row = page.locator(".msg", has=page.get_by_text("Tin 21", exact=True))
        tops = [await row.evaluate("(one) => one.getBoundingClientRect().top")]
        await page.get_by_role("link", name="Xem tin cũ hơn").click()
        await expect(page.locator(".msg")).to_have_count(72)
        tops.append(await row.evaluate("(one) => one.getBoundingClientRect().top"))
        await town.core.web.send(town.core.chat, Outgoing(text="Tin mới toanh"))
        below = page.get_by_role("button", name="Có tin mới")
        await below.wait_for()
        tops.append(await row.evaluate("(one) => one.getBoundingClientRect().top"))
        await below.click()
        await expect(page.get_by_text("Tin mới toanh")).to_be_in_viewport()
        await expect(below).to_be_hidden()
    assert max(tops) - min(tops) < 2


async def test_erased_words_leave_the_open_page(town: Town) -> None:
    async with town.somebody() as page:
        await talk(page)
        async with town.database.transaction() as tx:
            await mailboxes.erase(tx, town.core.chat, datetime.now(UTC))
        await town.core.web.send(town.core.chat, Outgoing(text="Dạ, em xóa hết rồi"))
        await hears(page, "em xóa hết rồi")
        texts = await read(page)
    assert texts == ["Dạ, em xóa hết rồi"]


async def _hide(page: Page, *, hidden: bool) -> None:
    await page.evaluate(
        """(hidden) => {
          Object.defineProperty(document, 'hidden', { value: hidden, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }""",
        hidden,
    )


async def test_a_sign_in_link_opens_by_itself_and_once(town: Town) -> None:
    async with town.somebody() as page:
        for _ in range(2):
            await page.goto("/vao?start=OFFICER-1")
            await hears(page, "Dạ chào, link OFFICER-1")
        assert "start" not in page.url
    assert [one.start for one in town.core.heard.values()] == ["OFFICER-1"]


async def test_a_sign_in_link_has_one_button_without_javascript(town: Town) -> None:
    async with town.somebody(PHONE, java_script_enabled=False) as page:
        await page.goto("/vao?start=OFFICER-1")
        before = list(town.core.heard.values())
        await page.get_by_role("button", name="Vào trò chuyện").click()
        await hears(page, "Dạ chào, link OFFICER-1")
    assert before == []


async def test_nine_chats_live_side_by_side_in_one_browser(town: Town) -> None:
    async with town.somebody(DESKTOP) as first:
        pages = [first]
        for number in range(8):
            page = await _tab(first.context, f"/vao?start=ROLE-{number}")
            await hears(page, f"link ROLE-{number}")
            await _hide(page, hidden=True)
            pages.append(page)
        for number, page in enumerate(pages):
            await _hide(page, hidden=False)
            await say(page, f"tab {number}")
            await hears(page, f"em nghe: tab {number}")
            await _hide(page, hidden=True)
    said = [one.address.chat for one in town.core.heard.values() if one.text]
    assert len(set(said)) == 9


async def _tab(context: BrowserContext, path: str) -> Page:
    page = await context.new_page()
    page.set_default_timeout(8000)
    await page.goto(path)
    return page
