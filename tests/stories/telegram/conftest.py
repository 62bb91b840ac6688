"""A town on Telegram for each story; at its end nothing was sent that Telegram would refuse."""

import sys
from collections.abc import AsyncIterator, Iterator, MutableMapping

import pytest
import structlog

from tests.doubles.telegram import TelegramDouble
from tests.stories.telegram.town import FAST, Town, settings_for


@pytest.fixture(autouse=True)
def journal() -> Iterator[list[MutableMapping[str, object]]]:
    """What the product logs. A turn that breaks fails the story, unless it takes it out of here."""
    with structlog.testing.capture_logs([structlog.processors.format_exc_info]) as journal:
        yield journal
    broken = [entry["exception"] for entry in journal if entry["event"] == "turn_broken"]
    assert not broken, broken[0]


@pytest.fixture
async def double() -> AsyncIterator[TelegramDouble]:
    """Telegram, with bots in groups hearing only what concerns them, as it is by default."""
    async with TelegramDouble(privacy=True) as double:
        yield double
        sys.stdout.write(screens(double))  # shown where a story fails
        assert double.violations == []


def screens(double: TelegramDouble) -> str:
    """What everybody reads at the end."""
    lines = []
    for room in double.methods.rooms.values():
        lines.append(f"── {room.name}\n")
        lines += [f"{one.text}\n    {one.buttons}\n" for one in room.screen]
    return "".join(lines)


@pytest.fixture
async def town(double: TelegramDouble, url: str) -> AsyncIterator[Town]:
    """A running product that writes as fast as it can."""
    town = Town(double, settings_for(double, url, FAST))
    await town.starts()
    yield town
    await town.stops()


@pytest.fixture
async def paced_town(double: TelegramDouble, url: str) -> AsyncIterator[Town]:
    """A running product that keeps to Telegram's limits, as it does by default."""
    town = Town(double, settings_for(double, url, {}))
    await town.starts()
    yield town
    await town.stops()
