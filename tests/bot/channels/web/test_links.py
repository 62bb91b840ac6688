"""Sign-in links: each opens a chat of its own."""

import pytest
from starlette.applications import Starlette

from bot.channels.web.doors import Door
from storage import mailboxes
from tests.doubles.web import SITE, TEXTS, Visitor, World, browser, one


async def test_looking_at_a_sign_in_link_does_not_use_it(world: World, app: Starlette) -> None:
    async with browser(app) as preview:
        answer = await preview.visit("/vao?start=ABC-123")
        await preview.visit("/vao?start=ABC-123")
    assert (answer.status_code, world.inbox.messages) == (200, [])


async def test_a_sign_in_link_hands_its_code_over_once_pressed(
    world: World, app: Starlette
) -> None:
    async with browser(app) as minh:
        await minh.visit("/vao?start=ABC-123")
        status = await minh.send(start="ABC-123")
        async with world.database.reading() as tx:
            rows = await mailboxes.newest(tx, world.inbox.messages[0].address.chat, 99, 9)
    assert (status, [(one.start, one.text) for one in world.inbox.messages]) == (
        204,
        [("ABC-123", "")],
    )
    assert [dict(row.body) for row in rows] == [{"text": "/start"}]


async def test_several_links_live_side_by_side_in_onebrowser(world: World, app: Starlette) -> None:
    async with browser(app) as judge:
        for code in ("OFFICER", "HEAD", "RELAY"):
            await judge.visit(f"/vao?start={code}")
            await judge.send(start=code)
        await judge.visit()
        await judge.send(text="Khi nào?")
        await judge.visit(Door.of_code("HEAD").home)
        await judge.send(text="Duyệt")
    chats = [one.address.chat for one in world.inbox.messages]
    assert (len(set(chats)), chats[1] == chats[4]) == (4, True)


async def test_the_same_link_leads_back_to_the_samefirst_word(world: World, app: Starlette) -> None:
    async with browser(app) as minh:
        await minh.visit("/vao?start=ABC-123")
        await minh.send(start="ABC-123")
        answer = await minh.visit("/vao?start=ABC-123")
    assert (str(answer.url), minh.messages()) == (
        f"{SITE}{Door.of_code('ABC-123').home}",
        ["Bắt đầu"],
    )


async def test_another_browser_with_the_same_link_is_anotherfirst_word(
    world: World, app: Starlette
) -> None:
    for _ in range(2):
        async with browser(app) as somebody:
            await somebody.visit("/vao?start=ABC-123")
            await somebody.send(start="ABC-123")
    assert len({one.address.chat for one in world.inbox.messages}) == 2


async def test_a_code_opens_no_other_door(world: World, app: Starlette) -> None:
    async with browser(app) as minh:
        await minh.visit("/vao?start=ABC-123")
        status = await minh.send(start="XYZ-999")
    assert (status, world.inbox.messages) == (403, [])


@pytest.mark.parametrize("path", ["/chat/0123456789abcdef", "/chat/nonsense"])
async def test_a_door_without_its_key_says_what_to_do(lan: Visitor, path: str) -> None:
    answers = [await lan.visit(path), await lan.visit(f"{path}/tieng/xx")]
    posted = await lan.client.post(f"{path}/gui", data={"text": "Khi nào?"})
    stream = await lan.client.get(f"{path}/su-kien")
    asked = await lan.client.get(f"{path}/tin")
    statuses = [one.status_code for one in (*answers, posted, stream, asked)]
    assert (statuses, TEXTS.say("vi", "web-not-here") in answers[0].text) == (
        [404, 404, 404, 204, 404],
        True,
    )


async def test_a_link_without_a_code_leads_to_the_residentsfirst_word(lan: Visitor) -> None:
    answers = [await lan.visit("/vao"), await lan.visit("/vao?start=<script>")]
    assert [one.url.path for one in answers] == ["/", "/"]


async def test_a_code_at_the_front_door_is_shown_to_its_own(lan: Visitor) -> None:
    answer = await lan.visit("/?start=ABC-123")
    assert answer.url.path == Door.of_code("ABC-123").home


async def test_the_language_can_change_before_the_code_is_used(
    world: World, app: Starlette
) -> None:
    async with browser(app) as minh:
        await minh.visit("/vao?start=ABC-123")
        await minh.visit(one(r'class="tool" href="([^"]*)"', minh.page))
    assert ('value="ABC-123"' in minh.page, '<html lang="en"' in minh.page) == (True, True)
