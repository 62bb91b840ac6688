"""Buttons under a message, and words that answer one."""

import re

from starlette.applications import Starlette

from bot.channels.web.channel import Web
from bot.domain.messages import Address, Happened, Inbound
from tests.doubles.web import (
    Visitor,
    World,
    browser,
    first_word,
    one,
    with_buttons,
)


async def test_a_pressed_button_reaches_the_inbox(world: World, web: Web, lan: Visitor) -> None:
    chat = await first_word(lan, world.inbox)
    card = await web.send(chat, with_buttons("Nhận", "Trả lời"))
    status = await lan.send(press="nhận:12", message=card)
    assert (status, world.inbox.messages[-1]) == (
        204,
        Inbound(
            address=Address("web", chat),
            id=world.inbox.messages[-1].id,
            sender=chat,
            at=world.now,
            happened=Happened.PRESSED,
            press="nhận:12",
            message_id="3",
            reply_to=card,
        ),
    )


async def test_a_pressed_button_is_marked_and_said(world: World, web: Web, lan: Visitor) -> None:
    chat = await first_word(lan, world.inbox)
    card = await web.send(chat, with_buttons("Nhận", "Trả lời"))
    await lan.send(press="nhận:12", message=card)
    await lan.visit()
    marked = re.findall(r'class="choice chosen" name="press" value="([^"]*)"', lan.page)
    assert (marked, lan.messages()) == (["nhận:12"], ["Dạ chào", "Câu hỏi TV-0012", "Nhận"])


async def test_only_what_was_offered_can_be_pressed(world: World, web: Web, lan: Visitor) -> None:
    chat = await first_word(lan, world.inbox)
    card = await web.send(chat, with_buttons("Nhận"))
    mine = world.inbox.messages[0].message_id
    tries = [("duyệt:12", card), ("nhận:12", mine), ("nhận:12", "99"), ("nhận:12", "x")]
    statuses = [await lan.send(press=press, message=message) for press, message in tries]
    assert (statuses, world.inbox.texts) == ([409, 409, 409, 409], ["Dạ chào"])


async def test_a_button_of_another_chat_cannot_be_pressed(
    world: World, web: Web, app: Starlette, lan: Visitor
) -> None:
    card = await web.send(await first_word(lan, world.inbox), with_buttons("Nhận"))
    async with browser(app) as other:
        await other.visit()
        assert await other.send(press="nhận:12", message=card) == 409


async def test_a_button_that_was_there_a_moment_ago_still_counts(
    world: World, web: Web, lan: Visitor
) -> None:
    chat = await first_word(lan, world.inbox)
    card = await web.send(chat, with_buttons("Nhận"))
    await web.edit(chat, card, with_buttons("Trả lời"))
    await web.edit(chat, card, with_buttons("Chuyển"))
    statuses = [await lan.send(press="nhận:12", message=card)]
    statuses += [await lan.send(press="trả lời:12", message=card)]
    assert (statuses, [one.press for one in world.inbox.messages[1:]]) == (
        [204, 204],
        ["nhận:12", "trả lời:12"],
    )


async def test_words_can_answer_a_message(world: World, web: Web, lan: Visitor) -> None:
    card = await web.send(await first_word(lan, world.inbox), with_buttons("Nhận"))
    await lan.visit(f"/?tl={card}")
    chosen = one(r'name="reply_to" value="([^"]*)"', lan.page)
    await lan.send(text="Dạ, được vay 100 triệu", reply_to=chosen)
    await lan.visit()
    assert (world.inbox.messages[-1].reply_to, 'class="quote" href="#m2"' in lan.page) == (
        "2",
        True,
    )


async def test_only_messages_of_this_chat_can_be_answered(
    world: World, web: Web, lan: Visitor
) -> None:
    await web.send("another chat", with_buttons("Nhận", text="Lời của nhà khác"))
    await lan.visit("/?tl=1")
    await lan.send(text="Đây là gì?", reply_to=1)
    assert (world.inbox.messages[0].reply_to, "nhà khác" in lan.page) == ("", False)
