"""The command that brings a list in, as an office types it."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

from openpyxl import Workbook, load_workbook

from tests.conftest import ROOT

DATA = ROOT / "tests" / "data"


def run(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """``langnghe roster import`` over a database in ``folder``."""
    return subprocess.run(
        [sys.executable, "-m", "bot", "roster", "import", *words],
        cwd=ROOT,
        env=os.environ
        | {
            "LANGNGHE_STORAGE__URL": f"sqlite:///{folder / 'langnghe.db'}",
            "COLUMNS": "100",
            "PYTHONIOENCODING": "utf-8",
        },
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_list_is_brought_in_and_the_next_is_held_against_it(tmp_path: Path) -> None:
    first = run(tmp_path, str(DATA / "roster.csv"))
    again = run(tmp_path, str(DATA / "roster.csv"))

    assert (first.returncode, again.returncode) == (0, 0)
    assert first.stdout.splitlines()[-1] == (
        "220 dòng: thêm 220 hộ, cập nhật 0, đã có sẵn 0, cần anh chị xem 0."
    )
    assert again.stdout.splitlines()[-1] == (
        "220 dòng: thêm 0 hộ, cập nhật 0, đã có sẵn 220, cần anh chị xem 0."
    )
    assert first.stderr.splitlines()[-1] == "Mọi dòng trong tệp đều đã có trong danh sách."

    looked = run(tmp_path, str(DATA / "roster_dirty.csv"), "--dry-run", "--json")
    expected = (DATA / "roster_dirty_expected.jsonl").read_text("utf-8").splitlines()
    assert looked.returncode == 0
    assert [
        (one["line"], one["decision"], one["fix"])
        for one in map(json.loads, looked.stdout.splitlines())
    ] == [(one["line"], one["decision"], one["fix"]) for one in map(json.loads, expected)]


def test_what_needs_an_eye_comes_first_and_is_not_brought_in(tmp_path: Path) -> None:
    looked = run(tmp_path, str(DATA / "roster_dirty.csv"), "--dry-run")
    done = run(tmp_path, str(DATA / "roster_dirty.csv"))

    assert (looked.returncode, done.returncode) == (0, 1)
    assert looked.stdout.splitlines()[0] == "cần xem (3)"
    assert looked.stdout.splitlines()[-1] == "Đây là xem thử, em chưa ghi gì."
    assert done.stderr.splitlines()[-1].startswith("Còn 3 dòng em chưa ghi")
    again = run(tmp_path, str(DATA / "roster_dirty.csv"), "--dry-run")
    assert again.stdout.splitlines()[-2] == (
        "13 dòng: thêm 0 hộ, cập nhật 0, đã có sẵn 10, cần anh chị xem 3."
    )


def test_the_sheet_says_beside_each_row_what_happens_to_it(tmp_path: Path) -> None:
    sheet = tmp_path / "sửa.xlsx"
    done = run(tmp_path, str(DATA / "roster_dirty.csv"), "--dry-run", "--sheet", str(sheet))

    rows = load_workbook(io.BytesIO(sheet.read_bytes())).active
    assert rows is not None
    cells = [[str(cell or "") for cell in row] for row in rows.iter_rows(values_only=True)]
    assert done.returncode == 0
    assert cells[11][7:] == [
        *("Phường 1", "Khóm 7", "Hộ nghèo", "0900000315", "12", "nhận, có sửa"),
        "“P1” là Phường 1; “K.7” là Khóm 7; “HN” là Hộ nghèo",
    ]
    assert cells[13][3] == ""


def test_an_option_names_the_session_of_all_rows(tmp_path: Path) -> None:
    done = run(tmp_path, str(DATA / "roster.csv"), "--session", "2", "--dry-run")
    unknown = run(tmp_path, str(DATA / "roster.csv"), "--session", "7")

    assert done.stdout.splitlines()[-2] == (
        "220 dòng: thêm 110 hộ, cập nhật 0, đã có sẵn 0, cần anh chị xem 110."
    )
    assert (unknown.returncode, unknown.stderr.splitlines()[-1]) == (
        1,
        "Kế hoạch không có buổi 7. Anh chị chọn một trong các buổi 1, 2.",
    )


def test_of_several_sheets_each_row_says_in_which_it_stands(tmp_path: Path) -> None:
    book = Workbook()
    heading = ["Họ và tên", "Năm sinh", "Khóm", "Đối tượng", "SĐT"]
    for name in ("P1", "P2"):
        page = book.create_sheet(name)
        page.append(heading)
        page.append([f"Trần Thị {name}", 1962, "Khóm 1", "Hộ nghèo", "không"])
    file = tmp_path / "danh-sach.xlsx"
    book.save(file)
    looked = run(tmp_path, str(file), "--dry-run", "--json")

    assert [
        (one["sheet"], one["line"], one["decision"])
        for one in map(json.loads, looked.stdout.splitlines())
    ] == [("P1", 2, "flag_for_review"), ("P2", 2, "flag_for_review")]
    assert "2 trang “P2”" in run(tmp_path, str(file), "--dry-run").stdout


def test_a_file_that_is_no_list_is_refused_in_one_sentence(tmp_path: Path) -> None:
    file = tmp_path / "danh-sach.xlsx"
    file.write_bytes(b"%PDF-1.7")
    done = run(tmp_path, str(file))

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1].startswith("Em không đọc được danh sách trong tệp PDF.")


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    done = run(tmp_path, str(tmp_path / "none.csv"))

    assert done.returncode == 2
    assert "does not exist" in done.stderr
