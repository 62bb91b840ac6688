"""Said below a draft that waits instead of pressed: yes, no, another office, put it away.

Everybody here is invented.
"""

import pytest

from bot.domain.people import Role
from tests.doubles.chat import Talk
from tests.stories.cast import BANK, LOAN, WARD_7, asks, official, resident
from tests.stories.test_library import AGAIN, released
from tests.stories.test_my_questions import answered


@pytest.mark.parametrize("words", ["ok con", "dung", "ừ", "dạ đúng", "tui gởi đi", "gửi"])
async def test_a_yes_sends_the_draft_that_was_shown_last(talk: Talk, words: str) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await lan.says(LOAN)

    await lan.says(words)

    assert lan.last.text.startswith("Dạ em đã gửi câu hỏi của cô chú")
    assert LOAN in tam.last.text


@pytest.mark.parametrize("words", ["thôi con ơi", "đừng gửi", "bỏ đi", "ngung", "stop"])
async def test_who_does_not_want_it_sent_any_more_puts_it_away(talk: Talk, words: str) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await lan.says(LOAN)

    await lan.says(words)
    await talk.later(hours=1)

    assert lan.last.text == "Dạ em bỏ câu đó rồi. Khi nào cần cô chú cứ nhắn lại."
    assert tam.news() == []


@pytest.mark.parametrize(
    "words",
    [
        *("không", "khoan đã con", "dung gui", "sai rồi", "dung ma con", "chịu thôi", "đừng bỏ"),
        *("vậy thôi con", "không đồng ý", "đừng nhắn cho tui nữa"),
    ],
)
async def test_a_no_that_may_mean_the_office_is_asked_about_and_has_as_long_again(
    talk: Talk, words: str
) -> None:
    lan = await resident(talk, "lan")
    await lan.says(LOAN)
    await talk.later(minutes=20)

    await lan.says(words)

    assert lan.last.text == (
        "Dạ em chưa gửi câu này, không bấm gì thì nửa tiếng nữa em gửi giùm. "
        "Cô chú muốn gửi cơ quan khác hay bỏ luôn?"
    )
    assert lan.last.labels == ["Cơ quan khác", "Bỏ câu này", "Quay lại"]
    await talk.later(minutes=20)
    assert "Cô chú muốn gửi cơ quan khác" in lan.last.text
    await talk.later(minutes=11)
    assert lan.last.text.startswith("Dạ em đã gửi câu hỏi của cô chú")


@pytest.mark.parametrize(
    ("words", "answered_with"),
    [
        ("bỏ luôn", "Dạ em bỏ câu đó rồi."),
        ("đừng gửi nữa", "Dạ em bỏ câu đó rồi."),
        ("thôi", "Dạ em bỏ câu đó rồi."),
        ("ok gửi đi", "Dạ em đã gửi câu hỏi của cô chú"),
        ("không", "Dạ em chưa gửi câu này"),
    ],
)
async def test_what_was_asked_after_a_no_may_be_answered_in_words(
    talk: Talk, words: str, answered_with: str
) -> None:
    lan = await resident(talk, "lan")
    head = await official(talk, "hoa", Role.HEAD, WARD_7)
    await lan.says(LOAN)
    await lan.says("không")

    await lan.says(words)

    assert lan.last.text.startswith(answered_with)
    assert head.news() == []


async def test_another_office_may_be_asked_for_in_words(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says(LOAN)
    await lan.says("không")

    await lan.says("gửi cơ quan khác")

    assert lan.last.labels[-2:] == ["Quay lại", "Bỏ câu này"]


@pytest.mark.parametrize("words", ["đừng gửi", "bỏ đi", "thôi khỏi", "đừng gửi nữa"])
async def test_below_the_list_of_offices_it_can_be_dropped_in_words(talk: Talk, words: str) -> None:
    lan = await resident(talk, "lan")
    head = await official(talk, "hoa", Role.HEAD, WARD_7)
    await lan.says(LOAN)
    await lan.presses("Cơ quan khác")

    await lan.says(words)

    assert lan.last.text.startswith("Dạ em bỏ câu đó rồi.")
    assert head.news() == []


async def test_a_yes_to_something_that_came_in_between_sends_no_draft(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    await asks(lan)
    await tam.presses("Nhận")
    await lan.says("Con tôi học đại học thì vay ở đâu?")
    await tam.presses("Hỏi thêm")
    await tam.says("Cô chú có sổ hộ cận nghèo phải không?")

    await lan.says("dạ đúng")

    assert lan.last.labels == ["Trả lời câu TV-0001", "Câu hỏi mới"]


async def test_a_yes_below_the_list_of_offices_sends_nothing(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says(LOAN)
    await lan.presses("Cơ quan khác")

    await lan.says("ừ")

    assert lan.last.text == "Dạ em hiểu rồi. Có gì cần cô chú cứ nhắn tiếp nghen."


async def test_a_yes_that_replies_to_another_message_is_about_that(talk: Talk) -> None:
    lan, officer = await answered(talk)
    answer = lan.last
    await lan.says("Con tôi học đại học thì vay ở đâu?")

    await lan.replies(answer, "ok em")

    assert lan.last.text == "Dạ. Câu trả lời TV-0001 có giúp được cô chú không?"
    assert officer.news() == []


async def test_a_draft_that_waits_is_named_where_no_question_is_yet(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says(LOAN)

    await lan.says("/cauhoi")

    assert lan.last.text == (
        "Dạ cô chú còn câu chưa gửi. Cô chú bấm nút dưới để xem rồi gửi, không bấm thì em gửi giùm."
    )
    await lan.presses("Xem câu chưa gửi")
    assert lan.last.text.startswith(f"“{LOAN}”")


# ── an answer that is offered ────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("words", ["ok", "dạ đúng"])
async def test_a_yes_to_an_offered_answer_sends_nothing(talk: Talk, words: str) -> None:
    tam = await released(talk)
    await tam.says(AGAIN)

    await tam.says(words)

    assert tam.last.labels == ["Xem câu 1", "Vẫn gửi câu hỏi", "Cơ quan khác", "Bỏ câu này"]


@pytest.mark.parametrize("words", ["vẫn gửi", "gửi đi con"])
async def test_who_says_to_send_it_all_the_same_has_it_sent(talk: Talk, words: str) -> None:
    tam = await released(talk)
    await tam.says(AGAIN)

    await tam.says(words)

    assert tam.last.text.startswith("Dạ em đã gửi câu hỏi của cô chú")
