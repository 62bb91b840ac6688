"""With the printed links: a file from a resident's page to an officer's, one to the organiser."""

from pathlib import Path

import pytest
from playwright.async_api import Browser, expect

from tests.browser.test_whole_loop import QUESTION, enter, press, reads, started, write

pytestmark = [pytest.mark.browser, pytest.mark.asyncio(loop_scope="session")]

FORM = b"%PDF-1.7 an application for a loan"


async def test_a_file_goes_from_page_to_page_of_the_running_program(
    browser: Browser, tmp_path: Path
) -> None:
    async with started(tmp_path) as installation:
        links = installation.links
        desk = await browser.new_context(viewport={"width": 1280, "height": 900}, locale="vi")
        lan, officer, mai = [await desk.new_page() for _ in range(3)]
        await lan.goto(links["web chat"])
        await lan.get_by_role("button", name="Bắt đầu").click()
        await press(lan, "Đồng ý")
        await press(lan, "Phường 1")
        await press(lan, "Bỏ qua")
        await reads(lan, "nhắn thẳng vào đây")
        await lan.get_by_label("Gửi kèm tệp").set_input_files(
            {"name": "Đơn vay.pdf", "mimeType": "application/pdf", "buffer": FORM}
        )
        await write(lan, QUESTION)
        await press(lan, "Đúng rồi, gửi đi")
        await reads(lan, "TV-0001")

        await enter(officer, links["officer nhcsxh"], "Nguyễn Văn Tâm")
        await officer.bring_to_front()
        await press(officer, "Hàng đợi")
        await reads(officer, "(kèm 1 tệp)")
        await press(officer, "Xem tệp")
        await reads(officer, "Tệp kèm câu TV-0001.")
        async with officer.expect_download() as saving:
            await officer.locator(".bot .file a").click()
        saved = await saving.value
        await saved.save_as(tmp_path / "saved")
        link = await officer.locator(".bot .file a").get_attribute("href")
        elsewhere = await browser.new_context()
        stranger = await elsewhere.new_page()
        stolen = await stranger.goto(f"{links['web chat'].rstrip('/')}{link}")
        await elsewhere.close()

        await mai.bring_to_front()
        await enter(mai, links["organiser"], "Lê Thị Mai")
        await mai.get_by_label("Gửi kèm tệp").set_input_files(
            {"name": "Biên bản.pdf", "mimeType": "application/pdf", "buffer": b"a;b\n"}
        )
        await expect(mai.locator("#picked")).to_have_text("Biên bản.pdf")
        await mai.get_by_role("button", name="Gửi", exact=True).click()
        await reads(mai, "Dạ em nhận tệp Biên bản.pdf (1 KB)")
        await desk.close()

    assert saved.suggested_filename == "Đơn vay.pdf"
    assert (tmp_path / "saved").read_bytes() == FORM
    assert stolen
    assert stolen.status == 404
