"""Numbers for buttons: one after the other over a whole screen, and never too long to be typed."""

from hypothesis import given
from hypothesis import strategies as st

from bot.domain import numbering
from bot.domain.messages import Choice

TAKE, OTHER, STOP = (Choice(label=one, data=f"{one}:1") for one in ("Nhận", "Trả lời", "Thôi"))
TAKE_2 = Choice(label="Nhận", data="Nhận:2")


def test_what_is_added_goes_on_behind_what_was_there() -> None:
    assert numbering.go_on([TAKE, OTHER], [STOP]) == (3, [TAKE, OTHER, STOP])


def test_the_first_one_is_number_one() -> None:
    assert numbering.go_on([], [STOP]) == (1, [STOP])


def test_the_count_begins_anew_before_it_needs_three_digits() -> None:
    assert numbering.go_on([TAKE] * 98, [STOP]) == (99, [*[TAKE] * 98, STOP])
    assert numbering.go_on([TAKE] * 98, [STOP, OTHER]) == (1, [STOP, OTHER])


@given(st.lists(st.integers(min_value=1, max_value=20), max_size=30))
def test_a_number_always_means_the_button_it_was_written_before(sizes: list[int]) -> None:
    meant: list[Choice] = []
    for card, size in enumerate(sizes):
        added = [Choice(label=str(place), data=f"{card}:{place}") for place in range(size)]
        first, meant = numbering.go_on(meant, added)
        assert meant[first - 1 : first - 1 + size] == added
        assert len(meant) <= numbering.HIGHEST


def test_several_cards_are_known_by_words_that_mean_two_things() -> None:
    assert numbering.several([TAKE, OTHER, TAKE_2])
    assert not numbering.several([TAKE, OTHER, STOP])
    assert not numbering.several([STOP, TAKE, STOP])  # the same button twice
