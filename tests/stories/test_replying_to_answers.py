"""What people write below an answer: that they have read it, that it was not right, or neither.

Everybody here is invented.
"""

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Talk
from tests.doubles.postgres import ask
from tests.stories.cast import BANK, asks, official, resident
from tests.stories.test_my_questions import answered

IN_DOUBT = (
    "Dạ câu TV-0001 em chưa rõ ý cô chú. Câu trả lời chưa đúng ý, hay cô chú chỉ nhắn vậy thôi?"
)


async def status(url: str) -> str:
    [(found,)] = await ask(url, "SELECT status FROM questions ORDER BY id LIMIT 1")
    return str(found)


@pytest.mark.parametrize("words", ["Ok em", "Dạ biết rồi", "ừ", "👍", "da biet roi em", "e bt r"])
async def test_who_only_says_that_it_was_read_asks_nothing_again(
    talk: Talk, url: str, words: str
) -> None:
    lan, officer = await answered(talk)

    await lan.replies(lan.last, words)

    assert lan.last.text == "Dạ. Câu trả lời TV-0001 có giúp được cô chú không?"
    assert lan.last.labels == ["Có, cảm ơn", "Chưa, hỏi lại"]
    assert await status(url) == "answered"
    assert officer.news() == []


@pytest.mark.parametrize("words", ["Ok em", "da biet roi em"])
async def test_who_says_so_below_a_receipt_adds_nothing_to_the_question(
    talk: Talk, words: str
) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await asks(lan)
    tam.news()

    await lan.replies(lan.find("số TV-0001. Trả lời trước"), words)

    assert lan.last.text == "Dạ em hiểu rồi. Có gì cần cô chú cứ nhắn tiếp nghen."
    assert tam.news() == []


async def test_who_says_so_to_what_an_office_asked_answers_it(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await asks(lan)
    await tam.presses("Nhận")
    await tam.presses("Hỏi thêm")
    await tam.says("Cô chú có sổ hộ cận nghèo phải không?")

    await lan.replies(lan.last, "Dạ")

    assert "“Dạ”" in tam.last.text


@pytest.mark.parametrize("words", ["Dạ, để tôi ra đó hỏi", "sai rồi", "nói tào lao"])
async def test_what_is_in_doubt_is_asked_and_goes_nowhere_until_then(
    talk: Talk, url: str, words: str
) -> None:
    lan, officer = await answered(talk)

    await lan.replies(lan.last, words)

    assert lan.last.text == IN_DOUBT
    assert lan.last.labels == ["Câu trả lời chưa đúng ý", "Chỉ nhắn vậy thôi"]
    assert await status(url) == "answered"
    assert officer.news() == []


async def test_it_was_not_right_after_all_and_goes_back_with_the_words(talk: Talk) -> None:
    lan, officer = await answered(talk)
    await lan.replies(lan.last, "sai rồi")

    await lan.presses("Câu trả lời chưa đúng ý")

    assert lan.last.text.startswith("Dạ em đã gửi lại câu TV-0001")
    assert "🔁 Hỏi lại vì: “sai rồi”" in officer.last.text


async def test_words_that_are_forgotten_by_then_are_asked_for(talk: Talk) -> None:
    lan, officer = await answered(talk)
    await lan.replies(lan.last, "sai rồi")
    await lan.says("/hoi")
    await lan.presses("Thôi")

    await lan.presses("Câu trả lời chưa đúng ý")
    assert lan.last.text.startswith("Dạ, câu TV-0001 còn chỗ nào chưa rõ")
    await lan.says("Tôi hỏi lãi, không hỏi được vay bao nhiêu")

    assert "Tôi hỏi lãi" in officer.last.text


async def test_it_was_only_said(talk: Talk, url: str) -> None:
    lan, officer = await answered(talk)
    await lan.replies(lan.last, "Dạ, để tôi ra đó hỏi")

    await lan.presses("Chỉ nhắn vậy thôi")

    assert lan.last.text == "Dạ em hiểu rồi. Có gì cần cô chú cứ nhắn tiếp nghen."
    assert await status(url) == "answered"
    assert officer.news() == []


@pytest.mark.parametrize("words", ["da biet roi em", "ờ hiểu rồi con", "nghe rồi con ơi"])
async def test_who_only_says_so_in_free_words_rings_no_alarm(talk: Talk, words: str) -> None:
    """The router hears farewells in some of these."""
    lan, officer = await answered(talk)
    hoa = talk.person("hoa")
    hoa.news()

    await lan.says(words)

    assert lan.last.text == "Dạ em hiểu rồi. Có gì cần cô chú cứ nhắn tiếp nghen."
    assert (officer.news(), hoa.news()) == ([], [])
