"""One person plays everybody with the printed links, from the question to its being heard."""

import asyncio
import re
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.async_api import Browser, Page, expect

from tests.conftest import ROOT
from tests.doubles.ports import free_port

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

QUESTION = "Hộ cận nghèo vay 50 triệu nuôi bò thì lãi bao nhiêu một tháng?"
ANSWER = (
    "Hộ cận nghèo được vay tối đa 100 triệu đồng, không phải thế chấp. "
    "Cô chú gặp tổ trưởng tổ tiết kiệm và vay vốn ở khóm."
)


@dataclass
class Installation:
    """A program that runs, as ``make run`` starts it, and the links it printed."""

    links: dict[str, str]


@asynccontextmanager
async def started(folder: Path) -> AsyncIterator[Installation]:
    """Run the real program on a free port, with its memory in ``folder``."""
    port = free_port()
    program = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "run",
        cwd=ROOT,
        env={
            "PATH": "/usr/bin:/bin",
            "LANGNGHE_WEB__PORT": str(port),
            "LANGNGHE_STORAGE__URL": f"sqlite:///{folder}/langnghe.db",
        },
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
    )
    try:
        yield Installation(await asyncio.wait_for(_links(program), 30))
    finally:
        program.terminate()
        await asyncio.wait_for(program.wait(), 15)


async def _links(program: asyncio.subprocess.Process) -> dict[str, str]:
    found: dict[str, str] = {}
    assert program.stdout
    async for line in program.stdout:
        if match := re.match(r"\s+(\S+(?: \S+)?)\s{2,}.*(http\S+)$", line.decode()):
            found[match[1]] = match[2]
        if b"Ctrl-C" in line:
            return found
    raise AssertionError("the program ended before it was ready")


@pytest.fixture(scope="module")
def shots() -> Path:
    folder = ROOT / ".screenshots"
    folder.mkdir(exist_ok=True)
    return folder


async def press(page: Page, label: str) -> None:
    """Press the newest button with this label."""
    await page.locator("#log").get_by_role("button", name=label, exact=True).last.click()


async def write(page: Page, words: str) -> None:
    await page.locator("textarea").fill(words)
    await page.get_by_role("button", name="Gửi", exact=True).click()


async def reads(page: Page, words: str) -> None:
    await expect(page.locator("#log")).to_contain_text(words, timeout=10_000)


async def enter(page: Page, link: str, name: str) -> None:
    """Follow a sign-in link and say one's name."""
    await page.goto(link)
    await reads(page, "từ giờ anh chị là")
    await write(page, name)
    await reads(page, name)


async def test_one_person_plays_the_whole_loop_with_the_printed_links(
    browser: Browser, tmp_path: Path, shots: Path
) -> None:
    async with started(tmp_path) as installation:
        links = installation.links
        phone = await browser.new_context(viewport={"width": 360, "height": 740}, locale="vi")
        desk = await browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi")

        # the resident asks, on a small phone
        lan = await phone.new_page()
        await lan.goto(links["web chat"])
        await lan.screenshot(path=shots / "1-welcome.png")
        await lan.get_by_role("button", name="Bắt đầu").click()
        await reads(lan, "đồng ý không")
        await lan.screenshot(path=shots / "2-consent.png")
        await press(lan, "Đồng ý")
        await press(lan, "Phường 1")
        await press(lan, "Bỏ qua")
        await write(lan, QUESTION)
        await reads(lan, "Ngân hàng Chính sách")
        await lan.screenshot(path=shots / "3-confirm.png")
        await press(lan, "Đúng rồi, gửi đi")
        await reads(lan, "TV-0001")
        await lan.screenshot(path=shots / "4-receipt.png")

        # officer, head and reader side by side in one browser, each at its own path
        officer, head, reader = [await desk.new_page() for _ in range(3)]
        await enter(officer, links["officer nhcsxh"], "Nguyễn Văn Tâm")
        await enter(head, links["head nhcsxh"], "Trần Thị Hoa")
        await enter(reader, links["relay p1"], "Lê Văn Bảy")
        await officer.bring_to_front()
        await press(officer, "Hàng đợi")
        await reads(officer, QUESTION)
        await officer.screenshot(path=shots / "5-queue.png")
        await press(officer, "Nhận")
        await press(officer, "Trả lời")
        await reads(officer, "nhắn câu trả lời cho TV-0001")
        await write(officer, ANSWER)
        await reads(officer, "Gửi duyệt được chưa")
        await press(officer, "Gửi duyệt")
        await reads(head, "chờ duyệt")
        await head.screenshot(path=shots / "6-head.png")
        await press(head, "Duyệt")
        await reads(head, "Đã duyệt câu TV-0001")

        # the ward hears
        await press(reader, "Bản tin")
        await press(reader, "Phát ngay")
        await press(reader, "Phát luôn")
        await reads(reader, "Kính thưa bà con")
        await reader.screenshot(path=shots / "7-script.png")
        await press(reader, "Đã phát")
        await reads(reader, "Đã ghi: phát lúc")
        await reads(lan, "không phải thế chấp")
        await lan.screenshot(path=shots / "8-heard.png")
        await press(lan, "Có, cảm ơn")
        await reads(lan, "em mừng quá")
        await phone.close()
        await desk.close()
