"""Yes, no and not yet, as people type them below a draft and below an answer."""

import pytest

from bot.understanding.assent import (
    Reply,
    begins_not_yet,
    said_to_a_draft,
    says_not_yet,
    says_to_send,
)

YES = (
    "ok", "ok con", "Ok em", "đúng rồi", "dung", "dung roi", "ừ", "ừ con", "gửi", "gửi đi",
    "dạ đúng", "tui gởi đi", "gui di", "dạ", "phải rồi con", "rồi", "được",
    "dc roi", "đúng rồi con ơi", "gửi giùm cô nghen", "gửi câu này đi", "thôi gửi đi", "ờ đúng rồi",
    "vâng ạ", "đồng ý", "cứ gửi đi", "vẫn gửi", "Đúng rồi, gửi luôn đi em",
)  # fmt: skip
DROP = (
    "thôi", "thôi con ơi", "đừng gửi", "đừng gởi nghen", "bỏ đi", "thoi bo di", "khỏi",
    "không gửi nữa", "khỏi gửi", "đừng", "hủy", "thôi khỏi", "không cần nữa",
    "ngưng", "ngừng", "ngung", "stop", "dừng lại", "ngừng gửi", "không cần đâu", "đừng gửi nữa",
    "thôi khỏi gửi nghen con", "đừng gửi cho họ", "thôi bỏ đi", "không gửi nữa, bỏ đi", "chớ gửi",
    "thôi vậy", "vậy thôi đừng gửi",
)  # fmt: skip
NO = (
    "không", "ko", "hổng phải", "khoan", "khoan đã con", "khoan gửi", "chưa", "chưa đúng",
    "không phải chỗ này", "sai rồi", "lộn rồi", "từ từ", "dung gui", "hông",
    "đừng bỏ", "đừng xóa câu này", "không bỏ", "khỏi xóa", "không hủy", "dung bo", "thôi khỏi xóa",
    "vậy thôi", "vậy thôi con", "dung ma con", "dung ma", "dung nghen", "dung di", "chịu",
    "chịu thôi", "chịu rồi", "cho gui", "không được", "gửi lộn rồi", "không đồng ý",
)  # fmt: skip
OTHER = ("gửi cơ quan khác", "cơ quan khác đi con", "gui cho khac", "chuyển qua chỗ khác")
NEITHER = (
    "ok chưa", "đúng không?", "gửi chưa", "gửi cho ngân hàng", "đúng là khổ quá", "không có tiền",
    "thôi việc thì được gì", "bỏ học rồi", "được bao nhiêu", "gửi câu hỏi",
    "dạ cho tôi hỏi vay vốn", "gửi thêm hình nè", "không gửi được", "", "👍👍 nhà tôi mất điện",
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        *((one, Reply.YES) for one in YES),
        *((one, Reply.DROP) for one in DROP),
        *((one, Reply.NO) for one in NO),
        *((one, Reply.OTHER) for one in OTHER),
        *((one, None) for one in NEITHER),
    ],
)
def test_what_is_said_to_a_draft(text: str, meant: Reply | None) -> None:
    assert said_to_a_draft(text) is meant


@pytest.mark.parametrize("text", ["gửi đi", "vẫn gửi", "cứ gửi đi con", "ok gui di"])
def test_a_yes_that_names_the_sending(text: str) -> None:
    assert says_to_send(text)


@pytest.mark.parametrize("text", ["ok", "dạ đúng", "ừ con", "phải rồi", ""])
def test_a_yes_that_may_be_to_anything(text: str) -> None:
    assert not says_to_send(text)


ALONE = (
    "chưa", "chua", "chưa được", "chua duoc con oi", "không được", "ko dc", "vẫn vậy", "dạ chưa",
    "vẫn chưa được gì hết", "van vay con oi", "cũng như cũ à", "chưa con", "hổng được em ơi",
    "trả lời chưa được", "phường trả lời tôi chưa được", "cơ quan chưa trả lời được",
)  # fmt: skip
WITH_A_TAIL = (
    "chua duoc con oi, ra do nguoi ta noi chua co",
    "chưa được, giờ tôi phải làm sao",
    "chưa thấy ai tới nhà",
    "vẫn vậy, nước không chảy",
    "không được em ơi. Họ nói về đi",
    "van chua co tien",
)
ANOTHER_MATTER = (
    "chưa có thẻ bảo hiểm thì khám ở đâu",
    "không được hưởng hộ nghèo thì xin gì?",
    "nhà tôi chưa có điện",
    "hộ chưa có đất thì vay sao",
    "chùa ở đâu",
    "tôi hỏi chưa được trả lời thì hỏi ai",
    "không biết chừng nào có tiền",
)


@pytest.mark.parametrize("text", ALONE)
def test_not_yet_alone(text: str) -> None:
    assert says_not_yet(text)
    assert begins_not_yet(text)


@pytest.mark.parametrize("text", WITH_A_TAIL)
def test_not_yet_with_a_tail(text: str) -> None:
    assert begins_not_yet(text)
    assert not says_not_yet(text)


@pytest.mark.parametrize("text", ANOTHER_MATTER)
def test_another_matter_that_holds_the_words(text: str) -> None:
    assert not begins_not_yet(text)
