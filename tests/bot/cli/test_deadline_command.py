"""``langnghe deadline``: when something is due, and why then, as a program reads it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT

OWN_HOURS = """short = "Bảo hiểm xã hội"
working_hours = [{ days = "mon-fri", start = "08:00", end = "16:30" }]
holidays = [{ day = 2026-05-06, name = "ngày truyền thống" }]
swapped_workdays = ["2026-05-02 08:00-11:00"]
"""


def run(*words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "bot", "deadline", *words],
        cwd=ROOT,
        env=os.environ | {"COLUMNS": "100", "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def told(*words: str) -> dict[str, object]:
    done = run(*words, "--config", "config.example.toml")
    assert done.returncode == 0, done.stderr
    found: dict[str, object] = json.loads(done.stdout)
    return found


def test_what_was_skipped_is_said_as_people_say_it() -> None:
    assert told("--from", "2026-04-24T10:00", "--days", "3") == {
        "due": "2026-05-04T17:00:00+07:00",
        "skipped": [
            {"date": "2026-04-25", "why": "thứ Bảy"},
            {"date": "2026-04-26", "why": "Giỗ Tổ Hùng Vương"},
            {"date": "2026-04-27", "why": "nghỉ bù Giỗ Tổ Hùng Vương"},
            {"date": "2026-04-30", "why": "30/4"},
            {"date": "2026-05-01", "why": "1/5"},
            {"date": "2026-05-02", "why": "thứ Bảy"},
            {"date": "2026-05-03", "why": "Chủ nhật"},
        ],
    }


def test_a_moment_is_read_in_its_own_zone() -> None:
    assert told("--from", "2026-05-05T18:30:00+00:00", "--days", "0")["due"] == (
        "2026-05-06T17:00:00+07:00"
    )


@pytest.fixture
def own_hours(tmp_path: Path) -> Path:
    """The example with one office that keeps hours and days of its own."""
    text = (ROOT / "config.example.toml").read_text("utf-8")
    assert text.count('short = "Bảo hiểm xã hội"\n') == 1
    path = tmp_path / "config.toml"
    path.write_text(text.replace('short = "Bảo hiểm xã hội"\n', OWN_HOURS), "utf-8")
    return path


def test_an_agency_may_keep_hours_of_its_own(own_hours: Path) -> None:
    asked = ("--from", "2026-04-29T10:00", "--days", "3", "--config", str(own_hours))

    city, own = run(*asked), run(*asked, "--agency", "bhxh")

    assert json.loads(city.stdout)["due"] == "2026-05-06T17:00:00+07:00"
    assert json.loads(own.stdout) == {
        "due": "2026-05-05T16:30:00+07:00",
        "skipped": [
            {"date": "2026-04-30", "why": "30/4"},
            {"date": "2026-05-01", "why": "1/5"},
            {"date": "2026-05-03", "why": "Chủ nhật"},
        ],
    }


def test_an_agency_that_is_not_there_is_named() -> None:
    done = run("--from", "2026-04-29", "--days", "3", "--agency", "bhx")

    assert done.returncode == 1
    assert "--agency bhx is not in the programme" in done.stderr


@pytest.mark.parametrize(
    "typed", ["mai", "10/06/2026", "2026-02-30", "2026-06-10T25:00", "9999-12-31", "0001-01-01"]
)
def test_what_is_no_moment_is_refused_with_how_to_write_one(typed: str) -> None:
    done = run("--from", typed, "--days", "3")

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1] == (
        f"--from {typed} is no moment; write it as 2026-06-10 or 2026-06-10T09:00."
    )
