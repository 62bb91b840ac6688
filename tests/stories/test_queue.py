"""*Hàng đợi*: cards, taking, answering by reply, transferring, asking back, asking for time."""

import asyncio

from bot.domain.messages import Happened
from bot.domain.people import Grant, Role
from storage import people
from tests.doubles.chat import Person, Talk
from tests.stories.cast import ANSWER, BANK, INSURER, LOAN, asks, official, resident


async def office(talk: Talk) -> tuple[Person, Person, Person]:
    """Lan has asked; Tâm and Minh are officers of the bank."""
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    await asks(lan)
    return lan, tam, minh


async def test_a_new_question_comes_as_a_card_without_name_phone_or_category(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await lan.says("/dulieu")
    await lan.presses("Sửa tên")
    await lan.says("Thạch Thị Lan")

    await asks(lan, f"{LOAN} Gọi tôi số 0901234567")

    assert tam.last.text == (
        "TV-0001 · vay vốn · Khóm 3, Phường 7\n"
        f"“{LOAN} Gọi tôi số •••”\n"
        "Hẹn 17:00 thứ Ba 12/05 · chờ người nhận"
    )
    assert tam.last.labels == ["Nhận", "Trả lời", "Chuyển cơ quan"]


async def test_of_two_who_press_at_once_one_gets_it_and_the_other_is_told_who(talk: Talk) -> None:
    _, tam, minh = await office(talk)
    presses = [
        one.inbound(
            happened=Happened.PRESSED,
            press=one.button("Nhận")[1].data,
            press_id=one.chat,
            reply_to=one.last.id,
        )
        for one in (tam, minh)
    ]

    await talk.arrive(*presses)

    takers = [one for one in (tam, minh) if "Anh chị đã nhận câu TV-0001" in one.last.text]
    (winner,) = takers
    other = minh if winner is tam else tam
    assert other.last.text == (
        f"Câu TV-0001 {winner.chat.capitalize()} đã nhận trước rồi. "
        "Anh chị mở Hàng đợi để chọn câu khác."
    )


async def test_cards_change_in_place_everywhere_at_once(talk: Talk) -> None:
    _, tam, minh = await office(talk)
    before = minh.find("TV-0001")

    await tam.presses("Nhận")

    after = minh.find("TV-0001")
    assert after.id == before.id
    assert after.text.endswith("Tâm đang giữ")
    assert after.labels == []
    assert tam.find("Tâm đang giữ").labels == [
        "Trả lời",
        "Hỏi thêm",
        "Xin thêm thời gian",
        "Chuyển cơ quan",
        "Để lại hàng đợi",
        "Đã trả lời trực tiếp",
        "Gộp",
    ]


async def test_a_reply_to_the_card_takes_the_question_and_shows_the_answer_first(
    talk: Talk,
) -> None:
    lan, tam, minh = await office(talk)
    lan.news()

    await tam.replies(tam.last, ANSWER)

    assert tam.last.text == (
        f"Người hỏi sẽ đọc:\n\nNgân hàng Chính sách trả lời câu TV-0001: {ANSWER}\n\n"
        "Nên nói thêm: gặp ai, ở đâu, mang giấy gì, khi nào, gọi số nào.\n\n"
        "Gửi duyệt được chưa anh chị?"
    )
    assert tam.last.labels == [
        "Gửi duyệt",
        "Gửi duyệt riêng người hỏi",
        "Đính kèm tệp",
        "Căn cứ",
        "Thêm bản tiếng Khmer",
        "Viết lại",
        "Thôi",
    ]
    assert minh.last.text.endswith("Tâm đang giữ")
    assert lan.news() == []


async def test_new_words_in_the_preview_replace_the_answer(talk: Talk) -> None:
    _, tam, _ = await office(talk)
    await tam.replies(tam.last, ANSWER)

    await tam.says("Được vay tối đa 100 triệu, lãi 0,66% một tháng.")

    assert "lãi 0,66% một tháng" in tam.last.text
    assert ANSWER not in tam.last.text


async def test_an_answer_left_half_way_is_there_again(talk: Talk) -> None:
    _, tam, _ = await office(talk)
    await tam.replies(tam.last, ANSWER)
    await tam.presses("Thôi")
    assert tam.last.text == "Dạ em dừng ở đây, không mất gì hết. Anh chị muốn làm gì tiếp?"

    await tam.presses("Trả lời")

    assert ANSWER in tam.last.text
    assert tam.last.labels[0] == "Gửi duyệt"


async def test_an_answer_too_short_to_be_one_is_refused_with_advice(talk: Talk) -> None:
    _, tam, _ = await office(talk)

    await tam.replies(tam.last, "Được")

    assert tam.last.text == (
        "Câu trả lời ngắn quá, anh chị viết rõ được hay chưa được, gặp ai, khi nào."
    )


async def test_a_question_is_given_back_for_another_officer(talk: Talk) -> None:
    _, tam, minh = await office(talk)
    await tam.presses("Nhận")

    await tam.presses("Để lại hàng đợi")
    await minh.presses("Nhận")

    assert minh.find("TV-0001 ·").text.endswith("Minh đang giữ")


async def test_what_a_colleague_left_behind_can_be_taken(talk: Talk) -> None:
    _, tam, minh = await office(talk)
    await tam.presses("Nhận")
    async with talk.app.works.begin() as work:
        gone = await people.of_address(work.tx, "chat:tâm")
        assert gone is not None
        await people.end_role(work.tx, gone.id, Grant(Role.OFFICER, BANK), work.now)

    await minh.replies(minh.find("TV-0001"), ANSWER)

    assert ANSWER in minh.last.text


async def test_a_transfer_moves_the_card_and_gives_the_asker_a_new_promise(talk: Talk) -> None:
    lan, tam, minh = await office(talk)
    insurer = await official(talk, "sơn", Role.OFFICER, INSURER)
    await talk.clock.move(days=7)

    await tam.presses("Chuyển cơ quan")
    await tam.presses("Bảo hiểm xã hội")
    await tam.says("Chuyện này thuộc thẻ bảo hiểm")

    assert tam.last.text == ("Đã chuyển câu TV-0001 cho Bảo hiểm xã hội và báo người hỏi hẹn mới.")
    assert minh.last.text == "Câu TV-0001 đã chuyển sang nơi khác."
    assert "↪️ Chuyển qua vì: “Chuyện này thuộc thẻ bảo hiểm”" in insurer.last.text
    assert lan.last.text == (
        "Dạ, câu TV-0001 đã chuyển từ Ngân hàng Chính sách qua Bảo hiểm xã hội, vì: Chuyện này "
        "thuộc thẻ bảo hiểm. Cô chú sẽ được trả lời trước 17:00 thứ Sáu 15/05, đã trừ cuối tuần."
    )


async def test_a_transfer_can_be_left_and_the_question_still_waits(talk: Talk) -> None:
    _, tam, minh = await office(talk)
    await tam.presses("Chuyển cơ quan")
    await tam.presses("Bảo hiểm xã hội")
    assert tam.last.labels == ["Không cần lý do", "Quay lại", "Thôi"]

    await tam.presses("Quay lại")
    assert tam.last.text == "Chuyển câu TV-0001 cho cơ quan nào?"
    await tam.presses("Thôi")

    assert minh.last.labels == ["Nhận", "Trả lời", "Chuyển cơ quan"]


async def test_who_lost_the_card_can_no_longer_answer_it(talk: Talk) -> None:
    _, tam, minh = await office(talk)
    old = minh.find("TV-0001")
    await tam.presses("Chuyển cơ quan")
    await tam.presses("Bảo hiểm xã hội")
    await tam.presses("Không cần lý do")

    await minh.replies(old, ANSWER)

    assert minh.last.text.startswith("Dạ em không thấy câu hỏi này")


async def test_more_time_is_told_with_its_reason_and_ends_at_the_law(talk: Talk) -> None:
    lan, tam, _ = await office(talk)
    await tam.presses("Nhận")
    await tam.presses("Xin thêm thời gian")
    assert tam.last.labels == ["1 ngày", "2 ngày", "3 ngày", "Thôi"]
    await tam.presses("3 ngày")
    await tam.says("chờ hội sở xác nhận")

    assert lan.last.text == (
        "Dạ, Ngân hàng Chính sách xin thêm thời gian cho câu TV-0001, vì: chờ hội sở xác nhận. "
        "Hẹn mới với cô chú là trước 17:00 thứ Sáu 15/05."
    )
    await tam.presses("Xin thêm thời gian")
    assert tam.last.text == (
        "Câu TV-0001 chỉ được hẹn tối đa 10 ngày làm việc, luật không cho lùi thêm. "
        "Anh chị trả lời phần đã rõ, hoặc chuyển cơ quan."
    )


async def test_an_old_button_gives_no_time_beyond_the_law(talk: Talk) -> None:
    _, tam, _ = await office(talk)
    await tam.presses("Nhận")
    await tam.presses("Xin thêm thời gian")
    await tam.presses("2 ngày")
    await tam.says("chờ hội sở xác nhận")

    await tam.presses("3 ngày")

    assert tam.last.text.startswith("Câu TV-0001 chỉ được hẹn tối đa 10 ngày làm việc")


async def test_the_queue_shows_what_is_due_first_a_page_at_a_time(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    for _ in range(7):
        await asks(lan)
        await talk.clock.move(minutes=1)
    tam = await official(talk, "tâm", Role.OFFICER, BANK)

    await tam.presses("Hàng đợi")
    heading, *cards, more = tam.news()
    assert heading == (
        "Hàng đợi Ngân hàng Chính sách: 7 chờ nhận, 0 đang lo, 0 chờ người hỏi, 0 chờ duyệt."
    )
    assert [card[:7] for card in cards] == [f"TV-000{n}" for n in range(1, 6)]
    assert more == "Còn câu nữa, anh chị xem tiếp không?"
    await tam.presses("Xem tiếp")

    assert [card[:7] for card in tam.news()] == ["TV-0006", "TV-0007"]


async def test_an_empty_queue_says_so(talk: Talk) -> None:
    tam = await official(talk, "tâm", Role.OFFICER, BANK)

    await tam.says("/hangdoi")

    assert tam.last.text == ("Hàng đợi Ngân hàng Chính sách đang trống. Có câu mới em báo liền.")


async def test_late_questions_are_counted_and_marked(talk: Talk) -> None:
    _, tam, _ = await office(talk)
    await talk.clock.move(days=14)

    await tam.presses("Hàng đợi")

    heading, card = tam.news()[-2:]
    assert heading.endswith("0 chờ duyệt; 1 câu đã quá hẹn.")
    assert "⚠️ Đã quá hẹn 17:00 thứ Ba 12/05" in card


async def test_a_card_announced_at_night_waits_for_the_morning_and_is_not_stale(
    talk: Talk,
) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    await talk.clock.move(hours=12)  # 22:00
    await asks(lan)
    assert tam.news() == []
    await minh.presses("Hàng đợi")
    await minh.presses("Nhận")

    await talk.later(hours=8, minutes=1)

    (card,) = tam.news()
    assert card.endswith("Minh đang giữ")


async def test_somebody_without_a_role_is_told_how_to_get_one(talk: Talk) -> None:
    lan = await resident(talk, "lan")

    await lan.says("/hangdoi")

    assert lan.last.text == (
        "Anh chị chưa có hàng đợi nào. Anh chị xin mã mời từ ban tổ chức rồi nhắn mã cho em."
    )


async def test_presses_on_the_same_card_by_many_leave_one_holder(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    officers = [await official(talk, f"o{n}", Role.OFFICER, BANK) for n in range(5)]
    await asks(lan)

    await talk.app.intake.store(
        [
            one.inbound(
                happened=Happened.PRESSED,
                press="take:1",
                press_id=one.chat,
                reply_to=one.last.id,
            )
            for one in officers
        ]
    )
    await asyncio.sleep(0)
    await talk.settle()

    assert sum("Anh chị đã nhận" in one.last.text for one in officers) == 1
    assert sum("đã nhận trước rồi" in one.last.text for one in officers) == 4


async def test_where_there_are_no_buttons_a_number_means_those_of_the_card_that_was_opened(
    talk: Talk,
) -> None:
    lan, tam, _ = await office(talk)
    await asks(lan, "Vay vốn nuôi heo thì cần giấy gì?")
    await tam.says("/start")  # other choices, shown before

    await tam.says("TV-0001")
    await tam.says("1")

    assert tam.last.text.startswith("Anh chị đã nhận câu TV-0001.")
