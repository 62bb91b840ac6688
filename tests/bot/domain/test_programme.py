"""Which session is a ward's: the one that is held, else the next, else the last there was."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from bot.config import load, read_programme
from bot.domain.agencies import WARD_KIND, Agency, Queue, Validity
from bot.domain.office import PaperOffice
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


# ── who is nearest, and whose papers they are ────────────────────────────────────────────────

DAY = date(2026, 5, 15)


def _with(*agencies: Agency, office: str = "Sở Khác", in_place_of_ward: str = "") -> Programme:
    return replace(
        programme(),
        agencies=agencies,
        office=PaperOffice(name=office),
        in_place_of_ward=in_place_of_ward,
    )


BANK = Agency(id="bank", name="Ngân hàng", short="Ngân hàng")
LABOUR = Agency(id="labour", name="Phòng Lao động thành phố Trà Vinh", short="Phòng LĐ")
WARDS = Agency(id=WARD_KIND, name="Ủy ban nhân dân phường", short="UBND phường")
ENDED = replace(LABOUR, valid=Validity(until=date(2026, 1, 31)), replaced_by="bank")


@pytest.mark.parametrize(
    ("found", "nearest"),
    [
        (_with(BANK, LABOUR, WARDS, in_place_of_ward="bank"), WARD_KIND),
        (_with(BANK, LABOUR, in_place_of_ward="labour"), "labour"),
        (_with(BANK, LABOUR, office="Phòng Lao động"), "labour"),
        (_with(BANK, LABOUR, office="PHÒNG LAO ĐỘNG\nthành phố Trà Vinh"), "labour"),
        (_with(BANK, ENDED, in_place_of_ward="labour"), "bank"),
        (_with(LABOUR), "labour"),
        (_with(BANK, LABOUR), ""),
        (_with(BANK, LABOUR, office="Phòng Lao"), ""),
    ],
    ids=["ward", "named", "issues", "issues, in full", "took over", "only", "nobody", "other name"],
)
def test_nearest_to_people_is_the_ward_or_whoever_stands_in_for_it(
    found: Programme, nearest: str
) -> None:
    assert found.nearest(DAY) == nearest


def test_two_that_took_over_from_each_other_serve_nobody() -> None:
    over = Validity(until=date(2026, 1, 31))
    one = replace(BANK, valid=over, replaced_by="labour")
    other = replace(LABOUR, valid=over, replaced_by="bank")

    assert _with(one, other).serving("bank", DAY) is None


def test_the_committee_of_a_ward_may_issue_the_papers() -> None:
    found = _with(WARDS, office="Ủy ban nhân dân phường 7")

    wards = [found.is_issuer(Queue(WARD_KIND, ward)) for ward in ("p7", "p8")]
    assert wards == [True, False]
