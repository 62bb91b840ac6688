"""A list of households goes in: once, whole, and nothing that must not be kept. Invented people."""

import asyncio
import csv
import io
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from structlog.testing import capture_logs

from bot.domain.errors import Refused
from bot.domain.households import Household, HouseholdFacts
from bot.domain.people import Person
from bot.i18n import HOME
from bot.roster.columns import Column
from bot.roster.notes import Decision
from bot.roster.verdicts import Change, Report
from bot.services.roster import roster, roster_sheet, roster_words
from bot.work import Works
from storage import audit, households, people
from storage.database import Database
from tests.doubles.clock import ManualClock
from tests.doubles.moving import tell
from tests.doubles.postgres import ask, tables
from tests.doubles.spine import works_over

DATA = Path(__file__).parents[4] / "tests/data"
CLEAN = (DATA / "roster.csv").read_bytes()
DIRTY = (DATA / "roster_dirty.csv").read_bytes()

HEADING = [column.value for column in Column]
CUC = ["1", "1", "chính thức", "Trần Thị Cúc", "1962", "Nữ", "Kinh", "Phường 1", "Khóm 3"]
CUC += ["Hộ nghèo", "0900000301"]


@pytest.fixture
def works(database: Database, clock: ManualClock) -> Works:
    return works_over(database, clock)


def listing(*rows: list[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerows([HEADING, *rows])
    return out.getvalue().encode()


def cuc(**changes: str) -> list[str]:
    """Her row, with other cells by the name of their column (``PHONE``)."""
    row = list(CUC)
    for column, cell in changes.items():
        row[HEADING.index(Column[column])] = cell
    return row


def cleaned(works: Works, content: bytes, session: int | None = None) -> roster.Roster:
    return roster.clean(roster.read(content), works.programme, works.clock.now(), session)


async def check(works: Works, content: bytes, *, update: bool = False) -> Report:
    async with works.begin() as work:
        return await roster.check(work, cleaned(works, content), update=update)


async def bring(
    works: Works,
    content: bytes,
    *,
    by: Person | None = None,
    update: bool = False,
    step: roster.Step = lambda _rows: None,
) -> Report:
    async with works.begin() as work:
        report = await roster.check(work, cleaned(works, content), by, update=update)
        await roster.apply(work, report, by, step)
    return report


KEPT = (
    "SELECT * FROM households ORDER BY id",
    "SELECT * FROM household_facts ORDER BY household",
    "SELECT * FROM seats ORDER BY id",
)


async def kept(url: str) -> list[list[tuple[object, ...]]]:
    return [await ask(url, statement) for statement in KEPT]


async def everything(url: str) -> str:
    """All that is written in the database, in one piece of text."""
    rows = [await ask(url, f"SELECT * FROM {table}") for table in await tables(url)]
    return "\n".join(str(row) for table in rows for row in table)


# ── the samples ──────────────────────────────────────────────────────────────────────────────


async def test_the_sample_goes_in_whole_and_fills_both_sessions(works: Works, url: str) -> None:
    report = await bring(works, CLEAN)

    assert (report.count(Change.NEW), report.is_whole) == (220, True)
    assert await ask(
        url, "SELECT session, seat_group, COUNT(*) FROM seats GROUP BY 1, 2 ORDER BY 1, 2"
    ) == [(1, "khac", 25), (1, "ngheo", 85), (2, "khac", 25), (2, "ngheo", 85)]
    [first] = await ask(
        url,
        "SELECT h.name, h.ward, h.hamlet, h.source, f.phone, f.category, f.ethnicity, f.sex,"
        " f.birth_year, s.state, s.listed, s.position FROM households AS h"
        " JOIN household_facts AS f ON f.household = h.id JOIN seats AS s ON s.household = h.id"
        " WHERE s.position = 2",
    )
    assert first == (
        *("Thạch Đa Ra", "p1", "p1-k3", "roster", "0900000002", "Hộ nghèo", "Khmer", "Nam", 1983),
        *("listed", "chính thức", 2),
    )


async def test_beside_the_sample_every_dirty_row_is_decided_as_expected(works: Works) -> None:
    await bring(works, CLEAN)
    report = await check(works, DIRTY)

    text = (DATA / "roster_dirty_expected.jsonl").read_text("utf-8")
    assert [(one.line, one.decision.value, dict(one.fix)) for one in report.verdicts] == [
        (one["line"], one["decision"], one["fix"]) for one in map(json.loads, text.splitlines())
    ]


async def test_the_same_file_twice_changes_nothing(
    works: Works, url: str, clock: ManualClock
) -> None:
    await bring(works, CLEAN)
    before = await kept(url)
    await clock.move(hours=1)
    report = await bring(works, CLEAN, update=True)

    assert (report.count(Change.KNOWN), report.is_whole) == (220, True)
    assert await kept(url) == before


async def test_a_look_ahead_changes_nothing(works: Works, url: str) -> None:
    before = await kept(url)
    await check(works, CLEAN)

    assert await kept(url) == before


# ── what is known changes ────────────────────────────────────────────────────────────────────


async def test_a_newer_list_brings_a_household_up_to_date(works: Works, url: str) -> None:
    await bring(works, listing(CUC))
    newer = listing(cuc(HAMLET="Khóm 4", CATEGORY="Hội viên đoàn thể", LISTED="dự phòng"))

    left = await bring(works, newer)
    assert (left.count(Change.LEFT), left.is_whole) == (1, False)
    done = await bring(works, newer, update=True)

    assert (done.count(Change.CHANGED), done.verdicts[0].decision) == (1, Decision.ACCEPT)
    assert await ask(url, "SELECT hamlet FROM households") == [("p1-k4",)]
    assert await ask(url, "SELECT category, phone FROM household_facts") == [
        ("Hội viên đoàn thể", "0900000301")
    ]
    assert await ask(url, "SELECT seat_group, listed FROM seats") == [("khac", "dự phòng")]


async def test_a_phone_that_was_missing_is_added_without_being_told_to(
    works: Works, url: str
) -> None:
    await bring(works, listing(cuc(PHONE="không có")))
    report = await bring(works, listing(CUC))

    assert [one.change for one in report.verdicts] == [Change.CHANGED]
    assert await ask(url, "SELECT phone FROM household_facts") == [("0900000301",)]


async def test_a_household_that_came_by_chat_is_put_on_the_list(
    works: Works, url: str, clock: ManualClock
) -> None:
    facts = HouseholdFacts(phone="0900000301")
    async with works.begin() as work:
        new = Household(id=0, name="Trần Thị Cúc", ward="p1", hamlet="p1-k3")
        await households.make(work.tx, new, facts, clock.now())
    await bring(works, listing(CUC))

    assert await ask(url, "SELECT COUNT(*) FROM households") == [(1,)]
    assert await ask(url, "SELECT session, state FROM seats") == [(1, "listed")]


async def test_a_seat_about_which_something_was_decided_keeps_its_group(
    works: Works, url: str
) -> None:
    await bring(works, listing(CUC))
    await tell(url, "UPDATE seats SET state = $1", [("offered",)])
    report = await bring(works, listing(cuc(CATEGORY="Hộ cận nghèo")), update=True)

    assert [one.decision for one in report.verdicts] == [Decision.REVIEW]


# ── all or nothing, once ─────────────────────────────────────────────────────────────────────


class Broken(Exception):
    """The power goes."""


async def test_a_list_goes_in_whole_or_not_at_all(works: Works, url: str) -> None:
    done: list[int] = []

    def step(rows: int) -> None:
        done.append(rows)
        if len(done) == 200:
            raise Broken

    with pytest.raises(Broken):
        await bring(works, CLEAN, step=step)

    assert (sum(done), await kept(url)) == (200, [[], [], []])


async def test_the_same_list_from_two_people_at_once_goes_in_once(works: Works, url: str) -> None:
    one, other = await asyncio.gather(bring(works, CLEAN), bring(works, CLEAN))

    assert sorted((one.count(Change.NEW), other.count(Change.NEW))) == [0, 220]
    assert await ask(url, "SELECT COUNT(*) FROM households") == [(220,)]


async def test_it_is_recorded_who_brought_which_file_and_read_what(
    works: Works, clock: ManualClock
) -> None:
    async with works.begin() as work:
        organiser = await people.make(work.tx, "vi", clock.now())
    await bring(works, CLEAN, by=organiser)
    report = await bring(works, DIRTY, by=organiser)

    async with works.look() as work:
        notes = await audit.of(work.tx, "roster")
        read = await audit.of(work.tx, "households")
    assert [(one.actor, one.action, one.detail) for one in notes][1] == (
        organiser.id,
        "roster_applied",
        f"sha256={report.digest} new=8 changed=0 known=1 left=4",
    )
    assert [(one.actor, one.action) for one in read] == [(organiser.id, "read_private")]


async def test_a_session_that_the_programme_does_not_have_is_refused(works: Works) -> None:
    with pytest.raises(Refused) as refused:
        cleaned(works, CLEAN, session=9)

    assert refused.value.key == "roster-no-session"


# ── what must not be kept ────────────────────────────────────────────────────────────────────

CARD, OTHER, HEALTH = "084162000123", "261234567", "HN4849412345678"
FORMULAS = ("=cmd|' /C calc'!A0", "＝HYPERLINK(1)", "@SUM(A1)")


def _poisoned() -> bytes:
    """Each kind of number and formula in each column, one a row, and in columns of no use."""
    rows = [
        cuc(**{"NAME": f"Trần Thị Mẫu {chr(65 + place)}", column.name: cell})
        for place, cell in enumerate((CARD, OTHER, HEALTH, f"CCCD {CARD}", *FORMULAS))
        for column in Column
    ]
    beside = [[*one, CARD, FORMULAS[0]] for one in (CUC, *rows)]
    out = io.StringIO()
    csv.writer(out).writerows([[*HEADING, "Số CCCD", "Ghi chú"], *beside])
    return out.getvalue().encode()


async def test_no_number_of_a_card_and_no_formula_is_stored_logged_or_sent_back(
    works: Works, url: str
) -> None:
    with capture_logs() as logs:
        report = await bring(works, _poisoned())
    sheet = load_workbook(io.BytesIO(roster_sheet.write(works.voice.texts, HOME, report))).active
    assert sheet is not None
    cells = [str(cell or "") for row in sheet.iter_rows(values_only=True) for cell in row]
    said = [roster_words.why(works.voice.texts, HOME, one) for one in report.verdicts]
    said.append(roster_words.summary(works.voice.texts, HOME, report))
    written = "\n".join([await everything(url), str(logs), *cells, *said])

    never = (CARD, OTHER, HEALTH[2:], "calc", "SUM(", "HYPERLINK(")
    assert [one for one in never if one in written] == []
    assert not any(cell[:1] in tuple("=+-@＝") for cell in cells)
    assert "số giấy tờ hoặc số thẻ" in said[-1]


# ── the sheet that goes back ─────────────────────────────────────────────────────────────────


async def test_the_sheet_can_be_corrected_and_brought_again(works: Works, url: str) -> None:
    await bring(works, CLEAN)
    report = await bring(works, DIRTY)
    book = load_workbook(io.BytesIO(roster_sheet.write(works.voice.texts, HOME, report)))
    assert book.active is not None
    sheet = book.active
    sheet["H5"], sheet["I5"] = "Phường 7", "Khóm 5"  # as it is known
    sheet["E11"] = "1963"
    sheet["A13"] = "1"
    sheet["D14"] = "Trì Thị Sóc"
    out = io.BytesIO()
    book.save(out)

    again = await bring(works, out.getvalue())

    assert (again.count(Change.NEW), again.count(Change.KNOWN)) == (3, 10)
    assert (again.is_whole, again.unread) == (True, ())
    assert await ask(url, "SELECT COUNT(*) FROM households") == [(231,)]
