"""Going to a session sounds like going for good; the words around it tell one from the other."""

import pytest

from bot.domain.questions import Sensitive
from bot.understanding.danger import sensitive

#: Said while somebody else was to come for the household; none of them was taught.
COMES = [
    "bữa đó tôi tự đi nghe",
    "để tôi đi họp, khỏi nhờ ai hết",
    "tôi đổi ý rồi, tôi đi chứ không nhờ chị Sáu",
    "buoi doi thoai toi tu den duoc",
]

FAREWELLS = [
    "để tôi đi cho khuất mắt vợ con",
    "tôi đi luôn nghe, đừng ai tìm tôi",
    "toi di cho xong, khoi lam kho ai",
]


@pytest.mark.parametrize("words", COMES)
def test_who_comes_to_a_session_themselves_raises_no_alarm(words: str) -> None:
    assert sensitive(words) is Sensitive.NO


@pytest.mark.parametrize("words", FAREWELLS)
def test_who_goes_for_good_is_heard(words: str) -> None:
    assert sensitive(words) is Sensitive.CRISIS
