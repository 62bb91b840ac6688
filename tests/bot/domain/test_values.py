"""Values: equal by what they hold, and made without a check that mypy has already made."""

from dataclasses import field

import pytest

from bot.domain.messages import Choice
from bot.domain.values import dataclass


def test_two_values_that_hold_the_same_are_one_and_the_same_key() -> None:
    one, same = Choice(label="Gửi", data="send"), Choice(label="Gửi", data="send")
    assert one == same
    assert len({one, same, Choice(label="Gửi", data="later")}) == 2


def test_a_value_has_no_room_for_a_field_that_nobody_named() -> None:
    with pytest.raises(AttributeError):
        setattr(Choice(label="Gửi"), "lable", "Xóa")  # noqa: B010  (mypy would see it)


def test_what_is_found_by_itself_is_not_found_by_what_it_holds() -> None:
    @dataclass(frozen=True, eq=False)
    class Own:
        word: str

    assert len({Own("a"), Own("a")}) == 2


def test_what_may_change_is_no_value() -> None:
    with pytest.raises(TypeError, match="standard library"):
        dataclass(frozen=False)


def test_a_value_shows_its_fields_but_those_that_are_kept_out_of_sight() -> None:
    @dataclass(frozen=True, slots=True)
    class Kept:
        name: str
        secret: str = field(repr=False, compare=False)

    assert repr(Kept("Lan", "0900")).endswith("Kept(name='Lan')")
    assert Kept("Lan", "0900") == Kept("Lan", "0911")
    assert hash(Kept("Lan", "0900")) == hash(Kept("Lan", "0911"))


def test_two_kinds_of_value_are_never_equal_and_a_later_kind_counts_its_own_fields() -> None:
    @dataclass(frozen=True, slots=True)
    class One:
        word: str

    @dataclass(frozen=True, slots=True)
    class More(One):
        number: int = 0

    assert One("a") != More("a")
    assert (More("a", 1) == More("a", 2), More("a", 1) == More("a", 1)) == (False, True)


def test_what_a_value_says_of_itself_stays() -> None:
    @dataclass(frozen=True, slots=True)
    class Loose:
        word: str

        def __eq__(self, other: object) -> bool:
            return isinstance(other, Loose) and self.word.lower() == other.word.lower()

        def __hash__(self) -> int:
            return hash(self.word.lower())

        def __repr__(self) -> str:
            return self.word

    assert ({Loose("A"), Loose("a")}, repr(Loose("A"))) == ({Loose("A")}, "A")


def test_values_that_have_an_order_keep_it() -> None:
    @dataclass(frozen=True, slots=True, order=True)
    class Rank:
        number: int

    assert sorted([Rank(2), Rank(1)]) == [Rank(1), Rank(2)]
