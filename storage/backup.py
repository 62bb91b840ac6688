"""A copy of the database while it is in use."""

import sqlite3
from contextlib import closing
from pathlib import Path


class NotCopied(Exception):
    """The copy could not be written: its folder is missing, is read-only, or is full."""


def copy(source: Path, target: Path) -> None:
    """Write a whole, consistent copy; ``target`` must not exist. Writers wait a moment at most.

    Raises NotCopied, and leaves no half of one behind.
    """
    with closing(sqlite3.connect(source)) as connection:
        try:
            connection.execute("VACUUM INTO ?", (str(target),))
        except sqlite3.OperationalError as error:
            target.unlink(missing_ok=True)
            raise NotCopied(str(error)) from error
