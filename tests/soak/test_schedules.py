"""Months of bulletins under trouble: each answer is read out once, and reaches everybody once.

The program is down over slots, its loop is blocked, the clock is an hour wrong and set right, two
programs tick at once, readers press *Phát ngay* at the slot, and a leap day comes. A slot that was
missed by more than its grace is named to the reader. ``make test`` lives through three weeks,
``make soak`` through ten thousand bulletins.
"""

import random
from collections.abc import AsyncIterator
from datetime import UTC, datetime, time, timedelta, tzinfo

import pytest

from storage.database import Database
from tests.conftest import connected
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import BOTH
from tests.soak.city import WARDS, City, Placed

#: When something may be due in a day: slots, the end of the night, and a little later.
MOMENTS = [time(5, 30), time(5, 46), time(6, 1), time(17), time(17, 16), time(17, 31), time(20)]

#: What goes wrong at such a moment; most of the time nothing does.
TROUBLES = ["nothing"] * 8 + ["down", "blocked", "an hour ahead", "an hour behind", "airs"]


@pytest.fixture(params=BOTH)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
async def city(database: Database, url: str, engine: str) -> AsyncIterator[City]:
    """Two programs, nine days before a leap day. On SQLite they share what one of them opened."""
    other = await connected(url) if engine == "postgres" else database
    yield await City.found([database, other], ManualClock(datetime(2028, 2, 20, 1, tzinfo=UTC)))
    await other.close()


def next_moment(now: datetime, zone: tzinfo) -> datetime:
    today = now.astimezone(zone).date()
    days = (today, today + timedelta(days=1))
    return next(
        at for day in days for one in MOMENTS if (at := datetime.combine(day, one, zone)) > now
    )


async def lives(city: City, chance: random.Random, days: int, troubles: list[str]) -> None:
    """So many days of slots; where there are troubles there are answers too."""
    zone = city.programs[0].cache.programme.zone
    ends = city.clock.now() + timedelta(days=days)
    while city.clock.now() < ends:
        for ward in WARDS:
            if troubles and chance.random() < 0.3:
                await city.is_answered(ward)
        await city.clock.move_to(next_moment(city.clock.now(), zone))
        await befalls(city, chance, chance.choice(troubles or ["nothing"]))


async def befalls(city: City, chance: random.Random, trouble: str) -> None:
    match trouble:
        case "down":
            await city.clock.move(minutes=chance.choice([5, 29, 31, 700, 3000]))
        case "blocked":
            await city.clock.move(seconds=90)
        case "airs":
            await city.airs(chance.choice(WARDS))
        case "an hour ahead" | "an hour behind":
            step = 1 if trouble == "an hour ahead" else -1
            city.clock.set(hours=step)
            await city.ticks()
            await city.is_answered(chance.choice(WARDS))
            city.clock.set(hours=-step)
        case _:
            pass
    await city.ticks()


@pytest.mark.parametrize(
    "days",
    [
        pytest.param(20, id="20 days"),
        pytest.param(1200, id="1200 days", marks=pytest.mark.soak),
    ],
)
async def test_each_answer_is_read_out_once_and_reaches_everybody_once(
    city: City, chance: random.Random, days: int
) -> None:
    await lives(city, chance, days, TROUBLES)
    await lives(city, chance, 9, [])

    heard, given_out = city.heard(), await city.given_out()
    for placed in city.placed:
        assert times_heard(heard, placed) == {"reader": 1, "asker": 1, "follower": 1}, placed
        assert await was_named(city, heard, placed, given_out[placed.answer])


def times_heard(heard: dict[str, list[str]], placed: Placed) -> dict[str, int]:
    return {
        part: sum(placed.words in words for words in heard[f"{part} {placed.ward}"])
        for part in ("reader", "asker", "follower")
    }


async def was_named(
    city: City, heard: dict[str, list[str]], placed: Placed, given_out: datetime
) -> bool:
    """Where it did not go out in the slot that was promised: whether the reader was told."""
    if given_out <= placed.promised or (placed.ward, given_out) in city.pressed:
        return True
    async with city.programs[0].look() as work:
        missed = f"Bản tin {work.moment('vi', placed.promised)} bị lỡ giờ"
    return any(words.startswith(missed) for words in heard[f"reader {placed.ward}"])
