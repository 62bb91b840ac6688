"""What must not lie open in a queue: danger, accusations, private matters."""

import pytest

from bot.domain.questions import Sensitive
from bot.understanding.heard import hear
from bot.understanding.routing import NOBODY, Router
from bot.understanding.signs import Signs


@pytest.mark.parametrize(
    "text",
    [
        "nhiều lúc nghĩ quẩn không muốn sống nữa",
        "toi chi muon chet cho roi",
        "con muốn tự tử",
        "Chồng tôi nhậu về đánh vợ con hoài",
        "cha duong lam bay voi con gai nho",
        "ngta toi nha doi hoai, hom qua con quang son truoc cua",
        "nó cầm dao đòi chém, giang hồ tới siết nhà",
        "ខ្ញុំមិនចង់រស់ទៀតទេ",
    ],
)
def test_danger_is_seen_and_never_taken_for_small_talk(router: Router, text: str) -> None:
    found = router.suggest(text)
    assert found.sensitive is Sensitive.CRISIS
    assert found.agency != NOBODY


@pytest.mark.parametrize(
    "text",
    [
        "Ông trưởng khóm đưa bà con trong họ vô danh sách hộ nghèo",
        "can bo phuong an hoi lo moi cho ho ngheo",
        "Tổ trưởng tổ TK&VV thu thêm mỗi hộ 200 ngàn nói là tiền hồ sơ",
        "tôi tố cáo việc này",
    ],
)
def test_an_accusation_is_seen(router: Router, text: str) -> None:
    assert router.suggest(text).sensitive is Sensitive.ACCUSATION


@pytest.mark.parametrize(
    "text",
    [
        "Mình bị nhiễm H, đang uống ARV, nhờ giữ kín giùm",
        "con em bi tu ky co duoc lam giay khuyet tat hong",
        "Con tui bị bại não từ nhỏ",
        "vay nặng lãi bên ngoài giờ trả không nổi",
        "con bị nhắc tên trước lớp",
    ],
)
def test_something_private_is_seen(router: Router, text: str) -> None:
    assert router.suggest(text).sensitive is Sensitive.PRIVATE


@pytest.mark.parametrize(
    "text",
    [
        "trời nóng muốn chết mà cúp điện hoài",
        "từ từ cũng được, cho tôi hỏi học phí lớp 6",
        "nghề đánh bắt cá có được vay không",
        "bị gạch khỏi danh sách hộ nghèo",
        "con đó học lớp 3 có được miễn học phí",
        "chế độ cho bộ đội phục viên ở đâu",
        "trường thu tiền quỹ lớp",
        "xin tư vấn thủ tục vay vốn với tiền lãi",
        "nhập hộ khẩu cho con dâu ngoài tỉnh",
        "nhà bị nghiêng xin sửa",
    ],
)
def test_harmless_words_that_look_alike_raise_no_alarm(router: Router, text: str) -> None:
    assert router.suggest(text).sensitive is Sensitive.NO


# ── phrases ──────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("phrase", "text", "there"),
    [
        ("đánh vợ|con", "hay danh con", True),
        ("đánh vợ|con", "đánh bài", False),
        ("bắt .. nộp tiền", "bắt mỗi nhà phải nộp tiền", True),
        ("bắt .. nộp tiền", "bắt cá rồi về nhà mới đi nộp tiền", False),
        ("=tự tử", "con muốn TỰ TỬ", True),
        ("=tự tử", "từ từ", False),
        ("=tự tử", "tu tu", False),
        ("វាយកូន", "គេវាយកូនខ្ញុំ", True),
        ("khong co gi", "hổng có gì", True),
        ("bị tát", "con bị tật hai chân", False),
        ("bị tát", "con bi tat hai chan", True),
        ("bị đập", "xoài bị dập hết", False),
        ("bả lấy", "ba lấy vợ năm ngoái ở quê", False),
        ("bả lấy", "ba lay vo", True),
        ("chữ ký", "xin lại chử ký", True),
        ("gia hạn", "xin giá hạ", False),
        ("bo tui", "bỏ túi hết", True),
        ("nó .. đánh|=đâm", "nó lấy kéo đâm", True),
        ("nó .. đánh|=đâm", "no khong dam", False),
        ("nó .. đánh|=đâm", "nó không dám", False),
        ("nó .. đánh|=đâm", "no lay cay danh", True),
    ],
)
def test_a_phrase_is_found_however_it_is_typed(phrase: str, text: str, there: bool) -> None:
    assert ("sign" in Signs({"sign": [phrase]}).found(hear(text))) == there


def test_the_rest_of_a_text_keeps_its_own_spelling() -> None:
    signs = Signs({"polite": ["cho em|con hỏi", "cảm ơn"], "ask": ["ở đâu"]})
    heard = hear("Cho em HỎI mua BHYT ở đâu, cam on")
    assert signs.rest("polite", heard).text == "mua BHYT ở đâu"


def test_each_sign_finds_its_own_phrases_in_one_reading() -> None:
    signs = Signs({"harm": ["đánh con", "đánh .. vợ"], "thanks": ["cảm ơn"], "none": ["vay vốn"]})
    assert signs.found(hear("nó đánh con, đánh con rồi đánh luôn vợ. cảm ơn cảm ơn")) == {
        "harm": ["danh con", "danh con", "danh luon vo"],
        "thanks": ["cam on", "cam on"],
    }


def test_what_was_found_is_not_found_again_in_its_midst() -> None:
    signs = Signs({"harm": ["đánh con", "con chết"]})
    assert signs.found(hear("đánh con chết, con chết")) == {"harm": ["danh con", "con chet"]}


def test_what_is_cut_out_joins_nothing_that_stood_apart() -> None:
    signs = Signs({"harmless": ["con bò"], "harm": ["đánh .. chết"]})
    heard = hear("đánh con bò chết")
    assert "harm" in signs.found(heard)
    assert "harm" not in signs.found(signs.cut("harmless", heard))


def test_starred_words_are_seen() -> None:
    assert hear("như c*t").is_censored
    assert not hear("3 * 4 là 12").is_censored
