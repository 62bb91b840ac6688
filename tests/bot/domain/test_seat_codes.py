"""Codes on paper: read by ear and by hand, and found out when something is wrong with them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.seat_codes import code_for, is_same, mark_of, read_code, salt_of
from bot.domain.signs import ALPHABET

SECRET = b"a secret of the tests, 32 bytes."
SEATS = st.integers(min_value=1, max_value=2**63 - 1)


def test_a_code_is_short_and_stays_the_same() -> None:
    assert code_for(17, 4, SECRET).text == "AU-FSYN-XMNM"


def test_no_sign_is_taken_for_another() -> None:
    assert set("01OIL") & set(ALPHABET) == set()
    assert len(ALPHABET) == 31


@given(SEATS, st.integers(min_value=1, max_value=10**6))
def test_a_code_names_its_seat_however_it_is_typed(seat: int, household: int) -> None:
    code = code_for(seat, household, SECRET)

    for typed in (code.text, code.text.lower(), code.text.replace("-", " "), f" {code.text}. "):
        assert read_code(typed) == code


@given(SEATS, st.data())
def test_a_wrong_sign_is_found(seat: int, data: st.DataObject) -> None:
    signs = list(code_for(seat, 1, SECRET).text.replace("-", ""))
    place = data.draw(st.integers(0, len(signs) - 1))
    signs[place] = data.draw(st.sampled_from(sorted(set(ALPHABET) - {signs[place]})))

    assert read_code("".join(signs)) is None


@given(SEATS, st.data())
def test_two_signs_that_were_swapped_are_found(seat: int, data: st.DataObject) -> None:
    signs = list(code_for(seat, 1, SECRET).text.replace("-", ""))
    place = data.draw(st.integers(0, len(signs) - 2))
    swapped = [*signs[:place], signs[place + 1], signs[place], *signs[place + 2 :]]

    assert swapped == signs or read_code("".join(swapped)) is None


@pytest.mark.parametrize("typed", ["", "K3", "TV-0012", "Dạ em chào cô chú", "0" * 10, "A" * 40])
def test_what_is_no_code_is_none(typed: str) -> None:
    assert read_code(typed) is None


def test_another_household_secret_or_seat_has_another_code() -> None:
    own = code_for(17, 4, SECRET)
    others = [code_for(17, 5, SECRET), code_for(18, 4, SECRET), code_for(17, 4, b"another")]

    assert [is_same(own, one) for one in [*others, code_for(17, 4, SECRET)]] == [False] * 3 + [True]


def test_a_device_tells_the_codes_of_a_hall_apart_by_marks_that_do_not_tell_them() -> None:
    salt = salt_of(1, SECRET)
    marks = {mark_of(code_for(seat, seat, SECRET), salt) for seat in range(1, 111)}

    assert (len(marks), {len(one) for one in marks}) == (110, {6})
    assert mark_of(code_for(1, 1, SECRET), salt_of(2, SECRET)) not in marks
