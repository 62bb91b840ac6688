"""What a database offers to the rest of the house, whichever engine is behind it.

Times are epoch milliseconds, lists and objects are JSON text, flags are 0 and 1.
"""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta
from typing import Any, Protocol, runtime_checkable

from bot.clock import SharedClock

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


class Row(Protocol):
    """One row, addressed by column name."""

    def __getitem__(self, column: str, /) -> Any: ...


class Tx(Protocol):
    """A transaction: everything done through it is kept together, or not at all."""

    async def run(self, statement: str, /, **values: object) -> int:
        """Run a named statement; returns how many rows it changed."""
        ...

    async def one(self, statement: str, /, **values: object) -> Row | None:
        """The first row, if there is one."""
        ...

    async def all(self, statement: str, /, **values: object) -> list[Row]: ...

    async def value(self, statement: str, /, **values: object) -> Any:
        """The first column of the first row; None without a row."""
        ...

    async def many(self, statement: str, rows: list[dict[str, object]], /) -> None:
        """Run a named statement once for each of ``rows``."""
        ...

    def savepoint(self) -> AbstractAsyncContextManager[None]:
        """A part that can be undone alone: an exception inside takes back what it did."""
        ...

    def after_commit(
        self, call: Callable[[], None], undone: Callable[[], None] | None = None
    ) -> None:
        """Call this once everything is on disk; if it is taken back, ``undone`` instead."""
        ...


class Database(Protocol):
    """A place to keep things. Opened and closed by ``bot.app``."""

    @property
    def serial(self) -> bool:
        """Whether one turn comes after the other, so that what one has seen holds to its end."""
        ...

    def transaction(self) -> AbstractAsyncContextManager[Tx]:
        """Write. Leaves normally only when everything is on disk."""
        ...

    def reading(self) -> AbstractAsyncContextManager[Tx]:
        """Read what is committed, without waiting for a writer."""
        ...

    async def close(self) -> None: ...


@runtime_checkable
class Reserves(Protocol):
    """A database whose connections turns may all hold for seconds, with one that they never get."""

    def apart(self) -> AbstractAsyncContextManager[Tx]:
        """``transaction`` on it, for a statement or two that must not come late: a lease."""
        ...


@runtime_checkable
class KeepsTime(Protocol):
    """A database that programs on several machines share, and so the clock of its server too."""

    @property
    def clock(self) -> SharedClock:
        """That clock. It is read whenever a connection is made, before anything is done there."""
        ...

    async def read_clock(self) -> None:
        """Read it once more: somebody may have set it. Raises Unavailable."""
        ...


@runtime_checkable
class Abandons(Protocol):
    """A database that may never answer: a network is in between, or others hold its file."""

    def abandon(self) -> None:
        """Wait for it no longer: whatever waits is Unavailable within a second."""
        ...


class Unavailable(Exception):
    """The database cannot do this now, and may later.

    SQLite raises it for writes: disk full, read-only, locked by another program. PostgreSQL raises
    it for reads as well, and wherever the connection is lost; then a commit may have come through.
    """


def to_ms(moment: datetime) -> int:
    """Epoch milliseconds of an aware moment."""
    return (moment - _EPOCH) // _MILLISECOND


def from_ms(value: int) -> datetime:
    return datetime.fromtimestamp(value / 1000, UTC)


def maybe_ms(moment: datetime | None) -> int | None:
    return None if moment is None else to_ms(moment)


def maybe_from_ms(value: int | None) -> datetime | None:
    return None if value is None else from_ms(value)
