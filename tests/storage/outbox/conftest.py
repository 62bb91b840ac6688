"""The outbox on each engine."""

import pytest

from storage.database import Database
from tests.doubles.box import Box
from tests.doubles.clock import ManualClock


@pytest.fixture
def box(database: Database, clock: ManualClock) -> Box:
    return Box(database, clock)
