"""Cries and tellings in nearly the words of a wish: not one of them may be taken for it.

Everybody here is invented.
"""

import pytest

from bot.domain.questions import Sensitive
from bot.understanding.routing import Router
from bot.understanding.sayings import is_surely_a_wish
from bot.understanding.wishes import wish_in

#: By children, for others, and pressing; then the same without marks.
CRIES = """
    gọi mẹ giúp con
    gọi người giúp tôi
    má ơi gọi người giúp con
    gọi ai đó giúp con với
    gọi ba giùm con
    xin gọi cho mẹ con
    con gọi cho ai bây giờ
    goi me giup con
    goi nguoi giup toi
    ma oi goi nguoi giup con
    goi ai do giup con voi
    goi ba gium con
    xin goi cho me con
    con goi cho ai bay gio
    goi nguoi toi gap
    goi nguoi gap
    goi nguoi toi giup gap
    goi nguoi toi
    đừng làm phiền mẹ tôi
    đừng gửi tin cho ba
    người ta gọi điện cho tôi
    có người gọi cho tôi
    gọi má giùm con
    gọi mẹ cho con
    gọi cho mẹ con
    gọi cho ba con với
    gọi ba con giùm
    cô ơi gọi mẹ con giùm
    chú ơi gọi ba con
    gọi bà ngoại giùm con
    gọi ngoại giúp con
    gọi ngoại con với
    gọi nội giùm con
    gọi cho ông con
    gọi cô giáo giúp con
    gọi anh hai giùm con
    gọi chị con giúp con
    gọi dì con giùm
    gọi điện cho mẹ con
    gọi điện cho má giùm con
    điện cho mẹ con với
    kêu người giúp con
    ai gọi mẹ con giùm
    con muốn gặp mẹ
    cho con gặp mẹ
    gọi người cứu con
    gọi người tới gấp
    gọi người tới giúp
    gọi người ta giúp tôi
    gọi ai giúp tôi với
    gọi ai đó tới gấp
    gọi giúp tôi
    gọi giùm tôi
    gọi giùm con
    gọi giúp con
    gọi gấp giùm tôi
    gọi cho con tôi gấp
    gọi cho con tôi
    gọi con tôi giùm
    gọi con gái tôi giùm
    gọi chồng tôi giùm
    gọi vợ tôi gấp
    gọi hàng xóm giúp tôi
    đừng làm phiền con tôi
    đừng làm phiền má tôi nữa
    đừng đụng vào con tôi
    đừng gọi mẹ con
    đừng gọi cho chồng tôi
    đừng nói với ba con
    đừng nhắn cho chồng tôi
    đừng gửi tin cho má con
    đừng gọi
    goi ma gium con
    goi me cho con
    goi cho me con
    goi cho ba con voi
    co oi goi me con gium
    goi ba ngoai gium con
    goi ngoai giup con
    goi noi gium con
    goi dien cho me con
    dien cho me con voi
    con can gap me
    cho con gap me
    goi nguoi cuu con
    goi nguoi toi giup
    goi nguoi ta giup toi
    goi ai giup toi voi
    goi ai do toi gap
    goi gium con
    goi gap gium toi
    goi cho con toi gap
    goi cho con toi
    goi chong toi gium
    dung lam phien me toi
    dung goi me con
    dung danh con nua
    dung danh me con
    dung goi
    gọi cho tôi giùm
    gọi cho tôi với
    gọi cho tôi giúp
    goi cho toi giup
    goi cho toi gap
    người ta gọi cho con tôi
    có người gọi cho con
    có người nhắn tin cho con
    có người đòi gặp con
    có người muốn gặp con tôi
    cán bộ đòi gặp tôi
    người ta muốn gặp tôi
    nguoi ta goi dien cho toi
    co nguoi goi cho toi
    co nguoi muon gap con toi
    con không biết chữ gọi cho mẹ
    con không biết chữ, gọi ngoại giùm con
"""

#: Of officials and of people who are not named.
ACCUSATIONS = """
    cán bộ muốn gặp con tôi
    cán bộ gọi điện cho con tôi
    can bo phuong xin so may cua con toi
    chủ tịch xã nói với tôi
    gọi chú công an giúp con
    gọi cán bộ giúp con
    goi can bo giup con
    cán bộ xã gọi tôi lên nói chuyện
    chủ tịch xã muốn gặp tôi
    cán bộ gọi tôi
    cán bộ nói với tôi
    cán bộ muốn nói chuyện với tôi
    cán bộ xin số của tôi
    can bo muon gap con toi
    can bo goi dien cho con toi
    can bo goi dien cho toi
    can bo muon noi chuyen voi toi
    chu tich xa noi voi toi
"""

#: Others of the kind, which nothing hears: they go the way of any question.
TELLINGS = """
    gọi cán bộ tới gấp
    đừng cho ba con biết
    goi can bo toi gap
    em gọi điện cho chú giùm
    ông đó muốn gặp con
    chú đó gọi cho con
    chủ tịch gọi tôi
    lãnh đạo xã gọi điện cho tôi
    chu tich goi toi
    đừng nhắn cho ba con
    xã gọi tôi
    người ta xin số điện thoại của tôi
    gọi cho bà con
    điện cho ba giùm em
    con cần gặp mẹ
    cho con nói chuyện với mẹ
    gọi phường tới giúp
    gọi công an giúp má tôi
    đừng nhắn cho mẹ
    goi cho ba con
    goi co giao giup con
    goi giup toi
    goi hang xom giup toi
    dung gui tin cho ba
    dung nhan cho chong toi
    cán bộ xin số điện thoại con tôi
    cán bộ phường muốn gặp tôi
    cán bộ xã xin số máy tôi
    phường gọi tôi
    nguoi ta xin so dien thoai cua toi
"""


def lines(table: str) -> list[str]:
    return [line.strip() for line in table.strip().splitlines()]


@pytest.mark.parametrize("text", lines(CRIES))
def test_a_cry_in_nearly_the_words_of_a_wish_stays_danger(router: Router, text: str) -> None:
    assert router.suggest(text).sensitive is Sensitive.CRISIS


@pytest.mark.parametrize("text", lines(ACCUSATIONS))
def test_what_is_told_of_an_official_stays_an_accusation(router: Router, text: str) -> None:
    assert router.suggest(text).sensitive is Sensitive.ACCUSATION


@pytest.mark.parametrize("text", lines(TELLINGS))
def test_what_is_said_of_others_is_no_wish(text: str) -> None:
    assert wish_in(text) is None


@pytest.mark.parametrize("text", ["gọi cho tôi", "goi lai cho co nghen con", "đừng nhắn nữa"])
@pytest.mark.parametrize(
    "more", ["giúp", "gấp", "với", "má con", "mẹ", "người", "con tôi", "nó", "giùm con", "chết"]
)
def test_one_word_more_and_it_is_not_surely_a_wish(text: str, more: str) -> None:
    assert is_surely_a_wish(text)
    assert not is_surely_a_wish(f"{text} {more}")
    assert not is_surely_a_wish(f"{more} {text}")
