"""Words that only say that something was read; and words that sound like it, and are not.

All of them are invented, as people of the South and the North type them.
"""

import pytest

from bot.understanding.acknowledging import acknowledges

READ = [
    "Ok em",
    "ok",
    "okkk",
    "oke",
    "okie, đã rõ",
    "Dạ biết rồi",
    "da biet roi em",
    "dạaaa",
    "ừ",
    "Ừa",
    "uh",
    "ukm",
    "👍",
    "👍🏻",
    "🙏🙏",
    "❤️",
    "da",
    "vang a",
    "Vâng ạ, tôi nhận được rồi",
    "e bt r",
    "ờ hiểu rồi con",
    "hieu r",
    "được rồi em",
    "dc r",
    "Ừ, vậy thôi nha",
    "nghe rồi con ơi",
    "biết rồi cưng",
    "rồi rồi",
    "tốt quá",
    "rõ rồi ạ",
    "Thế thì tốt quá!",
    "Mừng quá em ơi",
]

NOT = [
    "",
    "?",
    "ok?",
    "Ủa vậy hả",
    "không",
    "k",
    "Dạ không",
    "chưa được",
    "Chưa rõ em ơi",
    "sai rồi",
    "không phải vậy",
    "biết gì đâu",
    "được vay không",
    "duoc vay",
    "nhận tiền rồi",
    "👎",
    "😡",
    "em ơi",
    "con ơi",
    "con tôi",
    "rồi sao nữa",
    "Nhưng tôi đâu có sổ",
    "Dạ, nhưng tôi lên đó họ không cho",
    "cứu tôi với",
    "chết rồi em ơi",
    "ok em ok em ok em ok em ok em ok em",
]


@pytest.mark.parametrize("text", READ)
def test_it_says_that_it_was_read(text: str) -> None:
    assert acknowledges(text)


@pytest.mark.parametrize("text", NOT)
def test_it_says_something_else(text: str) -> None:
    assert not acknowledges(text)
