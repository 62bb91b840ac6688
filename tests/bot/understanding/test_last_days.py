"""The last day of an answer, as officials write it on a phone, with marks or without."""

from datetime import date

import pytest

from bot.understanding.last_days import last_day

TODAY = date(2026, 6, 23)
NEW_YEARS_EVE = date(2027, 12, 31)


@pytest.mark.parametrize(
    "typed",
    [
        *("31/12/2027", "31-12-2027", "31.12.2027", "31 / 12 / 2027", "31/12/27"),
        *("ngày 31/12/2027", "đến ngày 31/12/2027.", "tới hết 31/12/2027", "den het 31/12/2027"),
        *("31 tháng 12 năm 2027", "ngày 31 tháng 12, năm 2027", "31 thang 12 nam 2027"),
        *("12/2027", "tháng 12/2027", "hết tháng 12 năm 2027", "cuối tháng 12/2027"),
        *("năm 2027", "2027", "hết năm 2027", "tới cuối năm 2027", "toi cuoi nam 2027"),
    ],
)
def test_ways_to_write_one_day(typed: str) -> None:
    assert last_day(typed, TODAY) == NEW_YEARS_EVE


def test_without_a_year_it_is_the_next_such_day() -> None:
    assert last_day("31/12", TODAY) == date(2026, 12, 31)
    assert last_day("23/6", TODAY) == TODAY
    assert last_day("ngày 1 tháng 3", TODAY) == date(2027, 3, 1)


def test_of_a_short_month_it_is_its_last_day() -> None:
    assert last_day("2/2028", TODAY) == date(2028, 2, 29)


@pytest.mark.parametrize("typed", ["31/6/2027", "13/2027", "29/2", "0/0/2027", "năm 0000"])
def test_a_day_that_there_is_not_is_no_other_day(typed: str) -> None:
    with pytest.raises(ValueError, match=r"."):
        last_day(typed, TODAY)


@pytest.mark.parametrize(
    "typed",
    ["", "hôm qua", "từ 31/12/2027", "31/12/2027 hay 1/1/2028", "NĐ 28/2015/NĐ-CP", "12", "150000"],
)
def test_what_is_more_or_less_than_a_day_is_none(typed: str) -> None:
    assert last_day(typed, TODAY) is None
