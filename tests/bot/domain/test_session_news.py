"""What is news of a session, and who hears it in which turn."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from bot.domain.seats import State
from bot.domain.session_news import CIRCLES, Change, Circle, Details, change, circles, is_news

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
