"""Laws and decrees as officials type them."""

import json
from datetime import date
from pathlib import Path

import pytest

from bot.understanding.bases import Resting, mark, read

SAMPLE = Path(__file__).parents[2] / "data" / "answers.jsonl"


def test_every_basis_of_the_sample_is_read() -> None:
    rows = [json.loads(line)["basis"] for line in SAMPLE.read_text("utf-8").splitlines()]

    assert [list(read(", ".join(names)).names) for names in rows] == rows
    assert sum(map(len, rows)) > 80


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("Nghị định số 28/2015/NĐ-CP", Resting(names=("NĐ 28/2015/NĐ-CP",))),
        (
            "theo QĐ 157/2007/QĐ-TTg và Thông tư 01/2019/TT-BLĐTBXH.",
            Resting(names=("QĐ 157/2007/QĐ-TTg", "TT 01/2019/TT-BLĐTBXH")),
        ),
        ("NĐ 28/2015/NĐ-CP; NĐ 28/2015/NĐ-CP", Resting(names=("NĐ 28/2015/NĐ-CP",))),
        (
            "Luật Bảo hiểm y tế, áp dụng từ 01/01/2024 đến hết 31/12/2025",
            Resting(
                names=("Luật Bảo hiểm y tế",), since=date(2024, 1, 1), until=date(2025, 12, 31)
            ),
        ),
        ("đến 30.6.2026", Resting(until=date(2026, 6, 30))),
        ("(hết hiệu lực 31/12/2025)", Resting(until=date(2025, 12, 31))),
        ("đã hết hiệu lực kể từ ngày 01/01/2026", Resting(until=date(2025, 12, 31))),
        ("hiệu lực đến hết năm 2025", Resting(until=date(2025, 12, 31))),
        (
            "từ tháng 7/2025 đến tháng 2/2028",
            Resting(since=date(2025, 7, 1), until=date(2028, 2, 29)),
        ),
        (
            "Nghị quyết 19/2022/NQ-HĐND áp dụng 2023-2025",
            Resting(
                names=("NQ 19/2022/NQ-HĐND",), since=date(2023, 1, 1), until=date(2025, 12, 31)
            ),
        ),
        (
            "QĐ 90/QĐ-TTg giai đoạn 2021-2025",
            Resting(
                names=("QĐ 90/QĐ-TTg giai đoạn 2021-2025",),
                since=date(2021, 1, 1),
                until=date(2025, 12, 31),
            ),
        ),
        ("nd 20/2021/nd-cp va qd so 15/2013", Resting(names=("NĐ 20/2021/NĐ-CP", "QĐ 15/2013"))),
        (
            "Luật Bảo hiểm y tế 2008 (sửa đổi 2024), NĐ 188/2025/NĐ-CP",
            Resting(names=("Luật Bảo hiểm y tế 2008 (sửa đổi 2024)", "NĐ 188/2025/NĐ-CP")),
        ),
        ("không có gì", Resting()),
    ],
    ids=[
        *(
            "in full",
            "two",
            "twice",
            "with its time",
            "time alone",
            "ended",
            "ended since",
            "a year",
            "months",
        ),
        *("years", "a period of its name", "without marks", "brackets of its own", "nothing"),
    ],
)
def test_documents_and_days_are_read(typed: str, found: Resting) -> None:
    assert read(typed) == found


def test_the_last_day_is_still_included() -> None:
    assert (read("đến 31/12/2025").ends, read("từ 1/1/2025").ends) == (date(2026, 1, 1), None)


def test_a_day_that_does_not_exist_is_an_error() -> None:
    with pytest.raises(ValueError, match="day is out of range"):
        read("NĐ 28/2015/NĐ-CP đến 31/02/2026")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("NĐ 28/2015/NĐ-CP", "nđ 28/2015/nđ-cp quy định việc làm", True),
        ("NĐ 28/2015/NĐ-CP", "QĐ 28/2015/QĐ-TTg", False),
        ("NQ 17/NQ-HĐND ngày 14/7/2023", "NQ 17/NQ-HĐND ngày 1/7/2020", False),
        ("Luật Cư trú 2020", "Luật cư trú 2020", True),
    ],
)
def test_a_document_is_known_by_kind_and_number(one: str, other: str, *, same: bool) -> None:
    assert (mark(one) == mark(other)) == same


@pytest.mark.parametrize(
    ("typed", "until"),
    [
        ("NĐ 28/2015/NĐ-CP; áp dụng đến 31 tháng 12 năm 2027", date(2027, 12, 31)),
        ("NĐ 28/2015/NĐ-CP, đến hết ngày 5 tháng 3, năm 2027", date(2027, 3, 5)),
        ("NĐ 28/2015/NĐ-CP, đến hết tháng 2 năm 2028", date(2028, 2, 29)),
    ],
)
def test_a_last_day_may_be_written_out(typed: str, until: date) -> None:
    assert read(typed) == Resting(names=("NĐ 28/2015/NĐ-CP",), until=until)


def test_what_was_copied_out_of_a_table_is_read_however_much_space_is_in_it() -> None:
    padded = "NĐ 28/2015/NĐ-CP," + " " * 8_000 + "áp dụng đến" + "\n\t" * 4_000 + "31/12/2027"

    assert read(padded) == Resting(names=("NĐ 28/2015/NĐ-CP",), until=date(2027, 12, 31))
