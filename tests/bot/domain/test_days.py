"""A day in figures and words: one way of reading it wherever officials type one."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.calendar import WorkingCalendar
from bot.domain.commitments import postponed
from bot.domain.days import Written, spelt, typed
from bot.domain.direct import read_day
from bot.understanding.moments import read_moment

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")
TODAY = date(2026, 5, 20)
NOW = datetime(2026, 5, 20, 10, 0, tzinfo=ZONE)


@pytest.mark.parametrize(
    "day",
    [
        *("20/5", "20/05", "20-5", "20.5", "20/5/2026", "20-05-26", "20.5.2026", "20/5 năm nay"),
        *("20 tháng 5", "20 thang 5", "20 tháng năm", "20 tháng 5 năm 2026", "20, tháng 5"),
    ],
)
def test_a_promise_a_moved_session_and_an_answer_in_person_read_a_day_alike(day: str) -> None:
    words = f"ngày {day}"
    promised = postponed(words, TODAY, TODAY, WorkingCalendar(zone=ZONE))
    moved = read_moment(f"8h {words}", NOW, NOW)

    days = (promised and promised.day, moved and moved.date(), read_day(words, TODAY))
    assert days == (TODAY, TODAY, TODAY)


def test_around_new_year_the_day_that_is_near_is_meant() -> None:
    assert Written(5, 1, None).near(date(2026, 12, 29)) == date(2027, 1, 5)
    assert Written(20, 4, None).near(date(2026, 4, 29)) == date(2026, 4, 20)
    assert Written(28, 12, None).gone(date(2026, 1, 5)) == date(2025, 12, 28)
    assert Written(5, 1, 2026).near(date(2026, 12, 29)) == date(2026, 1, 5)


def test_a_word_is_found_with_its_marks_or_without_any_but_not_under_others() -> None:
    evening = spelt(r"^tối$")

    assert [word for word in ("tối", "toi", "TỐI", "tới", "tôi") if evening.match(word)] == [
        "tối",
        "toi",
        "TỐI",
    ]
    assert evening.match(typed("to\u0302\u0301i"))
