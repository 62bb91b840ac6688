"""The page of a session in the hall: what it shows, what it never shows, and who asks the same."""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import httpx
import pytest

from bot.domain.questions import Sensitive
from bot.pages.boards import Boards
from bot.pages.live import Live
from bot.running import routes
from bot.serving.edge import by_name
from bot.serving.server import application
from tests.doubles.answers import Board
from tests.doubles.hall import SESSION, Hall

LIGHT = "Đèn đường hẻm 12 hư cả tháng, chừng nào sửa?"
CARD = "Thẻ bảo hiểm y tế hết hạn thì đổi ở đâu?"
PAGE = f"/live/{SESSION}"


@pytest.fixture
async def hall(town: Board) -> Hall:
    return await Hall(town.made.works, town.clock).opens()


async def _read(client: httpx.AsyncClient, path: str = PAGE) -> str:
    answer = await client.get(path)
    assert answer.status_code == 200
    return answer.text


def _order(page: str) -> list[str]:
    return re.findall(r"TV-\d+", page)


async def _presses(client: httpx.AsyncClient, name: str, question: int) -> httpx.Response:
    """A button of the page, as a browser without JavaScript sends it."""
    csrf = re.search(r'name="csrf" value="(\w+)"', await _read(client))
    assert csrf is not None
    form = {"csrf": csrf[1], name: str(question)}
    return await client.post(f"{PAGE}/cung-hoi", data=form)


async def test_the_called_question_comes_first_and_then_the_others(
    hall: Hall, lan: httpx.AsyncClient
) -> None:
    await hall.ask(LIGHT)
    called = await hall.ask(CARD)
    await hall.call(called)

    page = await _read(lan)

    assert _order(page) == ["TV-0002", "TV-0001"]
    assert "Đang hỏi · TV-0002 · Phường 7" in page
    assert "2 câu chờ trả lời" in page


async def test_no_hamlet_no_phone_and_nothing_private_stands_there(
    hall: Hall, lan: httpx.AsyncClient
) -> None:
    await hall.ask("Gọi tôi số 0900000001 nghen, đèn hư rồi.")
    await hall.ask("Tôi bị bệnh hiểm nghèo, xin giúp", Sensitive.PRIVATE)
    await hall.ask("Ông A ăn hối lộ", Sensitive.ACCUSATION)

    page = await _read(lan)

    assert _order(page) == ["TV-0001"]
    assert "0900000001" not in page
    assert "Khóm" not in page


async def test_what_is_answered_is_counted_and_gone(hall: Hall, lan: httpx.AsyncClient) -> None:
    await hall.answer(await hall.ask(LIGHT))
    await hall.ask(CARD)

    page = await _read(lan)

    assert _order(page) == ["TV-0002"]
    assert "1 câu đã trả lời" in page


async def test_a_browser_asks_the_same_once_and_takes_it_back(
    hall: Hall, lan: httpx.AsyncClient
) -> None:
    question = await hall.ask(LIGHT)

    back = await _presses(lan, "also", question.id)
    assert (back.status_code, back.headers["location"]) == (303, f"{PAGE}#c{question.id}")
    await _presses(lan, "also", question.id)
    page = await _read(lan)
    assert "1 người cũng hỏi" in page
    assert "Đã ghi, bấm để bỏ" in page

    await _presses(lan, "not", question.id)
    assert "người cũng hỏi" not in await _read(lan)


async def test_a_form_from_elsewhere_is_not_taken(hall: Hall, lan: httpx.AsyncClient) -> None:
    question = await hall.ask(LIGHT)
    await _read(lan)

    forged = await lan.post(f"{PAGE}/cung-hoi", data={"csrf": "0" * 32, "also": str(question.id)})

    assert forged.status_code == 403
    assert "Trang này cũ rồi" in forged.text
    assert "người cũng hỏi" not in await _read(lan)


async def test_nobody_asks_the_same_once_the_session_is_closed(
    hall: Hall, lan: httpx.AsyncClient
) -> None:
    question = await hall.ask(LIGHT)
    await _read(lan)
    await hall.close()

    await _presses(lan, "also", question.id)
    page = await _read(lan)

    assert "Buổi đối thoại đã kết thúc" in page
    assert "cũng hỏi" not in page


async def test_before_it_is_opened_it_says_when_and_where(
    town: Board, lan: httpx.AsyncClient
) -> None:
    page = await _read(lan)

    assert "Buổi đối thoại chưa bắt đầu" in page
    assert "07:30" in page


async def test_before_it_is_opened_nobody_reads_what_will_be_asked(
    town: Board, lan: httpx.AsyncClient
) -> None:
    await Hall(town.made.works, town.clock).ask(LIGHT)

    page = await _read(lan)

    assert (LIGHT in page, "1 câu chờ trả lời" in page) == (False, True)


async def test_it_speaks_english_too(hall: Hall, lan: httpx.AsyncClient) -> None:
    await hall.ask(LIGHT)
    assert (await lan.get(f"{PAGE}?tieng=en")).status_code == 303

    assert "Next questions" in await _read(lan)


async def test_a_session_that_does_not_exist_has_no_page(lan: httpx.AsyncClient) -> None:
    assert (await lan.get("/live/99")).status_code == 404


async def test_it_can_be_read_and_pressed_without_javascript(
    hall: Hall, lan: httpx.AsyncClient
) -> None:
    await hall.ask(LIGHT)

    page = await _read(lan)

    assert '<noscript><meta http-equiv="refresh" content="3"></noscript>' in page
    assert LIGHT in page
    assert "<svg" in page


async def test_a_thousand_who_watch_cost_one_look_a_change(hall: Hall) -> None:
    question = await hall.ask(LIGHT)
    boards = Boards(hall.works)
    seen = (await boards.get(SESSION)).version
    watching = [asyncio.ensure_future(boards.newer(SESSION, seen)) for _ in range(1000)]
    await asyncio.sleep(0)
    looks = boards.looks

    await hall.call(question)
    shown = await asyncio.gather(*watching)

    assert boards.looks == looks + 1
    assert {one.board.called.question.id for one in shown if one and one.board.called} == {1}
    assert len(shown) == 1000


async def test_who_watches_goes_home_when_the_program_stops(hall: Hall) -> None:
    boards = Boards(hall.works)
    seen = (await boards.get(SESSION)).version
    watching = asyncio.ensure_future(boards.newer(SESSION, seen))
    await asyncio.sleep(0)

    boards.close()

    assert await watching is None


async def test_a_page_that_gets_no_line_hears_of_a_newer_board_and_asks_again(
    town: Board, hall: Hall, lan: httpx.AsyncClient
) -> None:
    await hall.ask(LIGHT)
    town.made.works.lines.most = 0
    version = re.search(r'data-version="(\w+)"', await _read(lan))
    assert version is not None

    new = await lan.get(f"{PAGE}/su-kien?tu=old")
    same = await lan.get(f"{PAGE}/su-kien?tu={version[1]}")

    assert (new.text, same.text) == (
        f"retry: 10000\n\nid: {version[1]}\ndata: {version[1]}\n\n",
        "retry: 10000\n\n",
    )


@asynccontextmanager
async def _from(address: str, town: Board, live: Live) -> AsyncIterator[httpx.AsyncClient]:
    """A browser somewhere in the world."""
    site = application(routes(town.made, live), town.made.health, town.made.works.voice.texts.say)
    transport = httpx.ASGITransport(site, client=(address, 1))
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
        yield client


async def test_whoever_opens_the_board_in_a_loop_waits_and_nobody_else_does(
    town: Board, hall: Hall
) -> None:
    live = Live(hall.works, opens=2)
    async with _from("203.0.113.7", town, live) as crowd:
        answers = [await crowd.get(PAGE) for _ in range(3)]
    async with _from("203.0.113.8", town, live) as other:
        others = await other.get(PAGE)

    assert [one.status_code for one in (*answers, others)] == [200, 200, 429, 200]
    assert answers[2].headers["refresh"] == "5"
    assert answers[2].text.startswith("Máy đang bận nên trang này chưa mở được.")


async def test_a_proxy_that_names_nobody_keeps_no_hall_waiting(town: Board, hall: Hall) -> None:
    live = Live(hall.works, is_proxy=by_name("10.0.0.5"), opens=1)
    async with _from("10.0.0.5", town, live) as crowd:
        answers = [await crowd.get(PAGE) for _ in range(3)]

    assert [one.status_code for one in answers] == [200] * 3


async def test_presses_beyond_what_a_hall_can_do_change_nothing(town: Board, hall: Hall) -> None:
    first, second = await hall.ask(LIGHT), await hall.ask(CARD)
    live = Live(hall.works, presses=1)
    async with _from("203.0.113.7", town, live) as crowd:
        statuses = [(await _presses(crowd, "also", one.id)).status_code for one in (first, second)]
        page = await _read(crowd)

    assert statuses == [303, 303]
    assert page.count("1 người cũng hỏi") == 1
