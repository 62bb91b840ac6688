"""What must never be worked out, kept or repeated."""

import pytest

from bot.roster.cells import holds_an_id, is_error, is_formula, shown, without_ids


@pytest.mark.parametrize(
    "cell",
    [
        *("=1+1", "+1+A1", "-1+A1", "@SUM(A1)", "＝1+1", "＋1+A1", "－A1", "＠x", "﹦1", "−1+A1"),
        *("\t=1", "\r\n=1", " =A1", "'=A1", '"=A1', "\u200b=1", "\ufeff=1", "- Trần Thị Cúc"),
        *("=cmd|' /C calc'!A0", "cmd|' /C calc'!A0", '=HYPERLINK("http://example.invalid","Lan")'),
    ],
)
def test_a_formula_is_known_however_it_hides_and_never_repeated(cell: str) -> None:
    assert (is_formula(cell), shown(cell)) == (True, "")


@pytest.mark.parametrize(
    "cell", ["+84 900 000 307", "-", "–", "--", "-5", "Trần=", "0900000301", "", "Phường 1", "A+"]
)
def test_a_phone_a_stroke_and_words_are_no_formula(cell: str) -> None:
    assert not is_formula(cell)


@pytest.mark.parametrize(
    "cell",
    [
        "084162000123",
        "084 162 000 123",
        "CCCD 084162000123",
        "334512345",
        "HN4849412345678",
        "GD 4 84 8412345678",
    ],
)
def test_the_number_of_a_card_is_known_and_never_repeated(cell: str) -> None:
    assert holds_an_id(cell)
    assert not any(one.isdigit() for one in shown(cell))
    assert not any(one.isdigit() for one in without_ids(cell))


def test_a_phone_is_no_number_of_a_card() -> None:
    assert not holds_an_id("0900000301")
    assert shown("0900000301") == "0900000301"


def test_not_too_much_is_repeated() -> None:
    assert shown("x" * 50) == "x" * 39 + "…"


def test_errors_of_a_spreadsheet_are_known() -> None:
    assert [is_error(cell) for cell in ("#N/A", "#REF!", " #value! ", "N/A")] == [True] * 3 + [
        False
    ]
