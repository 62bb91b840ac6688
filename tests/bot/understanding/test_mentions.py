"""Who is named in an answer as somebody told of. Everybody here is invented."""

import json
from pathlib import Path

import pytest

from bot.understanding.mentions import told_of

DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Hộ bà Tư Lành được xét.", ["bà Tư Lành"]),
        ("Ông Trần Văn Bảy chưa nộp đơn.", ["Ông Trần Văn Bảy"]),
        ("Hộ Nguyễn Văn Út, rồi bà Út Mười.", ["Nguyễn Văn Út", "bà Út Mười"]),
        ("Bà Tư Lành đã vay. Bà Tư Lành trả rồi.", ["Bà Tư Lành"]),
        ("nguyen thi dao duoc xet", ["nguyen thi dao"]),
        ("Chị Sáu đã vay.", []),
        ("Ao Bà Om mở cửa.", []),
        ("Nhà ở đường Nguyễn Thị Minh Khai.", []),
        ("Mang căn cước lên số 5 Lê Lợi, hoặc số 12/3A, Trần Hưng Đạo.", []),
        ("Cô chú gặp bà Tư Lành.", []),
        ("Anh Trần Quốc Nam nhận hồ sơ ở đây.", []),
        ("Bà Lê Thị Tám nhận trợ cấp ở đây.", ["Bà Lê Thị Tám"]),
        ("Hỏi chị Hội Phụ nữ. Chị Hội Phụ nữ ghi tên.", []),
    ],
    ids=[
        *("by title", "in full", "two", "once", "no marks", "one word says too little", "a pond"),
        *("a street", "an address", "to see", "serves", "receives", "an association"),
    ],
)
def test_people_who_seem_to_be_nobody_to_go_to_are_found(text: str, named: list[str]) -> None:
    assert told_of(text) == named


@pytest.mark.parametrize("half", ["named_worked_on", "named_measured"])
def test_of_the_invented_sentences_all_that_name_somebody_are_told_apart(half: str) -> None:
    lines = (DATA / "told_of" / f"{half}.tsv").read_text("utf-8").splitlines()
    rows = [line.split("\t") for line in lines if not line.startswith("#")]

    assert [text for label, text in rows if bool(told_of(text)) != (label == "named")] == []
    assert len(rows) == 24


def test_no_answer_of_the_sample_names_anybody() -> None:
    rows = (DATA / "answers.jsonl").read_text("utf-8").splitlines()

    assert [told for row in rows if (told := told_of(json.loads(row)["text"]))] == []
