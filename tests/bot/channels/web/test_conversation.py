"""What a resident says and sees."""

import asyncio
import re
from collections.abc import Sequence
from dataclasses import replace

from starlette.applications import Starlette

from bot.channels.base import Arrival
from bot.channels.web.channel import Web
from bot.channels.web.doors import Key
from bot.domain.messages import Address, Inbound, Outgoing
from storage import mailboxes
from storage.database import Unavailable
from tests.doubles.web import (
    Visitor,
    World,
    browser,
    first_word,
)


async def test_the_first_visit_gives_a_key_that_no_script_can_read(app: Starlette) -> None:
    async with browser(app) as visitor:
        answer = await visitor.visit()
    cookie = answer.headers["set-cookie"]
    assert re.sub("ln=[^;]*", "ln=", cookie) == (
        "ln=; HttpOnly; Max-Age=34560000; Path=/; SameSite=lax"
    )


async def test_over_https_the_key_never_travels_in_the_open(world: World) -> None:
    web = world.web("https://langnghe.example")
    async with browser(Starlette(routes=list(web.routes(world.inbox.store)))) as visitor:
        answer = await visitor.visit()
    assert answer.headers["set-cookie"].endswith("; SameSite=lax; Secure")


async def test_looking_writes_nothing(world: World, lan: Visitor) -> None:
    await lan.visit()
    assert (world.inbox.messages, lan.messages()) == ([], [])


async def test_words_are_in_the_inbox_when_the_form_is_answered(world: World, lan: Visitor) -> None:
    status = await lan.send(text="Khi nào có thẻ bảo hiểm?\r\nTôi ở khóm 3")
    chat = world.inbox.messages[0].address.chat
    assert (status, world.inbox.messages) == (
        204,
        [
            Inbound(
                address=Address("web", chat),
                id=world.inbox.messages[0].id,
                sender=chat,
                at=world.now,
                text="Khi nào có thẻ bảo hiểm?\nTôi ở khóm 3",
                message_id="1",
            )
        ],
    )


async def test_the_address_does_not_tell_the_key(world: World, lan: Visitor) -> None:
    chat = await first_word(lan, world.inbox)
    assert (len(chat), chat in lan.client.cookies["ln"]) == (32, False)


async def test_a_reload_shows_the_whole_conversation(world: World, web: Web, lan: Visitor) -> None:
    chat = await first_word(lan, world.inbox)
    await web.send(chat, Outgoing(text="Dạ em chào cô"))
    await lan.visit()
    assert lan.messages() == ["Dạ chào", "Dạ em chào cô"]


async def test_a_form_sent_again_is_the_same_message(world: World, lan: Visitor) -> None:
    statuses = [await lan.send(text="Khi nào?"), await lan.send(text="Khi nào?")]
    await lan.visit()
    assert (statuses, world.inbox.texts, lan.messages()) == ([204, 204], ["Khi nào?"], ["Khi nào?"])


async def test_other_words_under_an_old_number_are_not_lost(world: World, lan: Visitor) -> None:
    await lan.send(text="Khi nào?")
    await lan.send(text="Ở đâu?")
    assert world.inbox.texts == ["Khi nào?", "Ở đâu?"]


async def test_without_javascript_the_page_comes_back_with_the_answer(
    world: World, web: Web, lan: Visitor
) -> None:
    world.pace = replace(world.pace, answer_seconds=30)
    slow = world.web()

    async def store(arrivals: Sequence[Arrival]) -> None:
        await world.inbox.store(arrivals)
        answering.append(asyncio.create_task(reply()))

    async def reply() -> None:
        await asyncio.sleep(0.05)
        await slow.send(world.inbox.messages[0].address.chat, Outgoing(text="Dạ em nghe"))

    answering: list[asyncio.Task[None]] = []
    async with browser(Starlette(routes=list(slow.routes(store)))) as visitor:
        await visitor.visit()
        answer = await visitor.answer(live=False, text="Alo")
        await visitor.visit(answer.headers["location"])
    await asyncio.gather(*answering)
    assert (answer.status_code, visitor.messages()) == (303, ["Alo", "Dạ em nghe"])


async def test_nothing_to_say_is_no_message(world: World, lan: Visitor) -> None:
    assert (await lan.send(text=" \n "), world.inbox.messages) == (204, [])


async def test_an_inbox_that_cannot_keep_it_is_told_and_the_words_stay(
    world: World, lan: Visitor
) -> None:
    world.inbox.trouble = Unavailable("disk full")
    answer = await lan.answer(live=False, text="Khi nào?", reply_to="")
    assert (answer.status_code, "\nKhi nào?</textarea>" in answer.text) == (503, True)


async def test_words_kept_before_a_crash_reach_the_inbox_at_the_next_look(
    world: World, lan: Visitor
) -> None:
    world.inbox.trouble = Unavailable("disk full")
    await lan.send(text="Khi nào?")
    await lan.visit()
    before = lan.messages()
    world.inbox.trouble = None
    await lan.visit()
    assert (before, world.inbox.texts, lan.messages()) == ([], ["Khi nào?"], ["Khi nào?"])


async def test_numbers_that_nobody_may_keep_are_left_out_before_anything_is_stored(
    world: World, lan: Visitor
) -> None:
    world.inbox.trouble = Unavailable("stopped here")
    await lan.send(text="CCCD của tôi là 084301234567")
    world.inbox.trouble = None
    async with world.database.reading() as tx:
        kept = await mailboxes.held(tx, Key(lan.client.cookies["ln"]).chat)
    await lan.visit()
    told = [(one.text, one.left_out) for one in world.inbox.messages]
    assert ([one.body["text"] for one in kept], told) == (
        ["CCCD của tôi là •••"],
        [("CCCD của tôi là •••", ("id_card",))],
    )
