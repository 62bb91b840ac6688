"""Before anybody knows where somebody lives: nothing is promised that needs it, nobody is stuck.

Everybody here is invented.
"""

from dataclasses import replace

import pytest

from bot.domain.messages import Happened
from storage import people
from tests.doubles.chat import Person, Talk
from tests.stories.cast import LOAN, resident
from tests.stories.test_own_words import PERSON

WHERE = "Cô chú ở phường, xã nào?"
KEPT = "Dạ em giữ câu hỏi này rồi. Cô chú cho em biết nơi ở để em chuyển đúng chỗ."
NOT_SENT = "Dạ cô chú còn câu chưa gửi. Cô chú cho em biết nơi ở thì em mới gửi đúng chỗ được."


async def agreed(talk: Talk) -> Person:
    """Somebody who has agreed, and is asked where they live."""
    person = talk.person("lan")
    await person.says("/start")
    await person.presses("Đồng ý")
    person.news()
    return person


async def moved_away(talk: Talk, person: Person) -> None:
    """Their ward was merged into another."""
    async with talk.app.works.begin() as work:
        known = await people.of_address(work.tx, str(person.address))
        assert known
        await people.save(work.tx, replace(known, ward="merged"))


async def test_who_looks_for_their_question_reads_that_only_the_place_is_missing(
    talk: Talk,
) -> None:
    lan = await agreed(talk)
    await lan.says(LOAN)
    await lan.presses("Câu hỏi mới")
    lan.news()

    await lan.says("/cauhoi")
    await talk.later(hours=1)

    assert lan.news() == [NOT_SENT, WHERE]
    await lan.presses("Phường 7")
    await lan.presses("Khóm 3")
    await lan.presses("Đúng rồi, gửi đi")
    assert lan.last.text.startswith("Dạ em đã gửi câu hỏi của cô chú")


async def test_the_button_to_see_it_asks_for_the_place(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says(LOAN)
    await lan.says("/cauhoi")
    await moved_away(talk, lan)
    lan.news()

    await lan.presses("Xem câu chưa gửi")

    assert lan.news() == [WHERE]


async def test_no_confirmation_says_that_it_will_be_sent(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says(LOAN, message_id="77")
    await moved_away(talk, lan)
    lan.news()

    better = LOAN.replace("50", "80")
    await lan.says(better, message_id="77", happened=Happened.EDITED)

    assert lan.news() == [KEPT, WHERE]
    await lan.presses("Phường 7")
    await lan.presses("Khóm 3")
    assert lan.last.text.startswith(f"“{better}”")


@pytest.mark.parametrize("words", ["gặp cán bộ", "toi khong biet chu"])
async def test_who_wants_a_person_reads_whom_to_call_and_is_asked_again(
    talk: Talk, words: str
) -> None:
    lan = await agreed(talk)

    await lan.says(words)

    assert lan.news() == [PERSON, WHERE]


async def test_who_is_to_be_left_alone_is_not_asked_again(talk: Talk) -> None:
    lan = await agreed(talk)

    await lan.says("đừng nhắn nữa")

    assert len(lan.news()) == 1
    assert lan.last.text.startswith("Dạ em ngưng nhắn")
    assert lan.last.labels[0] == "Nhận tin lại"


@pytest.mark.parametrize("ward", ["", "Phường 7"])
async def test_who_wants_everything_erased_is_shown_how(talk: Talk, ward: str) -> None:
    lan = await agreed(talk)
    if ward:
        await lan.presses(ward)  # and is asked for the khóm

    await lan.says("xóa hết thông tin của tôi")

    assert lan.last.text.startswith("Em đang giữ của cô chú:")
    assert "Xóa hết" in " ".join(lan.last.labels)


async def test_a_wish_at_the_hamlet_is_heard_and_the_hamlet_asked_again(talk: Talk) -> None:
    lan = await agreed(talk)
    await lan.presses("Phường 7")
    lan.news()

    await lan.says("gặp cán bộ")

    assert lan.news() == [PERSON, "Cô chú ở khóm, ấp nào của Phường 7?"]
