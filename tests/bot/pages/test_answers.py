"""The page of released answers: who reads what, in which order, at which address."""

import gzip
import html
import random
import re
from datetime import date

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
    wards = town.made.works.shelf.programme.wards
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
    assert f"Cần gặp người: {town.made.works.shelf.programme.contact}" in words(
        await lan.get("/traloi")
    )


# ── languages ────────────────────────────────────────────────────────────────────────────────


async def test_the_language_is_chosen_where_one_stands_and_stays(
    town: Board, lan: httpx.AsyncClient
) -> None:
    for number in range(1, 13):
        await town.put(f"TV-{number:04}")
    older = link(await lan.get("/traloi?phuong=p1"), "Xem câu cũ hơn")
    switch = re.search(r'href="([^"]*tieng=en)"', (await lan.get(older)).text)
    assert switch is not None
    english = await lan.get(html.unescape(switch[1]), follow_redirects=True)
    chat = await lan.get("/traloi/TV-0012")
    assert (english.url.raw_path.decode(), words(english, "h1"), "Residents ask" in chat.text) == (
        older,
        ["Answers for Phường 1"],
        True,
    )


@pytest.mark.parametrize("path", ["/traloi?tieng=xx", "/traloi/TV-0012?tieng=xx"])
async def test_an_unknown_language_changes_nothing(
    town: Board, lan: httpx.AsyncClient, path: str
) -> None:
    await town.put("TV-0012")
    page = await lan.get(path)
    assert (page.status_code, "set-cookie" in page.headers) == (200, False)


async def test_the_way_back_leads_nowhere_else(lan: httpx.AsyncClient) -> None:
    paths = ["/traloi/%2F%2Fevil.example?tieng=en", "/traloi/a%0D%0AX-Evil:1?tieng=en"]
    found = [await lan.get(one) for one in paths]
    assert [(one.status_code, one.headers.get("location", "")) for one in found] == [
        (404, ""),
        (303, "/traloi/A%0D%0AX-EVIL%3A1"),
    ]


# ── what a page may do, and what it weighs ───────────────────────────────────────────────────


async def test_the_page_may_do_only_what_ours_does_and_asks_nobody_else(
    town: Board, lan: httpx.AsyncClient
) -> None:
    await town.put("TV-0012")
    page = await lan.get("/traloi")
    addresses = re.findall(r'(?:href|src|action)="([^"]*)"', page.text)
    assert (
        page.headers["content-security-policy"].partition(";")[0],
        page.headers["x-frame-options"],
        [one for one in addresses if not one.startswith(("/", "data:"))],
        re.findall(r"<script|<style| style=| on\w+=", page.text),
        page.headers.get_list("set-cookie"),
    ) == ("default-src 'none'", "DENY", [], [], [])


async def test_a_page_is_kept_a_minute_and_then_asked_for_by_its_etag(
    town: Board, lan: httpx.AsyncClient
) -> None:
    await town.put("TV-0012")
    first = await lan.get("/traloi")
    known = {"If-None-Match": first.headers["etag"]}
    again = await lan.get("/traloi", headers=known)
    await town.put("TV-0013")
    changed = await lan.get("/traloi", headers=known)
    assert (
        first.headers["cache-control"],
        first.headers["vary"],
        [(one.status_code, bool(one.content)) for one in (again, changed)],
    ) == ("public, max-age=60", "Accept-Encoding, Cookie", [(304, False), (200, True)])


async def test_each_language_is_a_page_of_its_own(town: Board, lan: httpx.AsyncClient) -> None:
    etags = {
        (await lan.get("/traloi", headers={"Cookie": f"ln_tieng={one}"})).headers["etag"]
        for one in ("vi", "en")
    }
    assert len(etags) == 2


async def test_a_usual_page_weighs_less_than_twenty_kilobytes(
    town: Board, lan: httpx.AsyncClient
) -> None:
    for number in range(1, 12):
        await town.put(f"TV-{number:04}")
    assert await _weight(lan, packed=False) < 20_000


async def test_a_page_of_the_longest_answers_does_too_on_its_way(
    town: Board, lan: httpx.AsyncClient
) -> None:
    chance = random.Random(7)
    for number in range(1, 12):
        chatter = " ".join(
            "".join(chance.choices("aăâeêioôơuưđbcghklmnt", k=4)) for _ in range(600)
        )
        await town.put(f"TV-{number:04}", chatter, chatter)
    assert await _weight(lan, packed=True) < 20_000


async def _weight(lan: httpx.AsyncClient, *, packed: bool) -> int:
    """The bytes of a page and everything it fetches."""
    page = await lan.get("/traloi")
    files = re.findall(r'"(/traloi/tep/[^"]*)"', page.text)
    found = [page, *[await lan.get(one) for one in files]]
    assert [one.status_code for one in found] == [200, 200]
    return sum(len(gzip.compress(one.content, 6) if packed else one.content) for one in found)


async def test_search_engines_read_the_answers_and_nothing_else(lan: httpx.AsyncClient) -> None:
    robots = await lan.get("/robots.txt")
    page = await lan.get("/traloi")
    assert (robots.text, "noindex" in page.text) == (
        "User-agent: *\nAllow: /traloi\nDisallow: /\n",
        False,
    )


async def test_a_day_of_the_past_keeps_its_year(town: Board, lan: httpx.AsyncClient) -> None:
    await town.put("TV-0012")
    await town.clock.move(days=400)
    page = await lan.get("/traloi")
    assert re.findall(r'<time datetime="([^"]*)"', page.text) == [date(2026, 4, 29).isoformat()]
