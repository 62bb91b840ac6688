"""The ladder ends with whatever ends a question, and begins anew with a new date."""

from datetime import timedelta

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import BANK, INSURER, answers, asks, official, resident
from tests.stories.mornings import FRIDAY, LATE, SOON, THURSDAY, TODAY, TUESDAY, WEDNESDAY, morning


async def _bank(talk: Talk) -> tuple[Person, Person, Person]:
    """Its officer, its head, and Lan, who has asked it something."""
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    lan = await resident(talk, "lan")
    await asks(lan)
    return minh, hoa, lan


async def _nothing_comes(talk: Talk) -> None:
    for one in (FRIDAY, TUESDAY, WEDNESDAY, THURSDAY):
        assert await morning(talk, one) == {}


async def test_an_approved_answer_ends_it(talk: Talk) -> None:
    minh, hoa, _ = await _bank(talk)
    await answers(minh, minh.last)
    await hoa.presses("Duyệt")
    await talk.later(hours=7)

    await _nothing_comes(talk)


async def test_declining_ends_it(talk: Talk) -> None:
    _, hoa, _ = await _bank(talk)
    await hoa.says("/hangdoi")
    await hoa.presses("Không trả lời")
    await hoa.says("Việc này của ngân hàng khác")

    await _nothing_comes(talk)


async def test_taking_a_question_back_ends_it(talk: Talk) -> None:
    _, _, lan = await _bank(talk)
    await lan.presses("Rút lại")
    await lan.presses("Rút câu này")

    await _nothing_comes(talk)


async def test_erasing_everything_ends_it(talk: Talk) -> None:
    _, _, lan = await _bank(talk)
    await lan.says("/dulieu")
    await lan.presses("Xóa hết")
    await lan.presses("Xóa hết giùm tôi")

    await _nothing_comes(talk)


async def test_while_the_asker_is_waited_for_no_rung_comes_and_then_it_goes_on(talk: Talk) -> None:
    """Asked back at once, told more on Thursday 14 May: all of the working time is left.

    What reminds of the asker's word is no rung: see ``test_asking_back.py``.
    """
    minh, _, lan = await _bank(talk)
    await minh.presses("Nhận")
    await minh.presses("Hỏi thêm")
    await minh.says("Cô chú thuộc hộ nghèo hay cận nghèo?")
    told = [await morning(talk, one) for one in (FRIDAY, TUESDAY, WEDNESDAY, THURSDAY)]
    assert {SOON, TODAY, LATE}.isdisjoint(line for one in told for line in one.get("minh", []))

    await lan.says("/cauhoi")
    await lan.says("1")
    await lan.presses("Nói thêm")
    await lan.says("Dạ cận nghèo")

    assert await morning(talk, THURSDAY + timedelta(days=6)) == {}
    assert await morning(talk, THURSDAY + timedelta(days=7)) == {"minh": [SOON]}


async def test_one_that_was_late_when_it_was_asked_back_climbs_on_where_it_was(talk: Talk) -> None:
    minh, _, lan = await _bank(talk)
    await morning(talk, TUESDAY)
    await minh.presses("Trả lời")
    await minh.presses("Thôi")
    await talk.later(hours=11)  # past its date, before the next rung
    await minh.says("/hangdoi")
    await minh.presses("Hỏi thêm")
    await minh.says("Cô chú thuộc hộ nghèo hay cận nghèo?")
    assert await morning(talk, WEDNESDAY) == {}

    await lan.replies(lan.find("cần hỏi thêm"), "Dạ cận nghèo")

    told = await morning(talk, THURSDAY)
    assert (told["minh"], told["hoa"]) == ([LATE], [LATE])


async def test_one_that_was_told_as_late_is_not_told_again_after_asking_back(talk: Talk) -> None:
    minh, _, lan = await _bank(talk)
    await morning(talk, WEDNESDAY + timedelta(hours=1))
    await minh.presses("Trả lời")
    await minh.presses("Thôi")
    await minh.says("/hangdoi")
    await minh.presses("Hỏi thêm")
    await minh.says("Cô chú thuộc hộ nghèo hay cận nghèo?")
    await lan.replies(lan.find("cần hỏi thêm"), "Dạ cận nghèo")

    assert await morning(talk, THURSDAY) == {}
    assert await morning(talk, THURSDAY + timedelta(days=1)) == {}


async def test_more_time_begins_it_anew_with_the_new_date(talk: Talk) -> None:
    """From Tuesday to Thursday 14 May: two working days before that is Tuesday."""
    minh, _, _ = await _bank(talk)
    await morning(talk, FRIDAY)
    await minh.presses("Xin thêm thời gian")
    await minh.presses("2 ngày")
    await minh.says("Chờ tỉnh trả lời")

    assert await morning(talk, TUESDAY) == {"minh": [SOON]}
    assert await morning(talk, WEDNESDAY) == {}
    assert await morning(talk, THURSDAY) == {"minh": [TODAY], "hoa": [TODAY]}


async def test_who_gets_a_transferred_question_hears_of_its_own_date(talk: Talk) -> None:
    """Handed over on Friday 8 May, it is due on Tuesday 19 May."""
    minh, _, _ = await _bank(talk)
    await official(talk, "tam", Role.OFFICER, INSURER)
    await morning(talk, FRIDAY)
    await minh.presses("Chuyển cơ quan")
    await minh.presses("Bảo hiểm xã hội")
    await minh.presses("Không cần lý do")

    assert await morning(talk, TUESDAY) == {}
    assert await morning(talk, THURSDAY) == {}
    assert await morning(talk, FRIDAY + timedelta(days=7)) == {"tam": [SOON]}
