"""A copy is brought back whole, or the database that is there stays as it is."""

import asyncio
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
import sqlalchemy

from storage import schema
from storage.backup import copy
from storage.lock import lock
from storage.restoring import NotRestored, Restored, restore
from tests.doubles.clock import ManualClock

NOW = ManualClock().now()
KEPT = f"langnghe-before-{NOW:%Y%m%d-%H%M%S}.db"

ASKED = (
    "INSERT INTO questions (number, asker, ward, text, queue, kind, status, asked_at, due_at,"
    " promised_days) VALUES (?, 1, 'p7', 'Đèn đường hư', 'nhcsxh', 'question', 'waiting', 0, 0, 7)"
)
MOVED = (
    "INSERT INTO history (question, at, move, before, after, note)"
    " VALUES (1, ?, 'take', 'waiting', 'taken', '')"
)


@pytest.fixture
def path(tmp_path: Path, migrated: Path) -> Path:
    """A database with one question."""
    (tmp_path / "data").mkdir()
    return asked(Path(shutil.copy(migrated, tmp_path / "data" / "langnghe.db")), "TV-0001")


@pytest.fixture
def old(tmp_path: Path, path: Path) -> Path:
    """A copy of it, from before a second question came."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(MOVED, (int(NOW.timestamp() * 1000),))
    copy(path, tmp_path / "old.db")
    asked(path, "TV-0002")
    return tmp_path / "old.db"


def asked(path: Path, number: str) -> Path:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(ASKED, (number,))
    return path


def numbers(path: Path) -> list[str]:
    with closing(sqlite3.connect(path)) as connection:
        return [one for (one,) in connection.execute("SELECT number FROM questions ORDER BY id")]


def restored(copy: Path, path: Path) -> Restored:
    return asyncio.run(restore(copy, path, NOW))


def names(folder: Path) -> list[str]:
    return sorted(one.name for one in folder.iterdir() if one.suffix != ".lock")


@contextmanager
def untouched(path: Path, *, because: str) -> Iterator[None]:
    """What follows is refused, and the database and its folder are as they were."""
    before = (path.read_bytes(), names(path.parent))
    with pytest.raises(NotRestored) as told:
        yield
    assert because in str(told.value)
    assert (path.read_bytes(), names(path.parent)) == before


def test_what_was_copied_is_there_again_and_the_other_is_kept_beside(path: Path, old: Path) -> None:
    done = restored(old, path)

    kept = path.parent / KEPT
    assert (done.questions, done.newest, done.version, done.kept) == (1, NOW, schema.HEAD, kept)
    assert (numbers(path), numbers(kept)) == (["TV-0001"], ["TV-0001", "TV-0002"])
    assert names(path.parent) == [KEPT, "langnghe.db"]
    assert numbers(old) == ["TV-0001"]


def test_what_the_old_database_had_not_taken_in_yet_is_kept_too(
    path: Path, old: Path, tmp_path: Path
) -> None:
    crashed = tmp_path / "crashed.db"
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute(ASKED, ("TV-0003",))
        writer.commit()
        for part in ("", "-wal"):
            shutil.copy(f"{path}{part}", f"{crashed}{part}")
    for part in ("", "-wal"):  # as the power cut leaves it
        shutil.move(f"{crashed}{part}", f"{path}{part}")

    done = restored(old, path)

    assert done.kept is not None
    assert numbers(done.kept) == ["TV-0001", "TV-0002", "TV-0003"]
    assert numbers(path) == ["TV-0001"]
    assert names(path.parent) == [KEPT, "langnghe.db"]


def test_a_damaged_database_is_kept_in_all_its_parts(path: Path, old: Path) -> None:
    path.write_bytes(b"not a database any more" * 100)
    for part in ("-wal", "-shm"):
        Path(f"{path}{part}").write_bytes(b"what belonged to it")

    restored(old, path)

    assert names(path.parent) == [KEPT, f"{KEPT}-shm", f"{KEPT}-wal", "langnghe.db"]
    assert numbers(path) == ["TV-0001"]


def test_where_nothing_is_left_the_copy_is_simply_there(path: Path, old: Path) -> None:
    path.unlink()

    done = restored(old, path)

    assert done.kept is None
    assert numbers(path) == ["TV-0001"]


def test_a_copy_of_an_older_version_is_brought_to_this_one(path: Path, tmp_path: Path) -> None:
    older = asked(made_by("0021", tmp_path / "older.db"), "TV-0003")

    done = restored(older, path)

    assert done.version == "0021"
    assert numbers(path) == ["TV-0003"]
    with closing(sqlite3.connect(path)) as connection:
        found = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    assert found == (schema.HEAD,)


def test_a_copy_with_a_journal_beside_it_is_read_with_it(path: Path, tmp_path: Path) -> None:
    by_hand = tmp_path / "by-hand.db"
    with closing(sqlite3.connect(path)) as writer:
        writer.execute("PRAGMA journal_mode=WAL")
        writer.execute(ASKED, ("TV-0002",))
        writer.commit()
        for part in ("", "-wal"):
            shutil.copy(f"{path}{part}", f"{by_hand}{part}")

    restored(by_hand, path)

    assert numbers(path) == ["TV-0001", "TV-0002"]


def test_the_database_keeps_its_rights(path: Path, old: Path) -> None:
    path.chmod(0o600)
    old.chmod(0o644)

    restored(old, path)

    assert path.stat().st_mode & 0o777 == 0o600


def test_a_program_that_runs_has_to_be_stopped(path: Path, old: Path) -> None:
    with lock(path), untouched(path, because="stop it first"):
        restored(old, path)


@pytest.mark.parametrize("mode", ["WAL", "DELETE"])
def test_a_command_at_work_on_it_is_waited_for(path: Path, old: Path, mode: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute(f"PRAGMA journal_mode={mode}")
        other.execute("BEGIN EXCLUSIVE")
        with untouched(path, because="another command is at work"):
            restored(old, path)


def test_a_damaged_copy_changes_nothing(path: Path, old: Path) -> None:
    content = bytearray(old.read_bytes())
    content[8192:16384] = b"\xa5" * 8192
    old.write_bytes(content)

    with untouched(path, because="damaged"):
        restored(old, path)


def test_damage_that_can_be_read_changes_nothing_either(path: Path, old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("PRAGMA writable_schema=ON")
        connection.execute("DELETE FROM sqlite_schema WHERE name = 'questions_board'")

    with untouched(path, because="damaged"):
        restored(old, path)


def test_half_a_copy_changes_nothing(path: Path, old: Path) -> None:
    old.write_bytes(old.read_bytes()[:60_000])

    with untouched(path, because="damaged"):
        restored(old, path)


def test_an_encrypted_copy_has_to_be_opened_first(path: Path, old: Path) -> None:
    old.write_bytes(b"-----BEGIN AGE ENCRYPTED FILE-----" * 100)

    with untouched(path, because="if it is encrypted, open it first"):
        restored(old, path)


def test_a_database_of_something_else_is_none(path: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.db"
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE people (id INTEGER)")

    with untouched(path, because="none of Lắng Nghe"):
        restored(other, path)


def test_a_copy_of_a_newer_version_is_refused(path: Path, old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")

    with untouched(path, because="newer version"):
        restored(old, path)


def test_a_copy_that_is_not_there_is_said(path: Path, tmp_path: Path) -> None:
    with untouched(path, because="is not there"):
        restored(tmp_path / "nowhere.db", path)


def test_the_database_is_no_copy_of_itself(path: Path) -> None:
    with untouched(path, because="is the database itself"):
        restored(path, path)


def test_the_same_name_is_never_given_twice(path: Path, old: Path) -> None:
    restored(old, path)

    with untouched(path, because="exists"):
        restored(old, path)


def made_by(version: str, path: Path) -> Path:
    """A database as that version made it."""
    engine = sqlalchemy.create_engine(f"sqlite:///{path}")
    with engine.begin() as connection:
        schema._alembic(lambda do, config: do.upgrade(config, version), connection=connection)
    engine.dispose()
    return path
