"""How the page of answers is served: its languages, what it may do, what it weighs."""

import gzip
import html
import random
import re
from datetime import date

import httpx
import pytest

from tests.bot.pages.test_answers import link, words
from tests.doubles.answers import Board

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
