"""Two programs on one token and one database: what people read depends on neither."""

from collections.abc import AsyncIterator
from functools import partial

import pytest

from tests.doubles.telegram import TelegramDouble
from tests.stories.telegram.town import FAST, Town, settings_for

pytestmark = pytest.mark.postgres


@pytest.fixture
async def towns(double: TelegramDouble, url: str) -> AsyncIterator[list[Town]]:
    towns = [Town(double, settings_for(double, url, FAST)) for _ in range(2)]
    for town in towns:
        await town.starts()
    yield towns
    for town in towns:
        await town.stops()


async def test_each_of_them_makes_links_into_telegram(towns: list[Town]) -> None:
    for town in towns:
        voice = town.app.works.voice
        await town.until(partial(voice.links["telegram"], "W1-9f"))

        assert voice.link("W1-9f", "telegram") == "https://t.me/LangNgheBot?start=W1-9f"
