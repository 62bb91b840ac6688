"""Questions and answers that differ, in the manner of P15: frames with words of a Zipf's law.

Common words are commoner here than in what people write, so times are pessimistic.
"""

import json
import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from pathlib import Path

from bench.people import EXAMPLES
from bot.understanding.folding import fold

_FRAMES = (
    "Nhà tôi ở {} {}, {} {} {} thì phải làm sao, {} {} ở đâu?",
    "Xin hỏi {} {} {} {} có được {} không, {} {} {}?",
    "{} {} {} {} {} mấy tháng nay chưa thấy {}, bao giờ {} {}?",
    "Hộ nghèo {} {} {} được {} bao nhiêu, nộp {} {} cho ai?",
)
_ANSWER = "{} được trả lời: {}. Cô chú mang {} đến {} gặp {}. {}."

#: How many syllables there are, and how many of them were never written by anybody.
_SYLLABLES, _FOREIGN = 4_000, ("xyloq", "wazkip", "brunft", "quorx", "zhelm")


@cache
def _vocabulary() -> tuple[list[str], list[float]]:
    """The words of the examples, the commonest first, and made-up ones behind them."""
    lines = [json.loads(line)["text"] for line in EXAMPLES.read_text("utf-8").splitlines()]
    known = list(dict.fromkeys(word.strip(".,?!") for line in lines for word in line.split()))
    made = [
        f"{a}{b}{c}"
        for a in ("kh", "tr", "ng", "ph", "th", "v", "l", "b", "đ", "g")
        for b in ("a", "ê", "oa", "iê", "uô", "ư", "ay", "âu")
        for c in ("n", "ng", "t", "m", "")
    ]
    words = [one for one in dict.fromkeys([*known, *made]) if one][:_SYLLABLES]
    return words, [1 / (10 + place) for place in range(len(words))]


def _fill(frame: str, dice: random.Random, each: int = 1) -> str:
    words, weights = _vocabulary()
    many = frame.count("{}")
    drawn = dice.choices(words, weights, k=many * each)
    parts = [" ".join(drawn[at * each : (at + 1) * each]) for at in range(many)]
    return frame.format(*parts)


def rewrite(path: Path) -> None:
    """Give every question and answer of an archive words of its own."""
    with closing(sqlite3.connect(path)) as connection:
        ids = [row[0] for row in connection.execute("SELECT id FROM questions")]
        connection.executemany("UPDATE questions SET text = ? WHERE id = ?", _questions(ids))
        connection.executemany("UPDATE answers SET text = ? WHERE id = ?", _answers(ids))
        connection.commit()


def _questions(ids: list[int]) -> Iterator[tuple[str, int]]:
    for one in ids:
        dice = random.Random(one)
        yield _fill(dice.choice(_FRAMES), dice, 2), one


def _answers(ids: list[int]) -> Iterator[tuple[str, int]]:
    for one in ids:
        yield _fill(_ANSWER, random.Random(-one), 9), one


def asked_again(text: str, seed: int) -> str:
    """The same in other words: two in five dropped, two foreign, shuffled, half without marks."""
    dice = random.Random(seed)
    kept = [word for word in text.split() if dice.random() > 0.4]
    words = [*kept, *dice.sample(_FOREIGN, 2)]
    dice.shuffle(words)
    said = " ".join(words)
    return fold(said) if seed % 2 else said
