"""A number in a path that no row has, however many digits it is typed with: nothing is there."""

from collections.abc import AsyncIterator

import httpx
import pytest

from bot.config import Settings
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.door_site import hall, phone


@pytest.fixture
async def anybody(
    settings: Settings, database: Database, clock: ManualClock, url: str
) -> AsyncIterator[httpx.AsyncClient]:
    async with hall(settings, database, clock, url) as made, phone(made.site) as found:
        yield found.client


@pytest.mark.parametrize("digits", [18, 19, 5000])
@pytest.mark.parametrize(
    "path",
    ["/live/{}", "/checkin/{}", "/traloi/TV-0001/giay/{}", "/tep-kem/{}"],
)
async def test_a_number_of_many_digits_is_not_found(
    anybody: httpx.AsyncClient, path: str, digits: int
) -> None:
    answer = await anybody.get(path.format("9" * digits))

    assert answer.status_code == 404
