"""Whose illness an answer tells: somebody's is a leak, everybody's is what a health office is for.

Every person here is invented.
"""

from pathlib import Path

import pytest

from bot.understanding.illness import told
from bot.understanding.leaks import in_words

SENTENCES = Path(__file__).parents[2] / "data" / "told_of"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Con chị bị bại não nên được trợ cấp hằng tháng.", "Con chị bị bại não"),
        ("Chị Sáu khóm 3 bị tiểu đường nặng.", "Chị Sáu khóm 3 bị tiểu đường"),
        ("Chồng cô bị liệt nửa người.", "Chồng cô bị liệt"),
        ("Hộ ông Đực (ấp 2) có con mắc lao.", "Hộ ông Đực (ấp 2) có con mắc lao"),
        ("Bệnh tâm thần của anh Tám đã có giấy.", "Bệnh tâm thần của anh Tám"),
        ("Con trai anh Sơn chậm nói.", "Con trai anh Sơn chậm nói"),
        ("Vợ chú đang chạy thận.", "Vợ chú đang chạy thận"),
        ("Nếu bà Tư bị lẫn thì con làm thay.", "bà Tư bị lẫn"),
        ("Con cô chú bị bại não nên đã được xét.", "Con cô chú bị bại não"),
        ("Chị Sáu không đi được vì bị tai biến.", "Chị Sáu không đi được vì bị tai biến"),
    ],
)
def test_what_somebody_suffers_from_is_told_in_the_words_of_the_answer(
    text: str, words: str
) -> None:
    assert list(told(text)) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Người khuyết tật nặng được hưởng 750.000 đồng một tháng.",
        "Hộ có người bị bệnh hiểm nghèo được xét trước.",
        "Cô chú bị tiểu đường được phát thuốc ở trạm.",
        "Anh, chị bị bệnh nghề nghiệp làm hồ sơ ở bảo hiểm.",
        "Nếu cháu bị sốt xuất huyết, nhà mình đưa ra trạm liền.",
        "Cháu bị hở hàm ếch thì được mổ không mất tiền.",
        "Con cô chú bị khuyết tật thì trường vẫn nhận.",
        "Chị nộp đơn cho phường, người bị lao được xét trước.",
        "Bác sĩ Tâm phụ trách điều trị lao.",
        "Chị không bị khuyết tật theo kết luận.",
        "Chó nhà bà Tư bị dại.",
        "Hồ sơ của chị bị nhầm lẫn với người khác.",
        "Nhà bà bị ngập vì ở cù lao.",
        "Các cháu bị suy dinh dưỡng được phát sữa.",
    ],
)
def test_what_is_said_of_everybody_is_no_leak(text: str) -> None:
    assert list(told(text)) == []


def test_a_full_name_without_a_title_is_somebody() -> None:
    text = "Nguyễn Thị Đào bị tâm thần."

    assert (list(told(text)), list(told(text, ["Nguyễn Thị Đào"]))) == (
        [],
        ["Nguyễn Thị Đào bị tâm thần"],
    )


def test_a_sentence_between_is_about_somebody_else() -> None:
    assert list(told("Chị Sáu đã nộp đơn. Mắc lao thì được phát thuốc.")) == []


@pytest.mark.parametrize(
    ("half", "found"),
    [("worked_on", (39, 40, 0, 60)), ("measured", (38, 40, 0, 60))],
)
def test_of_the_invented_sentences(half: str, found: tuple[int, int, int, int]) -> None:
    """Leaks that are found, of how many; false alarms, of how many."""
    lines = (SENTENCES / f"{half}.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    leaks = [bool(in_words(text, "", "")) for label, text in rows if label == "leak"]
    others = [bool(in_words(text, "", "")) for label, text in rows if label == "innocent"]

    assert (sum(leaks), len(leaks), sum(others), len(others)) == found
