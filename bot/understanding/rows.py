"""Rows of text by name, as they are packaged: read in one go, opened when they are asked for.

Thirty thousand rows take some megabytes and a hundredth of a second, most of it spent in
unpacking, where others may work. As JSON they took twice the room and kept everybody waiting.
"""

import gzip
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from importlib.resources import files


class Rows(Mapping[str, str]):
    """A row by its name; what was asked for is not kept."""

    def __init__(self, lines: Sequence[str]) -> None:
        """``lines``: "name, tab, row", in the order of their letters."""
        self._lines = lines

    def __getitem__(self, name: str) -> str:
        begins, lines = f"{name}\t", self._lines
        place = bisect_left(lines, begins)
        if place == len(lines) or not lines[place].startswith(begins):
            raise KeyError(name)
        return lines[place][len(begins) :]

    def __iter__(self) -> Iterator[str]:
        return (line.partition("\t")[0] for line in self._lines)

    def __len__(self) -> int:
        return len(self._lines)


def lined(rows: Mapping[str, str]) -> list[str]:
    """Rows as the lines of a file."""
    return sorted(f"{name}\t{row}" for name, row in rows.items())


def lines_of(name: str) -> list[str]:
    """The lines of a packaged file, beside this one."""
    packed = (files(__package__) / name).read_bytes()
    return gzip.decompress(packed).decode().split("\n")
