"""Asking: words at any moment, one tap to send or to change the office, a promise."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from bot.domain.agencies import Topic, Validity
from bot.domain.messages import Happened, Media
from bot.domain.people import Role
from tests.doubles.chat import Talk
from tests.doubles.clock import ManualClock
from tests.stories.cast import BANK, CALLS, INSURANCE, INSURER, LOAN, asks, official, resident


async def test_the_receipt_names_number_office_day_and_why_that_day(talk: Talk) -> None:
    programme = talk.app.works.programme
    talk.app.works.cache.put(replace(programme, answer_days=3))
    lan = await resident(talk, "lan")

    await lan.says(LOAN)
    await lan.presses("Đúng rồi, gửi đi")

    assert lan.last.text == (
        "Dạ em đã gửi câu hỏi của cô chú cho Ngân hàng Chính sách, số TV-0001. "
        "Trả lời trước 17:00 thứ Tư 06/05, đã trừ 30/4, 1/5 và cuối tuần, có là em nhắn vào đây."
    )
    assert lan.last.labels == ["Nói thêm", "Rút lại", "Câu hỏi của tôi"]


async def test_the_suggestion_gives_its_reason_and_is_changed_in_one_tap(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await lan.says(LOAN)

    assert lan.last.text == (
        f"“{LOAN}”\n\n"
        "Dạ câu này em gửi cho Ngân hàng Chính sách, vì cô chú nhắc tới “vay 50 triệu”. "
        "Được thì cô chú bấm Đúng rồi, gửi đi; không bấm thì nửa tiếng nữa em gửi giùm."
    )
    send, first, second, other, drop = lan.last.labels
    assert (send, other, drop) == ("Đúng rồi, gửi đi", "Cơ quan khác", "Bỏ câu này")
    await lan.presses(first)
    office = first.removeprefix("Gửi ")
    assert f"cho {office}, số TV-0001." in lan.last.text
    assert second != first


async def test_any_other_agency_can_be_chosen_and_the_list_can_be_left(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says(LOAN)

    await lan.presses("Cơ quan khác")
    assert lan.last.text == "Cô chú muốn gửi câu này cho cơ quan nào?"
    await lan.presses("Quay lại")
    assert lan.last.labels[0] == "Đúng rồi, gửi đi"
    await lan.presses("Cơ quan khác")
    await lan.presses("Phòng Y tế")

    assert "cho Phòng Y tế, số TV-0001." in lan.last.text


async def test_several_questions_at_once_each_go_to_their_own_office(talk: Talk) -> None:
    bank = await official(talk, "tâm", Role.OFFICER, BANK)
    insurer = await official(talk, "hoa", Role.OFFICER, INSURER)
    lan = await resident(talk, "lan")

    await talk.arrive(lan.inbound(text=LOAN), lan.inbound(text=INSURANCE))
    await lan.presses("Đúng rồi, gửi đi")  # the newest card
    loan = lan.find(f"“{LOAN}”")
    await talk.arrive(
        lan.inbound(
            happened=Happened.PRESSED, press=loan.choices[0].data, press_id="1", reply_to=loan.id
        )
    )

    assert [one for one in bank.heard if INSURANCE in one] == []
    assert LOAN in bank.last.text
    assert INSURANCE in insurer.last.text
    assert "cho Ngân hàng Chính sách, số TV-0002." in lan.last.text


async def test_sending_the_same_draft_twice_asks_once(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await asks(lan)

    await lan.presses("Đúng rồi, gửi đi")

    assert lan.last.text == "Dạ câu này đã gửi hoặc đã bỏ rồi, cô chú vào Câu hỏi của tôi để xem."


async def test_a_draft_nobody_confirmed_is_sent_after_half_an_hour_with_a_receipt(
    talk: Talk,
) -> None:
    lan = await resident(talk, "lan")
    await lan.says(LOAN)
    lan.news()

    await talk.later(minutes=29)
    assert lan.news() == []
    await talk.later(minutes=2)

    assert lan.news() == [
        "Dạ em đã gửi câu hỏi của cô chú cho Ngân hàng Chính sách, số TV-0001. "
        "Trả lời trước 17:00 thứ Ba 12/05, đã trừ 30/4, 1/5 và cuối tuần, có là em nhắn vào đây."
    ]


async def test_drafts_of_people_who_never_said_where_they_live_do_not_hold_up_the_others(
    talk: Talk,
) -> None:
    for number in range(51):
        nobody = talk.person(f"x{number}")
        await talk.arrive(nobody.inbound(text=LOAN))
        await nobody.presses("Đồng ý")
    lan = await resident(talk, "lan")
    await lan.says(LOAN)

    await talk.later(minutes=31)

    assert "TV-0001" in lan.last.text


async def test_a_draft_that_could_not_be_sent_is_sent_once_its_writer_lives_somewhere(
    talk: Talk,
) -> None:
    lan = talk.person("lan")
    await talk.arrive(lan.inbound(text=LOAN))
    await lan.presses("Đồng ý")
    await talk.later(minutes=31)
    await lan.presses("Phường 7")
    lan.news()

    await talk.later(minutes=31)

    assert [words for words in lan.news() if "TV-0001" in words] == [lan.last.text]


async def test_a_draft_can_be_dropped(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says(LOAN)

    await lan.presses("Bỏ câu này")
    await talk.later(minutes=31)

    assert lan.last.text == "Dạ em bỏ câu đó rồi. Khi nào cần cô chú cứ nhắn lại."


async def test_words_changed_before_they_were_sent_change_the_question(talk: Talk) -> None:
    bank = await official(talk, "tâm", Role.OFFICER, BANK)
    lan = await resident(talk, "lan")
    await lan.says(LOAN, message_id="77")

    better = LOAN.replace("50", "80")
    await lan.says(better, message_id="77", happened=Happened.EDITED)
    assert lan.last.text.startswith(f"“{better}”")
    await lan.presses("Đúng rồi, gửi đi")

    assert better in bank.last.text


async def test_a_changed_command_is_no_part_of_the_question(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says(f"/hoi {LOAN}", message_id="77")

    better = LOAN.replace("50", "80")
    await lan.says(f"/hoi {better}", message_id="77", happened=Happened.EDITED)

    assert lan.last.text.startswith(f"“{better}”")


async def test_words_changed_after_they_were_sent_are_politely_refused(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says(LOAN, message_id="77")
    await lan.presses("Đúng rồi, gửi đi")

    await lan.says("vay 80 triệu", message_id="77", happened=Happened.EDITED)

    assert lan.last.text == (
        "Dạ tin đã gửi thì em không sửa theo được. "
        "Câu đã gửi thì cô chú vào Câu hỏi của tôi, bấm Nói thêm giúp em."
    )
    assert lan.last.labels == ["Câu hỏi của tôi"]


async def test_thanks_are_answered_and_ask_nobody(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await lan.says("Cảm ơn em nhiều nghen")

    assert lan.last.text == (
        "Dạ không có chi, em cảm ơn cô chú. Có gì cần cô chú cứ nhắn tiếp nghen."
    )


async def test_what_was_taken_for_small_talk_becomes_a_question_in_one_tap(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says("trời hôm nay nóng quá trời quá đất")
    assert lan.last.labels[0] == "Câu hỏi mới"

    await lan.presses("Câu hỏi mới")

    assert lan.last.text.startswith("“trời hôm nay nóng quá trời quá đất”")
    await lan.presses("Đúng rồi, gửi đi")
    assert "cho UBND phường 7, số TV-0001." in lan.last.text


async def test_the_numbers_of_papers_are_left_out_and_that_is_said(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await lan.says("Căn cước tôi số 084163001234, sao chưa có tên trong danh sách hộ nghèo?")

    assert lan.news()[0] == ("Dạ em đã bỏ số giấy tờ, số tài khoản trong câu hỏi ra, không lưu.")
    assert "084163001234" not in lan.last.text


async def test_a_voice_message_alone_is_asked_for_in_words(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await lan.says("")

    assert lan.last.text == (
        "Dạ tin thoại, tin hình em chưa hiểu được. Cô chú nhắn vài chữ, nhờ con cháu nhắn giùm, "
        "hay gọi Phòng Lao động - Thương binh và Xã hội, điện thoại 0294 000 0000 (số ví dụ)."
    )
    assert lan.last.labels == ["Hỏi giúp bà con"]


async def test_the_button_asks_for_the_question_and_can_be_left(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.presses("Gửi câu hỏi")
    assert lan.last.text == "Cô chú nhắn câu hỏi cho em, không dấu cũng được."

    await lan.presses("Thôi")

    assert lan.last.text == "Dạ em dừng ở đây, không mất gì hết. Cô chú muốn làm gì tiếp?"


async def test_a_person_goes_on_where_they_were_after_start(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says(LOAN)

    await lan.says("/start")

    assert lan.last.labels[0] == "Đúng rồi, gửi đi"


async def test_from_the_day_a_topic_changes_hands_its_new_office_is_asked(
    talk: Talk, clock: ManualClock
) -> None:
    """Offices were dissolved in 2025: who answers is dated, and midnight needs no restart."""
    programme, today = talk.app.works.programme, talk.app.works.today
    topics = [two for one in programme.topics for two in _handed_over(one, BANK, INSURER, today)]
    talk.app.works.cache.put(replace(programme, topics=tuple(topics)))
    lan = await resident(talk, "lan")

    await lan.says(LOAN)
    assert "câu này em gửi cho Ngân hàng Chính sách" in lan.last.text
    await lan.presses("Đúng rồi, gửi đi")

    await clock.move(hours=24)
    await lan.says("Hộ nghèo muốn vay vốn ngân hàng chính sách thì làm đơn ở đâu?")
    assert "câu này em gửi cho Bảo hiểm xã hội" in lan.last.text


def _handed_over(topic: Topic, before: str, after: str, last: date) -> list[Topic]:
    if topic.agency != before:
        return [topic]
    since = Validity(since=last + timedelta(days=1))
    return [
        replace(topic, valid=Validity(until=last)),
        replace(topic, agency=after, also=(), valid=since),
    ]


@pytest.mark.parametrize("typed", ["7", "?", "12.", "👍"])
async def test_a_number_or_a_sign_alone_is_no_question_and_words_are_still_waited_for(
    talk: Talk, typed: str
) -> None:
    lan = await resident(talk, "lan")
    await lan.presses("Gửi câu hỏi")

    await lan.says(typed)
    assert lan.last.text.startswith("Dạ em chưa rõ ý cô chú, cô chú nhắn thêm vài chữ")

    await lan.says("Cảm ơn, nhà tôi mất điện hoài là sao")
    assert "Đúng rồi, gửi đi" in lan.last.labels


async def test_a_picture_with_a_sign_below_is_kept_as_the_question_that_was_asked_for(
    talk: Talk,
) -> None:
    lan = await resident(talk, "lan")
    await lan.presses("Gửi câu hỏi")

    await lan.sends("ong-nuoc.jpg", b"picture", "👆", media=Media.PHOTO)

    assert "Bỏ câu này" in lan.last.labels


@pytest.mark.parametrize("cry", ["115", "113!", "🆘"])
async def test_who_sends_nothing_but_a_number_to_call_in_danger_reads_whom_to_call(
    talk: Talk, cry: str
) -> None:
    lan = await resident(talk, "lan")

    await lan.says(cry)

    assert lan.last.text.endswith(CALLS)
