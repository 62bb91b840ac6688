"""Words on the page of answers: a plain form, an address of its own, pages, and nothing secret."""

import re
from dataclasses import replace

import httpx

from bot.services.answers import library
from bot.understanding.similar import Similar
from tests.bot.pages.test_answers import link, numbers, words
from tests.doubles.answers import Board


async def held(town: Board) -> None:
    await library.refresh(town.made.works)


def _alone(town: Board) -> None:
    """This test's own memory of words: the product is put together once for all of them."""
    town.made = replace(town.made, works=replace(town.made.works, similar=Similar()))


async def search(town: Board, asked: str) -> httpx.Response:
    transport = httpx.ASGITransport(town.site)
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
        return await client.get(f"/traloi?{asked}")


async def test_words_without_marks_find_an_answer(town: Board) -> None:
    _alone(town)
    await town.put("TV-0001", "Cầu khỉ ấp Vĩnh Hội gãy rồi")
    await town.put("TV-0002", "Đèn đường tắt hoài", "Phường đã thay bóng đèn.")
    await held(town)

    page = await search(town, "q=cau+khi")

    assert (page.status_code, numbers(page), words(page, "h1")) == (
        200,
        ["TV-0001"],
        ["Các câu trả lời có “cau khi”"],
    )


async def test_the_box_keeps_what_was_looked_for_and_runs_nothing(town: Board) -> None:
    _alone(town)

    page = await search(town, "q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E")

    assert "<script>alert" not in page.text
    assert re.search(r'name="q"[^>]*value="&#34;&gt;&lt;script', page.text)


async def test_nothing_found_says_so_and_leads_back_to_everything(town: Board) -> None:
    _alone(town)
    await town.put("TV-0001", "Cầu khỉ gãy")
    await held(town)

    page = await search(town, "q=heo+quay")

    assert (numbers(page), "Chưa có câu trả lời nào có “heo quay”" in page.text) == ([], True)
    assert link(page, "Xem tất cả câu trả lời") == "/traloi"


async def test_what_was_found_has_pages_with_addresses(town: Board) -> None:
    _alone(town)
    for number in range(12):
        await town.put(f"TV-{number:04}", "Cầu khỉ gãy")
    await held(town)

    first = await search(town, "q=cau+khi")
    onward = link(first, "Xem câu cũ hơn")
    second = await search(town, onward.partition("?")[2])

    assert (len(numbers(first)), onward, len(numbers(second))) == (
        10,
        "/traloi?q=cau+khi&trang=2",
        2,
    )


async def test_one_ward_s_answers_are_searched_if_it_is_chosen(town: Board) -> None:
    _alone(town)
    await town.put("TV-0001", "Cầu khỉ gãy", ward="p1")
    await town.put("TV-0002", "Cầu khỉ gãy", ward="p7")
    await held(town)

    assert numbers(await search(town, "q=cau+khi&phuong=p7")) == ["TV-0002"]


async def test_where_words_cannot_be_looked_for_the_page_says_so(town: Board) -> None:
    off = replace(town.made.works, similar=Similar(available=False))
    town.made = replace(town.made, works=off)

    assert "Lúc này chưa tìm theo chữ được" in (await search(town, "q=cau")).text
