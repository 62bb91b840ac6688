"""The mornings on which a promise of the stories is brought up.

Asked on Wednesday 29 April 2026 at 10:00, it is due on Tuesday 12 May at 17:00.
"""

from datetime import UTC, datetime

from bot.config import Settings
from tests.conftest import begun
from tests.doubles.chat import Message, Platform, Talk
from tests.doubles.clock import ManualClock

#: An hour before the offices open.
FRIDAY, TUESDAY, WEDNESDAY, THURSDAY = (
    datetime(2026, 5, day, 23, tzinfo=UTC) for day in (7, 11, 12, 13)
)

SOON = "⏳ Sắp tới ngày hẹn trả lời câu này."
TODAY = "⏰ Hôm nay là ngày hẹn trả lời câu này."
LATE = "⚠️ Câu này quá hẹn rồi, em đã xin lỗi người hỏi."
ABOVE = (
    "⚠️ Câu TV-0001 ở Ngân hàng Chính sách hẹn 17:00 thứ Ba 12/05 mà tới giờ chưa trả lời. "
    "Em đã nhắc ở đó rồi, anh chị hỏi thêm một tiếng giúp em."
)
SORRY = (
    "Dạ, câu TV-0001 Ngân hàng Chính sách hẹn trả lời trước 17:00 thứ Ba 12/05 mà tới giờ chưa "
    "có, em xin lỗi cô chú. "
)
INSTEAD = " Người phụ trách không nhận được tin nên em gửi anh chị."


async def morning(talk: Talk, of: datetime) -> dict[str, list[str]]:
    """The first line of what each reads about the question from then to two hours later, with many
    a tick in between.
    """
    before = {chat: len(heard) for chat, heard in talk.platform.chats.items()}
    await talk.later(seconds=(of - talk.clock.now()).total_seconds())
    for _ in range(4):
        await talk.later(minutes=30)
    return {
        chat: lines
        for chat, heard in talk.platform.chats.items()
        if (lines := _about_it([*heard.values()][before.get(chat, 0) :]))
    }


def _about_it(messages: list[Message]) -> list[str]:
    return [one.text.splitlines()[0] for one in messages if "TV-0001" in one.text]


async def anew(
    settings: Settings, clock: ManualClock, platform: Platform, of: datetime
) -> dict[str, list[str]]:
    """A morning before which the program was started anew."""
    async with begun(settings, clock, platform) as talk:
        return await morning(talk, of)
