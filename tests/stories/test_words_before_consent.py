"""Words wait for their writer's consent: each for a day of its own, and as it reads by then."""

from bot.domain.messages import Happened
from tests.doubles.chat import Person, Talk
from tests.stories.cast import CALLS, INSURANCE, LOAN

BETTER = LOAN.replace("50", "80")
DANGER = "Chồng tôi đánh tôi hoài, tôi sợ lắm, cứu tôi với"


async def agrees(person: Person) -> None:
    for label in ("Đồng ý", "Phường 7", "Khóm 3"):
        await person.presses(label)


async def changes(person: Person, text: str) -> None:
    """Change the words of message 77."""
    await person.says(text, message_id="77", happened=Happened.EDITED)


async def test_older_words_that_expire_take_no_newer_ones_with_them(talk: Talk) -> None:
    lan = talk.person("lan")
    await lan.says(LOAN)
    await talk.later(hours=23)
    await lan.says(INSURANCE)
    await talk.later(hours=1, minutes=20)
    lan.news()

    await agrees(lan)

    assert [one for one in (LOAN, INSURANCE) if f"“{one}”" in lan.last.text] == [INSURANCE]
    assert lan.last.labels[0] == "Đúng rồi, gửi đi"


async def test_words_changed_before_consent_are_asked_as_they_were_changed(talk: Talk) -> None:
    lan = talk.person("lan")
    await lan.says(LOAN, message_id="77")
    lan.news()

    await changes(lan, BETTER)
    assert lan.news() == [
        "Dạ em giữ lời cô chú vừa nhắn. Cô chú bấm Đồng ý, cho em biết chỗ ở rồi em gửi; "
        "không bấm thì mai em xóa."
    ]
    assert lan.last.labels == ["Đồng ý"]
    await agrees(lan)

    assert [one for one in lan.heard if f"“{LOAN}”" in one] == []
    assert lan.last.text.startswith(f"“{BETTER}”")


async def test_words_that_are_changed_wait_no_longer_for_that(talk: Talk) -> None:
    lan = talk.person("lan")
    await lan.says(LOAN, message_id="77")
    await talk.later(hours=23)

    await changes(lan, BETTER)
    await talk.later(hours=1, minutes=20)
    await agrees(lan)

    assert [one for one in lan.heard if f"“{BETTER}”" in one] == []


async def test_whose_words_change_into_danger_reads_whom_to_call(talk: Talk) -> None:
    lan = talk.person("lan")
    await lan.says(LOAN, message_id="77")
    lan.news()

    await changes(lan, DANGER)

    assert lan.last.text.endswith(CALLS)


async def test_a_greeting_that_is_changed_into_a_question_is_held_like_one(talk: Talk) -> None:
    lan = talk.person("lan")
    await lan.says("Chào em", message_id="77")

    await changes(lan, LOAN)
    await agrees(lan)

    assert lan.last.text.startswith(f"“{LOAN}”")
