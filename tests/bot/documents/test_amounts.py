"""Amounts on vouchers: digits with points, and words that another reader reads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.documents.amounts import digits, in_words

_ONES = {
    "không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "lăm": 5,
    "sáu": 6, "bảy": 7, "tám": 8, "chín": 9,
}  # fmt: skip


def read(words: str) -> int:
    """Reads an amount from left to right, as one listens to it: the other way round than ours."""
    total = part = group = 0
    digit = 0
    for word in words.split():
        match word:
            case "tỷ":
                total = (total + part + group + digit) * 10**9
                part = group = digit = 0
            case "triệu" | "nghìn":
                part += (group + digit) * (10**6 if word == "triệu" else 10**3)
                group = digit = 0
            case "trăm":
                group, digit = digit * 100, 0
            case "mươi":
                group, digit = group + digit * 10, 0
            case "mười":
                group += 10
            case "lẻ":
                assert digit == 0
            case _:
                digit = _ONES[word]
    return total + part + group + digit


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (11, "mười một"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (55, "năm mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm lẻ một"),
        (105, "một trăm lẻ năm"),
        (115, "một trăm mười lăm"),
        (1_000, "một nghìn"),
        (1_001, "một nghìn không trăm lẻ một"),
        (20_000, "hai mươi nghìn"),
        (600_000, "sáu trăm nghìn"),
        (1_600_000, "một triệu sáu trăm nghìn"),
        (2_005_000, "hai triệu không trăm lẻ năm nghìn"),
        (2_385_000, "hai triệu ba trăm tám mươi lăm nghìn"),
        (1_000_021, "một triệu không trăm hai mươi mốt"),
        (10**9, "một tỷ"),
        (10**12, "một nghìn tỷ"),
    ],
)
def test_an_amount_is_read_as_on_a_voucher(amount: int, words: str) -> None:
    assert in_words(amount) == words


@given(st.integers(min_value=0, max_value=10**15))
def test_another_reader_reads_the_same_amount(amount: int) -> None:
    assert read(in_words(amount)) == amount


@given(st.integers(min_value=0, max_value=10**15))
def test_no_two_words_are_said_that_never_follow_each_other(amount: int) -> None:
    words = f" {in_words(amount)} "
    for wrong in (
        "mươi một ",
        "mươi năm ",
        "mười mốt",
        "mười năm ",
        "không mươi",
        "một mươi",
        "  ",
    ):
        assert wrong not in words


@pytest.mark.parametrize(
    ("amount", "shown"), [(0, "0"), (600_000, "600.000"), (10**7, "10.000.000")]
)
def test_digits_stand_in_groups_of_three(amount: int, shown: str) -> None:
    assert digits(amount) == shown


def test_there_is_no_amount_below_zero() -> None:
    with pytest.raises(ValueError, match="below zero"):
        in_words(-1)
