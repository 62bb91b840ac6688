"""Folded text, short forms, and words typed instead of a button."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.understanding.folding import (
    begins_words,
    fold,
    is_marked,
    marked,
    matches,
    pick,
    spelled,
    words,
)

MENU = ["Đăng ký dự đối thoại", "Gửi câu hỏi", "Câu hỏi của tôi", "Lịch đối thoại", "Thôi"]


# ── folding ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Đường  ĐẤT\nlầy lội", "duong dat lay loi"),
        (unicodedata.normalize("NFD", "Nguyệt Hóa"), "nguyet hoa"),
        ("Ðiện", "dien"),  # the Icelandic letter that old keyboards put in
        ("hổ trợ", fold("hỗ trợ")),
        ("ស្ពាន ភូមិ", "ស្ពាន ភូមិ"),
        ("អគ្គិ\u200bសនី", "អគ្គិសនី"),
        ("", ""),
    ],
)
def test_marks_capitals_and_spaces_do_not_matter_and_khmer_stays(text: str, folded: str) -> None:
    assert fold(text) == folded


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("có đc vay ko", "co duoc vay khong"),
        ("hổng có", "khong co"),
        ("quaaaa mắc nhaa", "qua mac nha"),
        ("500k với 30tr", "500 ngan voi 30 trieu"),
        ("82t", "82 tuoi"),
        ("khom 5 p7", "khom 5 phuong 7"),
        ("tổ TK&VV", "to tiet kiem va vay von"),
        ("bhyt", "bao hiem y te"),
        ("mua bh cho con", "mua bao hiem cho con"),
        ("bh", "bh"),  # alone it could be anything
        ("sổ hồng", "so hong"),  # here it is a colour
        ("co hong", "co khong"),
        ("hem 84", "hem 84"),  # an alley, though some mean không
        ("hk1", "hoc ky 1"),
        ("nhập hk", "nhap ho khau"),
        ("phuong 5 k3", "phuong 5 khom 3"),
        ("dk vay o dau", "dang ky vay o dau"),
    ],
)
def test_short_forms_are_written_out_where_they_are_safe(text: str, written: str) -> None:
    assert " ".join(words(text)) == written


def test_words_remember_how_they_were_typed() -> None:
    assert [(one.typed, one.words) for one in spelled("Thẻ BHYT, quaa!")] == [
        ("Thẻ", ("the",)),
        ("BHYT", ("bao", "hiem", "y", "te")),
        ("quaa", ("qua",)),
    ]


def test_a_run_of_khmer_script_is_one_word() -> None:
    assert words("vay ខ្ចីប្រាក់ 30tr") == ("vay", "ខ្ចីប្រាក់", "30", "trieu")


def test_marks_can_be_relied_on_only_where_they_were_typed() -> None:
    assert is_marked(spelled("Đường vô nhà tôi lầy lội"))
    assert not is_marked(spelled("duong vo nha tôi lay loi"))
    assert marked("hỗ") == marked("hổ") == marked(unicodedata.normalize("NFD", "HỖ"))
    assert marked("vậy") != marked("vay")


# ── one label ────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("thoi", "Thôi"),
        ("THÔI", "✖ Thôi"),
        ("thoy", "Thôi"),
        ("thoiii", "Thôi"),
        ("dạ thôi em", "Thôi"),
        ("dong y", "Đồng ý"),
        ("đồng í", "Đồng ý"),
        ("dongy", "Đồng ý"),
        ("dogn y", "Đồng ý"),
        ("cau hoi cua toi", "Câu hỏi của tôi"),
        ("cau hpi cua toi", "Câu hỏi của tôi"),
        ("hang doi", "Hàng đợi (3)"),
        ("nhann", "Nhận"),
        ("p7", "Phường 7"),
        ("dk du doi thoai", "Đăng ký dự đối thoại"),
        ("ស្ពាន", "ស្ពាន"),
    ],
)
def test_a_typed_word_means_its_label(typed: str, label: str) -> None:
    assert matches(typed, label)


@pytest.mark.parametrize(
    ("typed", "label"),
    [
        ("toi", "Thôi"),
        ("khong dong y", "Đồng ý"),
        ("tra lai", "Trả lời"),
        ("phuong 8", "Phường 7"),
        ("", "Thôi"),
        ("👍", "Thôi"),
        ("vay von", "Thôi"),
        ("Thới", "Thôi"),
        ("Thổi", "Thôi"),
    ],
)
def test_another_word_does_not(typed: str, label: str) -> None:
    assert not matches(typed, label)


# ── several labels ───────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("1", 0),
        ("2.", 1),
        ("số 3", 2),
        ("9", None),
        ("dang ky", 0),
        ("lich", 3),
        ("em muon gui cau hoi", 1),
        ("cua toi", 2),
        ("doi thoai", None),  # two labels hold it
        ("gì vậy", None),
    ],
)
def test_typed_words_and_numbers_pick_a_choice(typed: str, place: int | None) -> None:
    assert pick(typed, MENU) == place


@pytest.mark.parametrize(("typed", "place"), [("7", 0), ("phuong 1", 2), ("2", 1), ("1", None)])
def test_a_number_that_could_mean_two_choices_is_unclear(typed: str, place: int | None) -> None:
    assert pick(typed, ["Phường 7", "Phường 8", "Phường 1"]) == place


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("tha lan", True),
        ("LAN Thạch", True),
        ("thi", True),
        ("ach", False),
        ("lan 2", False),
        (" ", False),
    ],
)
def test_a_name_is_found_by_how_its_words_begin(typed: str, meant: bool) -> None:
    assert begins_words(typed, "Thạch Thị Lan") is meant
