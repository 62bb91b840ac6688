"""The web server's own limits."""

import resource

import pytest

from bot import running


@pytest.mark.parametrize(
    ("files", "connections"),
    [
        (resource.RLIM_INFINITY, 4000),
        (1_000_000, 4000),
        (1024, 960),  # what a service is usually given
        (256, 192),  # what a Mac gives
        (100, 64),
    ],
)
def test_it_turns_people_away_before_it_runs_out_of_files(
    monkeypatch: pytest.MonkeyPatch, files: int, connections: int
) -> None:
    monkeypatch.setattr(resource, "getrlimit", lambda _which: (files, files))
    assert running._connections() == connections
