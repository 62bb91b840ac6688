"""Files in the web chat, in a real browser: the paper clip, the link, what is not taken."""

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, expect

from bot.domain.files import File
from bot.domain.messages import Outgoing
from storage import files
from tests.doubles.chat_page import PHONE, SCREENS, Town, barriers, hears, say
from tests.doubles.web import World

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

LIST = "họ tên;phường\nThạch Thị Lan;7\n".encode()
NAME = "Danh sách hộ nghèo ấp Ô Tre.csv"


def _chosen(name: str = NAME, content: bytes = LIST) -> Any:
    return {"name": name, "mimeType": "text/csv", "buffer": content}


async def _chooses(page: Page, name: str = NAME, content: bytes = LIST) -> None:
    await page.get_by_label("Gửi kèm tệp").set_input_files(_chosen(name, content))


async def _gets(town: Town, text: str, name: str = NAME) -> File:
    """The bot sends a file."""
    async with town.database.transaction() as tx:
        file = files.named(name, LIST)
        await files.put(tx, file, LIST, now=World.now, for_how_long=timedelta(days=1))
    await town.core.web.send(town.core.chat, Outgoing(text=text, file=file))
    return file


@SCREENS
async def test_nobody_meets_a_barrier_with_a_file(town: Town, screen: dict[str, Any]) -> None:
    async with town.somebody(screen) as page:
        await say(page, "Dạ chào")
        await _chooses(page)
        found = await barriers(page)
        await page.get_by_role("button", name="Gửi", exact=True).click()
        await expect(page.locator(".mine .file a")).to_be_visible()
        await _gets(town, "Dạ em gửi lại cô.")
        await hears(page, "Dạ em gửi lại cô.")
        found += await barriers(page)
        sizes = await page.locator("#page").evaluate("(one) => [one.scrollWidth, one.clientWidth]")
    assert found == []
    assert sizes[0] == sizes[1]


async def test_a_file_is_chosen_named_and_sent_with_words(town: Town) -> None:
    async with town.somebody() as page:
        await page.get_by_role("textbox").fill("Danh sách đây")
        await _chooses(page)
        await expect(page.locator("#picked")).to_have_text(NAME)
        await page.get_by_role("button", name="Gửi", exact=True).click()
        await hears(page, "em nghe: Danh sách đây")
        await expect(page.locator(".mine .file .name")).to_have_text(NAME)
        await expect(page.locator("#enclosed")).to_be_hidden()

    [message] = town.core.heard.values()
    assert [(one.name, one.size) for one in message.attachments] == [(NAME, len(LIST))]
    assert await town.core.web.fetch(message.attachments[0].ref) == LIST


async def test_a_file_can_be_taken_back_before_it_is_sent(town: Town) -> None:
    async with town.somebody() as page:
        await _chooses(page)
        await page.get_by_role("button", name="Bỏ tệp").click()
        await expect(page.locator("#enclosed")).to_be_hidden()
        await say(page, "Chỉ có chữ")
        await hears(page, "em nghe: Chỉ có chữ")

    assert [one.attachments for one in town.core.heard.values()] == [()]


@pytest.mark.parametrize(
    ("name", "content", "why"),
    [
        ("lớn.pdf", bytes(5 * 1024 * 1024 + 1), "lớn quá"),
        ("trống.pdf", b"", "trống"),
        ("chạy.exe", b"MZ", "chưa mở được loại tệp"),
    ],
)
async def test_a_file_that_cannot_be_taken_is_told_at_once_and_the_words_stay(
    town: Town, name: str, content: bytes, why: str
) -> None:
    async with town.somebody() as page:
        await page.get_by_role("textbox").fill("Chữ đã viết")
        await _chooses(page, name, content)
        await expect(page.locator("#notice")).to_contain_text(why)
        await expect(page.get_by_role("textbox")).to_have_value("Chữ đã viết")
        await expect(page.locator("#enclosed")).to_be_hidden()


async def test_a_file_of_the_bots_is_saved_under_its_name(town: Town, tmp_path: Path) -> None:
    async with town.somebody() as page:
        await say(page, "Dạ chào")
        await hears(page, "em nghe: Dạ chào")
        await _gets(town, "Dạ đây")
        async with page.expect_download() as saving:
            await page.locator(".bot .file a").click()
        saved = await saving.value
        await saved.save_as(tmp_path / "saved")

    assert saved.suggested_filename == NAME
    assert (tmp_path / "saved").read_bytes() == LIST


async def test_a_file_is_sent_without_javascript(town: Town) -> None:
    async with town.somebody(PHONE, java_script_enabled=False) as page:
        await page.get_by_role("textbox").fill("Không có script")
        await _chooses(page)
        await page.get_by_role("button", name="Gửi", exact=True).click()
        await expect(page.locator(".mine .file .name")).to_have_text(NAME)
        await page.get_by_role("textbox").fill("Chữ đã viết")
        await _chooses(page, "chạy.exe", b"MZ")
        await page.get_by_role("button", name="Gửi", exact=True).click()
        await expect(page.locator("#notice")).to_contain_text("chưa mở được loại tệp")
        await expect(page.get_by_role("textbox")).to_have_value("Chữ đã viết")

    assert [one.text for one in town.core.heard.values()] == ["Không có script"]
