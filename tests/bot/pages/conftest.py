"""The product is put together once; each test has a memory and a time of its own."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import httpx
import pytest

from bot import app
from bot.config import load
from bot.look.lines import Lines
from bot.programme_cache import ProgrammeCache
from bot.running import App
from bot.wakeups import WakeUps
from storage.sqlite import Sqlite
from tests.conftest import ROOT
from tests.doubles.answers import Board
from tests.doubles.clock import ManualClock


@pytest.fixture(scope="session")
def product(tmp_path_factory: pytest.TempPathFactory) -> tuple[App, Path]:
    """The example product, and its memory as it begins."""
    path = tmp_path_factory.mktemp("pages") / "empty.db"
    settings = load(ROOT / "config.example.toml", {"LANGNGHE_STORAGE__URL": f"sqlite:///{path}"})

    async def make() -> App:
        async with app.opened(settings) as database:
            return await app.assemble(settings, database)

    return asyncio.run(make()), path


@pytest.fixture
async def town(
    product: tuple[App, Path], tmp_path: Path, clock: ManualClock
) -> AsyncIterator[Board]:
    made, empty = product
    shutil.copy(empty, tmp_path / "pages.db")
    database = await Sqlite.open(tmp_path / "pages.db")
    cache = ProgrammeCache(made.works.programme)
    works = replace(
        made.works,
        database=database,
        clock=clock,
        cache=cache,
        wakeups=WakeUps(),
        lines=Lines(),
    )
    yield Board(replace(made, works=works), clock)
    await database.close()


@pytest.fixture
async def lan(town: Board) -> AsyncIterator[httpx.AsyncClient]:
    """Somebody who has never been here, without JavaScript and without a sign-in."""
    transport = httpx.ASGITransport(town.site)
    async with httpx.AsyncClient(transport=transport, base_url="http://testserver") as client:
        yield client
