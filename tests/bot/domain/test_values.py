"""Values: equal by what they hold, and made without a check that mypy has already made."""

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
