"""The answer is approved in time, and the ward hears it after the date that its asker was told: the
asker is not left to find that out.

Asked on Wednesday 29 April, it is due on Tuesday 12 May at 17:00.
"""

from datetime import UTC, datetime

import pytest

from bot.config import Settings
from bot.domain.people import Role
from tests.conftest import begun
from tests.doubles.chat import Person, Platform, Talk
from tests.doubles.clock import ManualClock
from tests.stories.cast import ANSWER, BANK, answers, asks, official, resident
from tests.stories.test_clusters import joined

#: Tuesday 12 May, 16:00 in Trà Vinh: an hour before it is due.
AN_HOUR_BEFORE = datetime(2026, 5, 12, 9, tzinfo=UTC)


async def _until(talk: Talk, at: datetime) -> None:
    await talk.later(seconds=(at - talk.clock.now()).total_seconds())


async def _asked(talk: Talk, ward: str) -> tuple[Person, Person, Person]:
    """Lan of this ward has asked, Tâm has drafted, Hoa may approve."""
    lan = await resident(talk, "lan", ward)
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    return lan, tam, hoa


async def _approved(talk: Talk, ward: str) -> Person:
    lan, tam, hoa = await _asked(talk, ward)
    await answers(tam, tam.find("TV-0001"))
    await _until(talk, AN_HOUR_BEFORE)
    lan.news()
    await hoa.presses("Duyệt")
    return lan


def _sorry(at: str, number: str = "TV-0001") -> str:
    return (
        f"Dạ, câu {number} của cô chú Ngân hàng Chính sách trả lời xong rồi. Em gửi cô chú lúc "
        f"{at}, cùng lúc bản tin của phường; trễ hơn hẹn 17:00 thứ Ba 12/05 nên em xin lỗi cô chú."
    )


@pytest.mark.parametrize(
    ("ward", "at"),
    [("Phường 4", "17:15 thứ Ba 12/05"), ("Phường 9", "06:00 thứ Tư 13/05")],
)
async def test_who_hears_after_the_date_is_told_at_approval_until_when(
    talk: Talk, ward: str, at: str
) -> None:
    lan = await _approved(talk, ward)

    assert lan.news() == [_sorry(at)]
    await lan.presses("Câu hỏi của tôi")
    await lan.says("1")
    assert lan.last.text.splitlines()[-1] == (
        f"Ngân hàng Chính sách: trả lời xong rồi, em gửi cô chú lúc {at}, "
        "cùng lúc bản tin của phường."
    )
    lan.news()
    for _ in range(58):  # a quarter of an hour at a time, until the next morning
        await talk.later(minutes=15)
    assert [ANSWER in one for one in lan.news()] == [True]


async def test_who_hears_in_time_is_told_nothing_before(talk: Talk) -> None:
    """The slot of ward 7 is at 17:00, as it was promised."""
    lan = await _approved(talk, "Phường 7")

    assert lan.news() == []
    await lan.presses("Câu hỏi của tôi")
    await lan.says("1")
    assert "trả lời xong rồi, em gửi cô chú lúc 17:00 thứ Ba 12/05" in lan.last.text


async def test_words_that_are_added_then_are_promised_nothing_that_is_over(talk: Talk) -> None:
    lan = await _approved(talk, "Phường 4")
    await talk.clock.move(hours=1, minutes=5)

    await lan.says("/cauhoi")
    await lan.says("1")
    await lan.presses("Nói thêm")
    await lan.says("Nhà tôi có sổ hộ cận nghèo")

    assert lan.last.text == (
        "Dạ em đã ghi thêm vào câu TV-0001 và báo Ngân hàng Chính sách. "
        "Câu trả lời trước đó xong rồi, em gửi cô chú lúc 17:15 thứ Ba 12/05."
    )


async def test_words_that_are_added_to_what_is_late_are_promised_no_day(talk: Talk) -> None:
    lan, _, _ = await _asked(talk, "Phường 7")
    await _until(talk, AN_HOUR_BEFORE)
    await talk.clock.move(hours=2)

    await lan.replies(lan.find("TV-0001"), "Nhà tôi có sổ hộ cận nghèo")

    assert lan.last.text.endswith(
        "Câu này quá hẹn 17:00 thứ Ba 12/05 rồi, em xin lỗi cô chú; có câu trả lời là em nhắn liền."
    )


async def test_what_is_approved_late_is_promised_for_its_slot(talk: Talk) -> None:
    lan, tam, hoa = await _asked(talk, "Phường 7")
    await answers(tam, tam.find("TV-0001"))
    await _until(talk, AN_HOUR_BEFORE)
    await talk.clock.move(hours=2)
    lan.news()

    await hoa.presses("Duyệt")

    assert lan.news() == [_sorry("06:00 thứ Tư 13/05")]


async def test_a_missed_slot_is_told_with_the_next_one(
    settings: Settings, clock: ManualClock
) -> None:
    """The program is down from five to six: the evening's slot of ward 7 is missed."""
    platform = Platform()
    async with begun(settings, clock, platform) as talk:
        lan = await _approved(talk, "Phường 7")
        assert lan.news() == []
    await clock.move(hours=2)

    async with begun(settings, clock, platform) as talk:
        await talk.tick()
        lan = talk.person("lan")
        assert lan.last.text == _sorry("06:00 thứ Tư 13/05")
        await talk.later(hours=11, minutes=31)
        await talk.later(minutes=30)
        assert ANSWER in lan.last.text


async def test_each_of_those_who_share_an_answer_hears_of_their_own_date_once(talk: Talk) -> None:
    """All asked on one day; approved after it was due, for the next morning's slot."""
    tam, hoa, people = await joined(talk)
    bay = people[1]
    await answers(tam, tam.find("TV-0001 · vay vốn"))
    await talk.tick()
    await _until(talk, AN_HOUR_BEFORE)
    await talk.clock.move(hours=2)
    for one in people:
        one.news()

    await hoa.presses("Duyệt")
    for _ in range(3):
        await talk.tick()

    told = [[text for text in one.news() if "trả lời xong rồi" in text] for one in people]
    assert told == [
        [_sorry("06:00 thứ Tư 13/05", number)] for number in ("TV-0001", "TV-0002", "TV-0003")
    ]
    await bay.says("/cauhoi")
    await bay.says("1")
    assert "em gửi cô chú lúc 06:00 thứ Tư 13/05" in bay.last.text


async def test_where_askers_hear_at_approval_nobody_waits(
    settings: Settings, clock: ManualClock
) -> None:
    at_once = settings.relay.model_copy(update={"askers_hear": "at_approval"})
    changed = settings.model_copy(update={"relay": at_once})
    async with begun(changed, clock, Platform()) as talk:
        lan = await _approved(talk, "Phường 4")

        assert [ANSWER in one for one in lan.news()] == [True]
