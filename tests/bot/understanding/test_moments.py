"""A day and a time as people type them."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.moments import read_moment

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

#: Wednesday; the session is in two weeks, at half past seven.
NOW = datetime(2026, 4, 29, 10, 0, tzinfo=ZONE)
KNOWN = datetime(2026, 5, 13, 7, 30, tzinfo=ZONE)


def _read(text: str, now: datetime = NOW) -> str:
    found = read_moment(text, now, KNOWN)
    return f"{found:%Y-%m-%d %H:%M}" if found else "unclear"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("20/12 8h", "2026-12-20 08:00"),
        ("20-12-2026 08:00", "2026-12-20 08:00"),
        ("2026-12-20 08:00", "2026-12-20 08:00"),
        ("8h30 20/12", "2026-12-20 08:30"),
        ("8h-20/12", "2026-12-20 08:00"),
        ("Chủ nhật 20/12/26, 8g", "2026-12-20 08:00"),
        ("20.12.2026 lúc 8 giờ 30", "2026-12-20 08:30"),
        ("ngày 20 tháng 12 năm 2026 lúc 8 giờ rưỡi", "2026-12-20 08:30"),
        ("20 thang 12 8h", "2026-12-20 08:00"),
        ("2h chiều 20/12", "2026-12-20 14:00"),
        ("8h sáng 20/12", "2026-12-20 08:00"),
        ("20/12/2026 8h00-11h30", "2026-12-20 08:00"),
        ("hôm nay 14h", "2026-04-29 14:00"),
        ("8g30 ngày mai", "2026-04-30 08:30"),
        ("thứ Sáu tuần sau 8 giờ", "2026-05-08 08:00"),
        ("thu 6 tuan toi 8h", "2026-05-08 08:00"),
        ("thứ Sáu tuần sau nữa, 8 giờ", "2026-05-15 08:00"),
        ("2h chiều Chủ nhật tuần này", "2026-05-03 14:00"),
        ("thứ hai tuần sau", "2026-05-04 07:30"),
        ("thứ Sáu 8 giờ", "unclear"),
        ("tuần sau 8 giờ", "unclear"),
        ("thứ sáu 8h tuần sau", "2026-05-08 08:00"),
        ("tuần sau, thứ sáu 8h", "2026-05-08 08:00"),
        ("T6 tuần sau 8h", "2026-05-08 08:00"),
        ("8h sáng thứ Tư 20/5", "2026-05-20 08:00"),
        ("20/5/2026 - 8h", "2026-05-20 08:00"),
        ("mot gio chieu 20/5", "2026-05-20 13:00"),
        ("chiều nay 2h", "2026-04-29 14:00"),
        ("8h 20/5, gọi 0903 123 456", "2026-05-20 08:00"),
        ("buổi 2: 8h ngày 20/5", "2026-05-20 08:00"),
        ("20/5 năm sau 8h", "2027-05-20 08:00"),
        ("mùng 5/5 8h", "2026-05-05 08:00"),
        ("ngày mốt 7:30", "2026-05-01 07:30"),
    ],
)
def test_people_write_a_day_and_a_time_in_many_ways(typed: str, meant: str) -> None:
    assert _read(typed) == meant


def test_what_is_left_out_stays_as_it_was() -> None:
    assert _read("20/5") == "2026-05-20 07:30"
    assert _read("9h30") == "2026-05-13 09:30"


def test_a_day_without_a_year_is_next_year_s_only_around_new_year() -> None:
    december = datetime(2026, 12, 29, 10, 0, tzinfo=ZONE)

    assert _read("5/1 8h", december) == "2027-01-05 08:00"
    assert _read("20/4 8h") == "2026-04-20 08:00", "nine days ago: a slip, not a year from now"


@pytest.mark.parametrize(
    "typed",
    [
        *("", "tuần sau", "31/2 8h", "29/2 8h", "25h 20/12", "20/12 8", "8", "0", "13/13 8h"),
        *("ngày 20 8h", "mùng 5 8h", "8h cuối tuần", "8h tháng sau", "8h đầu tháng 6"),
        *("20/5 âm lịch 8h", "rằm tháng 7 8h", "8h sau Tết", "mai mốt 8h", "3 ngày nữa 8h"),
        *("dời thêm 1 tuần, 8h", "lùi 2 ngày, 8h", "8h sáng hôm sau", "mot 8h", "8h/20/5"),
        *("gọi 0903123456", "theo 28/2021/NĐ-CP"),
    ],
)
def test_what_is_unclear_or_no_day_at_all_is_not_guessed(typed: str) -> None:
    assert _read(typed) == "unclear"


@pytest.mark.parametrize(
    "typed", ["từ 13/5 dời sang 20/5 8h", "8h 20/5 hoặc 8h 21/5", "thứ Sáu 20/5 8h", "mai 20/5 8h"]
)
def test_of_two_days_none_is_taken(typed: str) -> None:
    assert _read(typed) == "unclear"


_FORMATS = (
    "%d/%m/%Y %Hh%M",
    "%d-%m-%Y %H:%M",
    "%Hg%M %d.%m.%Y",
    "%Y-%m-%d %H:%M",
    "%H:%M %d/%m/%y",
)


@given(
    st.integers(0, 20_000_000).map(lambda minutes: NOW + timedelta(minutes=minutes)),
    st.sampled_from(_FORMATS),
)
def test_every_moment_is_read_as_it_was_written(moment: datetime, form: str) -> None:
    assert read_moment(moment.strftime(form), NOW, KNOWN) == moment


@given(st.text("0123456789/:-.hg maingàychiều", max_size=24))
def test_no_words_break_it(typed: str) -> None:
    read_moment(typed, NOW, KNOWN)
