"""A session's phase: as the clerk opened and closed it; by the clock where nobody did."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.domain.sessions import EARLY, FORGOTTEN, SEASON, Phase, Run, Session

START = datetime(2026, 5, 15, 0, 30, tzinfo=UTC)
END = START + timedelta(hours=3, minutes=30)
SESSION = Session(
    number=2, name="Buổi đối thoại 2", starts_at=START, ends_at=END, place="", wards=("p7",)
)
MINUTE = timedelta(minutes=1)


def _opened(at: datetime, closed: datetime | None = None) -> Session:
    return replace(SESSION, run=Run(opened_at=at, opened_by=1, closed_at=closed))


@pytest.mark.parametrize(
    ("at", "phase"),
    [
        (START - MINUTE, Phase.BEFORE),
        (START, Phase.DURING),
        (END, Phase.DURING),
        (END + MINUTE, Phase.AFTER),
    ],
)
def test_one_that_nobody_opened_goes_by_the_clock(at: datetime, phase: Phase) -> None:
    assert SESSION.phase(at) is phase


def test_it_begins_when_it_is_opened_and_ends_when_it_is_closed() -> None:
    early, late = START - timedelta(hours=1), END + timedelta(hours=2)

    assert _opened(early).phase(early) is Phase.DURING
    assert _opened(early).phase(late) is Phase.DURING
    assert _opened(early, closed=START + MINUTE).phase(START + 2 * MINUTE) is Phase.AFTER


def test_one_that_is_left_open_is_over_the_same_night() -> None:
    assert _opened(START).phase(END + FORGOTTEN) is Phase.DURING
    assert _opened(START).phase(END + FORGOTTEN + MINUTE) is Phase.AFTER


def test_what_an_earlier_session_of_the_same_number_left_says_nothing() -> None:
    last_year = _opened(START - timedelta(days=365), closed=END - timedelta(days=365))

    assert last_year.phase(START - EARLY) is Phase.BEFORE
    assert last_year.phase(START) is Phase.DURING


def test_what_was_done_in_the_hall_is_no_part_of_the_session() -> None:
    assert _opened(START) == SESSION


def test_one_that_is_called_off_is_so_at_any_time_unless_it_was_opened() -> None:
    off = replace(SESSION, cancelled=True)
    held = replace(_opened(START), cancelled=True)

    assert {off.phase(at) for at in (START - EARLY, START, END + MINUTE)} == {Phase.CANCELLED}
    assert (off.is_cancelled, held.is_cancelled) == (True, False)
    assert held.phase(START + MINUTE) is Phase.DURING


def test_what_was_done_before_the_session_of_the_same_number_was_closed_belongs_to_that_one() -> (
    None
):
    """In April and again in October; the second time it is opened the first one is remembered."""
    closed = START - timedelta(days=180)
    begun = Run(opened_at=START, opened_by=1, since=closed)

    assert _opened(closed - timedelta(hours=3), closed=closed).since == closed
    assert replace(SESSION, run=begun).since == closed


def test_where_none_was_closed_before_it_what_is_ten_months_old_is_not_its_own() -> None:
    for session in (SESSION, _opened(START), _opened(START - timedelta(days=365))):
        assert session.since == START - SEASON
