"""What the router and the signs are taught with: every row can be learned from.

The rows are invented; so are the names and phones in them. Those in Khmer script were written
without a native reader.
"""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from bot.domain.agencies import Topic
from bot.understanding.danger import KINDS
from bot.understanding.examples import Intent
from bot.understanding.folding import fold
from bot.understanding.routing import ASIDES, NOBODY

UNDERSTANDING = Path(__file__).parents[3] / "bot/understanding"
FILES = sorted((UNDERSTANDING / "examples").glob("*.jsonl"))
FIELDS = {"id", "text", "agency", "also", "topic", "kind", "duplicate_of", "from"}
#: What only some rows have: a fine intent, who of a ward asks the same, what it shows.
MORE = {"intent", "cluster", "sensitive"}
#: Files that hold what a whole ward asks, of every agency.
WARDS = "phuong_"
WISHES = {Intent.QUESTION, Intent.REQUEST, Intent.COMPLAINT}
DANGERS = ("crisis", "accusation", None)

Row = dict[str, Any]


def rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


ROWS = [row for path in FILES for row in rows(path)]
DANGER = [
    row
    for name in ("danger", "veiled", "turned_away")
    for row in rows(UNDERSTANDING / f"{name}.jsonl")
]


def test_every_row_has_the_fields_of_an_example() -> None:
    assert [row["id"] for row in ROWS if row.keys() - MORE != FIELDS] == []


def test_every_topic_is_the_programme_s_and_asked_of_its_agency(topics: list[Topic]) -> None:
    agencies = {topic.id: topic.agency for topic in topics} | dict.fromkeys(ASIDES, NOBODY)
    assert [row["id"] for row in ROWS if agencies.get(row["topic"]) != row["agency"]] == []


def test_who_else_may_answer_is_another_agency(topics: list[Topic]) -> None:
    others = {topic.agency for topic in topics}
    assert [row["id"] for row in ROWS if set(row["also"]) - (others - {row["agency"]})] == []


def test_every_topic_is_told_in_many_ways(topics: list[Topic]) -> None:
    told = Counter(row["topic"] for row in ROWS)
    assert [topic for topic in {one.id for one in topics} | ASIDES.keys() if told[topic] < 25] == []


def test_a_message_that_asks_nobody_is_of_its_own_kind() -> None:
    assert [
        row["id"]
        for row in ROWS
        if row["kind"] not in ({ASIDES[row["topic"]]} if row["topic"] in ASIDES else WISHES)
    ] == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_holds_its_agency_except_khmer(path: Path) -> None:
    if path.stem == "khmer":
        assert all(
            any("\u1780" <= letter <= "\u17ff" for letter in row["text"]) for row in rows(path)
        )
    elif path.stem.startswith(WARDS):
        assert all(row["cluster"] and row.get("sensitive", "calm") in KINDS for row in rows(path))
    else:
        assert {row["agency"] for row in rows(path)} == {path.stem}


def test_nothing_is_said_twice() -> None:
    texts = Counter(fold(row["text"]) for row in ROWS + rows(UNDERSTANDING / "examples.jsonl"))
    assert [text for text, times in texts.items() if times > 1] == []
    ids = Counter(row["id"] for row in ROWS)
    assert [one for one, times in ids.items() if times > 1] == []


def test_danger_is_told_beside_what_only_sounds_like_it() -> None:
    assert {row["sensitive"] for row in DANGER} == set(DANGERS)
    told = Counter(row["sensitive"] for row in DANGER)
    assert min(told.values()) >= 90
    assert len({fold(row["text"]) for row in DANGER}) == len(DANGER)
