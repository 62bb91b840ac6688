"""Said in one's own words instead of pressed: not yet below an answer, and plain wishes.

Everybody here is invented.
"""

from dataclasses import replace

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Talk
from tests.stories.cast import BANK, WARD_7, asks, official, resident
from tests.stories.test_my_questions import answered

CONTACT = "Phòng Lao động - Thương binh và Xã hội, điện thoại 0294 000 0000 (số ví dụ)"
PERSON = (
    f"Dạ em là máy nhắn chữ, không gọi điện được; muốn gặp người thì cô chú gọi {CONTACT}. "
    "Chuyện cần hỏi thì cô chú cứ nhắn, em chuyển cho cán bộ."
)
OR_NEW = "Đây là cô chú nói về câu trả lời TV-0001, hay là câu hỏi mới?"


# ── below an answer ──────────────────────────────────────────────────────────────────────────


async def test_not_yet_with_a_reason_goes_back_to_the_office_with_it(talk: Talk) -> None:
    lan, officer = await answered(talk)

    await lan.says("chua duoc con oi, ra do nguoi ta noi chua co")

    assert lan.last.text == OR_NEW
    assert lan.last.labels == ["Chưa, hỏi lại", "Câu hỏi mới"]
    assert officer.news() == []
    await lan.presses("Chưa, hỏi lại")
    assert lan.last.text.startswith("Dạ em đã gửi lại câu TV-0001")
    assert "“chua duoc con oi, ra do nguoi ta noi chua co”" in officer.last.text


@pytest.mark.parametrize("words", ["chưa", "ko dc", "vẫn vậy con ơi", "trả lời chưa được"])
async def test_not_yet_alone_is_asked_for_its_reason(talk: Talk, words: str) -> None:
    lan, officer = await answered(talk)
    await lan.says(words)

    await lan.presses("Chưa, hỏi lại")
    assert lan.last.text.startswith("Dạ, câu TV-0001 còn chỗ nào chưa rõ hay chưa được")
    await lan.says("Ngân hàng nói hết vốn")

    assert "“Ngân hàng nói hết vốn”" in officer.last.text


async def test_it_was_a_new_question_after_all(talk: Talk) -> None:
    lan, _ = await answered(talk)
    await lan.says("chưa có nước sạch xóm tôi khổ quá")

    await lan.presses("Câu hỏi mới")

    assert lan.last.text.startswith("“chưa có nước sạch xóm tôi khổ quá”")


async def test_without_an_answer_of_late_it_is_what_it_was(talk: Talk) -> None:
    lan, _ = await answered(talk)
    await talk.later(days=31)

    await lan.says("chưa được con ơi, ra đó người ta nói chưa có tiền vay")

    assert "Đúng rồi, gửi đi" in lan.last.labels


async def test_what_has_to_be_sealed_is_not_put_beside_the_answer(talk: Talk) -> None:
    lan, _ = await answered(talk)

    await lan.says("chưa được, cán bộ đòi tôi đưa hai triệu mới cho vay")

    assert "Đúng rồi, gửi đi" in lan.last.labels


# ── plain wishes ─────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    "words", ["gọi cho tôi", "con gọi lại cho cô nghen", "tui muon gap nguoi that"]
)
async def test_who_wants_a_person_reads_whom_to_call_and_nobody_is_alarmed(
    talk: Talk, words: str
) -> None:
    lan = await resident(talk, "lan")
    head = await official(talk, "hoa", Role.HEAD, WARD_7)

    await lan.says(words)

    assert lan.news() == [PERSON]
    assert lan.last.labels[0] == "Câu hỏi mới"
    assert head.news() == []


async def test_where_nobody_is_named_to_call_nothing_is_said_of_calling(talk: Talk) -> None:
    cache = talk.app.works.cache
    cache.put(replace(cache.programme, contact=""))
    lan = await resident(talk, "lan")

    await lan.says("gọi cho tôi")
    await lan.says("dien")

    assert lan.news() == [
        "Dạ em là máy nhắn chữ, không gọi điện được. "
        "Chuyện cần hỏi thì cô chú cứ nhắn, em chuyển cho cán bộ.",
        "Dạ em chưa rõ ý cô chú, cô chú nhắn thêm vài chữ giúp em, "
        "ví dụ: điện nhà tôi yếu quá, hỏi ai?",
    ]


async def test_it_can_still_be_asked_of_an_office_and_is_no_danger_there(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    head = await official(talk, "hoa", Role.HEAD, WARD_7)
    await lan.says("gọi cho tôi")

    await lan.presses("Câu hỏi mới")

    assert lan.last.text.startswith("“gọi cho tôi”")
    assert head.news() == []


@pytest.mark.parametrize("words", ["gọi cho tôi gấp, nó đánh tôi", "đừng nhắn nữa, nó giết tôi"])
async def test_danger_beside_a_wish_is_told_to_the_ward_at_once(talk: Talk, words: str) -> None:
    lan = await resident(talk, "lan")
    head = await official(talk, "hoa", Role.HEAD, WARD_7)

    await lan.says(words)

    assert words in head.last.text


@pytest.mark.parametrize(
    "words",
    [
        "gọi mẹ giúp con",
        "ma oi goi nguoi giup con",
        "goi nguoi toi gap",
        "con gọi cho ai bây giờ",
    ],
)
async def test_a_child_that_calls_for_somebody_is_heard_whatever_is_being_done(
    talk: Talk, words: str
) -> None:
    lan = await resident(talk, "lan")
    head = await official(talk, "hoa", Role.HEAD, WARD_7)
    await lan.presses("Gửi câu hỏi")

    await lan.says(words)

    assert words in head.last.text


async def test_who_is_spoken_of_is_not_muted(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await lan.says("đừng nhắn cho ba con")

    assert "ngưng nhắn" not in lan.last.text


@pytest.mark.parametrize(
    "words", ["đổi số điện thoại", "muốn nói tiếng khmer", "phường chưa trả lời tôi"]
)
async def test_where_a_question_is_waited_for_these_words_are_the_question(
    talk: Talk, words: str
) -> None:
    lan = await resident(talk, "lan")
    await lan.presses("Gửi câu hỏi")

    await lan.says(words)

    assert "Đúng rồi, gửi đi" in lan.last.labels


async def test_a_stranger_who_wants_a_person_reads_whom_to_call_before_agreeing(talk: Talk) -> None:
    lan = talk.person("lan")

    await lan.says("cho cô gặp cán bộ nghen con")

    assert lan.heard[0] == PERSON
    assert lan.last.labels[:2] == ["Đồng ý", "Không đồng ý"]


@pytest.mark.parametrize(
    "words", ["gọi cho tôi", "tiếng khmer", "sửa số điện thoại", "muốn đi họp", "chừng nào họp"]
)
async def test_to_an_office_that_asked_back_a_wish_may_be_the_answer(
    talk: Talk, words: str
) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await asks(lan)
    await tam.presses("Nhận")
    await tam.presses("Hỏi thêm")
    await tam.says("Cô chú muốn nghe bằng cách nào?")

    await lan.says(words)
    await lan.presses("Trả lời câu TV-0001")

    assert f"“{words}”" in tam.last.text


async def test_what_is_added_to_a_question_is_read_by_its_office_whatever_it_sounds_like(
    talk: Talk,
) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await asks(lan)
    await lan.presses("Nói thêm")

    await lan.says("tôi muốn gặp cán bộ")

    assert "“tôi muốn gặp cán bộ”" in tam.last.text


@pytest.mark.parametrize("words", ["đừng nhắn cho tui nữa", "ngung"])
async def test_who_is_to_be_left_alone_is_and_stays_so(talk: Talk, words: str) -> None:
    lan = await resident(talk, "lan")

    for _ in range(2):
        await lan.says(words)

        assert "ngưng nhắn" in lan.last.text
        assert "Nhận tin lại" in lan.last.labels


async def test_who_wants_to_hear_again_may_say_so_long_after(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says("đừng nhắn cho tui nữa")
    await lan.says("/cauhoi")

    await lan.says("cho tui nhận tin lại nghen con")

    assert "ngưng" not in lan.last.text
    await lan.says("/ngung")
    assert "Câu hỏi của tôi" in lan.last.labels


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("câu hỏi của tôi tới đâu rồi", "Dạ đây là câu hỏi của cô chú:"),
        ("xóa hết thông tin của tôi", "Em đang giữ của cô chú:"),
        ("chừng nào họp?", "Buổi đối thoại 1:"),
        ("toi muon dang ky di hop", "Nhà mình thuộc diện nào"),
        ("tui muon noi tieng khmer", "Cô chú muốn nói chuyện bằng tiếng nào?"),
        ("rút lại đồng ý", "Em đang giữ của cô chú:"),
        ("cái này xài sao vậy con", "Cô chú cũng có thể nhắn:"),
    ],
)
async def test_a_wish_leads_where_its_button_leads(talk: Talk, words: str, shown: str) -> None:
    lan = await resident(talk, "lan")
    await asks(lan)

    await lan.says(words)

    assert shown in lan.last.text


@pytest.mark.parametrize("words", ["tôi muốn xóa nợ ngân hàng", "đăng ký hộ nghèo ở đâu"])
async def test_a_question_in_much_the_same_words_goes_to_its_office(talk: Talk, words: str) -> None:
    lan = await resident(talk, "lan")

    await lan.says(words)

    assert "Đúng rồi, gửi đi" in lan.last.labels
