"""Signals: what one process rings for, the others hear; a lost connection is made again."""

import asyncio
from collections.abc import AsyncIterator
from urllib.parse import urlsplit

import pytest

from storage.signals import Signals
from tests.doubles.postgres import Server

pytestmark = pytest.mark.postgres

WAIT = 20


class Process:
    """One process of several on a database, and what it hears."""

    def __init__(self, url: str) -> None:
        self.signals = Signals(url)
        self.heard: asyncio.Queue[str] = asyncio.Queue()
        self.task = asyncio.create_task(self.signals.run(self.heard.put_nowait))

    async def next(self) -> str:
        return await asyncio.wait_for(self.heard.get(), WAIT)

    async def stop(self) -> None:
        self.task.cancel()
        await asyncio.gather(self.task, return_exceptions=True)


@pytest.fixture
async def processes(url: str) -> AsyncIterator[list[Process]]:
    """Three, all of them listening."""
    made = [Process(url) for _ in range(3)]
    for one in made:
        await _until_heard(one, made)
    yield made
    for one in made:
        await one.stop()


async def _until_heard(teller: Process, everybody: list[Process]) -> None:
    """Ring until all the others listen, and forget it."""
    for one in everybody:
        while one is not teller and one.heard.empty():
            teller.signals.tell("are you there")
            await asyncio.sleep(0.02)
    for one in everybody:
        while not one.heard.empty():
            one.heard.get_nowait()


async def test_what_one_process_rings_for_all_the_others_hear(processes: list[Process]) -> None:
    first, second, third = processes

    first.signals.tell("out telegram")

    assert [await one.next() for one in (second, third)] == ["out telegram"] * 2


async def test_a_process_does_not_hear_itself(processes: list[Process]) -> None:
    first, second, _third = processes

    first.signals.tell("out telegram")
    await second.next()
    second.signals.tell("out web")

    assert await first.next() == "out web"


async def test_what_is_rung_for_again_and_again_is_told_once(processes: list[Process]) -> None:
    first, second, _third = processes

    for name in ("web lan", "web lan", "out web", "web lan"):
        first.signals.tell(name)
    first.signals.tell("the end")

    assert [await second.next() for _ in range(3)] == ["web lan", "out web", "the end"]


async def test_more_names_than_one_signal_carries_are_all_told(processes: list[Process]) -> None:
    first, second, _third = processes
    names = [f"web {'x' * 60}{number}" for number in range(250)]

    for name in names:
        first.signals.tell(name)

    assert [await second.next() for _ in names] == names


async def test_a_lost_connection_is_made_again(
    processes: list[Process], server: Server, url: str
) -> None:
    first, _second, _third = processes

    server.end_connections(urlsplit(url).path.strip("/"))
    await _until_heard(first, processes)

    first.signals.tell("out web")
    assert [await one.next() for one in processes[1:]] == ["out web"] * 2
