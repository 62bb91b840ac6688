"""An answer ends, and between the news of it and what is done its question goes on or is sealed.

Everybody here is invented.
"""

from bot.domain.people import Role
from bot.domain.questions import Sensitive
from tests.doubles.answers import Board
from tests.doubles.chat import Person, Talk
from tests.stories.cast import ANSWER, INSURER, official, resident
from tests.stories.test_answers_that_end import AGAIN, UNTIL, on
from tests.stories.test_bases import DECREE, released
from tests.stories.test_clusters import approved
from tests.stories.test_map_changes import REGIONAL, Reform, reform
from tests.stories.test_transfers import hands_on

__all__ = ["reform"]  # a fixture

CHANGED = "Từ lúc soạn tới nay câu trả lời này đã có thời hạn khác"


async def _presses(talk: Talk, person: Person, press: str) -> None:
    """A button of a message that came before."""
    happened = f"{press} of {person.chat}, {talk.clock.now()}, {len(person.heard)}"
    await talk.arrive(person.inbound(press=press, press_id=happened, happened="pressed"))


async def test_what_went_to_another_office_is_opened_there_and_no_more_where_it_was(
    talk: Talk,
) -> None:
    lan, tam, hoa = await released(talk, UNTIL)
    sau = await official(talk, "sáu", Role.OFFICER, INSURER)
    await on(talk, 7, 1)
    await lan.replies(lan.find(ANSWER), "Giờ lãi bao nhiêu?")
    await hands_on(tam, INSURER)

    for one in (tam, hoa):
        for press in ("endsone:1", "endsprolong:1", "endstell:1"):
            await _presses(talk, one, press)
            assert "TV-0001" not in one.last.text
            assert ANSWER not in one.last.text
    await _presses(talk, sau, "endsone:1")
    assert ANSWER in sau.last.text
    await _presses(talk, sau, "ends:0")
    assert "- TV-0001" in sau.last.text


async def test_what_an_office_was_told_before_it_ended_stands_in_the_list_of_the_next(
    talk: Talk, reform: Reform
) -> None:
    _, tam, _ = await released(talk, UNTIL)
    await on(talk, 7, 1)
    await reform()
    vy = await official(talk, "vy", Role.HEAD, REGIONAL)

    await on(talk, 7, 2)

    await _presses(talk, vy, "ends:0")
    assert "- TV-0001" in vy.last.text
    await vy.presses("TV-0001")
    assert ANSWER in vy.last.text
    await _presses(talk, tam, "endsone:1")
    assert ANSWER not in tam.last.text


async def test_of_one_that_was_sealed_among_many_its_own_asker_alone_is_told_by_its_head(
    talk: Talk,
) -> None:
    """The others wait for two people to have read what they are told."""
    _, hoa, people = await approved(talk)
    await hoa.presses("Căn cứ")
    await hoa.says(UNTIL)
    await talk.later(hours=7)
    await Board(talk.app, talk.clock).seal("TV-0002", Sensitive.ACCUSATION)
    await on(talk, 7, 1)
    for one in people:
        one.news()

    await _presses(talk, hoa, "endstell:2")
    await talk.later(minutes=1)

    assert hoa.heard[-1] == "Câu này chỉ riêng người hỏi nhận, em báo họ liền đây."
    assert [bool([one for one in who.news() if "về câu" in one]) for who in people] == [
        False,
        True,
        False,
    ]
    await _presses(talk, hoa, "endstell:1")
    assert "Gửi duyệt" in hoa.last.labels


async def _handed_in(talk: Talk) -> tuple[Person, Person, Person]:
    lan, tam, hoa = await released(talk, UNTIL)
    await on(talk, 6, 23)
    await tam.presses("Báo người đã nhận")
    await tam.presses("Gửi duyệt")
    for one in (lan, tam):
        one.news()
    return lan, tam, hoa


async def test_what_was_sealed_after_it_was_handed_in_is_approved_no_more(talk: Talk) -> None:
    lan, _, hoa = await _handed_in(talk)
    await Board(talk.app, talk.clock).seal("TV-0001", Sensitive.ACCUSATION)

    await hoa.presses("Duyệt, gửi đi")
    await talk.later(minutes=1)

    assert hoa.last.text.startswith(CHANGED)
    assert lan.news() == []


async def test_news_of_a_day_that_is_no_longer_the_last_is_not_approved(talk: Talk) -> None:
    lan, tam, hoa = await _handed_in(talk)
    await _presses(talk, tam, "endsprolong:1")
    await tam.says("30/9/2026")

    await _presses(talk, hoa, "announceyes:1")
    await talk.later(minutes=1)

    assert hoa.last.text.startswith(CHANGED)
    assert lan.news() == []


async def test_news_that_is_on_its_way_stops_when_the_answer_is_prolonged(talk: Talk) -> None:
    _, tam, hoa = await released(talk, UNTIL)
    reader = await resident(talk, "tám")
    await reader.says(AGAIN)
    await reader.presses("Xem câu 1")
    await on(talk, 6, 23)
    await tam.presses("Báo người đã nhận")
    await tam.presses("Gửi duyệt")
    reader.news()
    await _presses(talk, hoa, "announceyes:1")
    await _presses(talk, tam, "endsprolong:1")
    await tam.says("30/9/2026")

    await talk.later(minutes=1)

    assert reader.news() == []


async def test_of_an_answer_that_was_replaced_nothing_is_approved_and_its_author_gives_it_up(
    talk: Talk,
) -> None:
    lan, tam, hoa = await _handed_in(talk)
    organiser = await official(talk, "tổ", Role.ORGANISER)
    await _presses(talk, tam, "endsanew:1")
    await tam.says("Từ tháng 7 hộ cận nghèo được vay tối đa 150 triệu đồng ở tổ trưởng khóm.")
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")

    for one in (hoa, organiser):
        await _presses(talk, one, "announceyes:1")
        assert one.last.text.startswith("Câu trả lời này nay không còn thời hạn")
    await _presses(talk, tam, "announcedrop:1")

    assert tam.last.text.startswith("Em đã bỏ thông báo này")
    [told] = lan.news()
    assert "Ngân hàng Chính sách đang viết câu mới" in told
    assert "nhắn hỏi lại" not in told, "it is answered anew"


async def test_a_law_that_is_added_to_an_answer_leaves_its_end_and_who_was_told_of_it(
    talk: Talk,
) -> None:
    _, tam, hoa = await released(talk, UNTIL)
    await on(talk, 7, 1)
    await tam.presses("Báo người đã nhận")
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt, gửi đi")
    await talk.later(minutes=1)

    for basis in (DECREE, f"{DECREE}, {UNTIL}"):
        await hoa.presses("Căn cứ")
        await hoa.says(basis)
        await _presses(talk, tam, "endstell:1")
        assert tam.last.text.startswith("Bà con đã nhận câu này thì em báo rồi")
