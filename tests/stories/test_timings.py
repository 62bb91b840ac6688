"""How long each office took stands in a row once its answer has reached the asker."""

from datetime import timedelta

from bot.domain.agencies import Queue
from bot.domain.people import Role
from bot.domain.timing import Timing
from storage import timings
from tests.doubles.chat import Talk
from tests.stories.cast import ANSWER, BANK, INSURER, answers, asks, official, resident

#: Working minutes of 29 April from 10:00 on, and of a whole day.
REST, DAY = 300, 480


async def _of(talk: Talk, queue: str) -> list[Timing]:
    async with talk.app.works.look() as work:
        return await timings.of(work.tx, Queue(queue), work.now - timedelta(days=60))


async def test_an_answer_s_time_is_what_its_office_used_without_waiting_for_the_asker(
    talk: Talk,
) -> None:
    """Asked on Wednesday 29/4 at 10:00; asked back on Monday, told on Tuesday, approved then."""
    minh, hoa = (
        await official(talk, "minh", Role.OFFICER, BANK),
        await official(talk, "hoa", Role.HEAD, BANK),
    )
    lan = await resident(talk, "lan")
    await asks(lan)
    await talk.later(days=5)
    await minh.presses("Nhận")
    await minh.presses("Hỏi thêm")
    await minh.says("Cô chú thuộc hộ nghèo hay cận nghèo?")
    await talk.later(days=1)
    await lan.replies(lan.last, "Dạ cận nghèo")
    await answers(minh, minh.find("TV-0001"))
    await hoa.presses("Duyệt")
    approved = talk.clock.now()
    assert await _of(talk, BANK) == [], "it has not reached the asker yet"

    await talk.later(hours=7)

    [one] = await _of(talk, BANK)
    assert (one.allowed, one.used, one.over) == (
        REST + 7 * DAY,
        REST + 180,
        180 - 7 * DAY,
    )
    assert (one.question, one.round, one.done_at) == (1, 0, approved)
    card = minh.find("TV-0001 ·").text
    assert card.endswith("đã trả lời · dùng 1 ngày làm việc, hẹn 7,6")


async def test_a_second_answer_and_another_office_have_rows_of_their_own(talk: Talk) -> None:
    minh, ba = (
        await official(talk, "minh", Role.OFFICER, BANK),
        await official(talk, "ba", Role.OFFICER, INSURER),
    )
    hoa, tu = (
        await official(talk, "hoa", Role.HEAD, BANK),
        await official(talk, "tu", Role.HEAD, INSURER),
    )
    lan = await resident(talk, "lan")
    await asks(lan)
    await answers(minh, minh.last)
    await hoa.presses("Duyệt")
    await talk.later(hours=7)  # the ward's slot, as the offices close
    await lan.presses("Chưa, hỏi lại")
    await lan.says("Tôi hỏi chuyện khác")
    await minh.presses("Chuyển cơ quan")
    await minh.presses("Bảo hiểm xã hội")
    await minh.presses("Không cần lý do")

    await talk.later(days=4, hours=17)  # Monday 4 May, 10:00
    await answers(ba, ba.last, ANSWER)
    await tu.presses("Duyệt")
    await talk.later(hours=7)

    [first] = await _of(talk, BANK)
    [second] = await _of(talk, INSURER)
    assert (first.round, first.used) == (0, 0)
    assert (second.round, second.allowed, second.used) == (1, 7 * DAY, 180)
