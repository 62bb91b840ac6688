"""An answer holds until a day: its office hears so in time, and decides what becomes of it.

Everybody here is invented. The bank works Monday to Friday; it is 29 April 2026.
"""

from datetime import datetime

import pytest

from bot.domain.endings import Notice
from bot.domain.people import Role
from bot.domain.questions import Sensitive
from bot.services.answers import ends as ends_
from storage import endings
from tests.doubles.answers import Board
from tests.doubles.chat import Person, Talk
from tests.stories.cast import ANSWER, BANK, asks, official, resident
from tests.stories.test_bases import released
from tests.stories.test_clusters import approved

UNTIL = "áp dụng đến 30/06/2026"  # a Tuesday
AGAIN = "can ngheo vay nuoi bo thi lai bn mot thang"
ENDS = "- TV-0001 · vay vốn · đúng tới hết ngày 30/6/2026"
ENDED = "- TV-0001 · vay vốn · đã hết ngày 30/6/2026"
BEGAN = "Hộ cận nghèo vay 50 triệu nuôi bò thì lãi bao nhiêu một …"
TOLD = f"Dạ về câu “{BEGAN}” (TV-0001) cô chú hỏi hồi trước: "
LAPSED = (
    "Câu trả lời của Ngân hàng Chính sách về vay vốn chỉ đúng tới hết ngày 30/6/2026, nay không"
)


async def on(talk: Talk, month: int, day: int, hour: int = 8) -> None:
    """On a day of 2026, at eight in the morning if nothing else is said."""
    moment = talk.clock.now().astimezone(talk.app.works.programme.zone)
    await talk.clock.move_to(moment.replace(month=month, day=day, hour=hour, minute=0))
    await talk.tick()


def ends(person: Person) -> list[str]:
    """The news of answers that end."""
    return [one for one in person.news() if "thời hạn" in one]


async def test_its_office_hears_five_working_days_before_and_when_it_has_ended_each_once(
    talk: Talk,
) -> None:
    lan, tam, hoa = await released(talk, UNTIL)
    organiser = await official(talk, "tổ", Role.ORGANISER)
    for one in (lan, tam, hoa):
        one.news()
    await on(talk, 6, 22)
    assert (ends(tam), ends(hoa)) == ([], [])

    await on(talk, 6, 23)  # Tuesday: five working days before Tuesday the 30th
    before = (
        f"Có 1 câu trả lời của cơ quan mình sắp hết thời hạn:\n{ENDS}\n\n"
        "Bà con đã nhận thì chưa được báo. Anh chị gia hạn, viết câu mới hay báo bà con giúp em."
    )
    assert (ends(tam), ends(hoa)) == ([before], [before])
    assert tam.last.labels == ["Gia hạn", "Mở xem", "Viết câu mới", "Báo người đã nhận"]
    await talk.later(hours=3)
    await on(talk, 6, 30)
    assert (ends(tam), ends(hoa)) == ([], [])

    await on(talk, 7, 1)
    (ended,) = ends(tam)
    assert ended.startswith(
        "Có 1 câu trả lời của cơ quan mình đã hết thời hạn, em thôi không đưa ra nữa:\n" + ENDED
    )
    await talk.later(days=1)
    await on(talk, 7, 20)
    assert [ends(one) for one in (tam, lan, organiser)] == [[], [], []]


async def test_what_ends_before_a_holiday_is_told_as_the_office_opens_again(talk: Talk) -> None:
    _, tam, _ = await released(talk, "áp dụng đến 03/07/2026")  # a Friday
    tam.news()
    await on(talk, 6, 26)
    assert len(ends(tam)) == 1
    await on(talk, 7, 4)
    await on(talk, 7, 5)
    assert ends(tam) == []

    await on(talk, 7, 6, hour=7)
    assert len(ends(tam)) == 1


async def test_an_answer_without_an_end_is_never_heard_of(talk: Talk) -> None:
    _, tam, hoa = await released(talk)
    tam.news(), hoa.news()

    await on(talk, 12, 31)

    assert (ends(tam), ends(hoa)) == ([], [])


async def test_prolonged_it_is_offered_again_and_its_office_hears_of_the_new_end(
    talk: Talk,
) -> None:
    _, tam, hoa = await released(talk, UNTIL)
    tam_ = await resident(talk, "tám")
    await on(talk, 7, 1)
    await tam_.says(AGAIN)
    assert tam_.last.labels[0] == "Đúng rồi, gửi đi"
    await tam_.presses("Thôi")
    hoa.news()

    await tam.presses("Gia hạn")
    await tam.says("hôm qua")
    assert tam.last.text.startswith("Em chưa rõ ngày nào")
    await tam.says("1/1/2026")
    assert tam.last.text.startswith("Em chưa rõ ngày nào")
    await tam.says("đến 30/9/2026")

    assert tam.last.text.startswith("Câu TV-0001 nay đúng tới hết ngày 30/9/2026")
    assert hoa.news() == ["Tâm đã gia hạn câu trả lời TV-0001 tới hết ngày 30/9/2026."]
    await tam_.says(AGAIN)
    assert tam_.last.labels[0] == "Xem câu 1"
    await on(talk, 9, 23)
    assert "đúng tới hết ngày 30/9/2026" in tam.last.text


async def test_who_writes_a_newer_one_has_the_question_in_hand_and_its_asker_reads_when(
    talk: Talk,
) -> None:
    lan, tam, hoa = await released(talk, UNTIL)
    await on(talk, 7, 1)
    lan.news()

    await tam.presses("Mở xem")
    assert ANSWER in tam.last.text
    assert tam.last.text.endswith("1 người đã nhận, chưa ai được báo.")
    await tam.presses("Viết câu mới")
    assert "TV-0001" in tam.last.text
    (told,) = lan.news()
    assert told.startswith(f"{TOLD}câu trả lời cô chú đã nhận chỉ đúng tới hết")
    await tam.says("Từ tháng 7 hộ cận nghèo được vay tối đa 150 triệu đồng.")
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    tam.news()

    await on(talk, 7, 1, hour=17)
    await on(talk, 7, 2)
    assert ends(tam) == []
    assert any("150 triệu" in one for one in lan.news())


async def test_who_was_given_it_reads_it_once_a_second_person_has_approved(talk: Talk) -> None:
    lan, tam, hoa = await released(talk, UNTIL)
    reader, stranger = await resident(talk, "tám"), await resident(talk, "chín")
    await reader.says(AGAIN)
    await reader.presses("Xem câu 1")
    await on(talk, 7, 1)
    for one in (lan, reader, stranger):
        assert ends(one) == []

    await tam.presses("Báo người đã nhận")
    assert tam.last.labels == ["Gửi duyệt", "Sửa lời", "Bỏ thông báo này"]
    assert "Gửi cho: Người đã nhận câu trả lời TV-0001, 2 người" in tam.last.text
    await tam.presses("Gửi duyệt")
    for one in (lan, reader, stranger):
        one.news()
    await hoa.presses("Duyệt, gửi đi")
    await talk.later(minutes=1)

    (mine,), (read,) = lan.news(), reader.news()
    assert mine.startswith(f"{TOLD}{LAPSED}")
    assert mine.endswith("nhắn hỏi lại, em đưa tới đúng nơi để có câu trả lời mới.")
    assert read.startswith(
        f"Dạ em báo về một câu trả lời mà cô chú đã nhận hay đã xem ở đây.\n\n{LAPSED}"
    )
    assert stranger.news() == []
    assert "đã gửi xong cho 2 người" in tam.last.text
    await tam.presses("Mở xem")
    assert tam.last.labels == ["Gia hạn", "Viết câu mới"]


async def test_an_officer_does_not_approve_it_and_a_stranger_does_not_see_it(talk: Talk) -> None:
    lan, tam, _ = await released(talk, UNTIL)
    minh = await official(talk, "minh", Role.OFFICER, BANK)
    other = await official(talk, "xa", Role.HEAD, "bhxh")
    await on(talk, 7, 1)
    await tam.presses("Báo người đã nhận")
    await tam.presses("Gửi duyệt")
    for one in (lan, minh, other):
        one.news()

    for one in (minh, other, tam):
        await talk.arrive(one.inbound(press="announceyes:1", press_id=one.chat, happened="pressed"))
    await talk.arrive(other.inbound(press="endsone:1", press_id="x2", happened="pressed"))
    await talk.arrive(other.inbound(press="endstell:1", press_id="x3", happened="pressed"))
    await talk.arrive(lan.inbound(press="endsone:1", press_id="x4", happened="pressed"))
    assert ANSWER not in lan.last.text
    lan.news()
    await talk.later(minutes=1)

    assert lan.news() == []
    assert not any(ANSWER in one or "TV-0001" in one for one in other.news())


async def test_who_reads_another_language_is_told_in_it_unless_the_words_were_changed(
    talk: Talk,
) -> None:
    lan, tam, hoa = await released(talk, UNTIL)
    await lan.says("/ngonngu")
    await lan.presses("English")
    await on(talk, 7, 1)
    await tam.presses("Báo người đã nhận")
    await tam.presses("Gửi duyệt")
    lan.news()
    await hoa.presses("Duyệt, gửi đi")
    await talk.later(minutes=1)

    (mine,) = lan.news()
    assert mine.startswith("About “Hộ cận nghèo vay")


async def test_an_answer_for_many_counts_once_and_each_reads_of_their_own_question(
    talk: Talk,
) -> None:
    tam, hoa, people = await approved(talk)
    await hoa.presses("Căn cứ")
    await hoa.says(UNTIL)
    await talk.later(hours=7)
    for one in people:
        one.news()
    await on(talk, 7, 1)
    assert tam.last.text.startswith("Có 1 câu trả lời của cơ quan mình đã hết thời hạn")
    assert tam.last.text.count("TV-") == 1

    await tam.presses("Báo người đã nhận")
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt, gửi đi")
    await talk.later(minutes=1)

    told = [[one for one in who.news() if "hỏi hồi trước" in one] for who in people]
    assert [["(TV-" in one and one[one.index("TV-") :][:7] for one in some] for some in told] == [
        [f"TV-000{number}"] for number in (1, 2, 3)
    ]


async def test_many_answers_come_in_one_message_and_the_list_has_them_all(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    for number in range(7):
        await asks(lan, f"Vay vốn làm nghề số {number} thì lãi bao nhiêu một tháng?")
        await tam.replies(tam.find(f"TV-000{number + 1}"), ANSWER)
        await tam.presses("Căn cứ")
        await tam.says(UNTIL)
        await tam.presses("Gửi duyệt")
        await hoa.presses("Duyệt")
    tam.news()

    await on(talk, 6, 23)

    (told,) = ends(tam)
    assert told.startswith("Có 7 câu trả lời của cơ quan mình sắp hết thời hạn:")
    assert told.count("- TV-") == 5
    assert tam.last.labels[-1] == "Xem cả 7 câu"
    await tam.presses("Xem cả 7 câu")
    assert tam.last.text.count("- TV-") == 7


async def test_of_what_is_sealed_its_heads_alone_hear_and_its_asker_alone_is_told(
    talk: Talk,
) -> None:
    lan, tam, hoa = await released(talk, UNTIL)
    await Board(talk.app, talk.clock).seal("TV-0001", Sensitive.ACCUSATION)
    for one in (lan, tam, hoa):
        one.news()

    await on(talk, 7, 1)
    lan.news()

    assert ends(tam) == []
    (told,) = ends(hoa)
    assert "- TV-0001 · đã hết ngày 30/6/2026" in told
    await talk.arrive(tam.inbound(press="endsone:1", press_id="forged", happened="pressed"))
    assert "TV-0001" not in tam.last.text
    await hoa.presses("Báo người đã nhận")
    assert hoa.last.text == "Câu này chỉ riêng người hỏi nhận, em báo họ liền đây."
    await talk.later(minutes=1)
    (mine,) = lan.news()
    assert mine.startswith("Dạ về câu TV-0001 cô chú hỏi riêng hồi trước: Câu trả lời của")


async def test_where_its_office_has_nobody_the_organisers_hear_it(talk: Talk) -> None:
    _, tam, hoa = await released(talk, UNTIL)
    organiser = await official(talk, "tổ", Role.ORGANISER)
    await tam.blocks()
    await hoa.blocks()

    await on(talk, 7, 1)

    assert organiser.last.text.startswith(
        "Ngân hàng Chính sách có câu trả lời hết thời hạn (1) hay sắp hết (0)"
    )


async def test_a_program_that_stops_between_noting_and_telling_goes_on_and_tells_it_once(
    talk: Talk,
) -> None:
    _, tam, _ = await released(talk, UNTIL)
    tam.news()
    zone = talk.app.works.programme.zone
    await talk.clock.move_to(datetime(2026, 6, 23, 8, tzinfo=zone))
    async with talk.app.works.begin() as work:
        (seen,) = await endings.due(work.tx, work.now, 9)
        assert await ends_.step(work) == 1
    with pytest.raises(KeyError):
        await _dies(talk)
    async with talk.app.works.begin() as work:  # another one had looked before, and comes late
        await endings.note(
            work.tx, seen, seen.queue, Notice.BEFORE, next_at=None, silent=False, now=work.now
        )

    await talk.tick()
    await talk.tick()

    assert len(ends(tam)) == 1
    async with talk.app.works.begin() as work:
        assert await endings.take(work.tx, seen.queue) == []


async def _dies(talk: Talk) -> None:
    """It tells, and stops before that is on disk."""
    async with talk.app.works.begin() as work:
        assert await ends_.step(work) == 1
        raise KeyError("before the commit")
