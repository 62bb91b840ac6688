"""A real browser: the system's Chromium. Without it: skipped aloud, or failed where CI=true."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
import pytest_asyncio
from playwright.async_api import Browser, async_playwright
from starlette.applications import Starlette

from storage import schema
from storage.sqlite import Sqlite
from tests.doubles.chat_page import Echo, Town
from tests.doubles.web import World, served

_ARGUMENTS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where Chromium is."""
    for name in ("chromium", "chromium-browser", "google-chrome"):
        if found := shutil.which(name):
            return found
    missing = "no Chromium on this machine (on Debian: apt-get install chromium)"
    if os.environ.get("CI") == "true":
        pytest.fail(missing)
    pytest.skip(missing)


@pytest_asyncio.fixture(scope="session", loop_scope="session")
async def browser(chromium: str) -> AsyncIterator[Browser]:
    """One browser for all tests, which therefore share one loop: ``asyncio(loop_scope="session")``.

    Each test opens a context of its own.
    """
    async with async_playwright() as playwright:
        running = await playwright.chromium.launch(executable_path=chromium, args=list(_ARGUMENTS))
        yield running
        await running.close()


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("chat") / "empty.db"
    asyncio.run(schema.ensure_sqlite(path))
    return path


@pytest_asyncio.fixture(loop_scope="session")
async def town(browser: Browser, tmp_path: Path, empty: Path) -> AsyncIterator[Town]:
    shutil.copy(empty, tmp_path / "web.db")
    database = await Sqlite.open(tmp_path / "web.db")
    web = World(database).web()
    core = Echo(web)
    app = Starlette(routes=list(web.routes(core.store)))
    async with served(app, web) as site:
        yield Town(site, core, database, browser)
    await asyncio.gather(*core.tasks)
    await database.close()
