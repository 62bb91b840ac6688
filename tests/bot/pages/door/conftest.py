"""The site over one database, at the door of session 1, half an hour before it begins."""

from collections.abc import AsyncIterator

import pytest

from bot.config import Settings
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.door_site import Hall, Phone, hall, phone


@pytest.fixture
async def made(
    settings: Settings, database: Database, clock: ManualClock, url: str
) -> AsyncIterator[Hall]:
    async with hall(settings, database, clock, url) as found:
        yield found


@pytest.fixture
async def lan(made: Hall) -> AsyncIterator[Phone]:
    """Somebody's phone."""
    async with phone(made.site) as found:
        yield found


@pytest.fixture
async def clerk(made: Hall) -> AsyncIterator[Phone]:
    """The phone of the clerk of session 1, with the list open."""
    async with phone(made.site) as found:
        await found.visit(await made.link())
        await found.press("Mở trên máy này")
        yield found
