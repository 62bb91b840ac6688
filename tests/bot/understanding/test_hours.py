"""An hour as people type it, with marks and without; what could be two hours is none."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.moments import read_moment

ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

#: Wednesday; the session is in two weeks, at half past seven.
NOW = datetime(2026, 4, 29, 10, 0, tzinfo=ZONE)
KNOWN = datetime(2026, 5, 13, 7, 30, tzinfo=ZONE)


def _read(text: str) -> str:
    found = read_moment(text, NOW, KNOWN)
    return f"{found:%d/%m %H:%M}" if found else "unclear"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8h 20/5", "20/05 08:00"),
        ("20h 20/5", "20/05 20:00"),
        ("8h30 20/5", "20/05 08:30"),
        ("8h30' 20/5", "20/05 08:30"),
        ("8g30 20/5", "20/05 08:30"),
        ("8:30 20/5", "20/05 08:30"),
        ("08:30 ngày 20.5.2026", "20/05 08:30"),
        ("8 giờ 30 phút ngày 20/5", "20/05 08:30"),
        ("8 giờ rưỡi 20/5", "20/05 08:30"),
        ("8 gio ruoi 20/5", "20/05 08:30"),
        ("8 giờ rưởi 20/5", "20/05 08:30"),
        ("8 rưỡi 20/5", "20/05 08:30"),
        ("8 ruoi 20/5", "20/05 08:30"),
        ("tám giờ rưỡi ngày 20/5", "20/05 08:30"),
        ("tám rưỡi sáng mai", "30/04 08:30"),
        ("8 giờ kém 15 20/5", "20/05 07:45"),
        ("9h kem 10 20/5", "20/05 08:50"),
        ("8 giờ thiếu 15 ngày 20/5", "20/05 07:45"),
        ("2 giờ kém 15 chiều 20/5", "20/05 13:45"),
        ("20/5-8h", "20/05 08:00"),
        ("02h30 20/5", "20/05 02:30"),
        ("14h 20/5", "20/05 14:00"),
    ],
)
def test_hours_halves_and_quarters(typed: str, meant: str) -> None:
    assert _read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8h sáng 20/5", "20/05 08:00"),
        ("2h chiều 20/5", "20/05 14:00"),
        ("2 giờ rưỡi chiều 20/5", "20/05 14:30"),
        ("chiều 20/5 lúc 2h", "20/05 14:00"),
        ("chiều mai 2h30", "30/04 14:30"),
        ("hai giờ chiều 20/5", "20/05 14:00"),
        ("năm giờ chiều 20/5", "20/05 17:00"),
        ("5h chieu nay", "29/04 17:00"),
        ("sáng nay 9h", "29/04 09:00"),
        ("12h trưa mai", "30/04 12:00"),
        ("12 giờ trưa thứ Sáu tuần sau", "08/05 12:00"),
        ("11h trưa 20/5", "20/05 11:00"),
        ("1h trưa 20/5", "20/05 13:00"),
        ("12h 20/5", "20/05 12:00"),
        ("7h tối 20/5", "20/05 19:00"),
        ("tối 20/5 lúc 7h", "20/05 19:00"),
        ("9h đêm 20/5", "20/05 21:00"),
        ("8h sáng mốt", "01/05 08:00"),
        ("7h30 sáng Chủ nhật tuần này", "03/05 07:30"),
        ("8h30 sáng", "13/05 08:30"),
    ],
)
def test_the_part_of_the_day_makes_it_morning_or_evening(typed: str, meant: str) -> None:
    assert _read(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Dời tới 8h ngày 20/5", "20/05 08:00"),
        ("dời tới 20/5 8h", "20/05 08:00"),
        ("tôi muốn dời sang 8h 20/5", "20/05 08:00"),
        ("8h sáng 20/5 tới", "20/05 08:00"),
        ("8h sáng ngày 20 tháng 5 tới", "20/05 08:00"),
        ("9h thứ sáu tuần tới", "08/05 09:00"),
        ("doi toi 8h ngay 20/5", "20/05 08:00"),
        ("doi toi 20/5 8h", "20/05 08:00"),
        ("toi muon doi sang 8h 20/5", "20/05 08:00"),
        ("8h sang 20/5 toi", "20/05 08:00"),
        ("doi sang 7h toi mai", "30/04 19:00"),
        ("toi mai 7h", "30/04 19:00"),
        ("20/5 7h toi", "20/05 19:00"),
        ("8h toi 10h 20/5", "20/05 08:00"),
        ("cô Mai đổi 8h 20/5", "20/05 08:00"),
        ("cô mai đổi 8h 20/5", "20/05 08:00"),
        ("chị mai nói 8h", "13/05 08:00"),
        ("8h 20/5, tối đa 50 hộ", "20/05 08:00"),
        ("Mai 8h", "30/04 08:00"),
    ],
)
def test_toi_is_an_evening_and_mai_is_tomorrow_only_where_they_can_be_nothing_else(
    typed: str, meant: str
) -> None:
    assert _read(typed) == meant


@pytest.mark.parametrize(
    "typed",
    [
        "8h toi 20/5",
        "2h 20/5",
        "4h30 mai",
        "12h tối mai",
        "12h đêm 20/5",
        "12h sáng 20/5",
        "8h chiều 20/5",
        "14h sáng 20/5",
        "2h tối 20/5",
        "24h 20/5",
        "25h 20/5",
        "8h5 20/5",
        "8h hoặc 9h 20/5",
        "dời từ 8h sang 9h 20/5",
        "dời từ 8h đến 9h 20/5",
        "sáng hoặc chiều 20/5, 8h",
    ],
)
def test_an_hour_that_could_be_two_is_asked_about(typed: str) -> None:
    assert _read(typed) == "unclear"


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("8h-11h 20/5", "20/05 08:00"),
        ("từ 8h đến 11h ngày 20/5", "20/05 08:00"),
        ("8h tới 10h 20/5", "20/05 08:00"),
        ("2h - 4h chiều 20/5", "20/05 14:00"),
    ],
)
def test_what_lasts_begins_with_its_first_hour(typed: str, meant: str) -> None:
    assert _read(typed) == meant


@given(st.text("0128/:-h giờsángtốitoi mai", max_size=24))
def test_no_words_break_it(typed: str) -> None:
    read_moment(typed, NOW, KNOWN)
