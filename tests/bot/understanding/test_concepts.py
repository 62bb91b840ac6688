"""Concepts are heard in whatever words, and only where they are meant."""

import pytest

from bot.understanding.concepts import named_in


def names(text: str) -> set[str]:
    return {one.name for one in named_in(text)}


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("lãi bao nhiêu", "ask_howmuch"),
        ("lai nhiu z", "ask_howmuch"),
        ("nộp cho ai", "ask_where"),
        ("nuôi dê", "kind_goat"),
        ("ra khỏi hộ nghèo rồi", "who_left"),
        ("đèn đường tắt", "fault_light"),
    ],
)
def test_a_concept_has_many_words(text: str, concept: str) -> None:
    assert concept in names(text)


def test_who_has_escaped_poverty_is_not_poor() -> None:
    assert not {"who_poor", "who_near"} & names("nhà tôi mới ra khỏi hộ nghèo")
    assert "who_poor" in names("nhà tôi hộ nghèo")


def test_marks_decide_where_there_are_any() -> None:
    assert "kind_goat" not in names("để tôi hỏi thử")
    assert "kind_goat" not in names("de toi hoi thu")


def test_a_phrase_within_a_longer_one_counts_as_well() -> None:
    assert {"buy_card", "card"} <= names("mua bảo hiểm y tế")
