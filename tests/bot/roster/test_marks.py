"""Small signs: peoples, sexes, lists, sessions."""

import pytest

from bot.domain.households import Sex
from bot.domain.seats import Listed
from bot.roster.columns import FEMALE, MALE, Column
from bot.roster.lines import Line
from bot.roster.marks import read_listed, read_session, read_sex
from bot.roster.notes import Notes, Why
from bot.roster.peoples import read_ethnicity


@pytest.mark.parametrize(
    ("cell", "people"),
    [
        *((cell, "Khmer") for cell in ("Khơ-me", "Khơme", "Kh'mer", "Kh’mer", "K", "Khmer Krom")),
        *((cell, "Khmer") for cell in ("khmer", "Khơ me", "Kmer", "người Khmer", "DT Khmer")),
        *((cell, "Hoa") for cell in ("hoa", "HOA", "Hán")),
        *((cell, "Chăm") for cell in ("Cham", "chăm")),
        *((cell, "Kinh") for cell in ("kinh", "KINH", "Việt")),
        ("tày", "Tày"),
        ("Mơ Nông", "Mnông"),
    ],
)
def test_a_people_has_one_name(cell: str, people: str) -> None:
    notes = Notes()
    if people == "Mnông":
        assert read_ethnicity("Mnong", notes) == people
    else:
        assert read_ethnicity(cell, notes) == people
        assert notes.fixes == {Column.ETHNICITY: people}


def test_a_people_that_nobody_knows_is_looked_at_and_nobody_has_to_say_it() -> None:
    notes = Notes()

    assert [read_ethnicity(cell, notes) for cell in ("Khmer", "", "Marsian")] == ["Khmer", "", ""]
    assert [one.why for one in notes.findings] == [Why.ETHNICITY_UNKNOWN]


def line(**cells: str) -> Line:
    names = {"sex": Column.SEX, "female": FEMALE, "male": MALE}
    return Line(2, {names[key]: cell for key, cell in cells.items()})


@pytest.mark.parametrize(
    ("found", "sex"),
    [
        *((line(sex=cell), Sex.FEMALE) for cell in ("Nữ", "nu", "NỮ", "F", "N", "Bà", "nữ.")),
        *((line(sex=cell), Sex.MALE) for cell in ("Nam", "nam", "M", "Ông")),
        (line(female="x", male=""), Sex.FEMALE),
        (line(female="", male="X"), Sex.MALE),
        (line(female="1962", male=""), Sex.FEMALE),
        (line(sex=""), Sex.UNKNOWN),
    ],
)
def test_a_sex_is_read_in_every_spelling(found: Line, sex: Sex) -> None:
    assert read_sex(found, "", Notes()) is sex


def test_where_no_sex_is_written_the_title_says_it() -> None:
    assert read_sex(line(sex=""), "Nữ", Notes()) is Sex.FEMALE
    assert read_sex(line(sex="Nam"), "Nữ", Notes()) is Sex.MALE


def test_two_crosses_or_another_word_are_looked_at() -> None:
    notes = Notes()
    read_sex(line(female="x", male="x"), "", notes)
    read_sex(line(sex="?"), "", notes)

    assert [one.why for one in notes.findings] == [Why.SEX_UNKNOWN, Why.SEX_UNKNOWN]


def test_the_list_is_a_hint() -> None:
    cells = (
        "chính thức",
        "Chính Thức",
        "chi\u0301nh thu\u031b\u0301c",
        "CT",
        "dự phòng",
        "DP",
        "?",
        "",
    )

    assert [read_listed(cell) for cell in cells] == [Listed.MAIN] * 4 + [Listed.RESERVE] * 2 + [
        Listed.NONE
    ] * 2


def test_a_session_is_read_in_every_spelling() -> None:
    cells = ("1", "Buổi 2", "buổi số 2", "Buổi thứ 1", "02", "II", "buổi thứ nhất", "", "sáng")

    assert [read_session(cell) for cell in cells] == [1, 2, 2, 1, 2, 2, 1, 0, None]
