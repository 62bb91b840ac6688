"""Somebody writes more than may be asked at once: they hear so at once, and nothing gets stuck."""

from bot.domain.messages import Happened
from bot.domain.people import Role
from storage import deferred
from tests.doubles.chat import Person, Talk
from tests.stories.cast import ANSWER, BANK, LOAN, WARD_7, asks, official, resident

LONG = f"{LOAN} " * 70  # some 4,400 letters
TOO_LONG = "Dạ câu hỏi dài quá 4000 chữ cái, cô chú tách ra nhắn làm nhiều câu giúp em."


async def agrees(person: Person) -> None:
    for label in ("Đồng ý", "Phường 7", "Khóm 3"):
        await person.presses(label)


async def test_first_words_that_are_too_long_do_not_stand_in_the_way_of_agreeing(
    talk: Talk,
) -> None:
    bank = await official(talk, "tâm", Role.OFFICER, BANK)
    lan = talk.person("lan")

    await lan.says(LONG)
    assert lan.news() == [TOO_LONG]
    await lan.says(LOAN)
    await agrees(lan)
    await lan.presses("Đúng rồi, gửi đi")

    assert LOAN in bank.last.text


async def test_words_that_an_older_version_holds_are_asked_as_they_are(talk: Talk) -> None:
    lan = talk.person("lan")
    await lan.says("/start")
    async with talk.app.works.begin() as work:
        await deferred.hold_words(work.tx, lan.inbound(text=LONG), work.now)

    await agrees(lan)

    assert lan.last.labels[0] == "Đúng rồi, gửi đi"


async def test_words_changed_into_too_many_are_refused_and_those_before_stay(talk: Talk) -> None:
    bank = await official(talk, "tâm", Role.OFFICER, BANK)
    lan = await resident(talk, "lan")
    await lan.says(LOAN, message_id="77")
    lan.news()

    await lan.says(LONG, message_id="77", happened=Happened.EDITED)
    assert lan.news() == [TOO_LONG]
    await lan.presses("Đúng rồi, gửi đi")

    assert f"“{LOAN}”" in bank.last.text


async def test_words_that_wait_for_consent_are_not_changed_into_too_many_either(
    talk: Talk,
) -> None:
    lan = talk.person("lan")
    await lan.says(LOAN, message_id="77")
    lan.news()

    await lan.says(LONG, message_id="77", happened=Happened.EDITED)
    assert lan.news() == [TOO_LONG]
    await agrees(lan)

    assert lan.last.text.startswith(f"“{LOAN}”")


async def test_who_is_in_danger_may_write_as_much_as_they_need_to(talk: Talk) -> None:
    head = await official(talk, "hoa", Role.HEAD, WARD_7)
    lan = talk.person("lan")

    await lan.says("Chồng tôi đánh tôi hoài, tôi sợ lắm, cứu tôi với. " + LONG)
    await agrees(lan)

    assert "TV-0001" in head.find("cứu tôi với").text


async def test_a_card_that_becomes_longer_than_a_message_still_says_which_question_it_is(
    talk: Talk,
) -> None:
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    lan = await resident(talk, "lan")
    await asks(lan, f"{LOAN} " * 40)
    asked, answer = tam.find("TV-0001"), f"{ANSWER} " * 40

    await tam.presses("Trả lời")
    await tam.says(answer)
    await tam.presses("Gửi duyệt")

    card = next(one for one in tam.screen if one.id == asked.id)
    assert card.text.startswith(asked.text[:60])
    assert answer.strip() in card.text
    assert len(card.text) <= talk.platform.limits.text
    to_approve = "".join(hoa.news())
    assert to_approve.count(LOAN) == 40, "who approves reads all of it, in several messages"
    assert to_approve.count(ANSWER) == 40


async def test_who_follows_a_ward_hears_all_of_a_bulletin_that_is_longer_than_a_message(
    talk: Talk,
) -> None:
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    lan, minh = await resident(talk, "lan"), await resident(talk, "minh")
    await minh.says("/traloi")
    await minh.presses("Nhận trả lời của phường")
    for text in (LOAN, "Vay vốn cho con học đại học thì làm giấy ở đâu?"):
        await asks(lan, text)
        await tam.presses("Trả lời")
        await tam.says(f"{ANSWER} " * 40)
        await tam.presses("Gửi duyệt")
        await hoa.presses("Duyệt")
    minh.news()

    await talk.later(hours=7)

    heard = minh.news()
    assert [len(one) <= talk.platform.limits.text for one in heard] == [True, True]
    assert "".join(heard).count(ANSWER) == 80
    assert heard[0].startswith("Đây là Đài Truyền thanh Phường 7.")
    assert heard[-1].endswith("Cảm ơn bà con đã lắng nghe.")
