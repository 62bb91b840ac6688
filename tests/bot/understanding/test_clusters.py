"""The same question in other words, and the near miss that only sounds like it."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding.clusters import SAME, Clusterer
from bot.understanding.routing import Router


@pytest.fixture(scope="module")
def clusterer(router: Router) -> Clusterer:
    return Clusterer(router)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Làm mất thẻ bảo hiểm y tế thì xin cấp lại ở đâu?", "mat the bhyt, cap lai o dau a"),
        ("Đèn đường hẻm 15 khóm 2 hư, xin sửa", "hem 15 khom 2 den duong tat hoai, sua giup"),
        ("Hộ nghèo vay tối đa bao nhiêu?", "cho vay ho ngheo toi da may chuc trieu"),
        ("heo bị dịch chết có được đền bù không", "Heo chết vì dịch tả, được đền bù không?"),
    ],
)
def test_the_same_question_in_other_words(clusterer: Clusterer, one: str, other: str) -> None:
    assert clusterer.same_question(one, other) >= SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Đèn đường hẻm 15 khóm 2 hư, xin sửa", "Đèn đường hẻm 40 khóm 6 hư, xin sửa"),
        ("Vay vốn hộ nghèo lãi suất bao nhiêu", "Vay vốn hộ nghèo cần giấy tờ gì"),
        ("Xin hỗ trợ bò giống cho hộ nghèo", "Xin hỗ trợ heo giống cho hộ nghèo"),
        ("Làm mất thẻ bảo hiểm y tế", "Làm giấy khai sinh ở đâu"),
        ("xin chào", "Vay vốn hộ nghèo cần giấy tờ gì"),
    ],
)
def test_a_near_miss_stays_apart(clusterer: Clusterer, one: str, other: str) -> None:
    assert clusterer.same_question(one, other) < SAME


def test_the_closest_come_first(clusterer: Clusterer) -> None:
    text = "Làm mất thẻ BHYT thì cấp lại ở đâu?"
    others = ["Chừng nào mở lớp dạy may?", "mat the bhyt xin cap lai o dau", text]
    assert [match.place for match in clusterer.closest(text, others)] == [2, 1]
    assert [match.place for match in clusterer.closest(text, others, most=1)] == [2]


def test_a_cluster_bears_the_place_of_its_first_text(clusterer: Clusterer) -> None:
    texts = [
        "Chừng nào mở lớp dạy may?",
        "Làm mất thẻ BHYT thì cấp lại ở đâu?",
        "mat the bhyt xin cap lai o dau",
        "Chừng nào mở lớp dạy may?",
    ]
    assert clusterer.clusters(texts) == [0, 1, 1, 0]
    assert clusterer.clusters([]) == []


@settings(max_examples=50, deadline=None)
@given(one=st.text(max_size=80), other=st.text(max_size=80))
def test_likeness_has_no_direction(clusterer: Clusterer, one: str, other: str) -> None:
    likeness = clusterer.same_question(one, other)
    assert 0 <= likeness <= 1
    assert likeness == pytest.approx(clusterer.same_question(other, one))
