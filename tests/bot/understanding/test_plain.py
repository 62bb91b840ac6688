"""What is advised for an answer that is heard once."""

import json
from pathlib import Path

import pytest

from bot.understanding.plain import Advice, LongSentence, Point, advice

SAMPLE = Path(__file__).parents[2] / "data" / "answers.jsonl"

GOOD = (
    "Cô chú được vay 100 triệu đồng. Cô chú gặp tổ trưởng tổ tiết kiệm ở khóm, mang theo căn cước. "
    "Giờ hành chính gọi 0294 385 1234."
)


def test_an_answer_that_says_everything_is_left_alone() -> None:
    assert advice(GOOD) == Advice(words=28, missing=(), long=(), jargon=())


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        (GOOD.replace("gặp tổ trưởng tổ tiết kiệm ở khóm", "làm đơn tại phường"), Point.WHO),
        (GOOD.replace(" ở khóm", ""), Point.WHERE),
        (GOOD.replace(", mang theo căn cước", ""), Point.PAPERS),
        (GOOD.replace("Giờ hành chính gọi", "Gọi"), Point.WHEN),
        (GOOD.replace("0294 385 1234", "100% rồi hỏi"), Point.PHONE),
    ],
    ids=[one.value for one in Point],
)
def test_what_is_not_said_is_named(text: str, missing: Point) -> None:
    assert advice(text).missing == (missing,)


def test_the_book_of_a_loan_is_a_paper_to_bring() -> None:
    assert advice(GOOD.replace("căn cước", "sổ vay vốn")).missing == ()


def test_ninety_words_are_heard_and_one_more_is_too_long() -> None:
    assert [advice("Được vay. " * many).is_long for many in (45, 46)] == [False, True]


def test_a_sentence_of_twenty_words_stays_and_a_longer_one_is_cut_at_a_pause_near_its_middle() -> (
    None
):
    twenty = " ".join(["chữ"] * 20)
    longer = f"{' '.join(['một'] * 12)}, nhưng {' '.join(['hai'] * 12)}"

    assert (advice(f"{twenty}.").long, advice(f"{longer}.").long) == (
        (),
        (
            LongSentence(
                words=25, first=" ".join(["một"] * 12), rest=f"Nhưng {' '.join(['hai'] * 12)}"
            ),
        ),
    )


def test_where_nobody_would_pause_no_cut_is_proposed() -> None:
    text = " ".join(["chữ"] * 25)

    assert advice(text).long == (LongSentence(words=25, first=text),)


def test_a_word_of_the_office_is_told_with_a_plain_one_and_its_parts_are_not() -> None:
    assert advice("Danh sách được niêm yết công khai, kinh phí đã có.").jargon == (
        ("niêm yết công khai", "dán cho mọi người coi"),
        ("kinh phí", "tiền"),
    )


def test_what_the_sample_s_answers_are_told() -> None:
    """Most are short enough; almost all have a long sentence, and name no number to call."""
    told = [
        advice(json.loads(line)["text"].partition("xin trả lời: ")[2])
        for line in SAMPLE.read_text("utf-8").splitlines()
    ]

    assert (
        len(told),
        sum(not one.is_long for one in told),
        sum(not one.long for one in told),
        sum(Point.PHONE not in one.missing for one in told),
        sum(not one.jargon for one in told),
    ) == (60, 49, 2, 3, 39)
