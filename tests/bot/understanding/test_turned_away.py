"""Who was turned away at a counter says *họ không cho*, as others tell of threats."""

import pytest

from bot.domain.questions import Sensitive
from bot.understanding.danger import sensitive


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
        "ngân hàng kêu hết vốn, đợi năm sau",
        "tổ trưởng nói đợt này hết chỉ tiêu, biểu chờ",
        "lên hỏi thì họ bảo hết kinh phí rồi",
        "biểu về chờ mà chờ riết không thấy kêu",
        "nộp đơn ba lần rồi họ cứ nói mất hồ sơ",
        "ho noi mat ho so, bieu lam lai tu dau",
        "họ nói tui còn trẻ, còn sức thì đi làm đi, không cho vô hộ nghèo",
        "họ nói hết quà rồi, tới sau không có",
        "cán bộ nói sổ tui quá hạn, phải làm lại",
        "trạm y tế hết thuốc, biểu ra ngoài mua",
        "má tui khóc hoài vì không được hỗ trợ sửa nhà",
        "chủ nhà trọ tăng giá điện, ai quản",
    ],
)
def test_who_was_turned_away_is_in_no_danger(text: str) -> None:
    assert sensitive(text) is Sensitive.NO


@pytest.mark.parametrize(
    "text",
    [
        "họ dọa không trả thì họ đốt nhà",
        "ho keo toi nha doi chem chong toi",
        "họ giữ con tui không cho về, biểu đem tiền tới",
        "họ nhốt vợ tui trong phòng không cho ra",
        "tụi cho vay nói không trả là nó đánh",
        "họ nói hết gạo rồi, hai đứa nhỏ nhịn đói từ sáng hôm qua",
        "chủ nợ kêu chờ riết nó bực, tối nay nó tới chém",
    ],
)
def test_who_is_threatened_still_is(text: str) -> None:
    assert sensitive(text) is Sensitive.CRISIS


@pytest.mark.parametrize(
    "text",
    [
        "họ nói hết chỉ tiêu mà ai đưa tiền thì có tên liền",
        "to truong noi muon co ten thi phai biet dieu",
        "cán bộ nói mất hồ sơ, đưa năm trăm là kiếm ra liền",
    ],
)
def test_who_was_asked_for_money_instead_accuses(text: str) -> None:
    assert sensitive(text) is Sensitive.ACCUSATION
