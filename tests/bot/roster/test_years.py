"""Years of birth, for a session in 2026."""

import pytest

from bot.roster.columns import Column
from bot.roster.notes import Notes, Why
from bot.roster.years import read_year


@pytest.mark.parametrize(
    ("cell", "year", "why"),
    [
        *((cell, 1962, Why.YEAR_READ) for cell in ("62", "'62", "01/02/1962", "1/2/62", "02/1962")),
        *((cell, 1962, Why.YEAR_READ) for cell in ("1962-02-01", "1962-02-01 00:00:00", "1962.0")),
        *(
            (cell, 1962, Why.YEAR_READ)
            for cell in ("1.962", "1 962", "năm 1962", "năm 62", "1962 (64 tuổi)")
        ),
        ("1962 ", 1962, Why.YEAR_READ),
        ("05", 2005, Why.YEAR_READ),  # 1905 would be 121 years ago
        ("28856", 1979, Why.YEAR_SERIAL),
        ("28855", 1978, Why.YEAR_SERIAL),
        ("28856.5", 1979, Why.YEAR_SERIAL),
        ("22678", 1962, Why.YEAR_SERIAL),
        ("1905-05-15", 1962, Why.YEAR_SERIAL),  # 1962, typed in a cell for dates
        ("15/05/1905", 1962, Why.YEAR_SERIAL),
    ],
)
def test_a_year_is_read_from_what_spreadsheets_make_of_it(cell: str, year: int, why: Why) -> None:
    notes = Notes()

    assert read_year(cell, 2026, notes) == year
    assert (notes.fixes, notes.findings[0].why) == ({Column.YEAR: year}, why)


@pytest.mark.parametrize("cell", ["1962", "1916", "2008"])
def test_a_year_of_somebody_grown_and_alive_is_taken(cell: str) -> None:
    notes = Notes()

    assert (read_year(cell, 2026, notes), notes.findings) == (int(cell), [])


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        ("2026", Why.YEAR_AHEAD),  # the year of the session itself
        ("2027", Why.YEAR_AHEAD),
        ("2023", Why.YEAR_CHILD),
        ("2009", Why.YEAR_CHILD),
        ("1915", Why.YEAR_OLD),
        ("1899", Why.YEAR_OLD),
        ("1905", Why.YEAR_OLD),
        ("45000", Why.YEAR_CHILD),  # a serial number of 2023
        ("196", Why.YEAR_UNKNOWN),
        ("không nhớ", Why.YEAR_UNKNOWN),
        ("1962-1965", Why.YEAR_UNKNOWN),
    ],
)
def test_a_year_in_which_no_head_of_a_household_was_born_is_looked_at(cell: str, why: Why) -> None:
    notes = Notes()

    assert read_year(cell, 2026, notes) == 0
    assert ([one.why for one in notes.findings], notes.fixes) == ([why], {})


def test_nobody_has_to_know_their_year() -> None:
    notes = Notes()

    assert read_year(" ", 2026, notes) == 0
    assert ([one.why for one in notes.findings], notes.need_an_eye) == ([Why.YEAR_EMPTY], False)
