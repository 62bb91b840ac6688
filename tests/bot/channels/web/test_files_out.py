"""A file in the web chat: a link with name and size, for the browser that has the chat open."""

from datetime import timedelta

import pytest
from starlette.applications import Starlette

from bot.channels.web.channel import Web
from bot.domain.files import File
from bot.domain.messages import Outgoing
from storage import files
from tests.doubles.web import SITE, Visitor, World, browser, first_word, listening, one, served

NAME = 'Giấy mời "bà con".docx'
CONTENT = b"PK\x03\x04 any bytes\r\n\x00\xff"


async def _sent(world: World, web: Web, chat: str, text: str = "Dạ em gửi cô.") -> File:
    async with world.database.transaction() as tx:
        file = await files.keep(tx, NAME, CONTENT, now=world.now, for_how_long=timedelta(days=1))
    await web.send(chat, Outgoing(text=text, file=file))
    return file


def _link(page: str) -> str:
    return one(r'<p class="file"><a href="([^"]+)"', page)


async def test_a_file_is_a_link_with_its_name_and_size(
    world: World, web: Web, lan: Visitor
) -> None:
    await _sent(world, web, await first_word(lan, world.inbox))
    await lan.visit()

    assert lan.messages() == ["Dạ chào", "Dạ em gửi cô."]
    assert one(r'<span class="name">([^<]*)</span>', lan.page) == "Giấy mời bà con .docx"
    assert one(r'<span class="size">([^<]*)</span>', lan.page) == "1 KB"


async def test_it_is_saved_under_its_own_name_and_shown_in_no_page(
    world: World, web: Web, lan: Visitor
) -> None:
    await _sent(world, web, await first_word(lan, world.inbox))
    await lan.visit()

    answer = await lan.client.get(_link(lan.page))

    assert (answer.status_code, answer.content) == (200, CONTENT)
    assert {name: answer.headers[name] for name in _GUARDED} == {
        "cache-control": "no-store",
        "content-disposition": (
            'attachment; filename="Gi_y m_i b_ con .docx"; '
            "filename*=UTF-8''Gi%E1%BA%A5y%20m%E1%BB%9Di%20b%C3%A0%20con%20.docx"
        ),
        "content-type": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        "x-content-type-options": "nosniff",
    }


_GUARDED = ("cache-control", "content-disposition", "content-type", "x-content-type-options")


async def test_another_chats_browser_does_not_find_it(
    app: Starlette, world: World, web: Web, lan: Visitor
) -> None:
    await _sent(world, web, await first_word(lan, world.inbox))
    await lan.visit()
    async with browser(app) as other:
        assert (await other.client.get(_link(lan.page))).status_code == 404  # no cookie at all
        await other.visit()
        await other.send("another-first-word", text="Dạ")

        answer = await other.client.get(_link(lan.page))

    assert (answer.status_code, CONTENT in answer.content) == (404, False)


@pytest.mark.parametrize("number", ["1", "99", str(2**70)])
async def test_a_message_without_a_file_hands_out_none(
    world: World, web: Web, lan: Visitor, number: str
) -> None:
    await first_word(lan, world.inbox)

    assert (await lan.client.get(f"/tep-kem/{number}")).status_code == 404


async def test_a_file_that_has_expired_gets_one_kind_sentence(
    world: World, web: Web, lan: Visitor
) -> None:
    await _sent(world, web, await first_word(lan, world.inbox))
    await lan.visit()
    world.now += timedelta(days=1)

    answer = await lan.client.get(_link(lan.page))

    assert (answer.status_code, "quá ngày giữ nên em xóa rồi" in answer.text) == (410, True)


async def test_an_official_finds_it_behind_their_own_door(
    app: Starlette, world: World, web: Web
) -> None:
    async with browser(app) as minh:
        await minh.visit("/vao?start=abc")
        await minh.send("sign-in-now", start="abc")
        await _sent(world, web, world.inbox.messages[-1].address.chat)
        await minh.visit(minh.path)

        link = _link(minh.page)
        assert link.startswith(f"{minh.base}/tep-kem/")
        assert (await minh.client.get(link)).content == CONTENT


async def test_a_live_page_gets_the_link_too(app: Starlette, world: World, web: Web) -> None:
    async with browser(app) as lan:
        await lan.visit()
        chat = await first_word(lan, world.inbox)
        cookie = lan.client.cookies["ln"]
    async with served(app, web) as site, listening(site, cookie, "/su-kien?tu=1") as line:
        await _sent(world, web, chat, "Dạ đây")
        event = await line.event()
        while "data" not in event or "event" in event:
            event = await line.event()

    assert "/tep-kem/" in event["data"]
    assert SITE  # the link is of this site: it begins with a slash


async def test_a_message_may_be_nothing_but_a_file(world: World, web: Web, lan: Visitor) -> None:
    chat = await first_word(lan, world.inbox)
    await _sent(world, web, chat, "")
    await lan.visit()
    number = one(r'href="/tep-kem/(\d+)"', lan.page)

    await lan.visit(f"/?tl={number}")

    assert one(r'<q id="quoted">([^<]*)</q>', lan.page) == "Giấy mời bà con .docx"
