"""A belief learnt from cases: right, at rest, and the same every time."""

import pytest

from bot.understanding.logistic import Told, believed, learnt

CASES = [
    Told({"one": 1.0, "sun": 1.0}, holds=True),
    Told({"one": 1.0, "sun": 1.0, "wind": 1.0}, holds=True),
    Told({"one": 1.0, "rain": 1.0}, holds=False),
    Told({"one": 1.0, "rain": 1.0, "wind": 1.0}, holds=False),
]


def test_it_believes_what_it_was_told() -> None:
    weights = learnt(CASES, 50)
    assert [believed(one.seen, weights) > 0.5 for one in CASES] == [True, True, False, False]
    assert weights["wind"] == pytest.approx(0, abs=0.05), "what tells nothing weighs nothing"


def test_it_comes_to_rest_wherever_it_begins() -> None:
    weights = learnt(CASES, 200)
    again = learnt(CASES, 200, {"sun": -5.0, "rain": 3.0})
    assert again == pytest.approx(weights, abs=0.01)


def test_what_counts_more_is_believed_more() -> None:
    doubt = [Told({"one": 1.0}, holds=True, weight=3.0), Told({"one": 1.0}, holds=False)]
    assert believed({"one": 1.0}, learnt(doubt, 50)) > 0.5


def test_nothing_known_is_even() -> None:
    assert believed({"snow": 1.0}, learnt(CASES, 50)) == 0.5
