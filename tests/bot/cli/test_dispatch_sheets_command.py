"""``langnghe dispatch``: sheets made as files, listed, written again, and put in when back."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, begun, settings_for
from tests.doubles.chat import Platform
from tests.doubles.clock import ManualClock
from tests.doubles.postgres import ask
from tests.doubles.returned_sheet import CODE, Sheet
from tests.stories.cast import ANSWER, asks, resident
from tests.stories.test_dispatches import FIRST, OWN, SECOND


@pytest.fixture
async def memory(url: str) -> str:
    """A database in which the bank has two questions to answer."""
    async with begun(settings_for(url), ManualClock(), Platform()) as talk:
        lan = await resident(talk, "lan")
        await asks(lan, FIRST)
        await asks(lan, SECOND)
    return url


def run(memory: str, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "bot", "dispatch", *words],
        cwd=ROOT,
        env=os.environ
        | {"LANGNGHE_STORAGE__URL": memory, "COLUMNS": "120", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def sheet_in(folder: Path) -> Path:
    (path,) = folder.glob("*.xlsx")
    return path


def suffixes_in(folder: Path) -> list[str]:
    return sorted(one.suffix for one in folder.iterdir())


def fill(path: Path, *damaged: str) -> None:
    """Answer the first question; damage the codes of some."""
    sheet = Sheet.open(path.read_bytes()).answer("TV-0001", ANSWER)
    for number in damaged:
        sheet.change(number, CODE, "BT-A?")
    path.write_bytes(sheet.content)


def judged(output: str) -> list[tuple[str, str, str, str]]:
    lines = map(json.loads, output.splitlines())
    return [(one["line"], one["verdict"], one["number"], one["answer"]) for one in lines]


async def test_a_sheet_is_made_filled_in_tried_and_put_in(memory: str, tmp_path: Path) -> None:
    made = run(memory, "make", "--out", str(tmp_path / "out"))
    assert (made.returncode, made.stdout) == (0, f"Wrote 1 sheets into {tmp_path / 'out'}.\n")
    assert suffixes_in(tmp_path / "out") == [".docx", ".xlsx"]
    path = sheet_in(tmp_path / "out")
    fill(path)

    tried = run(memory, "import", str(path), "--dry-run", "--json")
    assert (tried.returncode, judged(tried.stdout)) == (
        0,
        [("4", "new", "TV-0001", ANSWER), ("5", "empty", "", "")],
    )
    assert await ask(memory, "SELECT text FROM answers") == []

    done = run(memory, "import", str(path))
    assert done.returncode == 0
    assert done.stdout.splitlines()[-1] == ("1 câu trả lời mới, 1 ô trống, 0 dòng em chưa chắc.")
    assert await ask(memory, "SELECT text, status FROM answers") == [(ANSWER, "draft")]
    assert judged(run(memory, "import", str(path), "--json").stdout)[0][1] == "same"


async def test_the_office_that_issues_the_papers_has_a_sheet_and_no_letter(
    url: str, tmp_path: Path
) -> None:
    async with begun(settings_for(url), ManualClock(), Platform()) as talk:
        await asks(await resident(talk, "lan"), OWN)

    out = tmp_path / "out"
    made = run(url, "make", "--out", str(out))

    assert made.stdout == f"Wrote 1 sheets into {out}.\n"
    assert suffixes_in(out) == [".xlsx"]


async def test_what_cannot_be_placed_is_kept_and_the_command_is_not_done(
    memory: str, tmp_path: Path
) -> None:
    run(memory, "make", "--out", str(tmp_path))
    fill(sheet_in(tmp_path), "TV-0001")

    done = run(memory, "import", str(sheet_in(tmp_path)))

    assert done.returncode == 1
    assert "mã bị hỏng, chắc là câu TV-0001" in " ".join(done.stdout.split())
    assert await ask(memory, "SELECT COUNT(*) FROM holding WHERE kind = 'unmatched'") == [(1,)]


async def test_sheets_are_listed_and_written_again(memory: str, tmp_path: Path) -> None:
    run(memory, "make", "--out", str(tmp_path))
    first = Sheet.open(sheet_in(tmp_path).read_bytes()).rows
    listed = run(memory, "list").stdout.splitlines()[1].split()
    sheet_in(tmp_path).unlink()

    written = run(memory, "write", listed[0], "--out", str(tmp_path))

    assert written.returncode == 0
    assert Sheet.open(sheet_in(tmp_path).read_bytes()).rows == first
    assert (listed[1:4], listed[4]) == (["Ngân", "hàng", "Chính"], "sách")


async def test_mistakes_are_said_in_a_sentence(memory: str, tmp_path: Path) -> None:
    nobody = run(memory, "make", "--out", str(tmp_path), "--agency", "nobody")
    none = run(memory, "write", "09/2026", "--out", str(tmp_path))
    (tmp_path / "other.csv").write_text("a,b\n1,2\n")
    other = run(memory, "import", str(tmp_path / "other.csv"))

    assert [one.returncode for one in (nobody, none, other)] == [1, 1, 1]
    assert "--agency nobody is no queue of the programme" in nobody.stderr
    assert "There is no sheet 09/2026" in none.stderr
    assert "Tệp này không phải bảng tổng hợp em đã gửi" in other.stderr
