"""One web chat a test, over a database in a file of its own, and a resident who looks at it."""

import asyncio
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from starlette.applications import Starlette

from bot.channels.web.channel import Web
from storage import schema
from storage.sqlite import Sqlite
from tests.doubles.web import Visitor, World, browser


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("web") / "empty.db"
    asyncio.run(schema.ensure_sqlite(path))
    return path


@pytest.fixture
async def world(tmp_path: Path, empty: Path) -> AsyncIterator[World]:
    shutil.copy(empty, tmp_path / "web.db")
    database = await Sqlite.open(tmp_path / "web.db")
    yield World(database)
    await database.close()


@pytest.fixture
def web(world: World) -> Web:
    return world.web()


@pytest.fixture
def app(world: World, web: Web) -> Starlette:
    return Starlette(routes=list(web.routes(world.inbox.store)))


@pytest.fixture
async def lan(app: Starlette) -> AsyncIterator[Visitor]:
    async with browser(app) as visitor:
        await visitor.visit()
        yield visitor
