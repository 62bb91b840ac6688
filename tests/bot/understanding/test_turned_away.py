"""Who was turned away at a counter says *họ không cho*, as others tell of threats."""

import pytest

from bot.understanding.danger import Sensitive, sensitive


@pytest.mark.parametrize(
    "text",
    [
        "lên đó rồi mà họ không cho vay",
        "len do roi ma ho khong cho vay",
        "tui lên ngân hàng rồi mà họ không cho vay",
        "họ nói không đủ điều kiện",
        "lên rồi mà họ biểu về",
        "họ không cho con tui nhập học",
        "họ cho người khác vay mà không cho tui",
        "tới ngân hàng rồi mà họ kêu chờ",
        "xin vay mà họ từ chối",
        "vô đó mà họ không tiếp",
    ],
)
def test_who_was_turned_away_is_in_no_danger(text: str) -> None:
    assert sensitive(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "họ dọa không trả thì họ đốt nhà",
        "ho keo toi nha doi chem chong toi",
        "họ giữ con tui không cho về, biểu đem tiền tới",
        "họ nhốt vợ tui trong phòng không cho ra",
        "tụi cho vay nói không trả là nó đánh",
    ],
)
def test_who_is_threatened_still_is(text: str) -> None:
    assert sensitive(text) is Sensitive.CRISIS
