"""Pictures without words: they go with the question that waits to be sent in the same chat."""

from bot.domain.messages import Media
from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import BANK, LOAN, official, resident

NO_WORDS = "Dạ tin thoại, tin hình em chưa hiểu được."


async def sends_a_picture(lan: Person) -> None:
    await lan.sends("photo.jpg", b"picture", media=Media.PHOTO)


async def test_a_picture_sent_after_the_words_goes_with_them(talk: Talk) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    lan = await resident(talk, "lan")
    await lan.says(LOAN)
    await talk.later(minutes=2)

    await sends_a_picture(lan)

    assert lan.last.text.startswith("Dạ em kèm vào câu này rồi, giờ có 1 tệp.")
    await lan.presses("Đúng rồi, gửi đi")
    assert "(kèm 1 tệp)" in minh.find("TV-0001").text


async def test_pictures_that_come_at_once_are_not_answered_each(talk: Talk) -> None:
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    lan = await resident(talk, "lan")
    await lan.says(LOAN)
    lan.news()

    for _ in range(3):
        await sends_a_picture(lan)

    assert lan.news() == []
    await lan.presses("Đúng rồi, gửi đi")
    assert "(kèm 3 tệp)" in minh.find("TV-0001").text


async def test_no_more_go_with_one_question_than_an_album_holds(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says(LOAN)
    for _ in range(10):
        await sends_a_picture(lan)

    await sends_a_picture(lan)

    assert lan.last.text.startswith("Dạ một câu kèm được 10 tệp thôi")


async def test_a_picture_alone_is_asked_for_words(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await sends_a_picture(lan)
    assert lan.last.text.startswith(NO_WORDS)


async def test_a_picture_after_a_question_was_sent_belongs_to_none(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await lan.says(LOAN)
    await lan.presses("Đúng rồi, gửi đi")

    await sends_a_picture(lan)

    assert lan.last.text.startswith(NO_WORDS)
