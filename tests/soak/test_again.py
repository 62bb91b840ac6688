"""The same message comes again: at once, after a restart, a day later. Its effects happen once.

``make test`` tells some dozens of messages again, ``make soak`` 100,000, and 20,000 on PostgreSQL.
"""

from collections.abc import Sequence

import pytest

from bot.config import Settings
from tests.conftest import begun
from tests.doubles.chat import Platform, Talk
from tests.doubles.clock import ManualClock
from tests.doubles.journey import batches
from tests.doubles.postgres import ask
from tests.soak.ward import move_in

WORDS = ("Tôi xin vay vốn hộ nghèo để nuôi bò thì làm ở đâu?", "Đúng rồi, gửi đi")

POSTGRES, SOAK = pytest.mark.postgres, pytest.mark.soak

#: How many ask at the same time, and how many of these groups a program lives to see.
TOGETHER, LIFE = 20, 50


async def _tells(talk: Talk, group: Sequence[str]) -> None:
    """Everybody says everything, twice in the same breath and once more."""
    for batch in batches(group, WORDS):
        await talk.arrive(*batch, *batch)
        await talk.arrive(*batch)


@pytest.mark.parametrize(
    ("engine", "many"),
    [
        pytest.param("sqlite", 60, id="sqlite, 120 messages"),
        pytest.param("postgres", 60, id="postgres, 120 messages", marks=POSTGRES),
        pytest.param("sqlite", 50_000, id="sqlite, 100,000 messages", marks=SOAK),
        pytest.param("postgres", 10_000, id="postgres, 20,000 messages", marks=(POSTGRES, SOAK)),
    ],
)
async def test_a_message_that_comes_again_and_again_is_worked_on_once(
    settings: Settings, url: str, clock: ManualClock, many: int
) -> None:
    chats, platform = [f"resident {n}" for n in range(many)], Platform()
    await move_in(url, [f"chat:{one}" for one in chats], clock.now())
    groups = [chats[first : first + TOGETHER] for first in range(0, many, TOGETHER)]
    for first in range(0, len(groups), LIFE):
        async with begun(settings, clock, platform) as talk:
            for group in groups[max(0, first - 1) : first + LIFE]:  # the last ones of before, too
                await _tells(talk, group)
    await clock.move(days=1)
    async with begun(settings, clock, platform) as talk:
        await talk.tick()
        for group in groups:
            await _tells(talk, group)

    counts = "SELECT COUNT(*), COUNT(DISTINCT asker), COUNT(DISTINCT number) FROM questions"
    assert await ask(url, counts) == [(many, many, many)]
    assert await ask(url, "SELECT COUNT(*) FROM history") == [(many,)]
    assert await ask(url, "SELECT state, COUNT(*) FROM inbox GROUP BY state") == [
        ("done", len(WORDS) * many)
    ]
    assert {len(heard) for heard in platform.chats.values()} == {len(WORDS)}
    assert len(platform.chats) == many
