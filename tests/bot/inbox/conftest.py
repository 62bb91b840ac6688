"""An office whose one handler repeats what it is told."""

import pytest

from storage.sqlite import Sqlite
from tests.doubles.clock import ManualClock
from tests.doubles.dispatching import Office
from tests.doubles.spine import works_over


@pytest.fixture
def office(database: Sqlite, clock: ManualClock) -> Office:
    return Office(works_over(database, clock))
