"""Erasing while the bot speaks, by two programs on one PostgreSQL."""

import asyncio
from datetime import timedelta

import pytest

from bot.domain.messages import Outgoing
from storage import mailboxes
from tests.conftest import connected
from tests.doubles.postgres import ask
from tests.doubles.web import World

_WAITING = (
    "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%web_chats%'"
)


@pytest.fixture
def engine() -> str:
    return "postgres"


@pytest.mark.postgres
async def test_words_that_come_while_everything_is_being_erased_do_not_survive_it(url: str) -> None:
    here, there = await connected(url), await connected(url)
    world = World(here)
    web, told = world.web(), world.now
    await web.send("lan", Outgoing(text="Dạ chào"))
    world.now += timedelta(seconds=1)
    async with there.transaction() as tx:
        await mailboxes.erase(tx, "lan", world.now)
        speaking = asyncio.create_task(web.send("lan", Outgoing(text="Chuyện riêng", told=told)))
        while not await ask(url, _WAITING):
            assert not speaking.done()
    await speaking

    async with here.reading() as tx:
        left = await mailboxes.newest(tx, "lan", 2**62, 10)
    assert [one.body["text"] for one in left] == []
    await here.close()
    await there.close()
