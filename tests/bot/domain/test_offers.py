"""Until when a seat is held, when somebody goes and asks, when people are reminded."""

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.offers import Reminder, Times, reminder_due
from bot.domain.programme import OfferRules, QuietHours

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def local(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def times(starts_at: str = "2026-05-13 07:30", quiet: QuietHours | None = None) -> Times:
    return Times(
        starts_at=local(starts_at), rules=OfferRules(), quiet=quiet or QuietHours(), zone=ZONE
    )


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-05-04 10:00", "2026-05-06 10:00"),
        ("2026-05-10 10:00", "2026-05-11 07:30"),
        ("2026-05-11 06:30", "2026-05-11 09:30"),
        ("2026-05-12 20:00", "2026-05-13 08:00"),
        ("2026-05-12 16:00", "2026-05-12 19:00"),
        ("2026-05-12 19:00", "2026-05-13 07:00"),
        ("2026-05-12 23:00", None),
    ],
    ids=[
        "two days",
        "before the cut-off",
        "but three hours at least",
        "nobody can answer in time",
        "after the cut-off",
        "three hours awake, over a night",
        "in the last night",
    ],
)
def test_an_offer_is_held_for_two_days_but_answered_before_the_cut_off(
    now: str, due: str | None
) -> None:
    expected = local(due) if due and due <= "2026-05-13 07:30" else None

    assert times().due(local(now)) == expected


@given(
    st.integers(0, 13 * 24 * 60),
    st.times(),
    st.times(),
)
def test_an_offer_always_leaves_three_hours_awake_and_ends_before_the_start(
    minutes: int, start: time, end: time
) -> None:
    quiet = QuietHours(start=start.replace(second=0), end=end.replace(second=0))
    clock = times(quiet=quiet)
    offered = local("2026-05-01 00:00") + timedelta(minutes=minutes)

    due = clock.due(offered)

    if due:
        assert offered < due <= clock.starts_at
        assert (due - offered).total_seconds() >= 3 * 3600
        assert clock.halfway(offered) == offered + (due - offered) / 2


def test_whoever_has_not_answered_is_asked_halfway() -> None:
    assert times().halfway(local("2026-05-04 10:00")) == local("2026-05-05 10:00")


@pytest.mark.parametrize(
    ("now", "due"),
    [
        ("2026-05-10 16:59", None),
        ("2026-05-10 17:00", Reminder.DAYS_BEFORE),
        ("2026-05-10 23:59", Reminder.DAYS_BEFORE),
        ("2026-05-11 00:00", None),
        ("2026-05-13 06:29", None),
        ("2026-05-13 06:30", Reminder.MORNING),
        ("2026-05-13 07:30", None),
    ],
)
def test_people_are_reminded_three_days_before_and_on_the_morning(
    now: str, due: Reminder | None
) -> None:
    assert reminder_due(times(), local(now)) == due


def test_on_the_morning_nobody_is_reminded_before_the_night_is_over() -> None:
    late = times("2026-05-13 09:00", QuietHours(start=time(21, 0), end=time(7, 0)))

    assert reminder_due(late, local("2026-05-13 06:59")) is None
    assert reminder_due(late, local("2026-05-13 07:00")) is Reminder.MORNING


def test_half_an_hour_after_the_start_a_seat_is_free_again() -> None:
    assert not times().seat_is_free_again(local("2026-05-13 07:59"))
    assert times().seat_is_free_again(local("2026-05-13 08:00"))
