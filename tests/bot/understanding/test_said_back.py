"""Old people call a bot their child, and say back that they have understood: that is no cry."""

import pytest

from bot.domain.questions import Sensitive
from bot.understanding.danger import sensitive


@pytest.mark.parametrize(
    "text",
    [
        "biết rồi con ơi",
        "nghe rồi nha con",
        "biet roi nha con",
        "dạ biết rồi em",
        "bà nghe rồi con",
        "hiểu hết rồi con ơi",
        "ngoại biết rồi con ơi",
        "ừ để đó con ơi",
        "để mai bà lên con ơi",
    ],
)
def test_who_says_that_they_have_understood_is_in_no_danger(text: str) -> None:
    assert sensitive(text) is Sensitive.NO


@pytest.mark.parametrize(
    "text",
    [
        "cứu bà với con",
        "cuu ngoai voi",
        "nó đánh bà con ơi",
        "bà đói mấy bữa rồi con ơi, hết gạo rồi",
    ],
)
def test_who_calls_for_help_in_the_same_voice_is(text: str) -> None:
    assert sensitive(text) is Sensitive.CRISIS
