"""A copy made while the database is in use: whole, or not there at all."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from storage.backup import NotCopied, copy


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "langnghe.db"
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("CREATE TABLE words (word TEXT)")
        connection.executemany("INSERT INTO words VALUES (?)", [("nghe " * 200,)] * 500)
    return path


def test_a_copy_holds_what_was_committed_and_nothing_else(source: Path, tmp_path: Path) -> None:
    with closing(sqlite3.connect(source)) as writer:
        writer.execute("INSERT INTO words VALUES ('not yet')")

        copy(source, tmp_path / "copy.db")

    with closing(sqlite3.connect(tmp_path / "copy.db")) as copied:
        assert copied.execute("SELECT count(*) FROM words").fetchone() == (500,)
        assert copied.execute("PRAGMA integrity_check").fetchone() == ("ok",)


def test_a_folder_that_is_missing_is_said(source: Path, tmp_path: Path) -> None:
    with pytest.raises(NotCopied, match="unable to open"):
        copy(source, tmp_path / "nowhere" / "copy.db")
