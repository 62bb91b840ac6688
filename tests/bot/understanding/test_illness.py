"""Whose illness an answer tells: somebody's is a leak, everybody's is what a health office is for.

Every person here is invented.
"""

import unicodedata
from collections.abc import Callable
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
        ("Anh Dũng, bệnh nhân HIV, đã có thẻ.", "Anh Dũng, bệnh nhân HIV"),
        ("Anh Ba bị K phổi.", "Anh Ba bị K phổi"),
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


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Anh Ba la benh nhan HIV.", "Anh Ba la benh nhan HIV"),
        ("con chi bi tam than nen duoc xet", "con chi bi tam than"),
        ("Hộ anh Khởi có vợ bi tam than.", "Hộ anh Khởi có vợ bi tam than"),
        ("a Dung bn HIV da co the", "a Dung bn HIV"),
        ("ME CHI BI UNG THU", "ME CHI BI UNG THU"),
        ("Benh tam than cua anh Tam da co giay.", "Benh tam than cua anh Tam"),
    ],
)
def test_it_is_told_without_marks_as_well(text: str, words: str) -> None:
    assert list(told(text)) == [words]


@pytest.mark.parametrize(
    "text",
    [
        "Kham benh mien phi o benh vien va tram y te.",
        "Co chu mang the bao hiem y te theo.",
        "Ho co nguoi khuyet tat duoc huong 750 ngan mot thang.",
        "Benh nhan HIV duoc cap the va giu kin ten.",
        "Chi phi mo tim duoc tra 95%.",
        "Phong lao dong nhan don cua nguoi bi khuyet tat.",
        "Chi k bi khuyet tat theo ket luan.",
        "Bo cua anh bi benh thi bao thu y.",
    ],
)
def test_what_is_said_of_everybody_is_no_leak_without_marks_either(text: str) -> None:
    assert list(told(text)) == []


def test_a_full_name_without_a_title_is_somebody() -> None:
    text = "Nguyễn Thị Đào bị tâm thần."

    assert (list(told(text)), list(told(text, ["Nguyễn Thị Đào"]))) == (
        [],
        ["Nguyễn Thị Đào bị tâm thần"],
    )


def test_a_sentence_between_is_about_somebody_else() -> None:
    assert list(told("Chị Sáu đã nộp đơn. Mắc lao thì được phát thuốc.")) == []


HALVES = {
    "worked_on": (39, 40, 0, 60),
    "measured": (38, 40, 0, 60),
    "bare_worked_on": (24, 24, 0, 24),
    "bare_measured": (23, 24, 0, 24),
}


@pytest.mark.parametrize(("half", "found"), HALVES.items(), ids=HALVES)
def test_of_the_invented_sentences(half: str, found: tuple[int, int, int, int]) -> None:
    """Leaks that are found, of how many; false alarms, of how many."""
    assert _counted(half, str) == found


@pytest.mark.parametrize(
    ("half", "found"), [("worked_on", (39, 40, 0, 60)), ("measured", (35, 40, 0, 60))]
)
def test_of_the_same_sentences_without_their_marks(
    half: str, found: tuple[int, int, int, int]
) -> None:
    assert _counted(half, _bare) == found


def _counted(half: str, typed: Callable[[str], str]) -> tuple[int, int, int, int]:
    lines = (SENTENCES / f"{half}.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]
    leaks = [bool(in_words(typed(text), "", "")) for label, text in rows if label == "leak"]
    others = [bool(in_words(typed(text), "", "")) for label, text in rows if label == "innocent"]
    return sum(leaks), len(leaks), sum(others), len(others)


def _bare(text: str) -> str:
    """The text as somebody types it who leaves the marks out, and nothing else."""
    letters = unicodedata.normalize("NFD", text).replace("đ", "d").replace("Đ", "D")
    return "".join(one for one in letters if not unicodedata.combining(one))
