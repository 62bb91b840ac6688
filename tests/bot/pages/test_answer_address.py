"""An answer's own address, and what is said where there is none."""

import re

import httpx
import pytest

from tests.bot.pages.test_answers import link, numbers, words
from tests.doubles.answers import ANSWER, QUESTION, Board

# ── an answer's own address ──────────────────────────────────────────────────────────────────

LONG = "Cô chú mang căn cước và sổ hộ nghèo tới điểm giao dịch ở phường. " * 40


async def test_a_long_answer_is_whole_at_its_own_address(
    town: Board, lan: httpx.AsyncClient
) -> None:
    await town.put("TV-0012", answer=LONG.strip())
    among = await lan.get("/traloi")
    alone = await lan.get(link(among, "Đọc hết câu TV-0012"))
    assert (LONG.strip() in words(among), LONG.strip() in words(alone), alone.url.path) == (
        False,
        True,
        "/traloi/TV-0012",
    )


async def test_a_phone_is_hidden_before_a_text_is_cut(town: Board, lan: httpx.AsyncClient) -> None:
    for at in range(380, 402):
        await town.put(f"TV-{at:04}", "a " * (at // 2) + "0912345678 gọi giùm")
    pages = [await lan.get("/traloi"), await lan.get("/traloi?truoc=13")]
    assert [re.findall(r"0912\d*|09\b", one.text) for one in pages] == [[], []]


async def test_a_number_may_be_typed_in_small_letters(town: Board, lan: httpx.AsyncClient) -> None:
    await town.put("TV-0012")
    assert numbers(await lan.get("/traloi/tv-0012")) == ["TV-0012"]


async def test_a_question_answered_twice_shows_both_the_newest_first(
    town: Board, lan: httpx.AsyncClient
) -> None:
    await town.put("TV-0012")
    await town.answer_again("TV-0012", "Từ hôm nay được vay 120 triệu.")
    page = await lan.get("/traloi/TV-0012")
    said = [one for one in words(page) if "được vay" in one and one != QUESTION]
    assert said == ["Từ hôm nay được vay 120 triệu.", ANSWER]


@pytest.mark.parametrize("number", ["TV-0099", "GỌI NGAY 0912345678", "<b>"])
async def test_a_number_without_an_answer_says_what_to_do(
    lan: httpx.AsyncClient, number: str
) -> None:
    page = await lan.get(f"/traloi/{number}")
    title = "Chưa có câu trả lời TV-0099 trên trang này"
    assert (
        page.status_code,
        words(page, "h1"),
        page.headers["cache-control"],
        link(page, "Xem tất cả câu trả lời"),
        link(page, "Gửi câu hỏi"),
        "0912345678" in re.sub(r'href="[^"]*"', "", page.text),
    ) == (
        404,
        [title if number == "TV-0099" else "Chưa có câu trả lời nào ở đây"],
        "no-store",
        "/traloi",
        "/",
        False,
    )


# ── nothing there, and what to do ────────────────────────────────────────────────────────────


async def test_an_empty_page_says_what_to_do(lan: httpx.AsyncClient) -> None:
    page = await lan.get("/traloi")
    assert (words(page, "h2"), link(page, "Gửi câu hỏi"), link(page, "Xem tất cả câu trả lời")) == (
        ["Chưa có câu trả lời nào ở đây"],
        "/",
        "",
    )


async def test_a_ward_without_answers_leads_to_the_others(
    town: Board, lan: httpx.AsyncClient
) -> None:
    await town.put("TV-0012", ward="p1")
    page = await lan.get("/traloi?phuong=p2")
    assert (words(page, "h2"), link(page, "Xem tất cả câu trả lời")) == (
        ["Chưa có câu trả lời nào ở đây"],
        "/traloi",
    )


async def test_the_page_names_whom_to_call(town: Board, lan: httpx.AsyncClient) -> None:
    assert f"Cần gặp người: {town.made.works.programme.contact}" in words(await lan.get("/traloi"))
