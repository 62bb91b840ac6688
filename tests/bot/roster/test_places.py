"""Wards and hamlets as lists write them."""

from datetime import UTC, date, datetime

import pytest

from bot.config import load, read_programme
from bot.domain.programme import Programme
from bot.roster.columns import Column
from bot.roster.notes import Decision, Notes, Why
from bot.roster.places import Gazetteer, Place
from tests.conftest import ROOT


@pytest.fixture
def gazetteer(programme: Programme) -> Gazetteer:
    return Gazetteer(programme, (date(2026, 5, 13),))


@pytest.mark.parametrize(
    "cell",
    [
        *("P1", "P.1", "p 1", "P-1", "phường 1", "PHƯỜNG 1", "f1", "F.1", "Phuong 1", "Phường 01"),
        *("phường1", "Phường Một", "phường I", "Ph.1", "1", "Phừơng 1", "phường số 1"),
        *("Phường 1, TP Trà Vinh", "Phường 1 - TP. Trà Vinh", "Phươ\u0300ng 1", "1.0"),
    ],
)
def test_a_ward_is_read_in_every_spelling(gazetteer: Gazetteer, cell: str) -> None:
    notes = Notes()

    assert gazetteer.read(cell, "Khóm 3", notes) == Place("p1", "p1-k3")
    assert notes.fixes == {Column.WARD: "Phường 1"}


@pytest.mark.parametrize(
    "cell",
    ["xã Long Đức", "Long Duc", "X. Long Đức", "LONG ĐỨC", "xa long duc", "Long Dức", "xã LĐ"],
)
def test_a_commune_is_known_by_its_name(gazetteer: Gazetteer, cell: str) -> None:
    notes = Notes()

    assert gazetteer.read(cell, "Ấp Sa Bình", notes) == Place("long-duc", "long-duc-sa-binh")
    assert notes.fixes == {Column.WARD: "Xã Long Đức"}


@pytest.mark.parametrize(
    "cell",
    [
        *("Phường 10", "P10", "Phường 11", "Châu Thành", "xã Hòa Thuận", "Long Đức 1"),
        "Phường Long Đức",
    ],
)
def test_a_ward_that_the_programme_does_not_have_is_looked_at(
    gazetteer: Gazetteer, cell: str
) -> None:
    """A phường of the same name is another unit: it came with the reform of 2025."""
    notes = Notes()

    assert gazetteer.read(cell, "Khóm 1", notes) == Place()
    assert [(one.why, one.cell) for one in notes.findings] == [(Why.WARD_UNKNOWN, cell)]


@pytest.mark.parametrize(
    "cell",
    [
        *("K.6", "k6", "K 6", "khom 6", "Khom6", "Kh.6", "KHÓM 6", "Khóm 06", "6", "khóm sáu"),
        *("khóm VI", "ấp 6", "Tổ 3, khóm 6", "Tổ 3 khóm 6", "Khóm 6 phường 9", "Khóm 7 (cũ)"),
    ],
)
def test_a_hamlet_is_read_in_every_spelling(gazetteer: Gazetteer, cell: str) -> None:
    notes = Notes()

    assert gazetteer.read("Phường 9", cell, notes) == Place("p9", "p9-k6")
    assert notes.fixes == {Column.HAMLET: "Khóm 6"}


@pytest.mark.parametrize(
    "cell", ["ấp Vĩnh Hội", "Vinh Hoi", "A. Vĩnh Hội", "VĨNH HỘI", "ấp vĩnh hôị"]
)
def test_a_hamlet_with_a_name_is_read_in_every_spelling(gazetteer: Gazetteer, cell: str) -> None:
    assert gazetteer.read("Xã Long Đức", cell, Notes()) == Place("long-duc", "long-duc-vinh-hoi")


@pytest.mark.parametrize(
    "cell", ["Khóm 12", "K12", "Khóm 8B", "Khóm 7C", "tổ 6", "ấp Vĩnh Hội", "Khóm 66"]
)
def test_a_hamlet_that_is_not_in_that_ward_is_looked_at(gazetteer: Gazetteer, cell: str) -> None:
    notes = Notes()

    assert gazetteer.read("Phường 9", cell, notes) == Place("p9")
    assert [(one.why, one.meant) for one in notes.findings] == [(Why.HAMLET_UNKNOWN, "Phường 9")]


def test_initials_are_enough_where_they_are_those_of_one_place(gazetteer: Gazetteer) -> None:
    cells = ("ấp CTH", "A. SB", "ấp VH")  # Vĩnh Hội and Vĩnh Hưng

    assert [gazetteer.read("Xã Long Đức", one, Notes()).hamlet for one in cells] == [
        *("long-duc-cong-thien-hung", "long-duc-sa-binh"),
        "",
    ]


def test_a_name_that_is_nearly_right_is_another_place(gazetteer: Gazetteer) -> None:
    notes = Notes()

    assert gazetteer.read("Xã Long Đức", "Ấp Vĩnh Hòa", notes) == Place("long-duc")
    assert [one.why for one in notes.findings] == [Why.HAMLET_UNKNOWN]


def test_of_a_hamlet_that_was_merged_it_is_said_into_which(gazetteer: Gazetteer) -> None:
    notes = Notes()
    gazetteer.read("Phường 9", "K.7", notes)

    assert [(one.why, one.meant) for one in notes.findings] == [(Why.HAMLET_MERGED, "Khóm 6")]


def test_one_cell_may_hold_both(gazetteer: Gazetteer) -> None:
    assert gazetteer.read("Khóm 3, phường 7", "", Notes()) == Place("p7", "p7-k3")
    assert gazetteer.read("", "Khóm 3 - Phường 7", Notes()) == Place("p7", "p7-k3")
    assert gazetteer.read("", "K3P7", Notes()) == Place("p7", "p7-k3")
    assert gazetteer.read("", "khóm 3 p7", Notes()) == Place("p7", "p7-k3")
    assert gazetteer.read("P7", "khóm 3 (tổ 5)", Notes()) == Place("p7", "p7-k3")
    assert gazetteer.read("TP Trà Vinh, Phường 7", "Khóm 3", Notes()) == Place("p7", "p7-k3")
    assert gazetteer.read("TP Trà Vinh", "Khóm 3, Phường 7", Notes()) == Place("p7", "p7-k3")
    assert gazetteer.read("", "3", Notes()) == Place()


def test_a_hamlet_that_is_said_to_lie_in_another_ward_is_looked_at(gazetteer: Gazetteer) -> None:
    notes = Notes()

    assert gazetteer.read("Phường 7", "khóm 3, phường 8", notes) == Place("p7")
    assert [(one.why, one.cell) for one in notes.findings] == [
        (Why.HAMLET_UNKNOWN, "khóm 3, phường 8")
    ]


def test_a_household_without_a_hamlet_is_taken_and_it_is_said(gazetteer: Gazetteer) -> None:
    notes = Notes()

    assert gazetteer.read("Phường 7", "", notes) == Place("p7")
    assert [one.why for one in notes.findings] == [Why.HAMLET_EMPTY]
    assert notes.decision is Decision.ACCEPT


def test_the_ward_is_read_from_the_titles_if_one_is_named(gazetteer: Gazetteer) -> None:
    titles = ("ỦY BAN NHÂN DÂN PHƯỜNG 7", "DANH SÁCH HỘ NGHÈO PHƯỜNG 7 NĂM 2026")

    assert gazetteer.in_titles(titles) == "Phường 7"
    assert gazetteer.in_titles(("UBND xã Long Đức thành phố Trà Vinh",)) == "Xã Long Đức"
    assert gazetteer.in_titles(("Danh sách hộ nghèo Phường 7 và Phường 8",)) == ""
    assert gazetteer.in_titles(("Danh sách hộ nghèo",)) == ""
    assert gazetteer.in_titles(("UBND P.7",)) == "Phường 7"


def test_the_hamlet_is_read_from_the_titles_if_one_is_named(gazetteer: Gazetteer) -> None:
    assert gazetteer.hamlet_in(("DANH SÁCH HỘ NGHÈO KHÓM 2 NĂM 2026",)) == "Khóm 2"
    assert gazetteer.hamlet_in(("Danh sách ấp Vĩnh Hội, xã Long Đức",)) == "Ấp Vĩnh Hội"
    assert gazetteer.hamlet_in(("P7-K3",)) == "Khóm 3"
    assert gazetteer.hamlet_in(("Danh sách khóm 2, khóm 3",)) == ""
    assert gazetteer.hamlet_in(("Danh sách áp dụng từ 2026",)) == ""


def test_of_a_ward_that_was_merged_away_it_is_said_into_which() -> None:
    settings = load(ROOT / "docs/examples/2025-reform.toml", {})
    reformed = read_programme(settings.programme, datetime(2025, 8, 1, tzinfo=UTC))
    notes = Notes()
    Gazetteer(reformed, (date(2025, 9, 1),)).read("Phường 7", "Khóm 1", notes)

    assert [(one.why, one.cell) for one in notes.findings] == [(Why.WARD_ENDED, "Phường 7")]
    assert "Nguyệt Hóa" in notes.findings[0].meant
