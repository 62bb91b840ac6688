"""The page of released answers: who reads what, in which order, at which address."""

import html
import re

import httpx
import pytest

from bot.domain.questions import Sensitive
from tests.doubles.answers import ANSWER, QUESTION, Board


def numbers(page: httpx.Response) -> list[str]:
    """The questions on the page, in order."""
    return re.findall(r'<article aria-label="([^"]*)"', page.text)


def words(page: httpx.Response, kind: str = "p") -> list[str]:
    """The words of every paragraph (or other element)."""
    found = re.findall(rf"<{kind}\b[^>]*>(.*?)</{kind}>", page.text, re.DOTALL)
    return [html.unescape(re.sub("<[^>]+>", "", one)).strip() for one in found]


def link(page: httpx.Response, label: str) -> str:
    """Where the link with these words leads; empty if there is none."""
    found = re.search(rf'<a [^>]*href="([^"]*)"[^>]*>(?:<span[^>]*>)?{label}<', page.text)
    return html.unescape(found[1]) if found else ""


# ── what stands on it ────────────────────────────────────────────────────────────────────────


async def test_anyone_reads_question_answer_office_ward_date_and_number(
    town: Board, lan: httpx.AsyncClient
) -> None:
    await town.put("TV-0012")
    page = await lan.get("/traloi")
    start = words(page).index("Phường 1 · thứ Tư 29/04/2026")
    assert (page.status_code, numbers(page), words(page)[start : start + 5]) == (
        200,
        ["TV-0012"],
        [
            "Phường 1 · thứ Tư 29/04/2026",
            "Bà con hỏi",
            QUESTION,
            "Ngân hàng Chính sách trả lời",
            ANSWER,
        ],
    )


async def test_the_date_is_that_of_the_town(town: Board, lan: httpx.AsyncClient) -> None:
    await town.clock.move(hours=14)  # 17:00 in London, past midnight in Trà Vinh
    await town.put("TV-0012")
    assert "thứ Năm 30/04/2026" in (await lan.get("/traloi")).text


async def test_a_resident_s_phone_is_hidden_and_an_office_s_is_told(
    town: Board, lan: httpx.AsyncClient
) -> None:
    await town.put(
        "TV-0012", "Gọi con tôi số 0912 345 678 giùm?", "Cô chú gọi 0294 000 0002 giờ hành chính."
    )
    pages = [await lan.get(one) for one in ("/traloi", "/traloi/TV-0012")]
    assert [
        ("Gọi con tôi số ••• giùm?" in one.text, "345" in one.text, "0294 000 0002" in one.text)
        for one in pages
    ] == [(True, False, True)] * 2


async def test_what_people_write_is_shown_never_run(town: Board, lan: httpx.AsyncClient) -> None:
    evil = '<script>alert(1)</script> "><b>'
    await town.put("TV-0012", evil, evil + ANSWER)
    page = await lan.get("/traloi/TV-0012")
    assert ("<script" in page.text, "<b>" in page.text, evil in words(page)) == (
        False,
        False,
        True,
    )


async def test_a_question_whose_words_were_erased_says_so(
    town: Board, lan: httpx.AsyncClient
) -> None:
    await town.put("TV-0012")
    await town.erase_words("TV-0012")
    page = await lan.get("/traloi")
    assert [one in words(page) for one in ("Người hỏi đã xóa lời câu hỏi này.", ANSWER)] == [
        True,
        True,
    ]


async def test_readers_are_told_the_language_of_what_was_written(
    town: Board, lan: httpx.AsyncClient
) -> None:
    await town.put("TV-0012", "តើខ្ញុំអាចខ្ចីបានប៉ុន្មាន?")
    page = await lan.get("/traloi?tieng=en", follow_redirects=True)
    assert re.findall(r'lang="(\w+)"', page.text.partition("<article")[2]) == ["km", "vi"]


# ── what never stands on it ──────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "kept",
    [
        {"private": True},
        {"sensitive": Sensitive.PRIVATE},
        {"sensitive": Sensitive.ACCUSATION},
        {"sensitive": Sensitive.CRISIS},
        {"public": False},
    ],
    ids=["private", "sensitive", "accusation", "crisis", "not yet aired"],
)
async def test_what_is_not_for_everyone_never_appears(
    town: Board, lan: httpx.AsyncClient, kept: dict[str, object]
) -> None:
    """Even where a mistake elsewhere has put it into a bulletin."""
    await town.put("TV-0011", "Câu kín TV của một người?", "Lời kín của cơ quan.", **kept)  # type: ignore[arg-type]
    await town.put("TV-0012")
    pages = [
        await lan.get(one)
        for one in ("/traloi", "/traloi?phuong=p1", "/traloi?truoc=99", "/traloi/TV-0011")
    ]
    assert [(one.status_code, numbers(one), "kín" in one.text) for one in pages] == [
        (200, ["TV-0012"], False),
        (200, ["TV-0012"], False),
        (200, ["TV-0012"], False),
        (404, [], False),
    ]


async def test_what_is_kept_back_looks_like_what_does_not_exist(
    town: Board, lan: httpx.AsyncClient
) -> None:
    await town.put("TV-0011", sensitive=Sensitive.ACCUSATION)
    kept, absent = [await lan.get(f"/traloi/{one}") for one in ("TV-0011", "TV-0099")]
    assert kept.text == absent.text.replace("TV-0099", "TV-0011")


async def test_an_answer_that_became_sensitive_disappears(
    town: Board, lan: httpx.AsyncClient
) -> None:
    await town.put("TV-0012")
    await town.seal("TV-0012", Sensitive.PRIVATE)
    assert [(await lan.get(one)).status_code for one in ("/traloi", "/traloi/TV-0012")] == [
        200,
        404,
    ]


# ── order, pages, wards ──────────────────────────────────────────────────────────────────────


async def test_the_newest_stands_first_ten_to_a_page(town: Board, lan: httpx.AsyncClient) -> None:
    for number in range(1, 24):
        await town.put(f"TV-{number:04}")
    first = await lan.get("/traloi")
    second = await lan.get(link(first, "Xem câu cũ hơn"))
    third = await lan.get(link(second, "Xem câu cũ hơn"))
    assert (
        [numbers(one) for one in (first, second, third)],
        link(third, "Xem câu cũ hơn"),
        [link(one, "Về câu mới nhất") for one in (first, third)],
    ) == (
        [
            [f"TV-{number:04}" for number in range(23, 13, -1)],
            [f"TV-{number:04}" for number in range(13, 3, -1)],
            ["TV-0003", "TV-0002", "TV-0001"],
        ],
        "",
        ["", "/traloi"],
    )


async def test_a_page_stays_the_same_while_new_answers_come(
    town: Board, lan: httpx.AsyncClient
) -> None:
    for number in range(1, 13):
        await town.put(f"TV-{number:04}")
    older = link(await lan.get("/traloi"), "Xem câu cũ hơn")
    await town.put("TV-0013")
    assert numbers(await lan.get(older)) == ["TV-0002", "TV-0001"]


async def test_newest_is_what_was_aired_last_not_what_was_approved_last(
    town: Board, lan: httpx.AsyncClient
) -> None:
    waits = await town.put("TV-0001", ward="p1", public=False)
    for number in range(2, 13):
        await town.put(f"TV-{number:04}", ward="p2")
    await town.clock.move(days=1)
    await town.air(waits)
    first = await lan.get("/traloi")
    second = await lan.get(link(first, "Xem câu cũ hơn"))
    assert [*numbers(first), *numbers(second)] == [
        "TV-0001",
        *(f"TV-{number:04}" for number in range(12, 1, -1)),
    ]


async def test_a_ward_reads_its_own_page_by_page(town: Board, lan: httpx.AsyncClient) -> None:
    for number in range(1, 25):
        await town.put(f"TV-{number:04}", ward="p7" if number % 2 else "p1")
    first = await lan.get("/traloi?phuong=p7")
    second = await lan.get(link(first, "Xem câu cũ hơn"))
    chosen = re.findall(r"<option [^>]*selected[^>]*>([^<]*)<", second.text)
    assert ([*numbers(first), *numbers(second)], words(first, "h1"), chosen) == (
        [f"TV-{number:04}" for number in range(23, 0, -2)],
        ["Các câu trả lời của Phường 7"],
        ["Phường 7"],
    )


async def test_the_filter_is_a_plain_form_over_all_wards(
    town: Board, lan: httpx.AsyncClient
) -> None:
    page = await lan.get("/traloi")
    form = re.search(r'<form class="filter" method="get" action="([^"]*)">', page.text)
    wards = town.made.works.programme.wards
    assert (form and form[1], re.findall(r'<option value="([\w-]*)"', page.text)) == (
        "/traloi",
        ["", *(one.id for one in wards)],
    )


@pytest.mark.parametrize(
    "asked", ["phuong=p99", "truoc=99999", "truoc=x", "truoc=-1", f"truoc={'9' * 40}", "phuong="]
)
async def test_an_address_that_names_nothing_shows_everything(
    town: Board, lan: httpx.AsyncClient, asked: str
) -> None:
    await town.put("TV-0012")
    assert numbers(await lan.get(f"/traloi?{asked}")) == ["TV-0012"]
