"""Whoever asks for the same again and again is held for the rest of the minute."""

import pytest

from bot.look.brake import Brake
from bot.serving.edge import by_name
from tests.doubles.clock import ManualClock


def test_an_address_is_held_and_another_is_not(clock: ManualClock) -> None:
    brake = Brake(clock, a_minute=2)
    asked = ["203.0.113.7"] * 3 + ["203.0.113.8"]
    assert [brake.holds(one) for one in asked] == [False, False, True, False]


def test_after_a_minute_it_may_ask_again(clock: ManualClock) -> None:
    brake = Brake(clock, a_minute=1)
    before = [brake.holds("203.0.113.7") for _ in range(2)]
    clock.jump(seconds=59)
    held = brake.holds("203.0.113.7")
    clock.jump(seconds=1)
    assert (before, held, brake.holds("203.0.113.7")) == ([False, True], True, False)


def test_a_proxy_that_is_known_and_names_nobody_is_not_held(clock: ManualClock) -> None:
    brake = Brake(clock, 1, by_name("10.0.0.5, 10.88.0.0/16"))
    asked = ["10.0.0.5", "10.88.0.1", "10.0.0.6"] * 2
    assert [brake.holds(one) for one in asked] == [False] * 5 + [True]


def test_where_every_proxy_is_believed_addresses_are_held_all_the_same(clock: ManualClock) -> None:
    brake = Brake(clock, 1, by_name("*"))
    assert [brake.holds("203.0.113.7") for _ in range(2)] == [False, True]


@pytest.mark.parametrize("address", ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
def test_a_proxy_beside_us_that_names_nobody_is_not_held(clock: ManualClock, address: str) -> None:
    brake = Brake(clock, a_minute=1)
    assert [brake.holds(address) for _ in range(3)] == [False] * 3
