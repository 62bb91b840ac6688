"""Words are near to each other if the same intents say them."""

import pytest

from bot.understanding.alike import judge
from bot.understanding.looks import Weighed
from bot.understanding.nearness import Nearness, learnt
from bot.understanding.rows import Rows, lined

SAID = [
    ("power cut", ["light", "out"]),
    ("power cut", ["current", "off"]),
    ("power cut", ["light", "off"]),
    ("power cut", ["current", "out"]),
    ("card lost", ["card", "lost"]),
    ("card lost", ["card", "gone"]),
    ("card lost", ["insurance", "lost"]),
    ("card lost", ["insurance", "gone"]),
]


@pytest.fixture(scope="module")
def near() -> Nearness:
    return Nearness(learnt(SAID))


def test_a_text_says_what_another_says_in_other_words(near: Nearness) -> None:
    assert near.told(said("light", "out"), said("current", "off")) > 0.8
    assert near.told(said("light", "out"), said("insurance", "lost")) == 0


def test_the_same_word_is_nearest_and_an_unknown_one_is_a_stranger(near: Nearness) -> None:
    assert near.told(said("light"), said("light")) == 1
    assert near.told(said("unheard"), said("light")) == 0
    assert near.told(said(), said("light")) == 0


def test_what_is_not_said_by_the_other_is_missed_by_its_weight(near: Nearness) -> None:
    heavy = Weighed.read({"light": 0.9, "card": 0.1})
    assert near.told(heavy, said("light")) == pytest.approx(0.9)


def test_which_of_two_texts_is_first_makes_no_difference() -> None:
    one = judge().look("điện cúp hoài")
    other = judge().look("khóm tui mất điện từ hôm qua, chừng nào có lại")
    assert judge().seen(one, other) == judge().seen(other, one)


def test_a_row_is_found_by_its_whole_name_alone() -> None:
    rows = Rows(lined({"nước": "1", "nước máy": "2", "điện": "3"}))
    assert dict(rows) == {"nước": "1", "nước máy": "2", "điện": "3"}
    assert [name for name in ("nư", "nước ", "máy", "", "đ", "ỵ") if name in rows] == []


def said(*words: str) -> Weighed:
    return Weighed.read(dict.fromkeys(words, 1.0))
