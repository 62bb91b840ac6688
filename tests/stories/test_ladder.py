"""A question that nobody answers is brought up again, further up each time, and its asker hears."""

from bot.config import Settings
from bot.domain.messages import Media
from bot.domain.people import Role
from tests.conftest import begun
from tests.doubles.chat import Platform, Talk
from tests.doubles.clock import ManualClock
from tests.stories.cast import BANK, LOAN, WARD_7, answers, asks, official, resident
from tests.stories.mornings import (
    ABOVE,
    FRIDAY,
    LATE,
    SOON,
    SORRY,
    THURSDAY,
    TODAY,
    TUESDAY,
    WEDNESDAY,
    anew,
    morning,
)

BOTH = (
    "Em đã nhắc lãnh đạo Ngân hàng Chính sách và báo ban tổ chức; có hẹn mới hay có câu trả lời "
    "là em nhắn liền."
)


async def _asked(talk: Talk) -> None:
    await official(talk, "minh", Role.OFFICER, BANK)
    await official(talk, "hoa", Role.HEAD, BANK)
    await official(talk, "ban", Role.ORGANISER)
    await asks(await resident(talk, "lan"))


async def test_a_question_climbs_every_rung_once_through_three_restarts(
    settings: Settings, clock: ManualClock
) -> None:
    platform = Platform()
    async with begun(settings, clock, platform) as talk:
        await _asked(talk)

    assert await anew(settings, clock, platform, FRIDAY) == {"minh": [SOON]}
    assert await anew(settings, clock, platform, TUESDAY) == {"minh": [TODAY], "hoa": [TODAY]}
    assert await anew(settings, clock, platform, WEDNESDAY) == {
        "minh": [LATE],
        "hoa": [LATE],
        "ban": [ABOVE],
        "lan": [SORRY + BOTH],
    }
    assert await anew(settings, clock, platform, THURSDAY) == {}


async def test_rungs_that_were_missed_while_the_program_was_down_are_one(
    settings: Settings, clock: ManualClock
) -> None:
    platform = Platform()
    async with begun(settings, clock, platform) as talk:
        await _asked(talk)

    told = await anew(settings, clock, platform, THURSDAY)

    assert told == {"minh": [LATE], "hoa": [LATE], "ban": [ABOVE], "lan": [SORRY + BOTH]}


async def test_the_card_that_comes_again_is_the_one_that_works(talk: Talk) -> None:
    """It takes the place of the older one, and what it offers can be pressed."""
    minh, lan = await official(talk, "minh", Role.OFFICER, BANK), await resident(talk, "lan")
    await asks(lan)

    await morning(talk, FRIDAY)

    first, again = [one for one in minh.screen if "TV-0001" in one.text]
    assert (first.labels, again.labels) == (
        [],
        ["Trả lời", "Xin thêm thời gian", "Chuyển cơ quan", "Đã trả lời trực tiếp"],
    )
    await answers(minh, again)
    assert minh.find("chờ duyệt, Minh soạn").text.startswith("TV-0001")


async def test_a_head_is_offered_what_a_head_can_do(talk: Talk) -> None:
    minh, hoa = (
        await official(talk, "minh", Role.OFFICER, BANK),
        await official(talk, "hoa", Role.HEAD, BANK),
    )
    await asks(await resident(talk, "lan"))
    await minh.presses("Nhận")

    await morning(talk, TUESDAY)

    assert hoa.find("TV-0001").labels == ["Để lại hàng đợi", "Chuyển cơ quan", "Không trả lời"]


async def test_what_waits_for_approval_is_brought_up_with_the_heads_alone(talk: Talk) -> None:
    minh, hoa = (
        await official(talk, "minh", Role.OFFICER, BANK),
        await official(talk, "hoa", Role.HEAD, BANK),
    )
    await asks(await resident(talk, "lan"))
    await answers(minh, minh.last)

    assert await morning(talk, FRIDAY) == {"hoa": [SOON]}
    assert hoa.find("TV-0001").labels == ["Duyệt", "Trả lại"]


async def test_a_ward_s_question_climbs_to_the_ward_s_head_and_no_further(talk: Talk) -> None:
    await official(talk, "minh", Role.OFFICER, WARD_7)
    await official(talk, "hoa", Role.HEAD, WARD_7)
    await official(talk, "ban", Role.ORGANISER)
    lan = await resident(talk, "lan")
    await asks(lan, "Đường hẻm tổ 3 ngập hoài, chừng nào phường sửa cống?")

    told = await morning(talk, WEDNESDAY)

    assert {chat: lines for chat, lines in told.items() if chat != "lan"} == {
        "minh": [LATE],
        "hoa": [LATE],
    }
    assert "Em đã nhắc lãnh đạo UBND phường 7; có hẹn mới" in lan.last.text


async def test_a_rung_that_comes_at_night_waits_for_the_morning(
    settings: Settings, clock: ManualClock
) -> None:
    """The program was down the whole day, and is back at ten in the evening."""
    platform = Platform()
    async with begun(settings, clock, platform) as talk:
        await _asked(talk)
    await clock.move(seconds=(WEDNESDAY - clock.now()).total_seconds() + 16 * 3600)

    async with begun(settings, clock, platform) as talk:
        lan = talk.person("lan")
        lan.news()
        await talk.tick()
        assert lan.news() == []
        await talk.later(hours=8.5)
        assert lan.news() == [SORRY + BOTH]


async def test_a_day_that_was_missed_is_not_told_as_today(talk: Talk) -> None:
    """The program was down on its day; the next rung comes as the offices open."""
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    await asks(await resident(talk, "lan"))
    await talk.clock.move(seconds=(WEDNESDAY - talk.clock.now()).total_seconds() - 3600)
    minh.news()

    await talk.tick()

    assert minh.news() == []


async def test_what_came_with_the_question_can_still_be_opened(talk: Talk) -> None:
    minh, lan = await official(talk, "minh", Role.OFFICER, BANK), await resident(talk, "lan")
    await lan.sends("đơn.jpg", b"jpg", LOAN, Media.PHOTO)
    await lan.presses("Đúng rồi, gửi đi")

    await morning(talk, FRIDAY)

    assert minh.last.labels[:2] == ["Xem tệp", "Trả lời"]
