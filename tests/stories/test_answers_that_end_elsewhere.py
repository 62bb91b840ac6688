"""An answer that ends where its office, its question or its asker's phone is no longer as it was.

Everybody here is invented.
"""

from bot.domain.people import Role
from tests.doubles.chat import Person, Talk
from tests.stories.cast import ANSWER, BANK, asks, official, resident
from tests.stories.test_answers_that_end import LAPSED, UNTIL, ends, on
from tests.stories.test_bases import released
from tests.stories.test_clusters import approved
from tests.stories.test_map_changes import REGIONAL, Reform, reform
from tests.stories.test_shared_phone import KNOCK

__all__ = ["reform"]  # a fixture


async def test_what_an_office_answered_that_is_gone_is_read_by_the_one_that_took_over(
    talk: Talk, reform: Reform
) -> None:
    _, tam, _ = await released(talk, UNTIL)
    await reform()
    vy = await official(talk, "vy", Role.HEAD, REGIONAL)
    tam.news()

    await on(talk, 7, 1)

    assert ends(tam) == []
    assert len(ends(vy)) == 1
    await vy.presses("Mở xem")
    assert ANSWER in vy.last.text
    await vy.presses("Gia hạn")
    await vy.says("31/12/2026")
    assert vy.last.text.startswith("Câu TV-0001 nay đúng tới hết ngày 31/12/2026")


async def test_another_answer_in_its_place_leaves_nothing_to_say(talk: Talk) -> None:
    _, tam, hoa = await released(talk, UNTIL)
    await on(talk, 6, 23)
    await tam.presses("Viết câu mới")
    await tam.says("Từ tháng 7 hộ cận nghèo được vay tối đa 150 triệu đồng.")
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    tam.news()

    await on(talk, 7, 1)

    assert ends(tam) == []
    await tam.presses("Gia hạn")
    assert tam.last.text.startswith("Câu trả lời này nay không còn thời hạn")


async def test_an_end_that_is_written_down_later_is_that_of_all_who_have_heard_the_answer(
    talk: Talk,
) -> None:
    tam, hoa, people = await approved(talk)
    await talk.later(hours=7)
    await hoa.presses("Căn cứ")
    await hoa.says("áp dụng đến 31/05/2026")
    await hoa.presses("Căn cứ")
    await hoa.says(UNTIL)
    tam.news()
    await on(talk, 6, 1)
    assert ends(tam) == []
    await on(talk, 7, 1)
    assert len(ends(tam)) == 1
    await hoa.presses("Báo người đã nhận")
    await _approved_by(await official(talk, "bảo", Role.HEAD, BANK), hoa)
    await talk.later(minutes=1)

    heard = [sum("Dạ về câu hỏi" in one for one in who.heard) for who in people]
    assert heard == [1, 1, 1]


async def _approved_by(head: Person, author: Person) -> None:
    await author.presses("Gửi duyệt")
    await head.presses("Duyệt, gửi đi")


async def test_on_a_phone_that_others_use_it_waits_without_a_word_until_it_is_opened(
    talk: Talk,
) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan)
    await tam.replies(tam.last, ANSWER)
    await tam.presses("Căn cứ")
    await tam.says(UNTIL)
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    await talk.later(hours=7)
    await on(talk, 6, 30)
    await lan.says("/dulieu")
    await lan.presses("Máy này dùng chung")
    await on(talk, 7, 1)
    lan.news()
    await tam.presses("Báo người đã nhận")
    await _approved_by(hoa, tam)
    await talk.later(minutes=1)

    assert lan.news() == [KNOCK]
    await lan.presses("Của riêng tôi")
    assert f"Dạ về câu hỏi TV-0001 của cô chú: {LAPSED}" in lan.last.text


async def test_what_has_been_over_for_long_when_it_is_first_looked_at_is_not_told(
    talk: Talk,
) -> None:
    _, tam, _ = await released(talk, "áp dụng đến 30/05/2026")
    tam.news()

    await on(talk, 7, 31)

    assert ends(tam) == []
