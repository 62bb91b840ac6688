"""An official writes an answer: what comes late, is changed or is left for a while is not lost.

Everybody here is invented.
"""

import pytest

from bot.domain.messages import Happened, Media
from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import ANSWER, BANK, asks, official, resident

DECREE = "NĐ 28/2015/NĐ-CP"
OTHER = "NĐ 20/2021/NĐ-CP"
FORM = b"%PDF-1.4 a form"
VOICE = b"ID3\x04 a voice"
KHMER = "គ្រួសារជិតក្រីក្រអាចខ្ចីបានមួយរយលានដុង។"
BETTER = "Hộ cận nghèo được vay tối đa 100 triệu đồng, lãi 0,65% một tháng."
PROMISE = "Ngân hàng sẽ cử người xuống xem hồ sơ trong thời gian sớm nhất."
FORM_KEPT = "📎 Kèm tệp: đơn vay.pdf (1 KB)."
VOICE_KEPT = "🔊 Đã nhận bản ghi âm tiếng Khmer."


async def asked(talk: Talk) -> Person:
    """Tâm, who has Lan's question before him."""
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    return tam


async def written(talk: Talk, words: str = ANSWER) -> Person:
    """His answer stands in its preview."""
    tam = await asked(talk)
    await tam.replies(tam.last, words)
    return tam


async def edits(person: Person, message: str, text: str) -> None:
    await person.says(text, message_id=message, happened=Happened.EDITED)


async def comes(talk: Talk) -> None:
    """What was sent a while ago has been fetched."""
    talk.platform.away = False
    await talk.later(seconds=11)


# ── a file that is fetched while something else is typed ─────────────────────────────────────

STEPS = {
    "Căn cứ": (DECREE, f"Căn cứ: {DECREE}", "Anh chị nhắn tiếp căn cứ giúp em."),
    "Thêm bản tiếng Khmer": (KHMER, KHMER, "Anh chị gửi tiếp bản tiếng Khmer giúp em."),
    "Thêm ngày hẹn": ("30/9", "chậm nhất 30/09/2026", "Anh chị nhắn tiếp ngày hẹn giúp em."),
}


@pytest.mark.parametrize("button", STEPS)
async def test_a_file_that_comes_in_between_is_kept_and_the_step_goes_on(
    talk: Talk, button: str
) -> None:
    tam = await written(talk, PROMISE)
    talk.platform.away = True
    await tam.sends("đơn vay.pdf", FORM)
    await tam.presses(button)
    words, shown, goes_on = STEPS[button]

    await comes(talk)
    assert tam.last.text == f"Em kèm đơn vay.pdf vào câu trả lời rồi. {goes_on}"
    await tam.says(words)

    assert shown in tam.last.text
    assert FORM_KEPT in tam.last.text


async def test_a_recording_that_comes_in_between_is_kept_too(talk: Talk) -> None:
    tam = await written(talk)
    await tam.presses("Thêm bản tiếng Khmer")
    talk.platform.away = True
    await tam.sends("", VOICE, media=Media.VOICE)
    await tam.presses("Quay lại")
    await tam.presses("Căn cứ")

    await comes(talk)
    assert tam.last.text.endswith("Anh chị nhắn tiếp căn cứ giúp em.")
    await tam.says(DECREE)

    assert VOICE_KEPT in tam.last.text
    assert f"Căn cứ: {DECREE}" in tam.last.text


async def test_a_recording_of_words_that_have_changed_meanwhile_is_not_kept(talk: Talk) -> None:
    tam = await written(talk)
    await tam.presses("Thêm bản tiếng Khmer")
    talk.platform.away = True
    await tam.sends("", VOICE, media=Media.VOICE)
    await tam.presses("Viết lại")
    await tam.says(BETTER)

    await comes(talk)

    assert BETTER in tam.last.text
    assert VOICE_KEPT not in tam.last.text
    assert "Lời đã đổi nên em bỏ bản ghi âm tiếng Khmer trước đó." in tam.last.text


async def test_a_file_that_comes_after_stopping_waits_with_the_answer(talk: Talk) -> None:
    tam = await written(talk)
    talk.platform.away = True
    await tam.sends("đơn vay.pdf", FORM)
    await tam.presses("Thôi")

    await comes(talk)
    assert tam.last.text == (
        "Em kèm đơn vay.pdf vào câu trả lời rồi. Anh chị bấm Trả lời để xem lại."
    )
    await tam.presses("Trả lời")

    assert ANSWER in tam.last.text
    assert FORM_KEPT in tam.last.text


async def test_a_file_that_comes_when_the_answer_is_sent_is_late(talk: Talk) -> None:
    tam = await written(talk)
    talk.platform.away = True
    await tam.sends("đơn vay.pdf", FORM)
    await tam.presses("Gửi duyệt")

    await comes(talk)

    assert tam.last.text.startswith("Anh chị không còn soạn câu đó")


async def test_the_decision_itself_can_be_sent_where_its_name_is_asked_for(talk: Talk) -> None:
    tam = await written(talk)
    await tam.presses("Căn cứ")

    await tam.sends("đơn vay.pdf", FORM)
    assert tam.last.text.startswith("Em kèm đơn vay.pdf vào câu trả lời rồi.")
    await tam.says(DECREE)

    assert f"Căn cứ: {DECREE}" in tam.last.text
    assert FORM_KEPT in tam.last.text


async def test_the_words_beside_it_are_its_name(talk: Talk) -> None:
    tam = await written(talk)
    await tam.presses("Căn cứ")

    await tam.sends("đơn vay.pdf", FORM, DECREE)

    assert ANSWER in tam.last.text
    assert f"Căn cứ: {DECREE}" in tam.last.text
    assert FORM_KEPT in tam.last.text


async def test_words_beside_it_that_name_nothing_are_asked_for_and_it_is_kept(talk: Talk) -> None:
    tam = await written(talk)
    await tam.presses("Căn cứ")
    before = len(tam.screen)

    await tam.sends("đơn vay.pdf", FORM, "anh chị coi giúp")
    assert any(one.startswith("Em chưa đọc ra tên văn bản nào.") for one in tam.heard[before:])
    await tam.says(DECREE)

    assert ANSWER in tam.last.text
    assert FORM_KEPT in tam.last.text


async def test_a_reply_to_the_card_fills_the_step_that_waits(talk: Talk) -> None:
    tam = await written(talk, PROMISE)
    await tam.presses("Thêm ngày hẹn")

    await tam.replies(tam.find("TV-0001"), "trong 10 ngày")

    assert PROMISE.removesuffix(".") in tam.last.text
    assert "chậm nhất" in tam.last.text


# ── a message that is changed after it was sent ──────────────────────────────────────────────


async def with_basis(talk: Talk) -> Person:
    tam = await asked(talk)
    await tam.presses("Trả lời")
    await tam.says(ANSWER, message_id="words")
    await tam.presses("Căn cứ")
    await tam.says("NĐ 20/2021", message_id="basis")
    return tam


async def test_changing_the_words_changes_the_answer(talk: Talk) -> None:
    tam = await with_basis(talk)

    await edits(tam, "words", BETTER)

    assert f"trả lời câu TV-0001: {BETTER}\n" in tam.last.text
    assert "Căn cứ: NĐ 20/2021" in tam.last.text


async def test_changing_the_basis_changes_the_basis(talk: Talk) -> None:
    tam = await with_basis(talk)

    await edits(tam, "basis", OTHER)

    assert f"trả lời câu TV-0001: {ANSWER}\n" in tam.last.text
    assert f"Căn cứ: {OTHER}" in tam.last.text


async def test_changing_the_khmer_words_changes_them(talk: Talk) -> None:
    tam = await written(talk)
    await tam.presses("Thêm bản tiếng Khmer")
    await tam.says(KHMER, message_id="khmer")

    await edits(tam, "khmer", f"{KHMER} {KHMER}")

    assert f"trả lời câu TV-0001: {ANSWER}\n" in tam.last.text
    assert f"{KHMER} {KHMER}" in tam.last.text


async def test_changing_any_other_message_changes_nothing_and_says_what_to_do(talk: Talk) -> None:
    tam = await with_basis(talk)

    await edits(tam, "older", BETTER)
    assert tam.last.text == (
        "Dạ tin đó em không sửa theo được. Anh chị bấm Trả lời xem câu đang soạn, rồi đổi chỗ cần"
        " đổi giúp em."
    )
    await tam.presses("Trả lời")

    assert f"trả lời câu TV-0001: {ANSWER}\n" in tam.last.text


async def test_changing_the_words_while_the_basis_is_asked_for_keeps_that_step(talk: Talk) -> None:
    tam = await with_basis(talk)
    await tam.presses("Căn cứ")

    await edits(tam, "words", BETTER)
    assert tam.last.text == (
        "Em sửa theo tin anh chị vừa chỉnh rồi. Anh chị nhắn tiếp căn cứ giúp em."
    )
    await tam.says(OTHER)

    assert f"trả lời câu TV-0001: {BETTER}\n" in tam.last.text
    assert f"Căn cứ: {OTHER}" in tam.last.text


async def test_a_basis_changed_into_no_document_stays_as_it_was(talk: Talk) -> None:
    tam = await with_basis(talk)

    await edits(tam, "basis", "theo quy định")
    assert tam.last.text.startswith("Em chưa đọc ra tên văn bản nào.")
    await tam.presses("Trả lời")

    assert "Căn cứ: NĐ 20/2021" in tam.last.text


# ── leaving it for a while ───────────────────────────────────────────────────────────────────


async def with_everything(talk: Talk) -> Person:
    tam = await written(talk, PROMISE)
    await tam.presses("Căn cứ")
    await tam.says(DECREE)
    await tam.presses("Thêm bản tiếng Khmer")
    await tam.says(KHMER)
    await tam.presses("Thêm bản tiếng Khmer")
    await tam.sends("", VOICE, media=Media.VOICE)
    await tam.sends("đơn vay.pdf", FORM)
    return tam


EVERYTHING = [PROMISE, f"Căn cứ: {DECREE}", f"Bản tiếng Khmer: {KHMER}", VOICE_KEPT, FORM_KEPT]


def missing(person: Person) -> list[str]:
    return [one for one in EVERYTHING if one not in person.last.text]


@pytest.mark.parametrize("button", [*STEPS, "Đính kèm tệp", "Viết lại"])
@pytest.mark.parametrize("leaves", ["Thôi", "Quay lại"])
async def test_nothing_that_was_written_is_lost_by_leaving_a_step(
    talk: Talk, button: str, leaves: str
) -> None:
    tam = await with_everything(talk)
    assert missing(tam) == []
    await tam.presses(button)

    await tam.presses(leaves)
    if leaves == "Thôi":
        await tam.presses("Trả lời")

    assert missing(tam) == []
    assert "Gửi duyệt" in tam.last.labels


async def test_a_typed_word_leaves_it_as_softly_as_the_button(talk: Talk) -> None:
    tam = await with_everything(talk)
    await tam.says("/giup")
    await tam.says("thôi")

    await tam.presses("Trả lời")

    assert missing(tam) == []


async def test_what_was_sent_with_an_answer_that_has_no_words_yet_waits_for_them(
    talk: Talk,
) -> None:
    tam = await asked(talk)
    await tam.presses("Trả lời")
    await tam.sends("đơn vay.pdf", FORM)
    await tam.presses("Thôi")

    await tam.presses("Trả lời")
    await tam.says(ANSWER)

    assert FORM_KEPT in tam.last.text


async def test_what_was_kept_is_of_its_question_alone(talk: Talk) -> None:
    tam = await with_everything(talk)
    await tam.presses("Thôi")
    await asks(await resident(talk, "mai"))

    await tam.replies(tam.find("TV-0002"), BETTER)

    assert "trả lời câu TV-0002: " in tam.last.text
    assert "Căn cứ" not in tam.last.text
    assert "📎" not in tam.last.text
