"""One row, read as a whole. The people are invented."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.domain.households import HouseholdFacts, Sex
from bot.domain.programme import Programme
from bot.domain.seats import Listed
from bot.roster.columns import ADDRESS, FEMALE, Column
from bot.roster.lines import Line, Sheet
from bot.roster.notes import Decision, Why
from bot.roster.places import Place
from bot.roster.rows import Cleaned, Entry, Reader
from tests.bot.roster.conftest import NOW

CELLS: dict[Column | str, str] = {
    Column.SESSION: "1",
    Column.NUMBER: "1",
    Column.LISTED: "chính thức",
    Column.NAME: "Trần Thị Cúc",
    Column.YEAR: "1962",
    Column.SEX: "Nữ",
    Column.ETHNICITY: "Kinh",
    Column.WARD: "Phường 1",
    Column.HAMLET: "Khóm 3",
    Column.CATEGORY: "Hộ nghèo",
    Column.PHONE: "0900000301",
}


def read(
    programme: Programme, *changes: tuple[Column | str, str], session: int | None = None
) -> Cleaned:
    return Reader(programme, NOW, session).read(Line(2, {**CELLS, **dict(changes)}))


def whys(row: Cleaned) -> list[Why]:
    return [one.why for one in row.notes.findings]


def test_a_clean_row_is_a_household_with_a_seat_group(programme: Programme) -> None:
    row = read(programme)

    assert row.entry == Entry(
        name="Trần Thị Cúc",
        place=Place("p1", "p1-k3"),
        facts=HouseholdFacts(
            phone="0900000301",
            category="Hộ nghèo",
            ethnicity="Kinh",
            sex=Sex.FEMALE,
            birth_year=1962,
        ),
        session=1,
        group="ngheo",
        listed=Listed.MAIN,
        line=2,
    )
    assert (row.notes.decision, row.notes.fixes, whys(row)) == (Decision.ACCEPT, {}, [])


@pytest.mark.parametrize("column", [one for one in Column if one != Column.NUMBER])
@pytest.mark.parametrize("cell", ["=1+1", "＝1+1", "@SUM(A1)", "\t=cmd|' /C calc'!A0"])
def test_a_formula_in_any_cell_spoils_the_row(
    programme: Programme, column: Column, cell: str
) -> None:
    row = read(programme, (column, cell))

    assert (row.notes.decision, whys(row)) == (Decision.REVIEW, [Why.FORMULA])
    assert row.entry == Entry(name="", line=2)


def test_running_numbers_may_be_worked_out(programme: Programme) -> None:
    assert read(programme, (Column.NUMBER, "=A2+1")).notes.decision is Decision.ACCEPT


def test_an_error_of_the_spreadsheet_spoils_the_row(programme: Programme) -> None:
    row = read(programme, (Column.CATEGORY, "#REF!"))

    assert (row.notes.decision, whys(row)) == (Decision.REVIEW, [Why.ERROR_CELL])


@pytest.mark.parametrize(
    "column", [Column.WARD, Column.HAMLET, Column.CATEGORY, Column.ETHNICITY, Column.SEX]
)
def test_the_number_of_a_card_beside_words_goes_no_further(
    programme: Programme, column: Column
) -> None:
    row = read(programme, (column, f"{CELLS[column]} CCCD 084162000123"))

    assert whys(row)[0] is Why.NUMBER_LEFT_OUT
    assert (row.notes.decision, row.notes.fixes) == (Decision.FIX, {column: CELLS[column]})
    assert "084162" not in repr((row.entry, row.notes.fixes, row.notes.findings))


def test_the_session_is_that_of_the_option_then_of_the_row_then_of_the_ward(
    programme: Programme,
) -> None:
    ward5 = ((Column.WARD, "Phường 5"), (Column.HAMLET, "Khóm 1"))

    assert read(programme, (Column.SESSION, "")).entry.session == 1
    assert read(programme, *ward5, (Column.SESSION, "")).entry.session == 2
    assert read(programme, *ward5, (Column.SESSION, "1"), session=2).entry.session == 2


def test_of_two_sessions_of_a_ward_it_is_the_one_that_is_still_to_come(
    programme: Programme,
) -> None:
    first = programme.sessions[0]
    by = timedelta(days=60)
    later = replace(first, number=3, starts_at=first.starts_at + by, ends_at=first.ends_at + by)
    both = replace(programme, sessions=(*programme.sessions, later))
    line = Line(2, {**CELLS, Column.SESSION: ""})

    assert Reader(both, NOW).read(line).entry.session == 1
    assert Reader(both, first.ends_at + timedelta(days=1)).read(line).entry.session == 3


def test_a_ward_that_is_not_invited_to_that_session_is_looked_at(programme: Programme) -> None:
    by_row = read(programme, (Column.SESSION, "2"))
    by_option = read(programme, session=2)

    assert [(one.column, one.cell, one.meant) for one in by_row.notes.findings] == [
        ("Phường 1", "1", "2")
    ]
    assert whys(by_row) == whys(by_option) == [Why.SESSION_OTHER]


@pytest.mark.parametrize("cell", ["3", "sáng"])
def test_a_session_that_is_none_is_looked_at(programme: Programme, cell: str) -> None:
    assert whys(read(programme, (Column.SESSION, cell))) == [Why.SESSION_UNKNOWN]


def test_everything_wrong_with_a_row_is_said_at_once(programme: Programme) -> None:
    row = read(
        programme, (Column.NAME, ""), (Column.HAMLET, "Khóm 99"), (Column.YEAR, "2026"),
        (Column.CATEGORY, "khá"), (Column.PHONE, "12"),
    )  # fmt: skip

    assert whys(row) == [
        *(Why.NAME_EMPTY, Why.HAMLET_UNKNOWN, Why.YEAR_AHEAD),
        *(Why.CATEGORY_UNKNOWN, Why.PHONE_UNCLEAR),
    ]


def test_an_address_takes_the_place_of_ward_and_hamlet(programme: Programme) -> None:
    cells = {key: cell for key, cell in CELLS.items() if key not in (Column.WARD, Column.HAMLET)}
    line = Line(2, {**cells, ADDRESS: "Khóm 3, Phường 1"})

    assert Reader(programme, NOW).read(line).entry.place == Place("p1", "p1-k3")


def test_a_ward_named_above_the_list_is_that_of_every_row_without_a_column_for_it(
    programme: Programme,
) -> None:
    cells = {key: cell for key, cell in CELLS.items() if key != Column.WARD}
    sheet = Sheet((), titles=("DANH SÁCH HỘ NGHÈO PHƯỜNG 1",))
    row = Reader(programme, NOW, sheet=sheet).read(Line(2, cells))

    assert (row.entry.place, row.notes.decision) == (Place("p1", "p1-k3"), Decision.ACCEPT)


def test_a_year_in_place_of_a_cross_is_both(programme: Programme) -> None:
    cells = {key: cell for key, cell in CELLS.items() if key not in (Column.YEAR, Column.SEX)}
    row = Reader(programme, NOW).read(Line(2, {**cells, FEMALE: "1962"}))

    assert (row.entry.facts.birth_year, row.entry.facts.sex) == (1962, Sex.FEMALE)
    assert row.notes.decision is Decision.ACCEPT


def without(*columns: Column) -> dict[Column | str, str]:
    return {key: cell for key, cell in CELLS.items() if key not in columns}


@pytest.mark.parametrize(
    "sheet",
    [
        Sheet((), titles=("UBND PHƯỜNG 2", "DANH SÁCH HỘ CẬN NGHÈO KHÓM 3", "DỰ PHÒNG")),
        Sheet((), titles=("UBND P.2 - K.3", "DS hộ cận nghèo dự phòng", "Hội trường phường 1")),
        Sheet((), titles=("Danh sách hộ cận nghèo, dự phòng",), name="P2 - Khóm 3"),
    ],
    ids=["titles", "short", "the tab"],
)
def test_what_stands_above_a_list_holds_for_columns_that_it_does_not_have(
    programme: Programme, sheet: Sheet
) -> None:
    cells = without(Column.WARD, Column.HAMLET, Column.CATEGORY, Column.LISTED)
    row = Reader(programme, NOW, sheet=sheet).read(Line(2, cells))

    assert (row.entry.place, row.entry.facts.category) == (Place("p2", "p2-k3"), "Hộ cận nghèo")
    assert (row.entry.listed, row.notes.decision) == (Listed.RESERVE, Decision.ACCEPT)


def test_what_stands_above_a_list_fills_no_gap_in_a_column_that_it_has(
    programme: Programme,
) -> None:
    sheet = Sheet((), titles=("DANH SÁCH HỘ NGHÈO PHƯỜNG 1",))
    row = Reader(programme, NOW, sheet=sheet).read(Line(2, {**CELLS, Column.CATEGORY: ""}))

    assert whys(row) == [Why.CATEGORY_EMPTY]


@pytest.mark.parametrize(
    ("crosses", "category"),
    [
        ({"Hộ nghèo": "", "Cận nghèo": "x"}, "Hộ cận nghèo"),
        ({"Hộ nghèo": "x", "Cận nghèo": "x"}, ""),
        ({"Hộ nghèo": "", "Cận nghèo": ""}, ""),
    ],
    ids=["one", "two", "none"],
)
def test_a_cross_below_a_category_says_it_once(
    programme: Programme, crosses: dict[str, str], category: str
) -> None:
    sheet = Sheet((), crossed=("Hộ nghèo", "Cận nghèo", "Khuyết tật"), unread=("CCCD",))
    reader = Reader(programme, NOW, sheet=sheet)
    row = reader.read(Line(2, {**without(Column.CATEGORY), **crosses, "Khuyết tật": "x"}))

    assert row.entry.facts.category == category
    assert (row.notes.decision is Decision.REVIEW) == (not category)
    assert reader.unread == ["CCCD", "Khuyết tật"]


def test_what_repeats_the_row_above_is_written_out(programme: Programme) -> None:
    line = Line(3, CELLS, dittos={Column.HAMLET: '"', Column.CATEGORY: "nt"})
    row = Reader(programme, NOW).read(line)

    assert row.notes.decision is Decision.FIX
    assert row.notes.fixes == {Column.HAMLET: "Khóm 3", Column.CATEGORY: "Hộ nghèo"}
    assert [(one.cell, one.meant) for one in row.notes.findings] == [
        ('"', "Khóm 3"),
        ("nt", "Hộ nghèo"),
    ]


@pytest.mark.parametrize(
    ("name", "year", "born"),
    [("Trần Thị Cúc (1962)", "", 1962), ("Trần Thị Cúc - SN 1962", "1962", 1962)],
)
def test_a_year_beside_the_name_is_the_year_of_birth(
    programme: Programme, name: str, year: str, born: int
) -> None:
    row = read(programme, (Column.NAME, name), (Column.YEAR, year))

    assert (row.entry.name, row.entry.facts.birth_year) == ("Trần Thị Cúc", born)
    assert row.notes.decision is Decision.FIX


def test_two_years_of_one_person_are_looked_at(programme: Programme) -> None:
    row = read(programme, (Column.NAME, "Trần Thị Cúc, sinh năm 1962"), (Column.YEAR, "1963"))

    assert row.notes.decision is Decision.REVIEW
    assert (Why.YEAR_TWO, "1963", "1962") in [
        (one.why, one.cell, one.meant) for one in row.notes.findings
    ]
