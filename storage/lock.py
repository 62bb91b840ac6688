"""One program at a time on an SQLite file: a second one would undo the first one's leases."""

import fcntl
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Locked(Exception):
    """Another program works on this database."""


@contextmanager
def lock(database: Path) -> Iterator[None]:
    """Hold the file's lock. Raises Locked at once; a program that dies lets go of it."""
    database.parent.mkdir(parents=True, exist_ok=True)
    with database.with_suffix(database.suffix + ".lock").open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Locked(
                f"another Lắng Nghe already runs on {database}; stop it first, or use its web chat"
            ) from None
        yield
