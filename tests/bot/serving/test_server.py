"""The web server's own limits, and what it says while the memory is away."""

import resource

import httpx
import pytest
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.health import Health
from bot.i18n import Texts
from bot.serving import capacity
from bot.serving.server import application
from storage.database import Database, Unavailable
from tests.doubles.clock import ManualClock
from tests.doubles.spine import works_over


@pytest.mark.parametrize(
    ("files", "connections"),
    [
        (resource.RLIM_INFINITY, 4000),
        (1_000_000, 4000),
        (1024, 896),  # what a service is usually given
        (256, 128),  # what a Mac gives
        (100, 64),
    ],
)
def test_it_turns_people_away_before_it_runs_out_of_files(files: int, connections: int) -> None:
    assert capacity.connections(files) == connections


@pytest.mark.parametrize(("connections", "lines"), [(4000, 3000), (960, 720), (64, 48)])
def test_open_pages_leave_room_for_forms_and_webhooks(connections: int, lines: int) -> None:
    assert capacity.lines(connections) == lines


@pytest.mark.parametrize(("spare", "at_once"), [(12_384, 256), (128, 42), (0, 8)])
def test_a_crowd_that_comes_at_once_takes_no_files_of_others(spare: int, at_once: int) -> None:
    assert capacity.at_once(spare) == at_once


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("", "Máy đang bận nên trang này chưa mở được. Cô chú chờ một chút, trang tự mở lại."),
        (
            "en",
            "The system is busy, so this page cannot open yet. "
            "Please wait a moment: it opens again by itself.",
        ),
    ],
)
async def test_a_page_that_cannot_be_read_says_so_and_asks_again(
    database: Database, clock: ManualClock, language: str, words: str
) -> None:
    async def unreadable(_request: Request) -> Response:
        raise Unavailable("disk I/O error")

    health = Health(works_over(database, clock), {})
    app = application([Route("/", unreadable)], health, Texts.load().say)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as visitor:
        visitor.cookies.set("ln_tieng", language)
        answer = await visitor.get("/")

    assert (answer.status_code, answer.text) == (503, words)
    assert answer.headers["retry-after"] == answer.headers["refresh"] == "5"


@pytest.mark.parametrize(
    ("path", "status", "onward"),
    [
        ("/traloi/", 303, "/traloi"),
        ("/traloi//", 303, "/traloi"),
        ("/m/%E1%BA%A2/?tieng=en&ma=%E1%BA%A2+B", 303, "/m/%E1%BA%A2?tieng=en&ma=%E1%BA%A2+B"),
        ("//evil.example/", 303, "/evil.example"),
        ("/nowhere", 404, None),
    ],
)
async def test_a_stroke_too_many_leads_on_without_naming_a_host(
    database: Database, clock: ManualClock, path: str, status: int, onward: str | None
) -> None:
    async def page(_request: Request) -> Response:
        return Response()

    health = Health(works_over(database, clock), {})
    app = application([Route("/traloi", page)], health, Texts.load().say)
    transport = httpx.ASGITransport(app)
    async with httpx.AsyncClient(transport=transport) as visitor:
        answer = await visitor.get(f"http://testserver{path}")

    assert (answer.status_code, answer.headers.get("location")) == (status, onward)
