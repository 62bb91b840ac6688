"""*Hỏi thêm*: the clock stands still until the asker replies, or the officer need not wait."""

from tests.doubles.chat import Talk
from tests.stories.cast import ANSWER, LOAN, asks
from tests.stories.test_queue import office


async def test_asking_back_stops_the_clock_and_the_reply_starts_it_again(talk: Talk) -> None:
    lan, tam, _ = await office(talk)
    await tam.presses("Nhận")
    await tam.presses("Hỏi thêm")
    await tam.says("Cô chú vay ở phường nào?")
    assert lan.last.text == (
        "Dạ, Ngân hàng Chính sách cần hỏi thêm về câu TV-0001: “Cô chú vay ở phường nào?”\n"
        "Cô chú trả lời thẳng vào tin này, hoặc bấm Nói thêm giúp em nghen?"
    )
    assert tam.find("TV-0001 ·").text.endswith("đồng hồ tạm dừng")

    await talk.clock.move(days=7)
    await lan.replies(lan.last, "Dạ phường 7")

    assert lan.last.text == (
        "Dạ em đã ghi thêm vào câu TV-0001 và báo Ngân hàng Chính sách. "
        "Cô chú vẫn được trả lời trước 17:00 thứ Sáu 15/05."
    )
    assert tam.last.text == (
        "Người hỏi đã trả lời điều anh chị hỏi ở câu TV-0001, đồng hồ chạy lại: “Dạ phường 7”"
    )


async def test_what_was_asked_back_can_be_answered_without_a_reply(talk: Talk) -> None:
    lan, tam, _ = await office(talk)
    await tam.replies(tam.last, ANSWER)
    await tam.presses("Hỏi thêm")
    await tam.says("Cô chú vay ở phường nào?")

    await lan.says("Dạ phường 7")
    assert lan.last.text == (
        "“Dạ phường 7”\n\nĐây là lời cô chú trả lời điều cơ quan hỏi thêm, hay là câu hỏi mới?"
    )
    assert lan.last.labels == ["Trả lời câu TV-0001", "Câu hỏi mới"]
    await lan.presses("Trả lời câu TV-0001")

    assert tam.last.text.endswith("đồng hồ chạy lại: “Dạ phường 7”")


async def test_an_officer_need_not_wait_for_ever_for_what_was_asked_back(talk: Talk) -> None:
    _, tam, _ = await office(talk)
    await tam.presses("Nhận")
    await tam.presses("Hỏi thêm")
    await tam.says("Cô chú vay ở phường nào?")
    await talk.clock.move(days=7)

    await tam.presses("Không chờ nữa")

    assert tam.last.text == (
        "Câu TV-0001 làm tiếp, không chờ nữa. Hạn trả lời là 17:00 thứ Sáu 15/05."
    )


async def test_a_word_is_still_for_what_was_asked_back_after_many_new_questions(
    talk: Talk,
) -> None:
    lan, tam, _ = await office(talk)
    await tam.presses("Nhận")
    await tam.presses("Hỏi thêm")
    await tam.says("Cô chú vay ở phường nào?")
    for alley in range(6):
        await lan.says(f"{LOAN} Hẻm {alley}")
        await lan.presses("Câu hỏi mới")
        await lan.presses("Đúng rồi, gửi đi")

    await lan.says("Dạ phường 7")
    assert lan.last.labels == ["Trả lời câu TV-0001", "Câu hỏi mới"]
    await lan.presses("Trả lời câu TV-0001")

    assert tam.last.text.endswith("đồng hồ chạy lại: “Dạ phường 7”")


async def test_what_is_no_longer_asked_back_takes_no_word(talk: Talk) -> None:
    lan, tam, _ = await office(talk)
    await tam.presses("Nhận")
    await tam.presses("Hỏi thêm")
    await tam.says("Cô chú vay ở phường nào?")
    await tam.presses("Không chờ nữa")

    number = await asks(lan, f"{LOAN} Hẻm 7")

    assert number == "TV-0002"
