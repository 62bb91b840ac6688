"""Codes of rows that survive paper, and the days on which dispatches go out."""

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.calendar import Holiday, WorkingCalendar
from bot.domain.dispatches import (
    DispatchRules,
    after_session,
    code_of,
    read_code,
    read_number,
    weekly,
)
from bot.domain.signs import ALPHABET

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
CALENDAR = WorkingCalendar(zone=ZONE, holidays=(Holiday(date(2026, 5, 4), "nghỉ bù"),))
RULES = DispatchRules(days=2, weekdays=(0,), at=time(8))

ROWS = st.integers(1, 2**63 - 1)


@given(ROWS)
def test_a_code_names_its_row_however_it_is_typed(row: int) -> None:
    code = code_of(row)

    for typed in (code, code.lower(), code.replace("-", ""), f" {code.replace('-', ' – ')}. "):
        assert read_code(typed) == row


@given(ROWS, st.data())
def test_one_wrong_sign_is_found(row: int, data: st.DataObject) -> None:
    code = code_of(row)
    place = data.draw(st.integers(3, len(code) - 1))
    other = data.draw(st.sampled_from([one for one in ALPHABET if one != code[place]]))

    assert read_code(code[:place] + other + code[place + 1 :]) is None


@given(ROWS, st.data())
def test_two_signs_that_changed_places_are_found(row: int, data: st.DataObject) -> None:
    code = code_of(row)
    place = data.draw(st.integers(3, len(code) - 2))
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]

    assert read_code(swapped) in ({row} if swapped == code else {None})


@pytest.mark.parametrize("typed", ["", "BT", "BT-", "TV-0012", "BT-AAB", "AABD", "BT-AAO0"])
def test_what_is_no_code_names_no_row(typed: str) -> None:
    assert read_code(typed) is None


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("Bảng tổng hợp số 03/2026 chuyển Ngân hàng", (2026, 3)),
        ("bảng 128 / 2027", (2027, 128)),
        ("ngày 05/5", None),
        ("", None),
    ],
)
def test_a_sheet_is_named_by_number_and_year(text: str, read: tuple[int, int] | None) -> None:
    assert read_number(text) == read


def local(day: int, hour: int, minute: int = 0) -> datetime:
    """In May 2026: the 1st is a Friday, Monday the 4th is a day off."""
    return datetime(2026, 5, day, hour, minute, tzinfo=ZONE)


def test_a_session_s_dispatch_goes_out_some_working_days_after_it_was_closed() -> None:
    assert after_session(local(1, 11), RULES, CALENDAR) == local(6, 8)


@pytest.mark.parametrize(
    ("now", "day"),
    [
        (local(11, 7, 59), None),
        (local(11, 8), date(2026, 5, 11)),
        (local(11, 23, 59), date(2026, 5, 11)),
        (local(12, 8), None),
        (local(4, 8), None),  # a day off …
        (local(5, 8), date(2026, 5, 4)),  # … so the next one is the day of that week's
        (local(9, 8), None),  # Saturday
    ],
)
def test_the_weekly_dispatch_goes_out_on_its_day_or_the_next_working_one(
    now: datetime, day: date | None
) -> None:
    assert weekly(now, RULES, CALENDAR) == day


def test_without_a_weekday_there_is_no_weekly_dispatch() -> None:
    assert weekly(local(11, 8), DispatchRules(), CALENDAR) is None
