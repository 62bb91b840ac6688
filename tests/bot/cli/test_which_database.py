"""A command names its database, and makes none unsaid."""

import asyncio
import os
import subprocess
import sys
from pathlib import Path

import pytest

from bot.config.settings import without_secrets
from storage.moved import SENTENCE
from tests.conftest import ROOT, in_file
from tests.doubles.moving import Way

INVITE = ("invite", "--role", "admin")


def langnghe(url: str, *words: str) -> "subprocess.CompletedProcess[str]":
    return subprocess.run(
        [sys.executable, "-m", "bot", *words, "--config", "config.example.toml"],
        cwd=ROOT,
        env=os.environ | {"LANGNGHE_STORAGE__URL": url, "PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def test_a_command_names_its_database_beside_what_it_prints(migrated: Path, tmp_path: Path) -> None:
    url = in_file(migrated, tmp_path / "langnghe.db")
    done = langnghe(url, *INVITE)

    assert (done.returncode, done.stderr) == (0, f"Database: {url}\n")
    code, link = done.stdout.split()
    assert link.endswith(f"start={code}")


@pytest.mark.parametrize("words", [INVITE, ("programme", "show")])
def test_a_database_that_was_not_there_is_not_made_unsaid(
    words: tuple[str, ...], tmp_path: Path
) -> None:
    url = f"sqlite:///{tmp_path / 'data' / 'langnghe.db'}"
    done = langnghe(url, *words)

    assert done.stderr == (
        f"Database: {url}\n"
        "It was not there, and is made now, empty: if Lắng Nghe runs already, it works on another "
        "one; run commands with its settings and its environment.\n"
    )


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("sqlite:///data/a@b.db", "sqlite:///data/a@b.db"),
        ("postgresql://host/langnghe", "postgresql://host/langnghe"),
        ("postgresql://lan:s3cret@host:5433/langnghe", "postgresql://host:5433/langnghe"),
        ("postgresql://lan:s3c@r/et@one,two:5433/langnghe", "postgresql://one,two:5433/langnghe"),
        ("postgresql://host/langnghe?user=lan&password=s3cr@t", "postgresql://host/langnghe"),
    ],
)
def test_an_address_is_shown_without_who_signs_in_and_how(url: str, shown: str) -> None:
    assert without_secrets(url) == shown


async def test_no_copy_is_made_of_a_database_that_was_moved_away(
    migrated: Path, tmp_path: Path
) -> None:
    """Or a copy a day would go on being made, of a database that nothing comes into."""
    old = in_file(migrated, tmp_path / "old.db")
    await Way(old, f"sqlite:///{tmp_path / 'new.db'}").move()
    done = await asyncio.to_thread(langnghe, old, "backup", str(tmp_path / "copy.db"))

    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines()[-1] == SENTENCE
    assert not (tmp_path / "copy.db").exists()
