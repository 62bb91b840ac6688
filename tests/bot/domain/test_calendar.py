"""Working time and deadlines, checked by hand against the calendar of 2026 and by properties."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import (
    OFFICE_HOURS,
    Block,
    Deadline,
    Holiday,
    Off,
    Skipped,
    Workday,
    WorkingCalendar,
    with_days_in_lieu,
)

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
TET = tuple(Holiday(date(2026, 2, day), "Tết") for day in range(16, 21))
SPRING = (
    Holiday(date(2026, 4, 27), "nghỉ bù Giỗ Tổ"),
    Holiday(date(2026, 4, 30), "30/4"),
    Holiday(date(2026, 5, 1), "1/5"),
)
SWAPPED = Workday(date(2026, 2, 28))
PLAIN = WorkingCalendar(zone=ZONE)
CITY = WorkingCalendar(zone=ZONE, holidays=(*TET, *SPRING), workdays=(SWAPPED,))


def at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=ZONE)


# ── single days ──────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("day", "why"),
    [
        (date(2026, 4, 29), None),
        (date(2026, 4, 30), Skipped(date(2026, 4, 30), Off.HOLIDAY, "30/4")),
        (date(2026, 5, 2), Skipped(date(2026, 5, 2), Off.SATURDAY)),
        (date(2026, 5, 3), Skipped(date(2026, 5, 3), Off.SUNDAY)),
        (date(2026, 2, 28), None),
    ],
)
def test_a_day_off_says_why(day: date, why: Skipped | None) -> None:
    assert CITY.why_off(day) == why


def test_a_weekday_without_hours_is_closed() -> None:
    calendar = WorkingCalendar(zone=ZONE, blocks=((), *(OFFICE_HOURS,) * 4, (), ()))
    assert calendar.why_off(date(2026, 5, 4)) == Skipped(date(2026, 5, 4), Off.CLOSED)


def test_a_holiday_on_a_sunday_is_told_as_the_holiday() -> None:
    calendar = WorkingCalendar(zone=ZONE, holidays=(Holiday(date(2026, 4, 26), "Giỗ Tổ"),))
    assert calendar.why_off(date(2026, 4, 26)) == Skipped(date(2026, 4, 26), Off.HOLIDAY, "Giỗ Tổ")


def test_a_holiday_on_a_day_off_gives_the_next_working_day_off() -> None:
    """Two in a row give two; one on a working day, and one on a Saturday that is worked, none."""
    sat, sun = Holiday(date(2027, 2, 6), "Tết"), Holiday(date(2027, 2, 7), "Tết")
    week = tuple(Holiday(date(2027, 2, day), "Tết") for day in (5, 8, 9))
    plain = WorkingCalendar(zone=ZONE, holidays=(*week, sat, sun))

    owed = with_days_in_lieu(plain, (sun, week[0], sat))

    assert [one.day.day for one in owed.holidays if one.in_lieu] == [10, 11]
    assert owed.why_off(date(2027, 2, 10)) == Skipped(date(2027, 2, 10), Off.IN_LIEU, "Tết")
    six_days = WorkingCalendar(zone=ZONE, blocks=(*(OFFICE_HOURS,) * 6, ()), holidays=(sat,))
    assert with_days_in_lieu(six_days, (sat,)) == six_days


def test_a_day_in_lieu_is_none_that_is_worked_in_exchange_for_another() -> None:
    """The Sunday behind a holiday on a Saturday is worked: Monday is the day off."""
    sat, sun, mon = (date(2027, 1, day) for day in (2, 3, 4))
    plain = WorkingCalendar(zone=ZONE, holidays=(Holiday(sat, "Lễ"),), workdays=(Workday(sun),))

    owed = with_days_in_lieu(plain, (Holiday(sat, "Lễ"),))

    assert owed.is_working(sun)
    assert owed.why_off(mon) == Skipped(mon, Off.IN_LIEU, "Lễ")


def test_working_days_are_counted_back_and_on_from_a_day() -> None:
    assert CITY.working_day_before(date(2026, 5, 5), 2) == date(2026, 4, 29)
    assert CITY.working_day_before(date(2026, 5, 3), 0) == date(2026, 4, 29)
    assert CITY.working_day_after(date(2026, 4, 29)) == date(2026, 5, 4)
    assert CITY.opening(date(2026, 5, 4)) == at(2026, 5, 4, 7)
    with pytest.raises(ValueError, match="2026-05-02"):
        CITY.opening(date(2026, 5, 2))


def test_a_swapped_saturday_keeps_office_hours_unless_it_has_its_own() -> None:
    morning = (Block(time(8), time(11)),)
    calendar = WorkingCalendar(
        zone=ZONE, workdays=(Workday(date(2026, 2, 28)), Workday(date(2026, 3, 7), morning))
    )
    assert calendar.closing(date(2026, 2, 28)) == at(2026, 2, 28, 17)
    assert calendar.closing(date(2026, 3, 7)) == at(2026, 3, 7, 11)


def test_a_day_off_has_no_closing_time() -> None:
    with pytest.raises(ValueError, match="2026-05-02"):
        PLAIN.closing(date(2026, 5, 2))


# ── deadlines by hand ────────────────────────────────────────────────────────────────────────


def test_the_question_before_the_spring_holidays_is_due_on_the_sixth_of_may() -> None:
    assert CITY.due(at(2026, 4, 29, 10), 3) == Deadline(
        at=at(2026, 5, 6, 17),
        days=3,
        skipped=(
            Skipped(date(2026, 4, 30), Off.HOLIDAY, "30/4"),
            Skipped(date(2026, 5, 1), Off.HOLIDAY, "1/5"),
            Skipped(date(2026, 5, 2), Off.SATURDAY),
            Skipped(date(2026, 5, 3), Off.SUNDAY),
        ),
    )


@pytest.mark.parametrize(
    ("start", "days", "due"),
    [
        (at(2026, 5, 5, 9), 0, at(2026, 5, 5, 17)),
        (at(2026, 5, 5, 9), 1, at(2026, 5, 6, 17)),
        (at(2026, 5, 5, 17), 1, at(2026, 5, 6, 17)),  # at closing: still that day
        (at(2026, 5, 5, 17, 1), 1, at(2026, 5, 7, 17)),  # after closing: the next one
        (at(2026, 5, 5, 3), 1, at(2026, 5, 6, 17)),  # before opening: that day
        (at(2026, 5, 5, 12), 1, at(2026, 5, 6, 17)),  # over lunch: that day
        (at(2026, 5, 8, 18), 1, at(2026, 5, 12, 17)),  # Friday evening is Monday
        (at(2026, 5, 9, 8), 1, at(2026, 5, 12, 17)),  # so is Saturday
        (at(2026, 5, 4, 9), 7, at(2026, 5, 13, 17)),
        (at(2026, 5, 4, 9), 10, at(2026, 5, 18, 17)),
    ],
)
def test_the_day_of_arrival_is_day_zero(start: datetime, days: int, due: datetime) -> None:
    assert CITY.due(start, days).at == due


def test_the_days_off_before_day_zero_are_told_too() -> None:
    deadline = PLAIN.due(at(2026, 5, 9, 8), 1)
    assert [one.day.day for one in deadline.skipped] == [9, 10]


def test_tet_stops_the_count_for_nine_days() -> None:
    deadline = CITY.due(at(2026, 2, 12, 10), 3)
    assert deadline.at == at(2026, 2, 24, 17)
    assert [one.day.day for one in deadline.skipped] == [14, 15, 16, 17, 18, 19, 20, 21, 22]
    assert [one.name for one in deadline.skipped if one.why == Off.HOLIDAY] == ["Tết"] * 5


def test_a_swapped_saturday_counts() -> None:
    deadline = CITY.due(at(2026, 2, 26, 10), 3)
    assert deadline.at == at(2026, 3, 2, 17)
    assert deadline.skipped == (Skipped(date(2026, 3, 1), Off.SUNDAY),)


def test_a_deadline_on_a_swapped_morning_ends_at_its_own_closing() -> None:
    morning = Workday(date(2026, 3, 7), (Block(time(8), time(11)),))
    calendar = WorkingCalendar(zone=ZONE, workdays=(morning,))
    assert calendar.due(at(2026, 3, 6, 9), 1).at == at(2026, 3, 7, 11)
    assert calendar.due(at(2026, 3, 7, 11, 30), 0).at == at(2026, 3, 9, 17)


def test_the_arrival_is_read_in_the_city_s_time() -> None:
    # 18:30 UTC on Tuesday is already Wednesday in Trà Vinh
    assert PLAIN.due(datetime(2026, 5, 5, 18, 30, tzinfo=UTC), 0).at == at(2026, 5, 6, 17)


def test_more_time_is_counted_from_the_deadline() -> None:
    extended = CITY.add(at(2026, 4, 29, 17), 3)
    assert extended.at == at(2026, 5, 6, 17)
    assert len(extended.skipped) == 4


# ── counting ─────────────────────────────────────────────────────────────────────────────────


def test_working_days_between_leaves_out_the_first_day_and_counts_the_last() -> None:
    assert CITY.working_days_between(date(2026, 4, 29), date(2026, 5, 6)) == 3
    assert CITY.working_days_between(date(2026, 5, 6), date(2026, 5, 6)) == 0
    assert CITY.working_days_between(date(2026, 5, 6), date(2026, 4, 29)) == 0


@pytest.mark.parametrize(
    ("a", "b", "minutes"),
    [
        (at(2026, 5, 5, 7), at(2026, 5, 5, 17), 480),
        (at(2026, 5, 5, 10, 30), at(2026, 5, 5, 13, 30), 60),  # the lunch break is nobody's
        (at(2026, 5, 5, 11), at(2026, 5, 5, 13), 0),
        (at(2026, 5, 8, 16), at(2026, 5, 11, 8), 120),  # over the weekend
        (at(2026, 5, 5, 16), at(2026, 5, 5, 15), 0),
    ],
)
def test_working_minutes_are_opening_hours_only(a: datetime, b: datetime, minutes: int) -> None:
    assert PLAIN.working_minutes_between(a, b) == minutes


def test_a_clock_that_stood_still_leaves_as_much_working_time() -> None:
    # stopped on Tuesday 10:00 with 1 h + 4 h of that day and two more days left
    due = PLAIN.resume(at(2026, 5, 7, 17), at(2026, 5, 5, 10), at(2026, 5, 8, 10))
    assert due == at(2026, 5, 12, 17)


def test_a_clock_resumed_at_night_goes_on_in_the_morning() -> None:
    due = PLAIN.resume(at(2026, 5, 5, 17), at(2026, 5, 5, 16), at(2026, 5, 8, 20))
    assert due == at(2026, 5, 11, 8)


def test_a_missed_deadline_stays_missed_while_the_clock_stands() -> None:
    missed = at(2026, 5, 5, 17)
    assert PLAIN.resume(missed, at(2026, 5, 6, 9), at(2026, 5, 8, 9)) == missed


def test_a_clock_that_never_stood_changes_nothing() -> None:
    due, stopped = at(2026, 5, 5, 17), at(2026, 5, 5, 9)
    assert PLAIN.resume(due, stopped, stopped) == due


def test_a_clock_stopped_with_no_opening_time_left_does_not_wait_for_some() -> None:
    due, stopped, resumed = at(2026, 5, 5, 20), at(2026, 5, 5, 18), at(2026, 5, 6, 9)
    assert PLAIN.resume(due, stopped, resumed) == resumed


# ── what cannot be ───────────────────────────────────────────────────────────────────────────


def test_hours_that_cannot_be_are_refused() -> None:
    with pytest.raises(ValueError, match="later"):
        Block(time(11), time(7))
    with pytest.raises(ValueError, match="seven weekdays"):
        WorkingCalendar(zone=ZONE, blocks=(OFFICE_HOURS,) * 5)
    with pytest.raises(ValueError, match="one of them open"):
        WorkingCalendar(zone=ZONE, blocks=((),) * 7)
    with pytest.raises(ValueError, match="in order"):
        WorkingCalendar(zone=ZONE, workdays=(Workday(date(2026, 3, 7), OFFICE_HOURS[::-1]),))


def test_a_moment_needs_its_zone_and_a_promise_some_days() -> None:
    with pytest.raises(ValueError, match="time zone"):
        PLAIN.due(datetime(2026, 5, 5, 9), 3)  # noqa: DTZ001
    with pytest.raises(ValueError, match="negative"):
        PLAIN.due(at(2026, 5, 5, 9), -1)


def test_a_calendar_can_be_a_key() -> None:
    assert len({PLAIN, WorkingCalendar(zone=ZoneInfo("Asia/Ho_Chi_Minh")), CITY}) == 2


# ── properties ───────────────────────────────────────────────────────────────────────────────

dates = st.dates(date(2026, 1, 1), date(2026, 12, 31))
moments = st.datetimes(
    datetime(2026, 1, 1),  # noqa: DTZ001
    datetime(2026, 12, 31),  # noqa: DTZ001
    timezones=st.just(ZONE),
)
terms = st.integers(0, 15)
calendars = st.builds(
    lambda off, worked: WorkingCalendar(
        zone=ZONE,
        holidays=tuple(Holiday(day, "lễ") for day in off),
        workdays=tuple(Workday(day) for day in worked),
    ),
    st.lists(dates, max_size=30, unique=True),
    st.lists(dates, max_size=10, unique=True),
)


@given(calendars, moments, terms)
def test_a_deadline_is_the_closing_of_a_working_day(
    calendar: WorkingCalendar, start: datetime, days: int
) -> None:
    due = calendar.due(start, days).at
    assert due == calendar.closing(due.date())
    assert due >= start


@given(calendars, moments, terms)
def test_every_day_until_a_deadline_either_counts_or_is_told_as_skipped(
    calendar: WorkingCalendar, start: datetime, days: int
) -> None:
    deadline = calendar.due(start, days)
    arrived = start.date()
    passed = {arrived + timedelta(n) for n in range((deadline.at.date() - arrived).days + 1)}
    told = {one.day for one in deadline.skipped}
    assert told == {day for day in passed if not calendar.is_working(day)}
    after_hours = calendar.is_working(arrived) and start > calendar.closing(arrived)
    assert len(passed - told) == days + 1 + after_hours


@given(calendars, moments, terms, terms)
def test_a_term_in_two_parts_is_the_whole_term(
    calendar: WorkingCalendar, start: datetime, first: int, then: int
) -> None:
    extended = calendar.add(calendar.due(start, first).at, then)
    assert extended.at == calendar.due(start, first + then).at


@given(calendars, moments, moments, terms)
def test_who_came_first_is_never_due_later(
    calendar: WorkingCalendar, one: datetime, other: datetime, days: int
) -> None:
    early, late = sorted((one, other))
    assert calendar.due(early, days).at <= calendar.due(late, days).at


@given(calendars, moments, terms, moments, moments)
def test_a_resumed_clock_keeps_its_working_time(
    calendar: WorkingCalendar, start: datetime, days: int, one: datetime, other: datetime
) -> None:
    due = calendar.due(start, days).at
    stopped, resumed = sorted((one, other))
    left = calendar.working_time_between(stopped, due)
    later = calendar.resume(due, stopped, resumed)
    assert later >= due
    assert left == calendar.working_time_between(resumed, later) or stopped >= due


@given(calendars, moments, moments, moments)
def test_working_time_adds_up(
    calendar: WorkingCalendar, one: datetime, two: datetime, three: datetime
) -> None:
    a, b, c = sorted((one, two, three))
    whole = calendar.working_time_between(a, c)
    assert whole == calendar.working_time_between(a, b) + calendar.working_time_between(b, c)
