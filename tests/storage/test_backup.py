"""A copy made while the database is in use: whole, or not there at all."""

import os
import sqlite3
import stat
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


def test_a_copy_can_be_read_by_its_owner_alone(source: Path, tmp_path: Path) -> None:
    usual = os.umask(0)
    try:
        copy(source, tmp_path / "copy.db")
    finally:
        os.umask(usual)

    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o600


def test_a_folder_that_is_missing_is_said(source: Path, tmp_path: Path) -> None:
    with pytest.raises(NotCopied, match="No such file"):
        copy(source, tmp_path / "nowhere" / "copy.db")


def test_a_file_that_has_appeared_under_its_name_stays_as_it_is(
    source: Path, tmp_path: Path
) -> None:
    target = tmp_path / "copy.db"
    target.write_text("somebody else's")

    with pytest.raises(NotCopied, match="File exists"):
        copy(source, target)

    assert target.read_text() == "somebody else's"


def test_what_could_not_be_copied_leaves_nothing_behind(source: Path, tmp_path: Path) -> None:
    source.write_bytes(b"no database at all, and long enough to be looked at" * 100)

    with pytest.raises(NotCopied, match="not a database"):
        copy(source, tmp_path / "copy.db")

    assert not (tmp_path / "copy.db").exists()
