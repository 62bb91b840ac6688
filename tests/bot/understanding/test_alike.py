"""Whether two questions ask the same, and why it looks so."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.understanding import alike

LOAN = "Hộ cận nghèo vay 50 triệu nuôi bò thì lãi bao nhiêu một tháng?"
LAMP = "Đèn đường hẻm 15 khóm 2 hư cả tháng nay, xin sửa"
DRAIN = "Hẻm 12 khóm 4 mưa là ngập, nước cống tràn lên nhà"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LOAN, "ho can ngheo vay 50 trieu nuoi bo lai bao nhieu 1 thang vay ad"),
        (LOAN, "can ngheo vay 50tr nuoi bo, lai bn 1 thang z"),
        (LOAN, "Nhà tôi cận nghèo, vay 50 triệu nuôi bò thì mỗi tháng lãi bao nhiêu?"),
        (LOAN, LOAN.upper()),
        (DRAIN, "hem 12 k4 mua la ngap, nuoc cong tran vo nha hoai"),
        (DRAIN, "hẻm 12 khóm bốn hễ mưa là ngập, nước cống tràn vô nhà"),
    ],
    ids=["without marks", "teencode", "other order", "loudly", "short place", "spoken place"],
)
def test_the_same_question_in_other_words(one: str, other: str) -> None:
    assert alike.judge().same_question(one, other) >= alike.SAME


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (LOAN, LOAN.replace("50", "80")),
        (LOAN, LOAN.replace("cận nghèo", "nghèo")),
        (LOAN, LOAN.replace("cận nghèo", "mới thoát nghèo")),
        (LOAN, LOAN.replace("bò", "dê")),
        (LOAN, LOAN.replace("lãi bao nhiêu một tháng", "cần giấy tờ gì")),
        (LOAN, "Thẻ bảo hiểm y tế của má tôi hết hạn thì xin cấp lại ở đâu?"),
        (DRAIN, DRAIN.replace("Hẻm 12", "Hẻm 21")),
        (DRAIN, DRAIN.replace("khóm 4", "khóm 5")),
        (DRAIN, DRAIN.replace("khóm 4", "khóm năm")),
        (LAMP, "hem 40 khom 2 den duong hu ca thang, xin sua"),
        ("", ""),
    ],
    ids=[
        "another sum",
        "a poorer household",
        "one that has escaped",
        "another animal",
        "papers instead of interest",
        "another matter",
        "another alley",
        "another hamlet",
        "another hamlet in words",
        "another lamp in other words",
        "nothing",
    ],
)
def test_a_near_miss_is_another_question(one: str, other: str) -> None:
    assert alike.judge().same_question(one, other) < alike.SAME


@settings(max_examples=50, deadline=None)
@given(one=st.text(max_size=80), other=st.text(max_size=80))
def test_likeness_has_no_direction(one: str, other: str) -> None:
    likeness = alike.judge().same_question(one, other)
    assert 0 <= likeness <= 1
    assert likeness == pytest.approx(alike.judge().same_question(other, one))


def test_the_reason_is_in_the_asker_s_own_words_longest_first() -> None:
    assert alike.why(LOAN, "can ngheo muon vay tien nuoi bo, lai thang nhieu?") == [
        "cận nghèo vay",
        "nuôi bò",
    ]


def test_words_that_everybody_uses_are_no_reason() -> None:
    assert alike.why("Dạ cho tôi hỏi cái này", "Dạ cho tôi hỏi chuyện khác") == []
