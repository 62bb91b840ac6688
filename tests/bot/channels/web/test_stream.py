"""The live stream, over a real server."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, suppress

import pytest
from starlette.applications import Starlette

from bot.channels.web.channel import Web
from bot.channels.web.doors import Key
from bot.channels.web.mailbox import Pace
from bot.domain.messages import Outgoing
from storage import mailboxes
from tests.doubles.web import Line, Visitor, World, browser, first_word, listening, served


async def test_words_arrive_on_an_open_line_as_they_are_said(
    world: World, web: Web, app: Starlette, lan: Visitor
) -> None:
    chat = await first_word(lan, world.inbox)
    async with served(app, web) as site, listening(site, lan.client.cookies["ln"]) as line:
        before = await line.heard()
        card = await web.send(chat, Outgoing(text="Câu TV-0012: chờ"))
        said = await line.heard()
        await web.edit(chat, card, Outgoing(text="Câu TV-0012: đã nhận"))
        changed = await line.heard()
    assert [before, said, changed] == [
        ("1", "Dạ chào"),
        ("2", "Câu TV-0012: chờ"),
        ("3", "Câu TV-0012: đã nhận"),
    ]


async def test_words_that_another_process_put_there_arrive_when_it_says_so(world: World) -> None:
    world.pace = Pace(look_seconds=3600, beat_seconds=3600, answer_seconds=0.05)
    here, elsewhere = world.web(), world.web()
    elsewhere.publish_by(here.received)
    app = Starlette(routes=list(here.routes(world.inbox.store)))
    async with browser(app) as lan:
        await lan.visit()
        chat = await first_word(lan, world.inbox)
        async with served(app, here) as site, listening(site, lan.client.cookies["ln"]) as line:
            await line.heard()
            await elsewhere.send(chat, Outgoing(text="Câu TV-0012: chờ"))
            assert await line.heard() == ("2", "Câu TV-0012: chờ")


@pytest.mark.parametrize("seen", ["header", "address"])
async def test_a_line_that_broke_hears_what_it_missed(
    world: World, web: Web, app: Starlette, lan: Visitor, seen: str
) -> None:
    chat = await first_word(lan, world.inbox)
    card = await web.send(chat, Outgoing(text="Câu TV-0012: chờ"))
    await web.send(chat, Outgoing(text="Còn gì nữa không cô?"))
    await web.edit(chat, card, Outgoing(text="Câu TV-0012: đã nhận"))
    headers = {"Last-Event-ID": "2"} if seen == "header" else {}
    path = "/su-kien" if seen == "header" else "/su-kien?tu=2"
    async with (
        served(app, web) as site,
        listening(site, lan.client.cookies["ln"], path, headers) as line,
    ):
        heard = [await line.heard(), await line.heard()]
    assert heard == [("3", "Còn gì nữa không cô?"), ("4", "Câu TV-0012: đã nhận")]


async def test_a_long_silence_is_caught_up_in_full(
    world: World, web: Web, app: Starlette, lan: Visitor
) -> None:
    chat = await first_word(lan, world.inbox)
    for number in range(120):
        await web.send(chat, Outgoing(text=f"Tin {number}"))
    async with (
        served(app, web) as site,
        listening(site, lan.client.cookies["ln"], "/su-kien?tu=1") as line,
    ):
        heard = [(await line.heard())[1] for _ in range(120)]
    assert heard == [f"Tin {number}" for number in range(120)]


async def test_words_of_another_process_are_heard_too(
    world: World, web: Web, app: Starlette, lan: Visitor
) -> None:
    chat = await first_word(lan, world.inbox)
    other = world.web()
    async with (
        served(app, web) as site,
        listening(site, lan.client.cookies["ln"], "/su-kien?tu=1") as line,
    ):
        await other.send(chat, Outgoing(text="Từ máy khác"))
        assert await line.heard() == ("2", "Từ máy khác")


async def test_a_quiet_line_shows_that_it_holds(web: Web, app: Starlette, lan: Visitor) -> None:
    async with served(app, web) as site, listening(site, lan.client.cookies["ln"]) as line:
        events = [await line.event(), await line.event()]
    assert events == [{"": "lang-nghe", "retry": "3000"}, {"": "", "event": "nhip", "data": "1"}]


async def test_nobody_hears_anotherfirst_word(
    world: World, web: Web, app: Starlette, lan: Visitor
) -> None:
    chat = await first_word(lan, world.inbox)
    async with served(app, web) as site, listening(site, Key.new().secret) as line:
        await web.send(chat, Outgoing(text="Chỉ cho cô Lan"))
        events = [await line.event(), await line.event()]
    assert [event.get("event") for event in events] == [None, "nhip"]


async def test_an_open_line_ends_when_the_program_does(
    web: Web, app: Starlette, lan: Visitor
) -> None:
    async with served(app, web) as site, listening(site, lan.client.cookies["ln"]) as line:
        await line.event()
        await web.close()
        with pytest.raises(EOFError):
            await line.heard()
    await web.open()


async def test_a_page_without_a_line_can_ask(world: World, web: Web, lan: Visitor) -> None:
    chat = await first_word(lan, world.inbox)
    for number in range(60):
        await web.send(chat, Outgoing(text=f"Tin {number}"))
    new = (await lan.client.get("/tin?tu=1")).json()
    rest = (await lan.client.get(f"/tin?tu={new['seq']}")).json()
    older = (await lan.client.get("/tin?truoc=12")).json()
    nothing = (await lan.client.get("/tin?tu=61")).json()
    assert [(len(one["messages"]), one["seq"], one["more"]) for one in (new, rest, older)] == [
        (50, 51, True),
        (10, 61, False),
        (11, 11, False),
    ]
    assert nothing == {"messages": [], "seq": 0, "more": False}


async def test_asking_whether_there_is_a_line_opens_none(lan: Visitor) -> None:
    assert (await lan.client.head("/su-kien")).status_code == 204


async def test_an_open_line_hears_that_everything_was_erased(
    world: World, web: Web, app: Starlette, lan: Visitor
) -> None:
    chat = await first_word(lan, world.inbox)
    async with (
        served(app, web) as site,
        listening(site, lan.client.cookies["ln"], "/su-kien?tu=1") as line,
    ):
        async with world.database.transaction() as tx:
            await mailboxes.erase(tx, chat, world.now)
        await line.event()
        event = await line.event()
    assert event == {"id": "2", "data": '{"gone":2}'}


async def test_erasing_a_chat_of_another_channel_leaves_no_trace(world: World) -> None:
    async with world.database.transaction() as tx:
        await mailboxes.erase(tx, "12345678", world.now)
        assert await mailboxes.since(tx, "12345678", 0, 9) == []
        assert await mailboxes.last_seq(tx, "12345678") == 0


async def test_a_page_that_gets_no_line_hears_what_is_new_and_when_to_ask_again(
    world: World, web: Web, app: Starlette, lan: Visitor
) -> None:
    web.lines.most = 0
    chat = await first_word(lan, world.inbox)
    await web.send(chat, Outgoing(text="Dạ, có trả lời rồi"))
    async with (
        served(app, web) as site,
        listening(site, lan.client.cookies["ln"], "/su-kien?tu=1") as line,
    ):
        await line.event()
        heard = [await line.heard(), await line.event()]
        with pytest.raises(EOFError):
            await line.event()
    assert heard == [("2", "Dạ, có trả lời rồi"), {"event": "hoi", "data": "10"}]


async def test_a_chat_with_too_many_lines_gives_up_the_oldest(
    web: Web, app: Starlette, lan: Visitor
) -> None:
    cookie = lan.client.cookies["ln"]
    async with AsyncExitStack() as windows, served(app, web) as site:
        lines = [await windows.enter_async_context(listening(site, cookie)) for _ in range(5)]
        told = [event async for event in _to_the_end(lines[0])]
    assert told[-1] == {"event": "hoi", "data": "10"}


async def _to_the_end(line: Line) -> AsyncIterator[dict[str, str]]:
    with suppress(EOFError):
        for _ in range(20):
            yield await line.event()


async def test_a_line_that_a_browser_leaves_is_free_again(
    web: Web, app: Starlette, lan: Visitor
) -> None:
    web.lines.most = 1
    cookie = lan.client.cookies["ln"]
    async with served(app, web) as site:
        async with listening(site, cookie) as line:
            await line.event()
            assert web.lines.open == 1
        while web.lines.open:  # noqa: ASYNC110 - it tells nobody
            await asyncio.sleep(0.01)
        async with listening(site, cookie) as line:
            assert [await line.event(), await line.event()] == [
                {"": "lang-nghe", "retry": "3000"},
                {"": "", "event": "nhip", "data": "1"},
            ]
