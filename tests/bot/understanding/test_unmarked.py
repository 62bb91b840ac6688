"""Words that were typed without marks, read with those they are meant to have."""

from importlib.resources import files

import pytest

from bot.understanding.folding import fold
from bot.understanding.unmarked import read

TABLE = files("bot.understanding").joinpath("unmarked.tsv").read_text("utf-8")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("con chi bi tam than", "con chị bị tâm thần"),
        ("Tram y te phat thuoc lao", "Tram y te phat thuốc lao"),
        ("Chi phi kham benh", "Chi phí khám bệnh"),
        ("Chi Lan bi benh phong", "Chị Lan bị bệnh phong"),
        ("phong benh cho tre em", "phòng bệnh cho trẻ em"),
        ("co Lan co nguoi nha", "cô Lan có người nhà"),
        ("e k bi benh", "em không bị bệnh"),
        ("Anh Ba bi K phoi, chi bi H", "Anh Ba bị ung thư phoi, chị bị hiv"),
        ("CHI BI UNG THU", "chị bị UNG thư"),
    ],
    ids=[
        "plain",
        "unknown stays",
        "cost",
        "ill",
        "prevented",
        "name",
        "short",
        "a letter",
        "capitals",
    ],
)
def test_words_without_marks_are_read_by_what_stands_beside_them(typed: str, meant: str) -> None:
    assert read(typed).text == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("Hộ anh Khởi có vợ bi tam than.", "Hộ anh Khởi có vợ bị tâm thần."),
        ("Chị Hoa đã chi trả cho người bệnh.", "Chị Hoa đã chi trả cho người bệnh."),
        ("Phường đã sửa nhà cho chị, chi them gi.", "Phường đã sửa nhà cho chị, chi them gi."),
    ],
    ids=["can mean nothing else", "marks that were typed stay", "may mean something else"],
)
def test_between_words_with_marks_only_what_means_one_thing_is_read(typed: str, meant: str) -> None:
    assert read(typed).text == meant


def test_names_stay_as_they_were_typed() -> None:
    found = read("thach thi sa ray la benh nhan lao", ["thach thi sa ray"])

    assert found.text == "thach thi sa ray là bệnh nhân lao"
    assert read("Anh Nguyen Thi Chi bi lao").text == "Anh Nguyen Thi Chi bị lao"


@pytest.mark.parametrize(
    ("typed", "start", "end", "words"),
    [
        ("a Dung, bn HIV.", "anh", "HIV", "a Dung, bn HIV"),
        ("Ho so cua vk chu bi lao", "vợ", "lao", "vk chu bi lao"),
        ("Đã cấp thẻ cho chị bi tam than", "chị", "thần", "chị bi tam than"),
    ],
    ids=["short forms", "in the middle", "beside marks"],
)
def test_a_stretch_of_it_is_told_in_the_words_that_were_typed(
    typed: str, start: str, end: str, words: str
) -> None:
    found = read(typed)

    until = found.text.index(end) + len(end)
    assert found.as_typed(found.text.index(start), until) == words


def test_each_line_of_the_table_says_where_it_counts_and_what_is_read() -> None:
    rows = [line.split("\t") for line in TABLE.splitlines() if line and line[0] != "#"]
    phrases = [one for _, said in rows for one in said.split(", ")]
    longest = max(len(one.split("=")[0].split()) for one in phrases)

    assert {where for where, _ in rows} == {"any", "bare"}
    assert [one for one in phrases if not one.strip() or fold(one.split("=")[0]) == ""] == []
    assert longest == 4


def test_no_two_lines_of_the_table_read_the_same_words_in_two_ways() -> None:
    rows = [line.split("\t") for line in TABLE.splitlines() if line and line[0] != "#"]
    phrases = [one.rpartition("=") for _, said in rows for one in said.split(", ")]
    meant: dict[str, set[str]] = {}
    for typed, _, said in phrases:
        meant.setdefault(fold(typed or said), set()).add(said)

    assert {typed: said for typed, said in meant.items() if len(said) > 1} == {}
