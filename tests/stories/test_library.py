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
    await tam.presses("Câu hỏi mới")

    assert tam.last.text.startswith("“cầu khỉ ấp Vĩnh Hội gãy rồi”")


async def test_an_old_button_of_a_search_is_refused_politely(talk: Talk) -> None:
    tam = await released(talk)

    await talk.arrive(tam.inbound(press="found:1", press_id="1"))

    assert tam.last.text == (
        "Dạ em không còn nhớ cô chú tìm chữ gì. Cô chú nhắn lại /traloi kèm chữ cần tìm giúp em."
    )
