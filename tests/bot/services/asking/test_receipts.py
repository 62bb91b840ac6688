"""Why the date is that late, in words."""

from datetime import UTC, datetime

import pytest

from bot.services.asking import receipts
from tests.doubles.chat import Talk


@pytest.mark.parametrize(
    ("start", "days", "words"),
    [
        ("2026-04-29 03:00", 3, ", đã trừ 30/4, 1/5 và cuối tuần"),
        ("2026-04-29 03:00", 0, ""),
        ("2026-05-04 03:00", 2, ""),
        ("2026-05-08 03:00", 1, ", đã trừ cuối tuần"),
        ("2026-04-30 03:00", 0, ", đã trừ 30/4, 1/5 và cuối tuần"),
    ],
)
async def test_what_was_skipped_is_named(talk: Talk, start: str, days: int, words: str) -> None:
    at = datetime.fromisoformat(start).replace(tzinfo=UTC)
    async with talk.app.works.look() as work:
        deadline = work.programme.calendar.due(at, days)

        assert receipts.skipped(work, "vi", deadline) == words
