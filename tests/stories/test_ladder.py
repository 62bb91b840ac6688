"""A question that nobody answers is brought up again, further up each time, and its asker hears."""

from datetime import UTC, datetime

from bot.config import Settings
from bot.domain.people import Role
from tests.conftest import begun
from tests.doubles.chat import Message, Platform
from tests.doubles.clock import ManualClock
from tests.stories.cast import BANK, asks, official, resident

#: An hour before the offices open, on the days on which something of the promise comes.
#: Asked on Wednesday 29 April 2026, due in seven working days: Tuesday 12 May, 17:00.
THURSDAY, FRIDAY, TUESDAY, WEDNESDAY, THURSDAY_AFTER = (
    datetime(2026, 5, day, 23, tzinfo=UTC) for day in (6, 7, 11, 12, 13)
)


class City:
    """Lan, the bank and the organisers, over a program that is started anew every morning."""

    def __init__(self, settings: Settings, clock: ManualClock) -> None:
        self.settings = settings
        self.clock = clock
        self.platform = Platform()

    async def begins(self) -> None:
        async with begun(self.settings, self.clock, self.platform) as talk:
            await official(talk, "minh", Role.OFFICER, BANK)
            await official(talk, "hoa", Role.HEAD, BANK)
            await official(talk, "ban", Role.ORGANISER)
            await asks(await resident(talk, "lan"))

    async def morning(self, of: datetime) -> dict[str, list[str]]:
        """The first line of what each reads about the question from an hour before the offices
        open to an hour after, with many a tick in between.
        """
        before = {chat: len(heard) for chat, heard in self.platform.chats.items()}
        async with begun(self.settings, self.clock, self.platform) as talk:
            await talk.later(seconds=(of - self.clock.now()).total_seconds())
            for _ in range(4):
                await talk.later(minutes=30)
        return {
            chat: lines
            for chat, heard in self.platform.chats.items()
            if (lines := _about_it([*heard.values()][before[chat] :]))
        }


def _about_it(messages: list[Message]) -> list[str]:
    return [one.text.splitlines()[0] for one in messages if "TV-0001" in one.text]


SOON = "⏳ Còn hai ngày làm việc là tới hẹn câu này."
TODAY = "⏰ Hôm nay là ngày hẹn trả lời câu này."
LATE = "⚠️ Câu này quá hẹn rồi, em đã xin lỗi người hỏi."
ABOVE = (
    "⚠️ Câu TV-0001 ở Ngân hàng Chính sách hẹn 17:00 thứ Ba 12/05 mà tới giờ chưa trả lời. "
    "Em đã nhắc ở đó rồi, anh chị hỏi thêm một tiếng giúp em."
)
SORRY = (
    "Dạ, câu TV-0001 Ngân hàng Chính sách hẹn trả lời trước 17:00 thứ Ba 12/05 mà tới giờ chưa "
    "có, em xin lỗi cô chú. Em đã nhắc lãnh đạo Ngân hàng Chính sách và báo ban tổ chức; có hẹn "
    "mới hay có câu trả lời là em nhắn liền."
)


async def test_a_question_climbs_every_rung_once_through_three_restarts(
    settings: Settings, clock: ManualClock
) -> None:
    city = City(settings, clock)
    await city.begins()

    assert await city.morning(THURSDAY) == {}
    assert await city.morning(FRIDAY) == {"minh": [SOON]}
    assert await city.morning(TUESDAY) == {"minh": [TODAY], "hoa": [TODAY]}
    assert await city.morning(WEDNESDAY) == {
        "minh": [LATE],
        "hoa": [LATE],
        "ban": [ABOVE],
        "lan": [SORRY],
    }
    assert await city.morning(THURSDAY_AFTER) == {}


async def test_rungs_that_were_missed_while_the_program_was_down_are_one(
    settings: Settings, clock: ManualClock
) -> None:
    city = City(settings, clock)
    await city.begins()

    told = await city.morning(THURSDAY_AFTER)

    assert told == {"minh": [LATE], "hoa": [LATE], "ban": [ABOVE], "lan": [SORRY]}
