"""Asked for or delivered: the operator changes one setting and restarts, and nobody notices."""

import asyncio
from collections.abc import AsyncIterator, Mapping
from itertools import cycle, islice

import pytest

from tests.doubles.site import site
from tests.doubles.telegram import TelegramDouble
from tests.stories.telegram.town import FAST, Town, settings_for

HOOK = "https://langnghe.example.vn/telegram"
ASKED: Mapping[str, str] = FAST
DELIVERED: Mapping[str, str] = {**FAST, "webhook_url": HOOK, "webhook_secret": "gio-mat-0123"}

#: Each mode lives until so many more have been answered; the people never stop writing.
ANSWERS = 40

FEW = pytest.param(4, id="4 switches")
MANY = pytest.param(40, id="40 switches", marks=pytest.mark.soak)


class Served(Town):
    """A town whose web server is up, behind a proxy with a public address. It does not run yet."""

    def __init__(self, double: TelegramDouble, url: str) -> None:
        super().__init__(double, settings_for(double, url, ASKED))
        self._url = url

    async def switches(self, mode: Mapping[str, str]) -> None:
        """What the operator does."""
        await self.stops()
        self.settings = settings_for(self.double, self._url, mode)
        await self.starts()

    async def answers(self, many: int) -> None:
        """Wait until so many more messages have been sent."""
        before = len(self.double.sent_at)
        await self.until(lambda: len(self.double.sent_at) >= before + many or None)

    async def starts(self) -> None:
        await super().starts()
        here = await self._stack.enter_async_context(site(self.site))
        self.double.hooks.leads[HOOK] = f"{here}/telegram"


@pytest.fixture
async def served(double: TelegramDouble, url: str) -> AsyncIterator[Served]:
    town = Served(double, url)
    yield town
    await town.stops()


@pytest.mark.parametrize("switches", [FEW, MANY])
async def test_everybody_is_answered_once_however_often_it_is_switched(
    double: TelegramDouble, served: Served, switches: int
) -> None:
    people = [double.user(f"Cô {number}", started=True) for number in range(8)]
    written = dict.fromkeys(range(len(people)), 0)

    async def writes(number: int) -> None:
        while True:
            await people[number].says("/cauhoi")
            written[number] += 1
            await asyncio.sleep(0.05)

    writing = [asyncio.create_task(writes(number)) for number in range(len(people))]
    for mode in islice(cycle((ASKED, DELIVERED)), switches + 1):
        await served.switches(mode)
        await served.answers(ANSWERS)
    for task in writing:
        task.cancel()
    await asyncio.gather(*writing, return_exceptions=True)
    await served.settles()

    assert [len(person.heard) for person in people] == list(written.values())
    assert double.hooks.statuses.count(200) >= ANSWERS


@pytest.mark.parametrize(
    ("first", "then"), [(ASKED, DELIVERED), (DELIVERED, ASKED)], ids=["asked first", "the reverse"]
)
async def test_what_comes_both_ways_is_answered_once(
    double: TelegramDouble, served: Served, first: Mapping[str, str], then: Mapping[str, str]
) -> None:
    """It was stored and answered, and Telegram never heard that it had arrived."""
    lan = double.user("Lan")
    double.redelivers(1_000_000)

    await served.switches(first)
    await lan.says("/cauhoi")
    await served.until(lambda: lan.heard or None)
    await served.stops()
    double.redelivers(-double.updates.lost_acknowledgements)
    await served.switches(then)
    await served.settles()

    assert len(lan.heard) == 1
    assert 200 in double.hooks.statuses
    assert double.counts["getUpdates"] > 0
