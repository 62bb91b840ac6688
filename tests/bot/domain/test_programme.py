"""Which session is a ward's: the one that is held, else the next, else the last there was."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from bot.config import load, read_programme
from bot.domain.programme import Programme
from bot.domain.sessions import Run, Session
from tests.conftest import ROOT

WEEK = timedelta(days=7)

FIRST = Session(
    number=1,
    name="Buổi 1",
    starts_at=datetime(2026, 5, 15, 0, 30, tzinfo=UTC),
    ends_at=datetime(2026, 5, 15, 4, 0, tzinfo=UTC),
    place="",
    wards=("p7",),
)
SECOND = replace(
    FIRST, number=2, starts_at=FIRST.starts_at + 4 * WEEK, ends_at=FIRST.ends_at + 4 * WEEK
)
OTHERS = replace(FIRST, number=3, wards=("p1",), starts_at=FIRST.starts_at + WEEK)


def programme(*sessions: Session) -> Programme:
    settings = load(ROOT / "config.example.toml", {})
    return replace(read_programme(settings.programme, FIRST.starts_at), sessions=sessions)


def of_ward(now: datetime, *sessions: Session) -> int | None:
    found = programme(*sessions).session_of_ward("p7", now)
    return found.number if found else None


@pytest.mark.parametrize("listed", [(FIRST, SECOND, OTHERS), (OTHERS, SECOND, FIRST)])
@pytest.mark.parametrize(
    ("now", "number"),
    [
        (FIRST.starts_at - WEEK, 1),
        (FIRST.starts_at, 1),
        (FIRST.ends_at, 1),
        (FIRST.ends_at + timedelta(minutes=1), 2),
        (SECOND.starts_at, 2),
        (SECOND.ends_at + WEEK, 2),
    ],
)
def test_of_two_it_is_the_one_that_is_held_then_the_next_then_the_last(
    listed: tuple[Session, ...], now: datetime, number: int
) -> None:
    assert of_ward(now, *listed) == number


def test_one_that_its_clerk_has_not_closed_is_still_held() -> None:
    late = FIRST.ends_at + timedelta(hours=2)

    assert (
        of_ward(late, replace(FIRST, run=Run(opened_at=FIRST.starts_at, opened_by=1)), SECOND) == 1
    )


def test_of_one_that_was_left_open_and_one_that_was_opened_after_it_the_later_is_meant() -> None:
    noon = FIRST.ends_at + timedelta(hours=1)
    left_open = replace(FIRST, run=Run(opened_at=FIRST.starts_at, opened_by=1))
    same_day = replace(SECOND, starts_at=noon, ends_at=noon + timedelta(hours=2))

    assert of_ward(noon, left_open, same_day) == 2


def test_one_that_was_called_off_is_passed_over() -> None:
    off = replace(FIRST, cancelled=True)

    assert of_ward(FIRST.starts_at, off, SECOND) == 2
    assert of_ward(FIRST.starts_at, off) is None


def test_a_ward_that_no_session_lists_has_none() -> None:
    assert of_ward(FIRST.starts_at, OTHERS) is None
