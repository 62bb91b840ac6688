"""What a page may do, and what it weighs."""

import re

from tests.doubles.web import Visitor, one


async def test_a_page_can_do_only_what_ours_does(lan: Visitor) -> None:
    headers = (await lan.visit()).headers
    assert {name: headers[name] for name in sorted(headers) if name in _GUARDED} == {
        "cache-control": "no-store",
        "content-security-policy": (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            "media-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            "frame-ancestors 'none'"
        ),
        "referrer-policy": "no-referrer",
        "x-content-type-options": "nosniff",
        "x-frame-options": "DENY",
    }


_GUARDED = {
    "cache-control",
    "content-security-policy",
    "referrer-policy",
    "x-content-type-options",
    "x-frame-options",
}


async def test_the_page_holds_no_script_and_no_style_of_its_own(lan: Visitor) -> None:
    scripts = re.findall(r"<script[^>]*>(.*?)</script>", lan.page)
    assert (scripts, re.findall(r"<style| style=| on\w+=", lan.page)) == (["", ""], [])


async def test_the_page_asks_nobody_else(lan: Visitor) -> None:
    addresses = re.findall(r'(?:href|src|action)="([^"]*)"', lan.page)
    elsewhere = [one for one in addresses if not one.startswith(("/", "#", "data:"))]
    assert elsewhere == []


async def test_everything_together_weighs_less_than_forty_kilobytes(lan: Visitor) -> None:
    files = re.findall(r'"(/tep/[^"]*)"', lan.page)
    plain = [await lan.client.get(one, headers={"Accept-Encoding": ""}) for one in ("/", *files)]
    assert (len(plain), sum(len(one.content) for one in plain) < 40_000) == (4, True)


async def test_style_and_script_are_fetched_once(lan: Visitor) -> None:
    file = one(r'"(/tep/[^"]*chat.css)"', lan.page)
    known = await lan.client.get(file)
    other = await lan.client.get("/tep/000000000000/chat.css")
    missing = await lan.client.get("/tep/000000000000/secret.css")
    assert [one.headers.get("cache-control") for one in (known, other, missing)] == [
        "public, max-age=31536000, immutable",
        "no-cache",
        None,
    ]
    assert (known.headers["content-encoding"], known.text == other.text, missing.status_code) == (
        "gzip",
        True,
        404,
    )
