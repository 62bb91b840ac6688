"""The bot's side: sending, changing, erasing."""

import re
from datetime import timedelta
from typing import NoReturn

import pytest
from structlog.testing import capture_logs

from bot.channels.base import Channel, Opens, Serves
from bot.channels.web.channel import Web
from bot.domain.errors import Rejected, TryLater
from bot.domain.messages import Outgoing
from storage import mailboxes
from storage.database import Unavailable
from storage.sqlite import Sqlite
from tests.doubles.web import Visitor, World, first_word, one, with_buttons


def test_it_is_a_channel_that_serves_and_opens(web: Web) -> None:
    channel: Channel = web
    assert (channel.name, isinstance(web, Serves), isinstance(web, Opens)) == ("web", True, True)


async def test_a_changed_message_keeps_its_place(world: World, web: Web, lan: Visitor) -> None:
    chat = await first_word(lan, world.inbox)
    first = await web.send(chat, Outgoing(text="Câu TV-0012: chờ"))
    await web.send(chat, Outgoing(text="Còn gì nữa không cô?"))
    await web.edit(chat, first, Outgoing(text="Câu TV-0012: đã nhận"))
    await lan.visit()
    assert lan.messages() == ["Dạ chào", "Câu TV-0012: đã nhận", "Còn gì nữa không cô?"]


async def test_a_card_changed_after_a_press_is_fresh(world: World, web: Web, lan: Visitor) -> None:
    chat = await first_word(lan, world.inbox)
    card = await web.send(chat, with_buttons("Trang sau"))
    await lan.send(press="trang sau:12", message=card)
    await web.edit(chat, card, with_buttons("Trang sau"))
    await lan.visit()
    assert "chosen" not in re.sub('data-words="[^"]*"', "", lan.page)


@pytest.mark.parametrize("message_id", ["99", "", "x", "1" * 30])
async def test_what_was_never_said_cannot_be_changed(web: Web, message_id: str) -> None:
    with pytest.raises(Rejected):
        await web.edit("some chat", message_id, Outgoing(text="Mới"))


async def test_a_database_that_cannot_write_is_tried_later(world: World) -> None:
    web = World(_Full()).web()
    with pytest.raises(TryLater, match="disk full"):
        await web.send("chat", Outgoing(text="Dạ"))
    with pytest.raises(TryLater, match="disk full"):
        await web.edit("chat", "1", Outgoing(text="Dạ"))


class _Full(Sqlite):
    """A database whose disk is full."""

    def __init__(self) -> None: ...

    def transaction(self) -> NoReturn:
        raise Unavailable("disk full")


async def test_an_acknowledgement_shows_nothing(world: World, web: Web, lan: Visitor) -> None:
    chat = await first_word(lan, world.inbox)
    await web.send(chat, Outgoing(text="Dạ"))
    await lan.visit()
    before = lan.messages()

    await web.acknowledge(chat, "press")

    await lan.visit()
    assert before
    assert lan.messages() == before


async def test_an_erased_chat_is_empty_and_goes_on(world: World, web: Web, lan: Visitor) -> None:
    chat = await first_word(lan, world.inbox)
    async with world.database.transaction() as tx:
        await mailboxes.erase(tx, chat, world.now)
    await web.send(chat, Outgoing(text="Đã xóa hết"))
    await lan.visit()
    assert (lan.messages(), one(r'id="page" [^>]*data-seq="(\d+)"', lan.page)) == (
        ["Đã xóa hết"],
        "3",
    )


async def test_words_on_their_way_while_a_chat_is_erased_do_not_come_back(
    world: World, web: Web, lan: Visitor
) -> None:
    chat = await first_word(lan, world.inbox)
    told, world.now = world.now, world.now + timedelta(seconds=1)
    async with world.database.transaction() as tx:
        await mailboxes.erase(tx, chat, world.now)

    await web.send(chat, Outgoing(text="Chuyện riêng của cô", told=told))
    await web.send(chat, Outgoing(text="Đã xóa hết", told=world.now))

    await lan.visit()
    assert lan.messages() == ["Đã xóa hết"]


async def test_a_chat_that_was_erased_goes_on_when_the_clock_is_set_back(
    world: World, web: Web, lan: Visitor
) -> None:
    chat = await first_word(lan, world.inbox)
    told = world.now - timedelta(seconds=1)
    async with world.database.transaction() as tx:
        await mailboxes.erase(tx, chat, world.now)
    world.now -= timedelta(hours=1)

    await web.send(chat, Outgoing(text="Dạ, đã xóa hết", told=world.now))
    await web.send(chat, Outgoing(text="Chuyện riêng của cô", told=told))

    await lan.visit()
    assert lan.messages() == ["Dạ, đã xóa hết"]


async def test_words_that_are_dropped_are_told_in_the_log(
    world: World, web: Web, lan: Visitor
) -> None:
    chat = await first_word(lan, world.inbox)
    async with world.database.transaction() as tx:
        await mailboxes.erase(tx, chat, world.now)
    with capture_logs() as logs:
        before = world.now - timedelta(seconds=1)
        await web.send(chat, Outgoing(text="Chuyện riêng của cô", told=before))
    assert [one["event"] for one in logs] == ["web_words_dropped"]
    assert "Chuyện" not in str(logs)


async def test_old_words_are_forgotten(world: World, web: Web, lan: Visitor) -> None:
    chat = await first_word(lan, world.inbox)
    world.now += timedelta(days=90)
    await web.send(chat, Outgoing(text="Dạ"))
    async with world.database.transaction() as tx:
        forgotten = await mailboxes.forget(tx, world.now)
    await lan.visit()
    assert (forgotten, lan.messages()) == (1, ["Dạ"])
