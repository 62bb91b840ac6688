"""A copy of the database while it is in use."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path


class NotCopied(Exception):
    """The copy could not be written: no such folder, read-only, full, or its name is taken."""


def copy(source: Path, target: Path) -> None:
    """Write a whole, consistent copy; ``target`` must not exist. Writers wait a moment at most.

    Raises NotCopied, leaves no half of one behind, and touches no file of anybody else's.
    """
    _reserve(target)
    try:
        with closing(sqlite3.connect(source)) as connection:
            connection.execute("VACUUM INTO ?", (str(target),))
    except sqlite3.Error as error:
        target.unlink(missing_ok=True)
        raise NotCopied(str(error)) from error


def _reserve(target: Path) -> None:
    """An empty file that is ours alone, whoever else makes one of this name at the same moment.

    Nobody else may read it either: it will hold what is private about everybody.
    """
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    except OSError as error:
        raise NotCopied(error.strerror) from error
