"""Phone numbers as lists and spreadsheets have them. The numbers are invented."""

import pytest

from bot.roster.columns import Column
from bot.roster.notes import Decision, Notes, Why
from bot.roster.phones import read_phone


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        *((cell, Why.PHONE_ABROAD) for cell in ("+84900000301", "+84 900 000 301", "84900000301")),
        *(
            (cell, Why.PHONE_ABROAD)
            for cell in ("0084900000301", "(+84) 900000301", "+84 0900000301")
        ),
        *((cell, Why.PHONE_WRITTEN) for cell in ("0900 000 301", "0900.000.301", "0900-000-301")),
        *(
            (cell, Why.PHONE_WRITTEN)
            for cell in ("ĐT: 0900000301", "0900000301 (con)", "'0900000301")
        ),
        *(
            (cell, Why.PHONE_WRITTEN)
            for cell in ("０９０００００３０１", "0900\u00a0000301", " 0900000301")
        ),
        *((cell, Why.PHONE_ZERO) for cell in ("900000301", "900000301.0", "900 000 301")),
        *((cell, Why.PHONE_SCIENTIFIC) for cell in ("9.00000301E+08", "9,00000301e8")),
        ("8.4900000301E+10", Why.PHONE_SCIENTIFIC),
        *(
            (cell, Why.PHONE_SEVERAL)
            for cell in ("0900000301/0900000302", "0900000301, 0900000302")
        ),
        *(
            (cell, Why.PHONE_SEVERAL)
            for cell in ("0900000301 0900000302", "0900000301\n0900000302")
        ),
        ("0900000301 - 0900000302", Why.PHONE_SEVERAL),
        ("0900000301 02943850001", Why.PHONE_SEVERAL),
        ("0900000301-0900000302", Why.PHONE_SEVERAL),
        ("O9OO000301", Why.PHONE_WRITTEN),
        ("0900,000,301", Why.PHONE_WRITTEN),
    ],
)
def test_a_phone_is_read_as_it_is_dialled(cell: str, why: Why) -> None:
    notes = Notes()

    assert read_phone(cell, notes) == "0900000301"
    assert (notes.fixes, notes.findings[0].why) == ({Column.PHONE: "0900000301"}, why)


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("0294 3850001", "02943850001"),
        ("(0294) 3.850.001", "02943850001"),
        ("2943850001", "02943850001"),
        ("0168 900 0001", "0389000001"),  # eleven digits until 2018
        ("01234567890", "0834567890"),
        ("1689000001", "0389000001"),
    ],
)
def test_landlines_and_numbers_of_before_are_phones_too(cell: str, number: str) -> None:
    assert read_phone(cell, Notes()) == number


@pytest.mark.parametrize("cell", ["không có", "không", "ko", "K", "-", "0", "x", "N/A", "mất máy"])
def test_words_in_place_of_a_number_say_that_there_is_none(cell: str) -> None:
    notes = Notes()

    assert read_phone(cell, notes) == ""
    assert (notes.fixes, notes.decision) == ({Column.PHONE: ""}, Decision.NO_PHONE)


def test_an_empty_cell_needs_no_fix_and_somebody_to_go_there() -> None:
    notes = Notes()

    assert read_phone("", notes) == ""
    assert (notes.fixes, notes.decision) == ({}, Decision.NO_PHONE)


@pytest.mark.parametrize(
    ("cell", "why"),
    [
        *(
            (cell, Why.PHONE_LOST)
            for cell in ("9E+08", "9.00E+08", "9.000003E+08", "9.00000301E+09")
        ),
        *(
            (cell, Why.PHONE_UNCLEAR)
            for cell in ("12345", "090000030", "09000003012", "0O00000301")
        ),
        *((cell, Why.ID_NUMBER) for cell in ("084162000123", "261234567", "HN4849412345678")),
    ],
)
def test_what_cannot_be_mended_is_looked_at(cell: str, why: Why) -> None:
    notes = Notes()

    assert read_phone(cell, notes) == ""
    assert ([one.why for one in notes.findings], notes.decision) == ([why], Decision.REVIEW)


def test_beside_a_phone_the_number_of_a_card_is_left_out() -> None:
    notes = Notes()

    assert read_phone("0900000301 / 084162000123", notes) == "0900000301"
    assert notes.findings[0].why is Why.NUMBER_LEFT_OUT
    assert "084162" not in repr(notes.findings)
