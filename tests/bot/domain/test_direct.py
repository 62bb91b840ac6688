"""Who answered in person and when: as typed, and as kept."""

from datetime import date

import pytest

from bot.domain.direct import Given, read_day


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("6/5", date(2026, 5, 6)),
        (" 06/05/2026 ", date(2026, 5, 6)),
        ("6-5", date(2026, 5, 6)),
        ("8.5.2026", date(2026, 5, 8)),
        ("28/12", date(2025, 12, 28)),  # of last year, for this year's has not come
        ("ngày 6/5", date(2026, 5, 6)),
        ("6-5-26", date(2026, 5, 6)),
        ("2026-05-06", date(2026, 5, 6)),
        ("sáng ngày 6 tháng 5", date(2026, 5, 6)),
        ("ngay 6 thang 5 nam 2026", date(2026, 5, 6)),
        ("mùng 6/5", date(2026, 5, 6)),
        ("hôm nay", date(2026, 5, 8)),
        ("sáng nay", date(2026, 5, 8)),
        ("chiều hôm qua", date(2026, 5, 7)),
        ("hom qua nha em", date(2026, 5, 7)),
        ("hôm kia", date(2026, 5, 6)),
        ("thứ Ba tuần này", date(2026, 5, 5)),
        ("thứ Sáu tuần trước", date(2026, 5, 1)),
        ("9/5", None),  # tomorrow
        ("9/5/2026", None),
        ("mai", None),
        ("31/2", None),
        ("1/1/2025", None),  # too long ago
        ("bữa hổm", None),
        ("thứ Sáu", None),
        ("6/5 hoặc 7/5", None),
        ("6/5 âm lịch", None),
        ("0903 123 456", None),
        ("6", None),
    ],
)
def test_a_day_is_read_as_people_type_it(typed: str, read: date | None) -> None:
    assert read_day(typed, date(2026, 5, 8)) == read


def test_what_was_kept_is_read_again() -> None:
    given = Given("chị Tư, tín dụng", date(2026, 5, 6))
    assert Given.read(str(given)) == given


@pytest.mark.parametrize("text", ["", "2026-05-06", "mai Tư"])
def test_other_text_is_no_answer_in_person(text: str) -> None:
    assert Given.read(text) is None
