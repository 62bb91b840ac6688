"""When what is sealed and in nobody's hands is called out again, and when no more."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain import calls
from bot.domain.questions import Question, Sensitive, Status
from tests.bot.domain.test_ladder import CITY as CALENDAR
from tests.bot.domain.test_ladder import at
from tests.bot.domain.test_questions import QUESTION

CAME = datetime(2026, 4, 29, 16, 0, tzinfo=UTC)
IN_DANGER = replace(QUESTION, sensitive=Sensitive.CRISIS, status=Status.WAITING)
ACCUSED = replace(QUESTION, sensitive=Sensitive.ACCUSATION, status=Status.WAITING)


@pytest.mark.parametrize(
    ("later", "due"),
    [
        (timedelta(0), timedelta(minutes=15)),
        (timedelta(minutes=14, seconds=59), timedelta(minutes=15)),
        (timedelta(minutes=15), timedelta(minutes=30)),
        (timedelta(hours=5), timedelta(hours=8)),  # what was missed meanwhile is one call
        (timedelta(hours=24), timedelta(hours=48)),
        (timedelta(hours=71), timedelta(hours=72)),
    ],
)
def test_danger_is_called_out_closely_first_then_once_a_day(
    later: timedelta, due: timedelta
) -> None:
    assert calls.next_at(IN_DANGER, CAME, CAME + later, CALENDAR) == CAME + due


@pytest.mark.parametrize(
    ("now", "due"),
    [
        (at(4, 29, 23), at(5, 4, 7)),  # 30/4, 1/5 and the weekend
        (at(5, 4, 7), at(5, 6, 7)),
        (at(5, 7, 12), at(5, 8, 7)),
        (at(5, 8, 7), None),
    ],
)
def test_an_accusation_is_brought_up_on_three_mornings_as_the_offices_open(
    now: datetime, due: datetime | None
) -> None:
    assert calls.next_at(ACCUSED, CAME, now, CALENDAR) == due


@pytest.mark.parametrize("sealed", [IN_DANGER, ACCUSED], ids=["danger", "accusation"])
def test_what_is_sealed_waits_until_a_person_takes_it(sealed: Question) -> None:
    assert calls.waits(sealed)
    assert not any(
        calls.waits(replace(sealed, status=one)) for one in Status if one is not Status.WAITING
    )


def test_nobody_is_called_for_erased_words_or_for_what_is_not_sealed() -> None:
    assert not calls.waits(replace(IN_DANGER, text=""))
    assert [one for one in Sensitive if calls.waits(replace(IN_DANGER, sensitive=one))] == [
        Sensitive.ACCUSATION,
        Sensitive.CRISIS,
    ]
