"""Words held in memory: found without marks and with slips of the order, weighed, never decided."""

import json
from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from bot.services.answers.offering import ALIKE
from bot.understanding.similar import Entry, Similar, coverage, likeness, said, terms

ROOT = Path(__file__).parents[3]
EXAMPLES = ROOT / "bot" / "understanding" / "examples.jsonl"
ANSWERS = ROOT / "tests" / "data" / "answers.jsonl"

Row = dict[str, Any]

START = datetime(2026, 4, 29, tzinfo=UTC)


def entry(id_: int, question: str, answer: str = "", ward: str = "p7") -> Entry:
    return Entry(
        id=id_, at=START + timedelta(minutes=id_), ward=ward, question=question, answer=answer
    )


def ids(similar: Similar, text: str, ward: str = "") -> list[int]:
    return [one.id for one in similar.find(text, 10, ward)]


@pytest.fixture
def held() -> Similar:
    similar = Similar()
    similar.put(
        [
            entry(1, "Hộ cận nghèo vay 50 triệu nuôi bò thì lãi bao nhiêu?"),
            entry(2, "Thẻ bảo hiểm y tế hết hạn thì đổi ở đâu?", ward="p1"),
            entry(3, "Đèn đường khóm 5 tắt hoài.", "Phường đã thay bóng đèn."),
        ]
    )
    return similar


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("Lãi vay nuôi bò", [1]),
        ("lai vay nuoi bo", [1]),
        ("BHYT hết hạn", [2, 1]),
        ("bóng đèn", [3]),
        ("đường dây điện thoại", [3]),
        ("heo quay", []),
        ("", []),
    ],
    ids=[
        "marks",
        "no marks",
        "short form, and a word of it",
        "in the answer",
        "one word of it",
        "nothing",
        "empty",
    ],
)
def test_words_are_found_with_and_without_marks(
    held: Similar, asked: str, found: list[int]
) -> None:
    assert ids(held, asked) == found


def test_only_one_ward_is_looked_at_if_asked(held: Similar) -> None:
    held.put([entry(4, "Thẻ bị mất", ward="p7")])

    assert (ids(held, "thẻ", "p1"), ids(held, "thẻ", "p7")) == ([2], [4])


def test_the_most_alike_comes_first(held: Similar) -> None:
    held.put([entry(4, "Vay vốn nuôi bò thì làm đơn ở đâu, lãi bao nhiêu?")])

    assert ids(held, "vay nuôi bò làm đơn ở đâu")[:2] == [4, 1]


def test_what_is_held_is_not_held_twice(held: Similar) -> None:
    again = held.put([entry(1, "Hộ cận nghèo vay 50 triệu nuôi bò?"), entry(9, "Cầu gãy")])

    assert (again, len(held), ids(held, "nuôi bò"), held.newest) == (
        1,
        4,
        [1],
        START + timedelta(minutes=9),
    )


def test_khmer_is_found_by_a_part_of_what_was_written_without_spaces(held: Similar) -> None:
    held.put([entry(5, "ខ្ញុំចង់ខ្ចីប្រាក់ធនាគារគោលនយោបាយសង្គម")])

    assert ids(held, "ខ្ចីប្រាក់") == [5]


def test_without_tantivy_nothing_is_found_and_nothing_breaks() -> None:
    similar = Similar(available=False)

    similar.put([entry(1, "Hộ cận nghèo vay 50 triệu nuôi bò")])

    assert ids(similar, "nuôi bò") == []


def test_an_answer_that_hundreds_of_wards_heard_leaves_room_for_others() -> None:
    """They fit equally well, and are one answer to whoever looks."""
    similar = Similar()
    heard = [replace(entry(number, "lãi vay nuôi bò"), answer_id=7) for number in range(1, 301)]
    other = "Hộ nghèo vay nuôi bò thì nộp giấy ở đâu, lãi tính ra sao?"
    similar.put([*heard, replace(entry(400, other), answer_id=8)])

    found = similar.find("lãi vay nuôi bò", 2)

    assert [one.answer_id for one in found] == [7, 8]


def test_of_many_wards_whose_offices_answered_the_same_one_s_own_is_found() -> None:
    similar = Similar()
    similar.put([replace(entry(one, "đèn đường"), office_ward=f"p{one}") for one in range(1, 60)])
    similar.put([replace(entry(90, "đèn đường tắt"), office_ward="p90"), entry(91, "đèn điện")])

    def found(served: str | None) -> set[int]:
        hits = similar.find("đèn đường", 3, asked=True, served=served)
        return {one.id for one in hits} & {90, 91}

    assert (found("p90"), found(""), found(None)) == ({90, 91}, {91}, set())


def test_another_release_of_the_same_answer_is_known_in_case_the_first_is_public_no_more() -> None:
    similar = Similar()
    similar.put([replace(entry(number, "lãi vay nuôi bò"), answer_id=7) for number in (1, 2, 3)])

    (found,) = similar.find("lãi vay nuôi bò", 5)

    assert sorted((found.id, *found.also)) == [1, 2, 3]


def test_a_rare_word_tells_more_than_one_that_stands_everywhere(held: Similar) -> None:
    held.put([entry(number, "hộ nghèo") for number in range(10, 60)])
    rarity = held.rarity()

    assert rarity("bo") > 3 * rarity("ngheo")


def test_the_same_question_in_other_words_is_like_it_and_another_one_is_not() -> None:
    asked = "can ngheo vay nhcs mua bo lai suat bn, co can the chap so do ko"
    same = "Hộ cận nghèo muốn vay 50 triệu mua bò thì lãi bao nhiêu, có phải thế chấp sổ đỏ không?"
    other = "Hộ cận nghèo được giảm học phí bao nhiêu, nộp giấy ở đâu?"
    mine, again, apart = list(terms(asked)), list(terms(same)), list(terms(other))

    like = likeness(mine, alike)
    assert (like(mine), like(again) > 0.5, like(apart) < 0.3, likeness([], alike)(again)) == (
        1.0,
        True,
        True,
        0.0,
    )


def alike(_word: str) -> float:
    """Every word tells as much."""
    return 1.0


def test_the_sample_s_repeated_questions_are_told_from_those_that_nobody_asked_before() -> None:
    """Where ``ALIKE`` stands: the sample's answers are held, its other questions are asked."""
    asked = {row["id"]: row for row in _lines(EXAMPLES) if row["from"] == "sample"}
    told = {row["question_id"]: row["text"] for row in _lines(ANSWERS) if row["public"]}
    held = Similar()
    held.put([entry(int(id_[1:]), asked[id_]["text"], told[id_]) for id_ in told])
    again = {id_: row["duplicate_of"] for id_, row in asked.items() if id_ not in told}

    right = [id_ for id_, of in again.items() if of and of in _alike(held, asked, id_)]
    wrong = [id_ for id_, of in again.items() if not of and _alike(held, asked, id_)]

    assert (len(right) >= 12, wrong) == (True, [])


def _alike(held: Similar, asked: Mapping[str, Row], id_: str) -> set[str]:
    """The answered questions of the same agency that this one would be held for."""
    text, agency = asked[id_]["text"], asked[id_]["agency"]
    found = {f"q{hit.id:03}": hit for hit in held.find(text, 20, asked=True)}
    near = {id_: hit for id_, hit in found.items() if asked[id_]["agency"] == agency}
    like = likeness(list(terms(text)), held.rarity())
    return {id_ for id_, hit in near.items() if like(hit.asked) >= ALIKE}


def _lines(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def test_how_much_of_a_search_stands_in_a_text() -> None:
    text = set(terms("Phường đã thay bóng đèn."))

    assert (
        coverage(["bong", "den"], alike)(text),
        coverage(["cau"], alike)(text),
        coverage(["bong", "cau"], alike)(text),
        coverage([], alike)(text),
    ) == (1.0, 0.0, 0.5, 0.0)


def test_terms_are_those_of_the_words_as_they_are_now(held: Similar) -> None:
    [hit] = [one for one in held.find("bóng đèn", 10) if one.id == 3]

    assert (
        said(hit, "Đèn đường khóm 5 tắt hoài.", "Phường đã thay bóng đèn.").asked,
        said(hit, "", "Phường đã thay bóng đèn.").asked,
    ) == (["den", "duong", "khom", "5", "tat", "hoai"], [])
