"""The seat list on paper beside the list in the database: nobody too many, nobody too few."""

from dataclasses import replace

import pytest

from bot.domain.errors import Refused
from bot.domain.people import Person, Role
from bot.domain.seats import Edit
from bot.services.seats import seating
from bot.services.sessions import papers
from bot.services.sessions.papers import Paper
from bot.work import Works
from storage import households, seat_plans
from storage.database import Database
from tests.bot.documents.reading import paragraphs, tables
from tests.doubles import roster
from tests.doubles.clock import ManualClock
from tests.doubles.spine import works_over


@pytest.fixture
def works(database: Database, clock: ManualClock) -> Works:
    return works_over(database, clock)


async def _organiser(works: Works, *extra: roster.Row) -> Person:
    """Session 1 is planned from the sample roster, and from rows beside it."""
    async with works.begin() as work:
        await roster.enlist_sample(work, 1)
        await roster.enlist(work, extra)
        organiser = await roster.official(work, "tổ", Role.ORGANISER)
        await seating.propose(work, organiser, 1)
    return organiser


async def _paper(works: Works, reader: Person | None) -> bytes:
    return (await papers.make(works, 1, Paper.SEATS, reader=reader)).content


def _names(paper: bytes) -> list[str]:
    return [row[1] for table in tables(paper) for row in table if row[0].isdecimal()]


async def test_who_was_taken_out_by_hand_stands_neither_there_nor_among_those_who_wait(
    works: Works,
) -> None:
    organiser = await _organiser(works)
    async with works.begin() as work:
        [first, *_] = await seat_plans.ranked(work.tx, 1, "ngheo", "p1")
        await seating.change(work, organiser, first.seat.id, Edit.OUT, "đã chuyển đi")

    paper = await _paper(works, organiser)

    assert first.name not in _names(paper)
    assert "Tổng số chỗ: 80; đã xếp: 80 hộ; chờ: 29 hộ." in paragraphs(paper)
    assert any(one.startswith("Bản số 2, chưa ký duyệt;") for one in paragraphs(paper))


async def test_a_guest_from_a_ward_of_another_session_is_on_the_organiser_s_list(
    works: Works,
) -> None:
    sample = next(roster.sample(works.programme))
    guest = replace(sample, session=1, name="Sơn Thị Khách", ward="p7", hamlet="p7-k3")
    organiser = await _organiser(works, guest)

    paper = await _paper(works, organiser)

    bands = [row[0] for table in tables(paper) for row in table if len(row) == 1]
    assert "Hộ nghèo, cận nghèo, mới thoát nghèo - Phường 7: 1 hộ chờ" in bands
    assert "Sơn Thị Khách" in _names(paper)


async def test_who_was_erased_leaves_a_line_without_a_name(works: Works) -> None:
    organiser = await _organiser(works)
    async with works.begin() as work:
        [first, *_] = await seat_plans.ranked(work.tx, 1, "ngheo", "p1")
        await households.erase(work.tx, first.seat.household, work.now)

    names = _names(await _paper(works, organiser))

    assert names[0] == "(đã xóa)"
    assert first.name not in names


async def test_whoever_runs_the_installation_gets_all_of_it(works: Works) -> None:
    organiser = await _organiser(works)

    assert _names(await _paper(works, None)) == _names(await _paper(works, organiser))


async def test_a_list_longer_than_a_portion_is_read_to_its_end(works: Works) -> None:
    sample = next(one for one in roster.sample(works.programme) if one.ward == "p1")
    many = [replace(sample, name=f"Hộ Mẫu {place}") for place in range(401)]
    await _organiser(works, *many)

    async with works.begin() as work:
        lines = await seat_plans.ranked(work.tx, 1, "ngheo", "p1")

    assert [one.seat.rank for one in lines] == list(range(1, 17 + 401 + 1))


async def test_a_session_that_is_not_in_the_programme_has_no_list(works: Works) -> None:
    organiser = await _organiser(works)

    with pytest.raises(Refused) as refused:
        await papers.make(works, 9, Paper.SEATS, reader=organiser)

    assert refused.value.key == "session-unknown"
