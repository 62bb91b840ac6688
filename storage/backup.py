"""A copy of the database while it is in use."""

import sqlite3
from contextlib import closing
from pathlib import Path


def copy(source: Path, target: Path) -> None:
    """Write a whole, consistent copy; ``target`` must not exist. Writers wait a moment at most."""
    with closing(sqlite3.connect(source)) as connection:
        connection.execute("VACUUM INTO ?", (str(target),))
