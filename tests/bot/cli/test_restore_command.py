"""The way back from a copy, as an operator types it."""

import os
import subprocess
import sys
from pathlib import Path

from storage.lock import alone
from tests.conftest import ROOT


def langnghe(folder: Path, *words: str) -> "subprocess.CompletedProcess[str]":
    """A command over a database in ``folder``."""
    url = {"LANGNGHE_STORAGE__URL": f"sqlite:///{folder / 'langnghe.db'}"}
    return subprocess.run(
        [sys.executable, "-m", "bot", *words, "--config", "config.example.toml"],
        cwd=ROOT,
        env=os.environ | url | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_copy_is_brought_back_and_what_was_there_is_kept(tmp_path: Path) -> None:
    first = langnghe(tmp_path, "invite", "--role", "admin")
    copied = langnghe(tmp_path, "backup", str(tmp_path / "copy.db"))
    done = langnghe(tmp_path, "restore", str(tmp_path / "copy.db"))

    assert (first.returncode, copied.returncode, done.returncode) == (0, 0, 0)
    [kept] = tmp_path.glob("langnghe-before-*.db")
    assert done.stdout == (
        f"{tmp_path / 'langnghe.db'} is now what {tmp_path / 'copy.db'} holds: 0 questions. "
        f"What was there before is kept as {kept}.\n"
    )
    assert langnghe(tmp_path, "doctor").returncode == 0


def test_nothing_is_copied_while_another_is_put_in_its_place(tmp_path: Path) -> None:
    langnghe(tmp_path, "invite", "--role", "admin")
    database = tmp_path / "langnghe.db"
    with alone(database):
        refused = langnghe(tmp_path, "backup", str(tmp_path / "copy.db"))

    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr.endswith(
        f"Nothing was copied: {database} is being moved or restored; wait until that has ended, "
        "and look whether [storage] url still names the right one.\n"
    )
    assert not (tmp_path / "copy.db").exists()


def test_what_is_no_copy_is_one_sentence_and_status_1(tmp_path: Path) -> None:
    refused = langnghe(tmp_path, "restore", str(ROOT / "README.md"))

    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == (
        f"Nothing was restored: {ROOT / 'README.md'} is no database, or is damaged (file is not a "
        "database); if it is encrypted, open it first.\n"
    )
