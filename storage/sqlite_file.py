"""A database that is a file, with what stands beside it: put in its place whole, or not at all."""

import os
from pathlib import Path

#: What may stand beside a database file and belong to it.
_BESIDE = ("-wal", "-shm", "-journal")


def beside(path: Path) -> list[Path]:
    """Where SQLite would look for what belongs to the file."""
    return [Path(f"{path}{part}") for part in _BESIDE]


def remove(path: Path) -> None:
    """The file and what belongs to it, as far as they are there."""
    for one in (path, *beside(path)):
        one.unlink(missing_ok=True)


def put_in_place(draft: Path, path: Path) -> None:
    """Give the draft its name once all of it is on the disk, and the name as well."""
    to_disk(draft)
    draft.replace(path)
    to_disk(path.parent)


def to_disk(path: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk."""
    file = os.open(path, os.O_RDONLY)
    try:
        os.fsync(file)
    finally:
        os.close(file)
