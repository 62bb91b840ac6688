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
        ("9/5", None),  # tomorrow
        ("9/5/2026", None),
        ("31/2", None),
        ("1/1/2025", None),  # too long ago
        ("hôm kia", None),
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
