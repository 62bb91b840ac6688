"""An answer that was recorded is heard in the page, by one press."""

from datetime import timedelta
from typing import Any

import pytest
from playwright.async_api import Locator, Page, expect

from bot.domain.messages import Outgoing
from storage import files
from tests.doubles import sounds
from tests.doubles.chat_page import PHONE, SCREENS, Town, barriers, hears, say
from tests.doubles.web import World

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

OGG, MP3 = "Bản tiếng Khmer 0.02.ogg", "Bản tiếng Khmer.mp3"
WORDS = "ចម្លើយ TV-0001 ជាភាសាខ្មែរ សូមចុចស្តាប់។"


async def gets(town: Town, page: Page, *sounds: tuple[str, bytes]) -> None:
    """Somebody has written, and the bot sends recordings."""
    await say(page, "Dạ chào")
    await hears(page, "em nghe: Dạ chào")
    for name, content in sounds:
        async with town.database.transaction() as tx:
            file = files.named(name, content)
            await files.put(tx, file, content, now=World.now, for_how_long=timedelta(days=1))
        await town.core.web.send(town.core.chat, Outgoing(text=WORDS, file=file))
    await expect(page.locator(".bot .sound")).to_have_count(len(sounds))


async def plays(sound: Locator) -> None:
    await expect(sound.locator("audio")).to_have_js_property("paused", value=False)


async def is_still(sound: Locator) -> None:
    await expect(sound.locator("audio")).to_have_js_property("paused", value=True)


@pytest.mark.parametrize(
    ("name", "content"), [(OGG, sounds.opus(2)), (MP3, sounds.mp3(2))], ids=["ogg", "mp3"]
)
async def test_one_press_plays_it_to_its_end_and_nothing_is_fetched_before(
    town: Town, name: str, content: bytes
) -> None:
    async with town.somebody() as page:
        asked: list[str] = []
        page.on("request", lambda one: asked.append(one.url))
        await gets(town, page, (name, content))
        assert not [url for url in asked if "/tep-kem/" in url]

        await page.get_by_role("button", name="សូមចុចស្តាប់ Bấm nghe").click()

        await plays(page.locator(".sound"))
        await expect(page.locator("audio")).to_have_js_property("ended", value=True)


async def test_another_press_stops_it_and_so_does_another_recording(town: Town) -> None:
    async with town.somebody() as page:
        await gets(town, page, (OGG, sounds.opus(60)), (MP3, sounds.mp3(60)))
        first, second = page.locator(".sound").first, page.locator(".sound").last

        await first.get_by_role("button", name="Bấm nghe").click()
        await plays(first)
        await second.get_by_role("button", name="Bấm nghe").click()
        await plays(second)
        await is_still(first)
        await second.get_by_role("button", name="Bấm nghe").click()
        await is_still(second)


async def test_what_a_device_cannot_play_says_what_to_do(town: Town) -> None:
    async with town.somebody() as page:
        await gets(town, page, (OGG, b"OggS and nothing that could be heard"))

        await page.get_by_role("button", name="Bấm nghe").click()

        await expect(page.locator(".named")).to_be_hidden()
        await expect(page.locator(".cannot")).to_be_visible()
        await expect(page.locator(".cannot")).to_have_text(
            "Máy này không mở được bản nghe ở đây. Cô chú bấm tên tệp bên dưới để tải về nghe."
        )


async def test_without_javascript_the_browser_s_own_player_is_there(town: Town) -> None:
    async with town.somebody() as page:
        await gets(town, page, (OGG, sounds.opus(2)))
        context = await town.browser.new_context(
            **PHONE, java_script_enabled=False, storage_state=await page.context.storage_state()
        )
        plain = await context.new_page()
        await plain.goto(town.site)

        await expect(plain.locator("audio[controls]")).to_be_visible()
        await expect(plain.locator(".named")).to_have_text("សូមចុចស្តាប់ · Bấm nghe")
        await expect(plain.locator(".listen")).to_be_hidden()
        await context.close()


@SCREENS
async def test_nobody_meets_a_barrier_and_the_button_is_large(
    town: Town, screen: dict[str, Any]
) -> None:
    async with town.somebody(screen) as page:
        await gets(town, page, (OGG, sounds.opus(2)))
        found = await barriers(page)
        box = await page.locator(".listen").bounding_box()
        sizes = await page.locator("#page").evaluate("(one) => [one.scrollWidth, one.clientWidth]")
    assert found == []
    assert sizes[0] == sizes[1]
    assert box
    assert (box["height"] >= 56, box["width"] >= 200) == (True, True)
