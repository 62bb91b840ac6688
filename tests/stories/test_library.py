"""The library: answers found by their words, in chat."""

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import ANSWER, BANK, LOAN, answers, asks, official, resident


async def released(talk: Talk) -> Person:
    """Lan asked, the bank answered, and her ward has heard it; returns Tám, her neighbour."""
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    await answers(tam, tam.find("TV-0001"))
    await hoa.presses("Duyệt")
    await talk.later(hours=7)
    return await resident(talk, "tám")


async def test_answers_are_found_by_words_without_marks(talk: Talk) -> None:
    tam = await released(talk)

    await tam.says("/traloi the chap")

    assert tam.last.text == (
        "Dạ đây là các câu trả lời có “the chap”:\n\n"
        f"TV-0001 · Bà con hỏi: {LOAN}\nNgân hàng Chính sách trả lời: {ANSWER}"
    )


async def test_an_answer_is_found_by_its_number(talk: Talk) -> None:
    tam = await released(talk)

    await tam.says("/traloi tv-0001")

    assert f"Ngân hàng Chính sách trả lời: {ANSWER}" in tam.last.text


async def test_what_was_not_found_is_one_tap_from_being_asked(talk: Talk) -> None:
    tam = await released(talk)

    await tam.says("/traloi cầu khỉ ấp Vĩnh Hội gãy rồi")
    assert tam.last.text == (
        "Dạ chưa có câu trả lời nào có “cầu khỉ ấp Vĩnh Hội gãy rồi”. "
        "Cô chú muốn gửi câu này cho cơ quan không?"
    )
    await tam.presses("Gửi câu này")

    assert tam.last.text.startswith("“cầu khỉ ấp Vĩnh Hội gãy rồi”")


async def test_an_old_button_of_a_search_is_refused_politely(talk: Talk) -> None:
    tam = await released(talk)

    await talk.arrive(tam.inbound(press="found:1", press_id="1"))

    assert tam.last.text == (
        "Dạ em không còn nhớ cô chú tìm chữ gì. Cô chú nhắn lại /traloi kèm chữ cần tìm giúp em."
    )


AGAIN = "can ngheo vay nuoi bo thi lai bn mot thang"


async def test_who_asks_what_was_answered_is_offered_the_answer_first(talk: Talk) -> None:
    tam = await released(talk)

    await tam.says(AGAIN)

    assert tam.last.text == (
        f"“{AGAIN}”\n\n"
        "Dạ câu giống vầy đã có nơi trả lời:\n"
        f"1. {LOAN} (Ngân hàng Chính sách)\n\n"
        "Cô chú bấm Xem thì em chưa gửi câu hỏi; "
        "đọc rồi còn muốn hỏi thì bấm Vẫn gửi câu hỏi. "
        "Không bấm gì thì nửa tiếng nữa em gửi cho Ngân hàng Chính sách."
    )
    assert tam.last.labels == ["Xem câu 1", "Vẫn gửi câu hỏi", "Cơ quan khác", "Bỏ câu này"]


async def test_one_tap_reads_it_and_nothing_is_filed(talk: Talk) -> None:
    tam = await released(talk)
    await tam.says(AGAIN)

    await tam.presses("Xem câu 1")

    assert tam.last.text == (
        f"Ngân hàng Chính sách trả lời câu TV-0001: {ANSWER}\n\n"
        "Dạ em không gửi câu hỏi nữa. Còn điều chưa rõ thì cô chú bấm Vẫn gửi câu hỏi nghen."
    )
    assert tam.last.labels == ["Vẫn gửi câu hỏi", "Quay lại"]
    await talk.later(minutes=40)
    await tam.says("/cauhoi")
    assert tam.last.text.startswith("Dạ cô chú chưa gửi câu hỏi nào.")


async def test_one_tap_asks_anyway(talk: Talk) -> None:
    tam = await released(talk)
    await tam.says(AGAIN)

    await tam.presses("Vẫn gửi câu hỏi")

    assert "cho Ngân hàng Chính sách, số TV-0002." in tam.last.text


async def test_who_read_it_can_still_ask_within_a_day_and_once(talk: Talk) -> None:
    tam = await released(talk)
    await tam.says(AGAIN)
    await tam.presses("Xem câu 1")

    await tam.presses("Vẫn gửi câu hỏi")
    assert "cho Ngân hàng Chính sách, số TV-0002." in tam.last.text
    await tam.presses("Vẫn gửi câu hỏi")

    assert tam.last.text.startswith("Dạ câu này đã gửi hoặc đã bỏ rồi")


async def test_words_that_were_not_sent_are_forgotten_after_a_day(talk: Talk) -> None:
    tam = await released(talk)
    await tam.says(AGAIN)
    await tam.presses("Xem câu 1")
    await talk.later(hours=25)

    await tam.presses("Vẫn gửi câu hỏi")

    assert tam.last.text.startswith("Dạ câu này đã gửi hoặc đã bỏ rồi")


async def test_an_offer_holds_nothing_up_and_its_button_still_works_later(talk: Talk) -> None:
    tam = await released(talk)
    await tam.says(AGAIN)
    await talk.later(minutes=31)
    assert "TV-0002" in tam.last.text

    await tam.presses("Xem câu 1")

    assert tam.last.text == (
        f"Ngân hàng Chính sách trả lời câu TV-0001: {ANSWER}\n\n"
        "Câu của cô chú thì em đã gửi đi rồi."
    )


async def test_another_office_can_be_chosen_and_coming_back_offers_nothing_again(
    talk: Talk,
) -> None:
    tam = await released(talk)
    await tam.says(AGAIN)

    await tam.presses("Cơ quan khác")
    await tam.presses("Quay lại")

    assert tam.last.labels[0] == "Đúng rồi, gửi đi"


async def test_another_question_about_the_same_office_is_offered_nothing(talk: Talk) -> None:
    tam = await released(talk)

    await tam.says("Vay vốn cho con đi học đại học thì làm đơn ở đâu?")

    assert tam.last.labels[0] == "Đúng rồi, gửi đi"


async def test_danger_is_offered_nothing(talk: Talk) -> None:
    tam = await released(talk)

    await tam.says(f"{LOAN} Người ta đòi giết tui nếu không trả nợ, cứu tui với")

    [told] = tam.news()
    assert "Đang nguy hiểm thì gọi liền" in told
    assert "Cô chú bấm Xem thì" not in told
