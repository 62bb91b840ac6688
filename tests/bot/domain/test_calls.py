"""When a question of somebody in danger is called out again, and when no more."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain import calls
from bot.domain.questions import Sensitive, Status
from tests.bot.domain.test_questions import QUESTION

CAME = datetime(2026, 4, 29, 16, 0, tzinfo=UTC)
IN_DANGER = replace(QUESTION, sensitive=Sensitive.CRISIS, status=Status.WAITING)


@pytest.mark.parametrize(
    ("later", "due"),
    [
        (timedelta(0), timedelta(minutes=15)),
        (timedelta(minutes=14, seconds=59), timedelta(minutes=15)),
        (timedelta(minutes=15), timedelta(minutes=30)),
        (timedelta(hours=5), timedelta(hours=8)),  # what was missed meanwhile is one call
        (timedelta(hours=24), None),
    ],
)
def test_calls_come_closely_first_and_end_after_a_day(
    later: timedelta, due: timedelta | None
) -> None:
    assert calls.next_at(CAME, CAME + later) == (None if due is None else CAME + due)


def test_who_is_in_danger_waits_until_a_person_takes_it() -> None:
    assert calls.waits(IN_DANGER)
    assert not any(
        calls.waits(replace(IN_DANGER, status=one)) for one in Status if one is not Status.WAITING
    )


def test_nobody_is_called_for_erased_words_or_for_what_is_no_danger() -> None:
    assert not calls.waits(replace(IN_DANGER, text=""))
    assert not any(
        calls.waits(replace(IN_DANGER, sensitive=one))
        for one in Sensitive
        if one is not Sensitive.CRISIS
    )
