"""What is news of a session, and who hears it in which turn."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.seats import State
from bot.domain.session_news import (
    CIRCLES,
    Change,
    Circle,
    Details,
    aside,
    change,
    circles,
    is_another,
    is_news,
)
from bot.domain.sessions import Run, Session

NOW = datetime(2026, 4, 29, 3, 0, tzinfo=UTC)
TOLD = Details(
    starts_at=NOW + timedelta(days=14),
    ends_at=NOW + timedelta(days=14, hours=3),
    place="Hội trường",
)
OFF = replace(TOLD, cancelled=True, reason="bão")


def test_another_time_or_place_is_a_move_off_is_off_and_on_again_is_back() -> None:
    assert change(TOLD, replace(TOLD, place="Nhà văn hóa")) is Change.MOVED
    assert change(TOLD, OFF) is Change.CANCELLED
    assert change(OFF, TOLD) is Change.BACK


def test_what_nobody_can_act_on_any_more_is_no_news() -> None:
    after = TOLD.ends_at

    assert is_news(TOLD, replace(TOLD, ends_at=after + timedelta(hours=1)), NOW)
    assert not is_news(TOLD, TOLD, NOW)
    assert not is_news(TOLD, replace(TOLD, place="Nhà văn hóa"), after)
    assert not is_news(TOLD, OFF, after)


def _named(days: float, *, opened: bool = False) -> Session:
    """What the number names now, so many days after what was known; ``opened``: that was held."""
    run = Run(opened_at=TOLD.starts_at - timedelta(minutes=30), opened_by=1) if opened else None
    by = timedelta(days=days)
    return Session(
        number=1,
        name="Buổi đối thoại 1",
        starts_at=TOLD.starts_at + by,
        ends_at=TOLD.ends_at + by,
        place=TOLD.place,
        wards=(),
        run=run,
    )


@pytest.mark.parametrize(
    ("days", "opened", "another"),
    [
        (364, False, True),
        (364, True, True),
        (180, True, True),  # two rounds in one year
        (180, False, False),  # it did not take place, and does now
        (14, False, False),
        (1, True, False),  # a slip in a file, to be put right
        (0.01, True, False),
        (-364, False, False),
    ],
)
def test_a_number_names_another_session_once_that_one_was_held_or_is_a_season_ago(
    days: float, *, opened: bool, another: bool
) -> None:
    assert is_another(TOLD, _named(days, opened=opened)) is another


def test_sessions_are_put_aside_under_numbers_of_their_own() -> None:
    later = replace(TOLD, starts_at=TOLD.starts_at + timedelta(days=364))

    away = [aside(details, number) for details in (TOLD, later) for number in (1, 2, 999)]

    assert len({*away}) == len(away)
    assert max(away) < 0


def test_one_that_did_not_take_place_is_news_when_it_gets_a_new_day() -> None:
    yesterday = replace(TOLD, starts_at=NOW - timedelta(days=1))

    assert is_news(yesterday, TOLD, NOW)


def test_that_it_is_off_is_told_once_whatever_else_changes() -> None:
    assert not is_news(OFF, replace(OFF, reason="lụt", place="Nhà văn hóa"), NOW)


_STANDING = st.lists(st.tuples(st.integers(1, 9), st.sampled_from(State)), max_size=40)


@given(_STANDING)
def test_everybody_who_stands_anywhere_is_told_once_in_the_best_of_their_circles(
    standing: list[tuple[int, State]],
) -> None:
    found = circles(standing)

    told = [person for circle in Circle for person in found[circle]]
    assert sorted(told) == sorted({person for person, state in standing if state in CIRCLES})
    order = list(Circle)
    for circle in Circle:
        for person in found[circle]:
            theirs = [
                CIRCLES[state] for one, state in standing if one == person and state in CIRCLES
            ]
            assert circle is min(theirs, key=order.index)
