"""Cutting long texts, and telling a question from a short answer."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.sentences import (
    looks_like_a_question,
    split_text,
    utf16_length,
    without_middle,
)

letters = st.text(alphabet=st.sampled_from("aeốy.,:!? \n😀ខ្មែរ។\u200b\u0301"), max_size=200)


def _without_space(text: str) -> str:
    return re.sub(r"\s", "", text)


@given(letters, st.integers(2, 40))
def test_every_part_fits_and_nothing_is_lost(text: str, limit: int) -> None:
    parts = split_text(text, limit)
    assert all(utf16_length(part) <= limit for part in parts)
    assert _without_space("".join(parts)) == _without_space(text)
    assert all(parts) or parts == [""]


def test_a_text_that_fits_stays_whole() -> None:
    assert split_text("Kính thưa bà con.", 17) == ["Kính thưa bà con."]


def test_a_long_text_is_cut_at_each_pause_and_space_between_parts_is_in_none() -> None:
    assert split_text("Một hai ba.   \n\n " * 3000, 12) == ["Một hai ba."] * 3000


@pytest.mark.parametrize(
    ("text", "limit", "parts"),
    [
        ("Một hai.\n\nBa bốn năm.", 14, ["Một hai.", "Ba bốn năm."]),
        ("Một hai.\nBa bốn năm.", 14, ["Một hai.", "Ba bốn năm."]),
        ("Một hai. Ba bốn năm.", 14, ["Một hai.", "Ba bốn năm."]),
        ("Một hai, ba bốn năm", 14, ["Một hai,", "ba bốn năm"]),
        ("Một hai ba bốn năm", 14, ["Một hai ba bốn", "năm"]),
        ("aaaa     ", 5, ["aaaa"]),
        ("", 5, [""]),
    ],
)
def test_the_cut_is_at_the_best_pause(text: str, limit: int, parts: list[str]) -> None:
    assert split_text(text, limit) == parts


def test_emoji_count_as_platforms_count_them() -> None:
    assert utf16_length("a😀") == 3
    assert split_text("😀😀😀", 4) == ["😀😀", "😀"]


def test_a_khmer_letter_keeps_its_foot_and_its_vowel() -> None:
    assert split_text("កកស្ត្រី", 4) == ["កក", "ស្ត្រី"[:4], "ស្ត្រី"[4:]]
    assert split_text("កកកស្ត្រី", 6) == ["កកក", "ស្ត្រី"]


def test_a_letter_with_more_marks_than_room_is_cut_all_the_same() -> None:
    assert "".join(split_text("a" + "\u0301" * 9, 4)) == "a" + "\u0301" * 9


@given(letters, st.integers(20, 60))
def test_of_a_text_without_its_middle_the_beginning_and_the_end_are_left(
    text: str, limit: int
) -> None:
    short = without_middle(text, limit)

    assert utf16_length(short) <= limit
    if short != text:
        beginning, end = short.split(" … ")
        assert text.startswith(beginning)
        assert text.endswith(end)


@pytest.mark.parametrize(
    ("text", "limit", "short"),
    [
        ("Một hai ba.", 20, "Một hai ba."),
        ("Một hai ba bốn năm sáu bảy tám", 25, "Một … năm sáu bảy tám"),
        ("a" * 40, 20, "aaaa … aaaaaaaaaaaaa"),
        ("😀" * 20, 21, "😀😀 … 😀😀😀😀😀😀😀"),
        ("កកកកក" + "ស្ត្រី" * 4, 20, "កកកក … ស្ត្រីស្ត្រី"),
    ],
)
def test_the_middle_is_left_out_between_words_and_letters(
    text: str, limit: int, short: str
) -> None:
    assert without_middle(text, limit) == short


@pytest.mark.parametrize(
    "text",
    [
        "bao nhieu tuoi thi duoc lanh tien",
        "Sổ hộ nghèo làm ở đâu?",
        "xin hoi cho vay von",
        "តើពេលណាទើបបាន",
    ],
)
def test_a_question_typed_where_a_name_was_asked_is_seen(text: str) -> None:
    assert looks_like_a_question(text)


@pytest.mark.parametrize("text", ["Nguyễn Thị Sáu", "Khóm 3 phường 7", "1958", "ថាច់ សុខា", "được"])
def test_a_name_a_place_or_a_year_is_no_question(text: str) -> None:
    assert not looks_like_a_question(text)
