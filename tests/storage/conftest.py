"""What the memory does, it does on both engines."""

import pytest

from tests.doubles.postgres import BOTH


@pytest.fixture(params=BOTH)
def engine(request: pytest.FixtureRequest) -> str:
    return str(request.param)
