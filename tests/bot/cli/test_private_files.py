"""What commands leave on a disk holds everybody's data: its owner alone reads it."""

import os
import subprocess
import sys
from pathlib import Path

from tests.conftest import ROOT


def run(folder: Path, *command: str | Path) -> None:
    """A command on a machine on which files are everybody's to read."""
    told = {"LANGNGHE_STORAGE__URL": f"sqlite:///{folder / 'data' / 'langnghe.db'}"}
    subprocess.run(
        [sys.executable, "-m", "bot", *command, "--config", "config.example.toml"],
        cwd=ROOT,
        env=os.environ | told,
        umask=0o022,
        capture_output=True,
        check=False,  # there is nobody to write letters to; the folder for them is made
    )


def modes(folder: Path) -> dict[str, str]:
    """Who may do what with everything in a folder."""
    return {
        one.relative_to(folder).as_posix(): oct(one.stat().st_mode & 0o777)
        for one in sorted(folder.rglob("*"))
    }


def test_a_database_a_list_and_a_folder_are_their_owners_alone(tmp_path: Path) -> None:
    pack = ("--paper", "pack", "--agency", "nhcsxh")

    run(tmp_path, "migrate")
    run(tmp_path, "report", "--session", "1", *pack, "--out", tmp_path / "list.docx")
    run(tmp_path, "letters", "--session", "1", "--out", tmp_path / "letters")

    found = modes(tmp_path)
    assert {"data", "data/langnghe.db", "list.docx", "letters"} <= set(found)
    assert {name: mode for name, mode in found.items() if mode not in ("0o600", "0o700")} == {}
