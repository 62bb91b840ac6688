"""Who may be at work on an SQLite file at once, kept by locks on two files beside it.

One program runs on it: a second one would undo the first one's leases. Any number of commands work
beside that one, and everybody is away while the file is moved or replaced: what somebody wrote
meanwhile would be lost.
"""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Locked(Exception):
    """Another program works on this database, or that cannot be told."""


@contextmanager
def lock(database: Path) -> Iterator[None]:
    """Be the one program that runs. Raises Locked at once; a program that dies lets go of it."""
    with _held(
        database,
        ".lock",
        fcntl.LOCK_EX,
        f"another Lắng Nghe already runs on {database}; stop it first, or use its web chat",
    ):
        yield


@contextmanager
def at_work(database: Path) -> Iterator[None]:
    """Be one of those who use it. Raises Locked at once while it is moved or replaced."""
    with _held(
        database,
        ".use.lock",
        fcntl.LOCK_SH,
        f"{database} is being moved or restored; wait until that has ended, "
        "and look whether [storage] url still names the right one",
    ):
        yield


@contextmanager
def alone(database: Path) -> Iterator[None]:
    """Have it to oneself: no program runs, no command is at work. Raises Locked at once."""
    busy = f"another command is at work on {database}; wait until it is done"
    with lock(database), _held(database, ".use.lock", fcntl.LOCK_EX, busy):
        yield


@contextmanager
def _held(database: Path, ending: str, how: int, otherwise: str) -> Iterator[None]:
    try:
        database.parent.mkdir(parents=True, exist_ok=True)
        file = _opened(database, ending)
    except OSError as error:
        raise Locked(f"{database}{ending} cannot be opened: {error.strerror}") from error
    try:
        try:
            fcntl.flock(file, how | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Locked(otherwise) from None
        yield
    finally:
        os.close(file)


def _opened(database: Path, ending: str) -> int:
    """The file is the database owner's, whom a command of root's may not keep out of it.

    SQLite does the same with what it puts beside the file. Where there is no database yet it is the
    folder's owner, who will have it.
    """
    file = os.open(f"{database}{ending}", os.O_RDONLY | os.O_CREAT, 0o600)
    if os.geteuid() == 0:
        owner = (database if database.exists() else database.parent).stat()
        os.fchown(file, owner.st_uid, owner.st_gid)
    return file
