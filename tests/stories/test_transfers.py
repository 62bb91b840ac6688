"""Handed from office to office: the asker hears each time, and it does not go on for ever."""

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import BANK, INSURER, answers, asks, official, resident
from tests.stories.mornings import LATE

OFFICES = {BANK: "Ngân hàng Chính sách", INSURER: "Bảo hiểm xã hội"}


async def cast(talk: Talk) -> tuple[Person, Person, Person]:
    """Lan has asked the bank, on Wednesday 29 April; minh works there, tam at the insurer."""
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    tam = await official(talk, "tam", Role.OFFICER, INSURER)
    lan = await resident(talk, "lan")
    await asks(lan)
    return lan, minh, tam


async def hands_on(person: Person, office: str) -> str:
    """Returns what the official reads afterwards."""
    await person.presses("Chuyển cơ quan")
    await person.presses(OFFICES[office])
    await person.presses("Không cần lý do")
    return person.last.text


async def test_six_transfers_give_no_more_time_than_the_ten_days_of_the_first(
    talk: Talk,
) -> None:
    """Handed on every few days, as if nobody wanted it: due by Thursday 21 May, and then late."""
    lan, minh, tam = await cast(talk)
    told = []
    for person, office in ((minh, INSURER), (tam, BANK)) * 3:
        await talk.later(days=8)
        lan.news()
        await hands_on(person, office)
        told.append(lan.news()[0])

    dates = [one.partition("Cô chú sẽ được trả lời ")[2] for one in told]
    assert dates[:2] == [
        "trước 17:00 thứ Hai 18/05, đã trừ cuối tuần.",
        "trước 17:00 thứ Năm 21/05, đã trừ cuối tuần.",
    ]
    assert told[2:] == [
        f"Dạ, câu TV-0001 không thuộc {before} nên đã chuyển qua {after}. Câu này quá hẹn 17:00 "
        "thứ Năm 21/05 rồi, em xin lỗi cô chú; có câu trả lời là em nhắn liền."
        for before, after in [tuple(OFFICES.values()), tuple(OFFICES.values())[::-1]] * 2
    ]


async def test_who_gets_what_is_late_already_and_those_above_hear_that_at_once(
    talk: Talk,
) -> None:
    lan, minh, tam = await cast(talk)
    head = await official(talk, "hoa", Role.HEAD, BANK)
    organiser = await official(talk, "ban", Role.ORGANISER)
    await hands_on(minh, INSURER)
    await talk.later(days=20)  # beyond the ten days; the asker has heard that it is late
    assert [one for one in lan.news() if "em xin lỗi" in one] != []
    organiser.news()

    assert await hands_on(tam, BANK) == (
        "Đã chuyển câu TV-0001 cho Ngân hàng Chính sách. Câu này chuyển nhiều lần, quá 10 ngày "
        "làm việc rồi nên không có hẹn mới, em xin lỗi người hỏi."
    )
    await talk.tick()

    for one in (minh, head):
        assert one.find("TV-0001 ·").text.splitlines()[0] == LATE
    assert [one for one in organiser.news() if "TV-0001 ở Ngân hàng Chính sách" in one] != []
    assert [one for one in lan.news() if "em xin lỗi" in one] == [
        "Dạ, câu TV-0001 không thuộc Bảo hiểm xã hội nên đã chuyển qua Ngân hàng Chính sách. "
        "Câu này quá hẹn 17:00 thứ Ba 12/05 rồi, em xin lỗi cô chú; có câu trả lời là em nhắn liền."
    ]


async def test_what_was_handed_round_is_no_reason_for_more_time(talk: Talk) -> None:
    _, minh, tam = await cast(talk)
    await hands_on(minh, INSURER)
    await talk.later(days=12)  # Monday 11 May
    await hands_on(tam, BANK)

    await minh.presses("Nhận")
    await minh.presses("Xin thêm thời gian")

    assert minh.last.text.startswith("Câu TV-0001 chỉ được hẹn tối đa 10 ngày làm việc")


async def test_an_answered_question_that_is_asked_again_begins_with_days_of_its_own(
    talk: Talk,
) -> None:
    lan, minh, tam = await cast(talk)
    hoa = await official(talk, "hoa", Role.HEAD, INSURER)
    await hands_on(minh, INSURER)
    await answers(tam, tam.find("TV-0001"))
    await hoa.presses("Duyệt")
    await talk.later(hours=7)
    await talk.later(days=20)
    await lan.presses("Chưa, hỏi lại")
    await lan.says("Tôi chưa được vay")
    await talk.later(days=7)  # Tuesday 26 May
    lan.news()

    await hands_on(tam, BANK)

    assert lan.news() == [
        "Dạ, câu TV-0001 không thuộc Bảo hiểm xã hội nên đã chuyển qua Ngân hàng Chính sách. "
        "Cô chú sẽ được trả lời trước 17:00 thứ Năm 04/06, đã trừ cuối tuần."
    ]
