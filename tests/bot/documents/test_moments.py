"""Days and hours on paper."""

from datetime import date, datetime, time

import pytest

from bot.documents.moments import short, written, written_day, written_time
from tests.bot.documents.samples import SAY, ZONE


@pytest.mark.parametrize(
    ("day", "said"),
    [
        (date(2026, 12, 11), "thứ Sáu ngày 11 tháng 12 năm 2026"),
        (date(2026, 2, 5), "thứ Năm ngày 05 tháng 02 năm 2026"),
        (date(2027, 1, 31), "Chủ nhật ngày 31 tháng 01 năm 2027"),
        (date(2026, 3, 2), "thứ Hai ngày 02 tháng 3 năm 2026"),
    ],
)
def test_a_day_has_zeros_where_the_decree_wants_them(day: date, said: str) -> None:
    assert written_day(day, SAY) == said


def test_a_moment_is_written_out() -> None:
    moment = datetime(2026, 12, 11, 7, 30, tzinfo=ZONE)
    assert written(moment, SAY) == "07 giờ 30 phút, thứ Sáu ngày 11 tháng 12 năm 2026"


def test_a_full_hour_names_its_minutes() -> None:
    assert written_time(time(17), SAY) == "17 giờ 00 phút"


def test_a_table_has_room_for_figures_only() -> None:
    assert short(date(2026, 2, 5)) == "05/02/2026"
