"""A few words that call out of danger, and names that only sound like them. All are invented."""

import csv
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.domain.questions import Sensitive
from bot.understanding.cries import cries
from bot.understanding.folding import fold
from bot.understanding.routing import Router

ROOT = Path(__file__).parents[3]


@pytest.mark.parametrize(
    "text",
    [
        "cuu toi",
        "Cứu tôi",
        "cuu voi",
        "cứu em với",
        "cuu con toi",
        "danh chet",
        "đánh chết",
        "muon chet",
        "tự tử",
        "no doi chem",
        "nó đòi giết",
        "bi danh",
        "nó đánh tôi",
        "chong danh",
        "chay nha",
        "nhà em cháy",
        "tui sap chet",
        "uong thuoc sau",
        "hết gạo",
        "goi 113",
        "ប្តីវាយខ្ញុំ",
    ],
)
def test_a_few_words_are_enough(text: str, router: Router) -> None:
    assert cries(text)
    assert router.suggest(text).sensitive == Sensitive.CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "Danh Em",  # đánh em
        "danh em",
        "Danh Thị Bé",
        "Đặng Anh Chi",
        "dang anh",  # đang .. đánh
        "Nguyễn Anh Khoa",
        "Lê Tùng Anh",
        "Cẩm Đào",  # cầm dao
        "cam dao",
        "Võ Danh",  # vợ đánh
        "Duong Danh",
        "Tống Tiến",
        "Lâm Liễu",
        "Sơn Đô",
        "Thạch Thị Cù Con",
        "Nguyễn Văn Cửu",
        "Neang Sa Rây",
        "khong co so",
        "Không có",
        "từ từ đã",
        "tu tu",
        "xe cũ nó hư",
        "Ấp Cầu Sông",
        "khóm 3",
        "Phường 7",
        "p7",
        "hộ cận nghèo",
        "0900000001",
        "090 000 0001",
        "con gái",
        "vợ chồng tôi",
        "mệt muốn chết",
        "gạo cứu trợ",
    ],
)
def test_an_answer_is_none(text: str) -> None:
    assert not cries(text)


def test_no_household_of_a_list_is_in_danger_by_its_name() -> None:
    assert [one for one in listed() if cries(one)] == []


def test_what_only_sounds_like_danger_is_no_cry() -> None:
    short = [text for text in calm() if len(text.split()) <= 6]

    assert len(short) > 50
    assert [text for text in short if cries(text)] == []


def test_more_words_say_what_it_is_about() -> None:
    assert not cries("xin phường cứu tôi khoản nợ ngân hàng")


def listed() -> Iterator[str]:
    """What stands in a list of households, as people type it: with marks, without, in capitals."""
    for name in ("roster.csv", "roster_dirty.csv"):
        with (ROOT / "tests/data" / name).open(encoding="utf-8-sig") as file:
            for row in csv.DictReader(file):
                for column in ("Họ và tên", "Phường/xã", "Khóm/ấp", "Đối tượng", "Số điện thoại"):
                    said = row[column] or ""
                    yield from (said, said.lower(), said.upper(), fold(said), fold(said).title())


def calm() -> Iterator[str]:
    """What the ear was taught to leave alone."""
    folder = ROOT / "bot/understanding"
    for row in (folder / "danger.tsv").read_text("utf-8").splitlines():
        sign, _, text = row.partition("\t")
        if sign == "calm":
            yield text
    for row in (folder / "danger.jsonl").read_text("utf-8").splitlines():
        if json.loads(row)["sensitive"] is None:
            yield json.loads(row)["text"]
