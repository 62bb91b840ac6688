"""Which of many questions ask the same, and which only sound like it."""

import json
from itertools import combinations
from pathlib import Path

import pytest

from bot.understanding.alike import judge
from bot.understanding.clusters import clusters, joined, without_rivals

DATA = Path(__file__).parents[2] / "data"
EXAMPLES = Path(__file__).parents[3] / "bot/understanding/examples.jsonl"


def test_a_cluster_bears_the_place_of_its_first_text() -> None:
    texts = [
        "Chừng nào mở lớp dạy may?",
        "Làm mất thẻ BHYT thì cấp lại ở đâu?",
        "mat the bhyt xin cap lai o dau",
        "Chừng nào mở lớp dạy may?",
    ]
    assert clusters(texts, judge()) == [0, 1, 1, 0]


def test_what_asks_nothing_stays_alone() -> None:
    assert clusters(["", "?", "…"], judge()) == [0, 1, 2]
    assert clusters([], judge()) == []


def test_a_chain_of_likenesses_does_not_swallow_the_next_alley() -> None:
    texts = [
        "Đèn đường hẻm 15 khóm 2 hư cả tháng nay, xin sửa",
        "hem 15 khom 2 den duong hu ca thang, xin sua",
        "Đèn đường hẻm 40 khóm 2 hư cả tháng nay, xin sửa",
        "hem 40 khom 2 den duong hu ca thang, xin sua",
    ]
    assert clusters(texts, judge()) == [0, 0, 2, 2]


def test_who_is_like_one_of_a_cluster_and_unlike_the_other_stays_out() -> None:
    assert joined(3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.0}) == [0, 0, 2]
    assert joined(3, {(0, 1): 0.9, (1, 2): 0.8, (0, 2): 0.5}) == [0, 0, 0]


def test_a_rival_takes_from_a_likeness_and_loneliness_adds_to_it() -> None:
    alone = {(0, 1): 0.7, (0, 2): 0.01, (1, 2): 0.01}
    rivalled = {(0, 1): 0.7, (0, 2): 0.8, (1, 2): 0.01}
    assert without_rivals(alone)[0, 1] > 0.7 > without_rivals(rivalled)[0, 1]


def test_who_is_like_both_is_no_rival() -> None:
    three = {(0, 1): 0.8, (0, 2): 0.8, (1, 2): 0.8}
    assert min(without_rivals(three).values()) > 0.8


def written_apart() -> list[tuple[str, str]]:
    """Groups in another style than those that teach, with near misses of the same topic."""
    rows = map(json.loads, (DATA / "alike.jsonl").read_text("utf-8").splitlines())
    return [(row["cluster"], row["text"]) for row in rows]


def sample() -> list[tuple[str, str]]:
    rows = map(json.loads, EXAMPLES.read_text("utf-8").splitlines())
    return [
        (row["duplicate_of"] or row["id"], row["text"]) for row in rows if row["from"] == "sample"
    ]


def pairs(rows: list[tuple[str, str]]) -> tuple[set[tuple[int, int]], set[tuple[int, int]]]:
    """The pairs that are found, and those that are there."""
    found = clusters([text for _, text in rows], judge())
    places = [*combinations(range(len(rows)), 2)]
    return (
        {(a, b) for a, b in places if found[a] == found[b]},
        {(a, b) for a, b in places if rows[a][0] == rows[b][0]},
    )


@pytest.mark.parametrize(
    ("rows", "precision", "recall"),
    [(sample(), 0.92, 0.80), (written_apart(), 0.75, 0.55)],
    ids=["the sample", "groups that teach nothing"],
)
def test_what_is_put_together_belongs_together(
    rows: list[tuple[str, str]], precision: float, recall: float
) -> None:
    found, there = pairs(rows)
    assert len(found & there) >= precision * len(found), sorted(found - there)
    assert len(found & there) >= recall * len(there), sorted(there - found)
