"""Whether two questions ask the same, and why it looks so."""

import pytest

from bot.understanding import alike

LOAN = "Hộ cận nghèo vay 50 triệu nuôi bò thì lãi bao nhiêu một tháng?"


@pytest.mark.parametrize(
    "other",
    [
        "ho can ngheo vay 50 trieu nuoi bo lai bao nhieu 1 thang vay ad",
        "Nhà tôi cận nghèo, vay 50 triệu nuôi bò thì mỗi tháng lãi bao nhiêu?",
        LOAN.upper(),
    ],
    ids=["without marks", "other order", "loudly"],
)
def test_the_same_question_in_other_words(other: str) -> None:
    assert alike.same_question(LOAN, other) >= alike.SAME
    assert alike.same_question(LOAN, other) == pytest.approx(alike.same_question(other, LOAN))


@pytest.mark.parametrize(
    "other",
    [
        LOAN.replace("50", "80"),
        LOAN.replace("cận nghèo", "nghèo"),
        LOAN.replace("cận nghèo", "mới thoát nghèo"),
        "Thẻ bảo hiểm y tế của má tôi hết hạn thì xin cấp lại ở đâu?",
    ],
    ids=["another sum", "a poorer household", "one that has escaped", "another matter"],
)
def test_another_number_or_kind_of_household_is_another_question(other: str) -> None:
    assert alike.same_question(LOAN, other) < alike.SAME


def test_the_reason_is_in_the_asker_s_own_words_longest_first() -> None:
    assert alike.why(LOAN, "can ngheo muon vay tien nuoi bo, lai thang nhieu?") == [
        "cận nghèo vay",
        "nuôi bò",
    ]


def test_words_that_everybody_uses_are_no_reason() -> None:
    assert alike.why("Dạ cho tôi hỏi cái này", "Dạ cho tôi hỏi chuyện khác") == []
