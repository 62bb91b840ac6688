"""Two deliveries: over a line without limits, and over one with Telegram's."""

import pytest

from storage.sqlite import Sqlite
from tests.doubles.clock import ManualClock
from tests.doubles.delivering import TELEGRAM
from tests.doubles.spine import Line, Post, post


@pytest.fixture
def line(clock: ManualClock) -> Line:
    return Line(clock)


@pytest.fixture
def desk(database: Sqlite, clock: ManualClock, line: Line) -> Post:
    """A delivery over a line without limits."""
    return post(database, clock, line)


@pytest.fixture
def strict(database: Sqlite, clock: ManualClock, line: Line) -> Post:
    """The same over a line with Telegram's limits."""
    line.limits = TELEGRAM
    return post(database, clock, line)
