"""Regular expressions that a start does not wait for.

The rules of how people write days, illnesses and names are hundreds of alternatives. To compile
them takes a tenth of a start, and most processes need few of them in their first minutes.
"""

import re
import sys
from collections.abc import Callable, Iterator
from functools import cached_property

#: Where no end is given: as ``re`` has it.
_END = sys.maxsize


class Pattern:
    """As ``re.compile``, but it is compiled when it is first used. Threads may share it."""

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        return re.compile(self.pattern, self._flags)

    def search(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        return self._compiled.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        return self._compiled.match(text, start, end)

    def fullmatch(self, text: str, start: int = 0, end: int = _END) -> re.Match[str] | None:
        return self._compiled.fullmatch(text, start, end)

    def finditer(self, text: str, start: int = 0, end: int = _END) -> Iterator[re.Match[str]]:
        return self._compiled.finditer(text, start, end)

    def has_found(self, match: re.Match[str]) -> bool:
        """Whether it was this one, of several, that found it."""
        return match.re is self._compiled

    def split(self, text: str) -> list[str]:
        return self._compiled.split(text)

    def sub(self, by: str | Callable[[re.Match[str]], str], text: str, count: int = 0) -> str:
        return self._compiled.sub(by, text, count)
