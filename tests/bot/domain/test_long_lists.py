"""Long lists of buttons are shown a page at a time; every button is reached by going on."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain import long_lists
from bot.domain.messages import Choice, Outgoing

LEAVE = Choice(label="Thôi", data="stop:")


def a_list(many: int) -> Outgoing:
    wards = (Choice(label=f"Phường {n}", data=f"ward:p{n}") for n in range(1, many + 1))
    return Outgoing(text="Ở đâu?", choices=(*((one,) for one in wards), (LEAVE,)))


def labels(message: Outgoing) -> list[list[str]]:
    return [[choice.label for choice in row] for row in message.choices]


def test_a_list_that_fits_is_shown_as_it_is() -> None:
    message = a_list(long_lists.LONGEST - 1)

    shown, _ = long_lists.first_page(message, "Xem thêm nữa")

    assert shown == message


def test_a_longer_one_ends_with_going_on_and_with_leaving() -> None:
    shown, _ = long_lists.first_page(a_list(124), "Xem thêm nữa")

    assert labels(shown)[:2] == [["Phường 1", "Phường 2"], ["Phường 3", "Phường 4"]]
    assert labels(shown)[-2:] == [["Xem thêm nữa"], ["Thôi"]]


def test_numbers_mean_what_is_shown_and_words_find_the_rest_too() -> None:
    shown, remembered = long_lists.first_page(a_list(124), "Xem thêm nữa")
    visible = [choice for row in shown.choices for choice in row]

    assert remembered[: len(visible)] == visible
    assert {one.label for one in remembered} >= {f"Phường {n}" for n in range(1, 125)}


def test_long_labels_stand_alone_in_their_row() -> None:
    long = Choice(label="trưởng khóm, ấp – Khóm 3", data="a")
    short = Choice(label="Khóm 1", data="b")

    assert long_lists.in_rows([short, long, short, short]) == ((short,), (long,), (short, short))


@given(st.integers(min_value=long_lists.LONGEST, max_value=300))
def test_going_on_comes_by_every_button_and_round_again(many: int) -> None:
    message = a_list(many)
    seen: list[str] = []

    while len(seen) < many:
        shown, remembered = long_lists.first_page(message, "Xem thêm nữa")
        page = [one for row in shown.choices[:-2] for one in row]
        seen += [one.label for one in page]
        rows = long_lists.rest(remembered, shown.choices[-2][0].data.partition(":")[2])
        assert rows is not None
        assert rows[-1] == (LEAVE,)
        message = Outgoing(text="tiếp", choices=rows)

    assert seen[:many] == [f"Phường {n}" for n in range(1, many + 1)]


def test_a_list_that_others_stand_around_goes_on_with_its_own() -> None:
    shown, remembered = long_lists.first_page(a_list(124), "Xem thêm nữa")
    other = Choice(label="Nhận", data="take:1")
    argument = shown.choices[-2][0].data.partition(":")[2]

    among_others = long_lists.rest([other, *remembered, other], argument)

    assert among_others == long_lists.rest(remembered, argument)


@pytest.mark.parametrize("argument", ["", "16", "16.1", "16.1.", "x.y.z", "999.1.1", "1.1.1"])
def test_a_button_of_another_list_goes_nowhere(argument: str) -> None:
    _, remembered = long_lists.first_page(a_list(124), "Xem thêm nữa")

    assert long_lists.rest(remembered, argument) is None
