"""Many ask the same and nobody answers: officials are reminded once, each resident of their own."""

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import BANK, official
from tests.stories.mornings import (
    FRIDAY,
    INSTEAD,
    LATE,
    SOON,
    THURSDAY,
    TODAY,
    TUESDAY,
    WEDNESDAY,
    morning,
)
from tests.stories.test_clusters import joined, three_asked


def _reminders(told: dict[str, list[str]], *officials: str) -> dict[str, list[str]]:
    return {chat: lines for chat, lines in told.items() if chat in officials}


def _sorry(people: list[Person]) -> list[list[str]]:
    return [[text for text in one.news() if "em xin lỗi" in text] for one in people]


async def test_officials_are_reminded_once_a_rung_and_each_resident_hears_of_their_own(
    talk: Talk,
) -> None:
    _, _, people = await joined(talk)
    await official(talk, "ban", Role.ORGANISER)
    for one in people:
        one.news()

    told = [
        _reminders(await morning(talk, day), "tâm", "hoa", "ban")
        for day in (FRIDAY, TUESDAY, WEDNESDAY)
    ]

    assert told[:2] == [{"tâm": [SOON]}, {"tâm": [TODAY], "hoa": [TODAY]}]
    assert (told[2]["tâm"], told[2]["hoa"], len(told[2]["ban"])) == ([LATE], [LATE], 1)
    sorry = _sorry(people)
    assert [len(one) for one in sorry] == [1, 1, 1]
    assert ["TV-0001" in sorry[0][0], "TV-0003" in sorry[2][0]] == [True, True]


async def test_the_card_that_comes_says_how_many_ask(talk: Talk) -> None:
    tam, _, _ = await joined(talk)

    await morning(talk, FRIDAY)

    assert tam.last.text.startswith(SOON)
    assert "👥 Gộp chung 3 câu" in tam.last.text


async def test_more_time_begins_the_reminding_anew(talk: Talk) -> None:
    tam, _, _ = await joined(talk)
    await morning(talk, TUESDAY)
    await tam.presses("Xin thêm thời gian")
    await tam.presses("2 ngày")
    await tam.says("chờ ngân hàng tỉnh")
    await talk.tick()

    told = await morning(talk, WEDNESDAY)

    assert _reminders(told, "tâm", "hoa") == {}
    told = await morning(talk, THURSDAY)
    assert _reminders(told, "tâm", "hoa") == {"tâm": [TODAY], "hoa": [TODAY]}


async def _joined_under_a_later_date(talk: Talk) -> tuple[Person, Person, Person]:
    """TV-0001 leads and is due on Thursday, for Tâm asked for more time; the others on Tuesday."""
    tam, _ = await three_asked(talk)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    ban = await official(talk, "ban", Role.ORGANISER)
    card = tam.find("TV-0001 · vay vốn")
    for press in ("take:1", "moredays:1.2"):
        await talk.arrive(tam.inbound(press=press, happened="pressed", reply_to=card.id))
    await tam.says("chờ ngân hàng tỉnh")
    await talk.arrive(tam.inbound(press="joinall:1.3", happened="pressed", reply_to=card.id))
    await talk.tick()
    assert "👥 Gộp chung 3 câu" in tam.find("TV-0001 · vay vốn").text
    return tam, hoa, ban


async def test_who_is_next_in_line_hears_of_what_another_question_than_the_head_has_reached(
    talk: Talk,
) -> None:
    tam, hoa, _ = await _joined_under_a_later_date(talk)
    assert _reminders(await morning(talk, FRIDAY), "tâm", "hoa") == {"tâm": [SOON]}

    await tam.blocks()
    await talk.later(minutes=1)

    assert hoa.last.text.startswith(SOON + INSTEAD)
    assert hoa.last.labels[0] == "Để lại hàng đợi"


async def test_who_is_next_in_line_hears_of_the_highest_rung_of_all(talk: Talk) -> None:
    """The head has come to its first rung only, TV-0002 to its day."""
    _, hoa, ban = await _joined_under_a_later_date(talk)
    await morning(talk, FRIDAY)
    told = _reminders(await morning(talk, TUESDAY), "tâm", "hoa", "ban")
    assert told == {"tâm": [TODAY], "hoa": [TODAY]}

    await hoa.blocks()
    await talk.later(minutes=1)

    assert ban.last.text == (
        "⏰ Câu TV-0001 ở Ngân hàng Chính sách hẹn 17:00 thứ Năm 14/05. "
        "Ở đó em không nhắn được cho ai, anh chị gọi giúp em."
    )
