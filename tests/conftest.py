"""The product as tests get it: assembled by the same door, with a clock that they move."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot import app
from bot.channels.base import Channel
from bot.config import Settings, load
from bot.work import Works
from storage import schema
from storage.sqlite import Sqlite
from tests.doubles.chat import Platform, Talk
from tests.doubles.clock import ManualClock

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def migrated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with its schema; every test works on a copy."""
    path = tmp_path_factory.mktemp("schema") / "empty.db"
    asyncio.run(schema.ensure_sqlite(path))
    return path


@pytest.fixture
async def database(tmp_path: Path, migrated: Path) -> AsyncIterator[Sqlite]:
    """A real database, empty."""
    opened = await Sqlite.open(shutil.copy(migrated, tmp_path / "langnghe.db"))
    yield opened
    await opened.close()


@pytest.fixture
def settings(tmp_path: Path, migrated: Path) -> Settings:
    """The example, with its memory in a folder of the test."""
    shutil.copy(migrated, tmp_path / "langnghe.db")
    url = f"sqlite:///{tmp_path}/langnghe.db"
    return load(ROOT / "config.example.toml", {"LANGNGHE_STORAGE__URL": url})


@pytest.fixture
def clock() -> ManualClock:
    """Wednesday 29 April 2026, 10:00 in Trà Vinh; the next two days are holidays."""
    return ManualClock()


@asynccontextmanager
async def begun(settings: Settings, clock: ManualClock, platform: Platform) -> AsyncIterator[Talk]:
    """The product over its memory; leaving is a restart's first half."""

    def only(_settings: Settings, _works: Works) -> Sequence[Channel]:
        return [platform]

    async with app.opened(settings) as database:
        made = await app.assemble(settings, database, clock=clock, channels=only)
        yield Talk(made, platform, clock)


@pytest.fixture
async def talk(settings: Settings, clock: ManualClock) -> AsyncIterator[Talk]:
    """A running product, and people to talk to it."""
    async with begun(settings, clock, Platform()) as made:
        yield made
