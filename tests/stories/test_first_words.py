"""The first words with somebody: consent before anything is kept, then where they live."""

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Talk
from tests.stories.cast import BANK, CALLS, LOAN, official, resident

CONSENT = (
    "Dạ em là Lắng Nghe của UBND thành phố Trà Vinh. Em xin giữ tên, nơi ở, nhà thuộc diện nào, "
    "số điện thoại nếu cô chú cho, và câu hỏi, để cơ quan trả lời.\n"
    "Câu hỏi và câu trả lời có đọc loa, có đăng cho bà con xem, không nêu tên cô chú; "
    "chuyện riêng thì không. Xong việc 90 ngày em xóa tên và số điện thoại; "
    "muốn xem hay xóa sớm thì cô chú nhắn /dulieu.\n"
    "Cô chú đồng ý không?"
)


async def held(talk: Talk) -> int:
    async with talk.app.works.look() as work:
        return len(await work.tx.all("held_expired", before=2**62, most=10))


async def test_a_stranger_is_told_what_is_kept_before_anything_is(talk: Talk) -> None:
    lan = talk.person("lan")

    await lan.says("/start")

    assert lan.heard == [CONSENT]
    assert lan.last.labels == ["Đồng ý", "Không đồng ý", "English"]


async def test_a_first_question_is_held_until_consent_and_then_asked(talk: Talk) -> None:
    lan = talk.person("lan")
    bank = await official(talk, "tâm", Role.OFFICER, BANK)

    await lan.says(LOAN)
    assert lan.heard[1] == CONSENT
    assert bank.news() == []
    await lan.presses("Đồng ý")
    await lan.says("phuong 7")
    await lan.says("khom 3")

    assert lan.find("Được thì cô chú bấm Đúng rồi, gửi đi").text.startswith(f"“{LOAN}”")
    await lan.presses("Đúng rồi, gửi đi")
    assert LOAN in bank.last.text


async def test_words_held_for_a_day_without_consent_are_erased(talk: Talk) -> None:
    lan = talk.person("lan")
    await lan.says(LOAN)

    await talk.later(hours=23)
    assert await held(talk) == 1
    await talk.later(hours=2)
    assert await held(talk) == 0

    await lan.presses("Đồng ý")
    assert lan.last.text == "Cô chú ở phường, xã nào?"
    await lan.presses("Phường 7")
    await lan.presses("Bỏ qua")
    assert "Cô chú cần hỏi gì thì cứ nhắn thẳng vào đây" in lan.last.text


async def test_who_does_not_agree_is_told_where_else_to_ask_and_nothing_is_kept(
    talk: Talk,
) -> None:
    lan = talk.person("lan")
    await lan.says(LOAN)

    await lan.presses("Không đồng ý")

    assert lan.last.text.startswith("Dạ em không giữ gì của cô chú hết.")
    assert lan.last.labels == ["Đồng ý"]
    assert await held(talk) == 0


async def test_a_greeting_as_first_words_does_not_become_a_question(talk: Talk) -> None:
    lan = talk.person("lan")
    await lan.says("Chào em")
    await lan.presses("Đồng ý")
    await lan.presses("Phường 7")
    await lan.presses("Khóm 3")

    assert "Cô chú cần hỏi gì thì cứ nhắn thẳng vào đây" in lan.last.text


async def test_agreeing_twice_changes_nothing(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await lan.presses("Đồng ý")

    assert "Cô chú cần hỏi gì" in lan.last.text


async def test_pressing_the_old_no_after_agreeing_asks_before_anything_is_taken_back(
    talk: Talk,
) -> None:
    lan = await resident(talk, "lan")

    await lan.presses("Không đồng ý")

    assert lan.last.text == ("Dạ cô chú đã đồng ý hồi trước rồi. Cô chú muốn rút lại đồng ý không?")
    assert lan.last.labels == ["Rút lại đồng ý", "Không, giữ lại"]


async def test_a_question_typed_instead_of_the_ward_is_kept_and_asked_afterwards(
    talk: Talk,
) -> None:
    lan = talk.person("lan")
    await lan.says("/start")
    await lan.presses("Đồng ý")

    await lan.says(LOAN)
    assert lan.last.text.startswith(f"“{LOAN}”")
    await lan.presses("Câu hỏi mới")
    assert lan.news()[-2:] == [
        "Dạ em giữ câu hỏi này rồi. Cô chú cho em biết nơi ở để em chuyển đúng chỗ.",
        "Cô chú ở phường, xã nào?",
    ]
    await lan.presses("Phường 7")
    await lan.presses("Bỏ qua")

    assert lan.last.labels[0] == "Đúng rồi, gửi đi"


async def test_an_unknown_ward_is_asked_again_with_buttons(talk: Talk) -> None:
    lan = talk.person("lan")
    await lan.says("/start")
    await lan.presses("Đồng ý")
    lan.news()

    await lan.says("Sài Gòn")

    assert lan.news() == [
        "Dạ em chưa nhận ra phường, xã này, cô chú bấm giúp em một nút bên dưới.",
        "Cô chú ở phường, xã nào?",
    ]
    assert lan.last.labels[-1] == "Thôi"


async def test_going_back_from_the_hamlet_leads_to_the_ward(talk: Talk) -> None:
    lan = talk.person("lan")
    await lan.says("/start")
    await lan.presses("Đồng ý")
    await lan.presses("Phường 7")

    await lan.presses("Quay lại")

    assert lan.last.text == "Cô chú ở phường, xã nào?"


async def test_danger_is_answered_with_numbers_that_nothing_pushes_off_the_screen(
    talk: Talk,
) -> None:
    lan = talk.person("lan")

    await lan.says("Tôi không muốn sống nữa, chồng đánh hoài")

    assert lan.heard[1:] == [
        CONSENT,
        f"Nếu đang nguy hiểm, cô chú gọi liền một số dưới đây:\n{CALLS}",
    ]


async def test_the_language_can_be_changed_at_any_time(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await lan.says("/ngonngu")
    assert lan.last.text == (
        "Cô chú muốn nói chuyện bằng tiếng nào? Tiếng Khmer em chưa nói được; "
        "cô chú nhắn chữ Khmer em vẫn chuyển, mà em đáp bằng tiếng Việt."
    )
    assert lan.last.labels == ["Tiếng Việt", "English", "Thôi"]
    await lan.presses("English")
    assert "Lắng Nghe" in lan.last.text
    assert lan.last.labels[0] == "Ask a question"
    await lan.says("/ngonngu")
    await lan.presses("Tiếng Việt")

    assert lan.last.labels[0] == "Gửi câu hỏi"


async def test_a_button_whose_meaning_is_gone_is_politely_refused(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await talk.arrive(lan.inbound(press="gone:1", happened="pressed"))

    assert lan.last.text == (
        "Dạ nút này cũ quá em không nhớ nữa. Cô chú bấm giúp em một nút bên dưới."
    )


async def test_a_greeting_before_consent_is_not_held_as_if_it_were_a_question(talk: Talk) -> None:
    lan = talk.person("lan")

    await lan.says("xin chao")

    assert lan.news() == [CONSENT]


async def test_a_word_that_asks_nothing_yet_is_asked_about(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    for word in ("dien", "bao gio", "0"):
        await lan.says(word)

    assert lan.news() == 3 * [
        "Dạ em chưa rõ ý cô chú, cô chú nhắn thêm vài chữ giúp em, ví dụ: "
        "điện nhà tôi yếu quá, hỏi ai? Muốn gặp người thì cô chú gọi "
        "Phòng Lao động - Thương binh và Xã hội, điện thoại 0294 000 0000 (số ví dụ)."
    ]


async def test_help_comes_for_the_plain_word_too(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says("/giup")
    told = lan.news()

    await lan.says("giup")

    assert lan.news() == told


@pytest.mark.parametrize("words", ["chắc khóm 2", "hinh nhu o khom 2", "dạ nhà tui ở khóm 2"])
async def test_who_is_not_sure_of_the_hamlet_is_understood(talk: Talk, words: str) -> None:
    lan = talk.person("lan")
    await lan.says("/start")
    await lan.presses("Đồng ý")
    await lan.presses("Phường 7")

    await lan.says(words)

    await lan.says("/dulieu")
    assert "Nơi ở: Khóm 2, Phường 7" in lan.last.text


@pytest.mark.parametrize("words", ["phường 1", "chac phuong 1", "P1"])
async def test_another_ward_at_the_hamlet_mends_the_one_that_was_pressed(
    talk: Talk, words: str
) -> None:
    lan = talk.person("lan")
    await lan.says("/start")
    await lan.presses("Đồng ý")
    await lan.presses("Phường 7")

    await lan.says(words)

    assert lan.last.text == "Cô chú ở khóm, ấp nào của Phường 1?"


@pytest.mark.parametrize("code", ["K3-7HQ4-XQ7T", "A7KM3PQRS2XY"])
async def test_a_code_with_a_slip_is_looked_at_once_more(talk: Talk, code: str) -> None:
    lan = await resident(talk, "lan")

    await lan.says(code)

    assert lan.last.text.startswith("Dạ mã này không đúng hoặc đã quá hạn.")
