"""The way back of a copy: looked at, brought to this version beside the database, then put there.

Until the last step the database that was there stands as it was; after it, it is kept beside.
"""

import os
import shutil
import sqlite3
import stat
from contextlib import closing
from datetime import datetime
from pathlib import Path

from bot.domain.values import dataclass
from storage import schema
from storage.database import from_ms
from storage.lock import Locked, alone
from storage.moved import Moved
from storage.sqlite_file import beside, put_in_place, remove, to_disk

#: What every database of ours has had since its first step.
_OURS = frozenset({"alembic_version", "questions", "history", "programmes", "people"})

#: How every file of SQLite begins.
_BEGINNING = b"SQLite format 3\0"

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table'"


class NotRestored(Exception):
    """The database that was there is as it was. The message says why, and what to do."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What stands in the database now."""

    questions: int
    newest: datetime | None  #: the last thing that happened to a question
    version: str  #: of the copy, as it came
    kept: Path | None  #: where the database is that was there before


async def restore(copy: Path, path: Path, now: datetime) -> Restored:
    """Put what is in ``copy`` in the place of ``path``; nothing may be at work there.

    ``now`` names the file that is kept. Raises NotRestored.
    """
    _must_be_a_copy(copy, path)
    draft = path.with_name(f"{path.name}.restoring")
    try:
        with alone(path):
            remove(draft)
            try:
                version = _drawn(copy, draft)
                await schema.ensure_sqlite(draft)
                questions, newest = _told(draft)
                _for_the_same_user(draft, path)
                kept = _kept(path, now)
                put_in_place(draft, path)
            finally:
                remove(draft)
    except schema.NewerSchema as error:
        raise NotRestored(
            f"{copy} was written by a newer version of Lắng Nghe; install that version first."
        ) from error
    except Moved as error:
        raise NotRestored(
            f"{copy} was made after its database had been moved; take an older one, or a copy of "
            "the new database."
        ) from error
    except (Locked, OSError) as error:
        raise NotRestored(f"{error}.") from error
    return Restored(questions, newest, version, kept)


def _must_be_a_copy(copy: Path, path: Path) -> None:
    if not copy.is_file():
        raise NotRestored(f"{copy} is not there; name the file that langnghe backup wrote.")
    if path.exists() and copy.samefile(path):
        raise NotRestored(f"{copy} is the database itself; name a copy of it.")


def _drawn(copy: Path, draft: Path) -> str:
    """Write what is in the copy into the draft, if it is whole and ours; returns its version."""
    try:
        with closing(_read_only(copy)) as connection:
            tables = {name for (name,) in connection.execute(_TABLES)}
            if not tables >= _OURS:
                raise NotRestored(f"{copy} is a database, but none of Lắng Nghe.")
            if connection.execute("PRAGMA integrity_check(1)").fetchone() != ("ok",):
                raise NotRestored(f"{copy} is damaged; take an older copy.")
            connection.execute("VACUUM INTO ?", (str(draft),))
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            return str(row[0]) if row else ""
    except sqlite3.OperationalError as error:
        raise NotRestored(f"{copy} could not be copied to {draft.parent} ({error}).") from error
    except sqlite3.DatabaseError as error:
        raise NotRestored(
            f"{copy} is no database, or is damaged ({error}); if it is encrypted, open it first."
        ) from error


def _read_only(copy: Path) -> sqlite3.Connection:
    """Leaves nothing beside the copy; a journal that lies there already is read with it."""
    alone = not any(one.exists() for one in beside(copy))
    how = "?mode=ro&immutable=1" if alone else "?mode=ro"
    return sqlite3.connect(copy.absolute().as_uri() + how, uri=True)


def _told(draft: Path) -> tuple[int, datetime | None]:
    with closing(sqlite3.connect(draft)) as connection:
        (many,) = connection.execute("SELECT COUNT(*) FROM questions").fetchone()
        (at,) = connection.execute("SELECT MAX(at) FROM history").fetchone()
    return int(many), from_ms(at) if at is not None else None


def _for_the_same_user(draft: Path, path: Path) -> None:
    """Whoever restores may be another user than the program, and it must be able to write."""
    if not path.exists():
        return
    was, owner = path.stat(), draft.stat()
    draft.chmod(stat.S_IMODE(was.st_mode))
    if (was.st_uid, was.st_gid) != (owner.st_uid, owner.st_gid):
        os.chown(draft, was.st_uid, was.st_gid)


def _kept(path: Path, now: datetime) -> Path | None:
    """Give the database that is there a second name, with what belongs to it; None: none is there.

    Whatever stood beside it must not stand beside the new one: SQLite would take it for its own.
    """
    _take_in(path)
    there = [one for one in (path, *beside(path)) if one.exists()]
    aside = path.with_name(f"{path.stem}-before-{now:%Y%m%d-%H%M%S}{path.suffix}")
    for one in there:
        _second_name(one, Path(f"{aside}{str(one).removeprefix(str(path))}"))
    to_disk(path.parent)
    for one in there:
        if one != path:
            one.unlink()
    return aside if path in there else None


def _take_in(path: Path) -> None:
    """Let SQLite put into the file what stands beside it; a damaged one is kept in its parts.

    It is not asked where the file is none of its own: it would throw away what stands beside.
    """
    if not path.exists() or not _is_a_database(path):
        return
    busy = NotRestored(f"another command is at work on {path}; wait until it is done.")
    try:
        with closing(sqlite3.connect(path, timeout=1)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.DatabaseError as error:
        if error.sqlite_errorcode == sqlite3.SQLITE_BUSY:
            raise busy from error
        return
    if any(one.exists() for one in beside(path)):
        raise busy


def _is_a_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_BEGINNING)) == _BEGINNING


def _second_name(path: Path, name: Path) -> None:
    try:
        os.link(path, name)
    except FileExistsError:
        raise
    except OSError:  # a disk without second names
        shutil.copy2(path, name)
        to_disk(name)
