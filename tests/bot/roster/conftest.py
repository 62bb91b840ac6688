"""The example programme: ten wards, two sessions in May 2026."""

from datetime import UTC, datetime

import pytest

from bot.config import load, read_programme
from bot.domain.programme import Programme
from tests.conftest import ROOT

#: Before both sessions.
NOW = datetime(2026, 4, 29, 3, tzinfo=UTC)


@pytest.fixture(scope="session")
def programme() -> Programme:
    settings = load(ROOT / "config.example.toml", {})
    return read_programme(settings.programme, NOW)
