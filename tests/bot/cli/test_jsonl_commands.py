"""``langnghe route`` and ``cluster``: a file of questions in, a line of JSON for each out."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

COMMANDS = pytest.mark.parametrize("command", ["route", "cluster"])


def run(command: str, file: Path) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "bot", command, "--jsonl", file, "--config", "config.example.toml"],
        cwd=ROOT,
        env=os.environ | {"COLUMNS": "400", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def written(folder: Path, *lines: str) -> Path:
    path = folder / "questions.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


@COMMANDS
def test_each_line_is_answered_under_its_own_id_in_its_order(command: str, tmp_path: Path) -> None:
    file = written(
        tmp_path,
        '\ufeff{"id": "b", "text": "Tôi muốn vay vốn nuôi bò"}',
        "",
        '{"id": 7, "text": "dạ em cảm ơn"}',
    )

    done = run(command, file)

    assert done.returncode == 0, done.stderr
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["b", 7]


@COMMANDS
@pytest.mark.parametrize("bad", ["hello", "[1]", '{"id": "q2"}', '{"id": "q2", "text": null}'])
def test_a_line_that_is_no_question_is_named_before_anything_is_printed(
    command: str, bad: str, tmp_path: Path
) -> None:
    done = run(command, written(tmp_path, '{"id": "q1", "text": "vay vốn"}', bad))

    assert done.returncode == 1
    assert done.stdout == ""
    assert "line 2: this is no question" in done.stderr


@COMMANDS
def test_a_file_that_is_not_there_is_said_in_one_sentence(command: str, tmp_path: Path) -> None:
    done = run(command, tmp_path / "nowhere.jsonl")

    assert done.returncode == 2
    assert "does not exist" in done.stderr
    assert "Traceback" not in done.stderr
