"""A file is handed out whole, or the part of it that a player asks for."""

import pytest
from starlette.requests import Request

from bot.domain.files import File
from bot.look.downloads import download

CONTENT = b"0123456789"
FILE = File(token="t", name="Bản tiếng Khmer 0.42.m4a", size=len(CONTENT))


def _asked(part: str) -> tuple[int, bytes, str | None]:
    headers = [(b"range", part.encode())] if part else []
    request = Request({"type": "http", "method": "GET", "path": "/", "headers": headers})
    answer = download(request, FILE, CONTENT)
    return answer.status_code, bytes(answer.body), answer.headers.get("content-range")


@pytest.mark.parametrize(
    ("part", "given"),
    [
        ("bytes=0-1", (206, b"01", "bytes 0-1/10")),
        ("bytes=4-", (206, b"456789", "bytes 4-9/10")),
        ("bytes=8-99", (206, b"89", "bytes 8-9/10")),
        ("bytes=-3", (206, b"789", "bytes 7-9/10")),
        ("bytes=-99", (206, CONTENT, "bytes 0-9/10")),
        ("bytes=10-", (416, b"", "bytes */10")),
        ("bytes=-0", (416, b"", "bytes */10")),
        ("", (200, CONTENT, None)),
        ("bytes=-", (200, CONTENT, None)),
        ("bytes=5-2", (200, CONTENT, None)),
        ("bytes=0-1,4-5", (200, CONTENT, None)),
        ("lines=0-1", (200, CONTENT, None)),
        (f"bytes={'9' * 5000}-", (200, CONTENT, None)),
    ],
)
def test_a_part_is_given_as_it_is_asked_for(
    part: str, given: tuple[int, bytes, str | None]
) -> None:
    assert _asked(part) == given


def test_players_are_told_that_they_may_ask_for_parts_and_what_it_is() -> None:
    request = Request({"type": "http", "method": "GET", "path": "/", "headers": []})

    headers = download(request, FILE, CONTENT).headers

    assert (headers["accept-ranges"], headers["content-type"]) == ("bytes", "audio/mp4")
