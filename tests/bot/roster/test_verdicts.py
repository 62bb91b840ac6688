"""A row beside what is there already: in the file, and in the database. The people are invented."""

from dataclasses import replace
from typing import Any

import pytest

from bot.domain.households import HouseholdFacts, Sex
from bot.domain.programme import Programme
from bot.domain.seats import Listed
from bot.roster.lines import Line
from bot.roster.notes import Decision, Notes, Why
from bot.roster.places import Place
from bot.roster.rows import Cleaned, Entry
from bot.roster.twins import Register
from bot.roster.verdicts import Change, Report, Verdict, judge

ROW = Entry(
    name="Nguyễn Thị Dung",
    place=Place("p7", "p7-k5"),
    facts=HouseholdFacts(
        phone="0900000144",
        category="Hộ nghèo",
        ethnicity="Kinh",
        sex=Sex.FEMALE,
        birth_year=1955,
    ),
    session=2,
    group="ngheo",
    listed=Listed.MAIN,
    line=3,
)
KNOWN = replace(ROW, line=0, household=17, seated=True)


def changed(entry: Entry, **facts: Any) -> Entry:
    return replace(entry, facts=replace(entry.facts, **facts))


def verdict(programme: Programme, old: Entry, new: Entry, *, update: bool = False) -> Verdict:
    cleaned = Cleaned(Line(new.line, {}), new, Notes())
    return next(judge([cleaned], Register([old]), programme, update=update))


def told(found: Verdict) -> list[tuple[Why, str, str, str]]:
    return [(one.why, one.column, one.cell, one.meant) for one in found.findings]


@pytest.mark.parametrize("old", [KNOWN, replace(ROW, line=2)], ids=("database", "file"))
@pytest.mark.parametrize(
    "new",
    [
        ROW,
        replace(ROW, name="Nguyen Thi Dung"),
        replace(ROW, name="NGUYỄN THỊ DUNG"),
        replace(ROW, listed=Listed.NONE),
        replace(ROW, listed=Listed.RESERVE),  # a hint, no fact
        changed(ROW, phone=""),
        changed(ROW, birth_year=0),
        changed(ROW, sex=Sex.UNKNOWN, ethnicity=""),
    ],
)
def test_a_household_that_is_there_already_is_not_added_again(
    programme: Programme, old: Entry, new: Entry
) -> None:
    found = verdict(programme, old, new)

    assert (found.decision, found.change) == (Decision.DUPLICATE, Change.KNOWN)
    assert [one.why for one in found.findings] == [Why.TWICE if old.line else Why.KNOWN]


@pytest.mark.parametrize("old", [KNOWN, replace(ROW, line=2)], ids=("database", "file"))
@pytest.mark.parametrize(
    ("new", "column", "was", "says"),
    [
        (replace(ROW, place=Place("p7", "p7-k1")), "khóm/ấp", "Khóm 5", "Khóm 1"),
        (
            replace(ROW, place=Place("p8", "p8-k5")),
            "phường/xã, khóm/ấp",
            "Phường 7, Khóm 5",
            "Phường 8, Khóm 5",
        ),
        (changed(ROW, birth_year=1956), "năm sinh", "1955", "1956"),
        (changed(ROW, category="Hộ cận nghèo"), "đối tượng", "Hộ nghèo", "Hộ cận nghèo"),
        (changed(ROW, sex=Sex.MALE), "giới tính", "Nữ", "Nam"),
        (replace(ROW, name="Nguyễn Thị Dũng"), "họ và tên", ROW.name, "Nguyễn Thị Dũng"),
    ],
)
def test_the_same_household_told_otherwise_is_looked_at(
    programme: Programme, old: Entry, new: Entry, column: str, was: str, says: str
) -> None:
    found = verdict(programme, old, new)

    assert (found.decision, found.change) == (Decision.REVIEW, Change.LEFT)
    assert told(found) == [(Why.TWIN_CONFLICT, column, was, says)]


def test_a_namesake_of_that_year_in_that_hamlet_with_another_phone_is_looked_at(
    programme: Programme,
) -> None:
    found = verdict(programme, KNOWN, changed(ROW, phone="0900000999"))

    assert (found.decision, found.change) == (Decision.REVIEW, Change.LEFT)
    assert told(found) == [(Why.TWIN_PHONE, "số điện thoại", "0900000144", "0900000999")]


@pytest.mark.parametrize("phone", ["", "0900000999"])
def test_a_name_in_a_hamlet_without_a_year_is_nobody_for_sure(
    programme: Programme, phone: str
) -> None:
    new = changed(ROW, birth_year=0, phone=phone)
    found = verdict(programme, KNOWN, new, update=True)

    assert (found.decision, told(found)) == (Decision.REVIEW, [(Why.TWIN_UNSURE, "", "", "")])
    assert verdict(programme, replace(new, seated=True, line=0), new).change is Change.KNOWN


def test_two_namesakes_of_one_file_without_year_and_phone_are_looked_at(
    programme: Programme,
) -> None:
    """Also where the second says more: it may be another household's phone."""
    first = changed(ROW, birth_year=0, phone="")
    for second in (first, changed(first, phone="0900000999"), changed(first, ethnicity="Khmer")):
        found = verdict(programme, first, replace(second, line=90), update=True)

        assert (found.decision, found.change) == (Decision.REVIEW, Change.LEFT)
        assert [one.why for one in found.findings] == [Why.TWIN_UNSURE]


def test_of_a_household_without_year_and_phone_only_the_same_line_again_is_known(
    programme: Programme,
) -> None:
    """A list that is sent once more brings nothing new; what says otherwise may be a namesake."""
    kept = changed(KNOWN, birth_year=0, phone="")
    again = replace(kept, line=3)

    assert verdict(programme, kept, again).change is Change.KNOWN
    reached = changed(kept, phone="0900000999")  # has given its phone meanwhile
    assert verdict(programme, reached, again).change is Change.KNOWN
    for new in (changed(again, phone="0900000999"), changed(again, sex=Sex.MALE)):
        assert told(verdict(programme, kept, new, update=True)) == [(Why.TWIN_UNSURE, "", "", "")]
    unlisted = replace(kept, seated=False)
    assert told(verdict(programme, unlisted, again)) == [(Why.TWIN_UNSURE, "", "", "")]


@pytest.mark.parametrize(
    "new",
    [
        replace(ROW, name="Nguyễn Thị Hồng Bảy"),  # a shared phone merges nobody
        changed(replace(ROW, place=Place("p9", "p9-k4")), phone="0900000176"),  # a namesake
        changed(ROW, birth_year=1980, phone="0900000176"),  # mother and daughter
        changed(replace(ROW, name="Nguyễn Thị Dũng"), phone="0900000176"),
    ],
)
def test_a_name_a_year_or_a_phone_alone_is_no_key(programme: Programme, new: Entry) -> None:
    found = verdict(programme, KNOWN, new)

    assert (found.decision, found.change, told(found)) == (Decision.ACCEPT, Change.NEW, [])


def test_what_was_missing_is_added(programme: Programme) -> None:
    found = verdict(programme, changed(KNOWN, phone=""), ROW)

    assert (found.decision, found.change) == (Decision.ACCEPT, Change.CHANGED)
    assert told(found) == [(Why.ADDED, "số điện thoại", "", "0900000144")]
    assert found.entry.household == 17


def test_a_household_known_from_elsewhere_is_put_on_the_list(programme: Programme) -> None:
    found = verdict(programme, replace(KNOWN, seated=False, listed=Listed.NONE), ROW)

    assert (found.decision, found.change) == (Decision.ACCEPT, Change.CHANGED)
    assert Why.SEATED in [one.why for one in found.findings]


@pytest.mark.parametrize(
    ("new", "column"),
    [
        (replace(ROW, place=Place("p7", "p7-k1")), "khóm/ấp"),
        (changed(ROW, category="Hộ cận nghèo"), "đối tượng"),
        (changed(ROW, phone="0900000999"), "số điện thoại"),
        (changed(ROW, birth_year=1956), "năm sinh"),
        (replace(ROW, listed=Listed.RESERVE), "danh sách"),
    ],
)
def test_a_newer_list_overrules_what_is_known_if_one_lets_it(
    programme: Programme, new: Entry, column: str
) -> None:
    found = verdict(programme, KNOWN, new, update=True)

    assert (found.decision, found.change) == (Decision.ACCEPT, Change.CHANGED)
    assert [one[:2] for one in told(found)] == [(Why.CHANGED, column)]
    assert found.entry == replace(new, household=17, seated=True)


@pytest.mark.parametrize("number", [2, 3])
def test_a_newer_list_overrules_for_either_session_of_a_ward(
    programme: Programme, number: int
) -> None:
    later = replace(programme.sessions[1], number=3)
    both = replace(programme, sessions=(*programme.sessions, later))
    new = replace(changed(ROW, phone="0900000999"), session=number)

    assert verdict(both, KNOWN, new, update=True).decision is Decision.ACCEPT


def test_a_newer_list_that_says_less_takes_nothing_away(programme: Programme) -> None:
    new = changed(replace(ROW, place=Place("p7", "p7-k1")), category="Hộ nghèo", ethnicity="")

    assert verdict(programme, KNOWN, new, update=True).entry.facts == KNOWN.facts


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (KNOWN, replace(ROW, name="Nguyễn Thị Dũng")),
        (KNOWN, changed(ROW, phone="0900000999", sex=Sex.MALE)),  # another person, likely
        (KNOWN, replace(ROW, place=Place("p1", "p1-k1"), session=1)),  # to the other session
        (replace(KNOWN, open=False), changed(ROW, category="Hộ cận nghèo")),  # invited already
        (replace(ROW, line=2), replace(ROW, place=Place("p7", "p7-k1"))),  # in the same file
    ],
)
def test_even_a_newer_list_leaves_to_a_person(programme: Programme, old: Entry, new: Entry) -> None:
    assert verdict(programme, old, new, update=True).decision is Decision.REVIEW


def test_a_row_that_is_left_stands_in_nobodys_way(programme: Programme) -> None:
    """The second row is right; the first had no ward."""
    notes = Notes()
    notes.add(Why.WARD_EMPTY)
    rows = [Cleaned(Line(2, {}), replace(ROW, line=2), notes), Cleaned(Line(3, {}), ROW, Notes())]

    found = list(judge(rows, Register(), programme, update=False))

    assert [one.decision for one in found] == [Decision.REVIEW, Decision.ACCEPT]


def test_a_report_counts_by_session_ward_and_group_in_the_programmes_order(
    programme: Programme,
) -> None:
    nowhere = Cleaned(Line(2, {}), Entry(name="", line=2), Notes())
    nowhere.notes.add(Why.FORMULA)
    entries = [
        ROW,
        replace(ROW, name="Lê Thị Ba", place=Place("p1", "p1-k1"), session=1, group="khac"),
    ]
    rows = [nowhere, *(Cleaned(Line(one.line, {}), one, Notes()) for one in entries)]

    report = Report(tuple(judge(rows, Register(), programme, update=False)))

    assert [
        (one.session, one.ward, one.group, dict(one.counts)) for one in report.shares(programme)
    ] == [
        (1, "Phường 1", "Thành phần khác", {Change.NEW: 1}),
        (2, "Phường 7", "Hộ nghèo, cận nghèo, mới thoát nghèo", {Change.NEW: 1}),
        (0, "", "", {Change.LEFT: 1}),
    ]
    assert (report.count(Change.NEW), report.is_whole) == (2, False)
