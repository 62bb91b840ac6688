"""Every receipt of a year says by when, and why then; each office keeps hours of its own."""

from dataclasses import replace
from datetime import date, time

from bot.domain.calendar import Block, Holiday, WorkingCalendar
from bot.domain.people import Role
from storage import questions
from tests.doubles.chat import Person, Talk
from tests.doubles.clock import ManualClock
from tests.doubles.deadlines import YEAR, ZONE
from tests.stories.cast import BANK, INSURANCE, INSURER, LOAN, asks, official, resident

DAYS = ("Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy")


async def _receipt(lan: Person) -> str:
    """What is said of the date when Lan asks now."""
    await lan.says(LOAN)
    await lan.presses("Đúng rồi, gửi đi")
    _, _, promised = lan.find("Dạ em đã gửi câu hỏi của cô chú").text.partition("Trả lời ")
    return promised


async def test_every_receipt_of_a_year_is_as_counted_by_hand(
    talk: Talk, clock: ManualClock
) -> None:
    clock.set(seconds=(YEAR[0].asked_at - clock.now()).total_seconds() - 3600)
    lan = await resident(talk, "lan")
    said, wanted = [], []

    for number, one in enumerate(YEAR, 1):
        await clock.move(seconds=(one.asked_at - clock.now()).total_seconds())
        said.append(await _receipt(lan))
        weekday = DAYS[one.due_at.weekday()]
        due = f"trước 17:00 thứ {weekday} {one.due_at:%d/%m}, đã trừ {one.why}"
        wanted.append(f"{due}, có là em nhắn vào đây.")
        async with talk.app.works.look() as work:
            asked = await questions.numbered(work.tx, f"TV-{number:04d}")
        assert asked is not None
        assert asked.due_at == one.due_at

    assert said == wanted


#: An office that opens at eight, closes at half past four, and keeps a holiday of its own.
OWN = WorkingCalendar(
    zone=ZONE,
    blocks=(*((Block(time(8), time(16, 30)),),) * 5, (), ()),
    holidays=(Holiday(date(2026, 5, 6), "ngày truyền thống"),),
)


def _insurer_keeps_its_own_hours(talk: Talk) -> None:
    cache = talk.app.works.cache
    agencies = tuple(
        replace(one, calendar=OWN) if one.id == INSURER else one for one in cache.programme.agencies
    )
    cache.put(replace(cache.programme, agencies=agencies))


async def test_a_transferred_question_is_promised_by_the_hours_of_who_gets_it(talk: Talk) -> None:
    """Of 29 April: the insurer works on 30 April and 1 May, and not on 6 May."""
    _insurer_keeps_its_own_hours(talk)
    minh, lan = await official(talk, "minh", Role.OFFICER, BANK), await resident(talk, "lan")
    await asks(lan)

    await minh.presses("Chuyển cơ quan")
    await minh.presses("Bảo hiểm xã hội")
    await minh.presses("Không cần lý do")

    assert lan.last.text.endswith(
        "được trả lời trước 16:30 thứ Hai 11/05, đã trừ 6/5 và cuối tuần."
    )


async def test_more_time_and_a_clock_that_stood_go_by_the_hours_of_the_office(talk: Talk) -> None:
    _insurer_keeps_its_own_hours(talk)
    tam, lan = await official(talk, "tam", Role.OFFICER, INSURER), await resident(talk, "lan")
    await asks(lan, INSURANCE)

    await tam.presses("Nhận")
    await tam.presses("Xin thêm thời gian")
    await tam.presses("2 ngày")
    await tam.says("Chờ tỉnh trả lời")

    assert lan.last.text.endswith("Hẹn mới với cô chú là trước 16:30 thứ Tư 13/05.")
    await tam.presses("Hỏi thêm")
    await tam.says("Cô chú cho biết số thẻ cũ?")
    await talk.later(days=1)  # 30 April, on which this office works
    await lan.replies(lan.last, "Thẻ cũ mất rồi")
    assert tam.find("Hẹn").text.splitlines()[-1] == "Hẹn 16:30 thứ Năm 14/05 · Tam đang giữ"


async def test_a_late_question_gets_no_new_date_that_has_passed(talk: Talk) -> None:
    minh, lan = await official(talk, "minh", Role.OFFICER, BANK), await resident(talk, "lan")
    await asks(lan)
    await minh.presses("Nhận")
    await talk.later(days=15)  # Thursday 14 May, due on Tuesday

    await minh.presses("Xin thêm thời gian")

    assert minh.last.labels == ["2 ngày", "3 ngày", "Thôi"]


async def test_my_question_says_that_its_date_has_passed(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    await asks(lan)
    await talk.later(days=14)

    await lan.says("/cauhoi")
    await lan.says("1")

    assert "quá hẹn 17:00 thứ Ba 12/05 mà chưa có trả lời" in lan.last.text
