"""The product's site, with session 1 of the sample roster at the door. Everybody is invented."""

import html
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import httpx
from starlette.applications import Starlette

from bot import app, running
from bot.config import Settings
from bot.services.hall import door_keys
from bot.serving.server import application
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.door import Door, door

SITE = "http://testserver"


@dataclass
class Hall:
    """The site, and the door behind it."""

    made: running.App
    door: Door

    @property
    def site(self) -> Starlette:
        return application(
            running.routes(self.made), self.made.health, self.made.works.voice.texts.say
        )

    async def link(self) -> str:
        """The path of a fresh link for the clerk."""
        async with self.door.session.works.begin() as work:
            url = await door_keys.link(work, self.door.session.clerk, 1)
        return re.sub(r"^https?://[^/]+", "", url)


@asynccontextmanager
async def hall(
    settings: Settings, database: Database, clock: ManualClock, url: str
) -> AsyncIterator[Hall]:
    made = await app.assemble(settings, database, clock=clock)
    yield Hall(made, await door(database, clock, url))


@dataclass
class Phone:
    """A browser without JavaScript: it keeps cookies, and sends the forms it finds."""

    client: httpx.AsyncClient
    answer: httpx.Response | None = None

    @property
    def page(self) -> str:
        assert self.answer is not None
        return self.answer.text

    async def visit(self, path: str) -> int:
        self.answer = await self.client.get(path, follow_redirects=True)
        return self.answer.status_code

    async def press(self, button: str, **fields: str) -> int:
        """Press the first button with these words, or this name for those who cannot see."""
        form = self._form_of(button)
        found = dict(re.findall(r'<input[^>]* name="([^"]*)"[^>]* value="([^"]*)"', form))
        what = re.search(rf'<button name="([^"]*)" value="([^"]*)"[^>]*>{button}<', form)
        what = what or re.search(rf'<button name="([^"]*)" value="([^"]*)"[^>]*"{button}">', form)
        action = re.search(r'action="([^"]*)"', form)
        if what:
            found[what[1]] = what[2]
        assert self.answer is not None
        path = action[1] if action else self.answer.url.path
        self.answer = await self.client.post(path, data={**found, **fields}, follow_redirects=True)
        return self.answer.status_code

    def _form_of(self, button: str) -> str:
        forms: list[str] = re.findall(r"<form\b.*?</form>", self.page, re.DOTALL)
        return next(one for one in forms if f">{button}<" in one or f'"{button}"' in one)

    def words(self, pattern: str) -> list[str]:
        """What stands in the elements that begin so."""
        found = re.findall(rf"<{pattern}[^>]*>(.*?)</", self.page, re.DOTALL)
        return [html.unescape(re.sub(r"<[^>]+>", "", one)).strip() for one in found]


@asynccontextmanager
async def phone(site: Starlette, address: str = "10.0.0.1") -> AsyncIterator[Phone]:
    transport = httpx.ASGITransport(site, client=(address, 1))
    async with httpx.AsyncClient(transport=transport, base_url=SITE) as client:
        yield Phone(client)
