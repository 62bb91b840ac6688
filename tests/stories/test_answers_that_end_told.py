"""What people read of an answer that ends makes sense months later, without a number in mind.

Everybody here is invented.
"""

import pytest

from bot.domain.people import Role
from bot.domain.questions import Sensitive
from tests.doubles.answers import Board
from tests.doubles.chat import Person, Talk
from tests.stories.cast import ANSWER, BANK, asks, official, resident
from tests.stories.test_answers_that_end import AGAIN, UNTIL, on
from tests.stories.test_bases import DECREE, ended, released

TOPIC = "Câu trả lời của Ngân hàng Chính sách về vay vốn chỉ đúng tới hết ngày 30/6/2026, nay không"
ASKED = "Hộ cận nghèo vay 50 triệu nuôi bò thì lãi bao nhiêu một …"


async def approves(talk: Talk, author: Person, head: Person) -> None:
    await author.presses("Báo người đã nhận")
    await author.presses("Gửi duyệt")
    await head.presses("Duyệt, gửi đi")
    await talk.later(minutes=1)


async def test_who_asked_reads_how_their_own_question_began(talk: Talk) -> None:
    lan, tam, hoa = await released(talk, UNTIL)
    await on(talk, 7, 1)
    lan.news()

    await approves(talk, tam, hoa)

    (told,) = lan.news()
    assert told.startswith(f"Dạ về câu “{ASKED}” (TV-0001) cô chú hỏi hồi trước: {TOPIC}")


async def test_a_short_question_is_read_whole(talk: Talk) -> None:
    lan = await resident(talk, "lan")
    tam = await official(talk, "tâm", Role.OFFICER, BANK)
    hoa = await official(talk, "hoa", Role.HEAD, BANK)
    await asks(lan, "Hộ cận nghèo vay nuôi bò thì lãi bao nhiêu?")
    await tam.replies(tam.last, ANSWER)
    await tam.presses("Căn cứ")
    await tam.says(UNTIL)
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt")
    await talk.later(hours=7)
    await on(talk, 7, 1)
    lan.news()

    await approves(talk, tam, hoa)

    (told,) = lan.news()
    assert told.startswith(
        "Dạ về câu “Hộ cận nghèo vay nuôi bò thì lãi bao nhiêu?” (TV-0001) cô chú hỏi hồi trước: "
    )


async def test_who_only_read_it_is_named_the_topic_and_no_number_that_they_never_saw(
    talk: Talk,
) -> None:
    _, tam, hoa = await released(talk, UNTIL)
    reader = await resident(talk, "tám")
    await reader.says(AGAIN)
    await reader.presses("Xem câu 1")
    await on(talk, 7, 1)
    reader.news()

    await approves(talk, tam, hoa)

    (read,) = reader.news()
    assert read.startswith(
        f"Dạ em báo về một câu trả lời mà cô chú đã nhận hay đã xem ở đây.\n\n{TOPIC}"
    )
    assert "TV-" not in read


async def test_what_was_asked_in_private_is_not_repeated_where_others_may_see_it(
    talk: Talk,
) -> None:
    lan, _, hoa = await released(talk, UNTIL)
    await Board(talk.app, talk.clock).seal("TV-0001", Sensitive.ACCUSATION)
    await on(talk, 7, 1)
    lan.news()

    await hoa.presses("Báo người đã nhận")
    await talk.later(minutes=1)

    (told,) = lan.news()
    assert told.startswith(
        "Dạ về câu TV-0001 cô chú hỏi riêng hồi trước: Câu trả lời của Ngân hàng Chính sách"
        " chỉ đúng tới hết ngày 30/6/2026"
    )


async def test_while_a_newer_one_is_written_they_read_whether_the_old_one_still_holds(
    talk: Talk,
) -> None:
    lan, tam, _ = await released(talk, UNTIL)
    await on(talk, 6, 23)
    lan.news()

    await tam.presses("Viết câu mới")

    (told,) = lan.news()
    assert told.startswith(
        f"Dạ về câu “{ASKED}” (TV-0001) cô chú hỏi hồi trước: câu trả lời cô chú đã nhận còn đúng"
        " tới hết ngày 30/6/2026. Ngân hàng Chính sách đang viết câu mới, cô chú được trả lời trước"
    )


async def test_once_it_has_ended_they_read_that_it_holds_no_more(talk: Talk) -> None:
    lan, tam, _ = await released(talk, UNTIL)
    await on(talk, 7, 1)
    lan.news()

    await tam.presses("Viết câu mới")

    (told,) = lan.news()
    assert "chỉ đúng tới hết ngày 30/6/2026, nay không còn đúng nữa. Ngân hàng" in told


async def test_no_loudspeaker_is_promised_for_those_who_were_given_it(talk: Talk) -> None:
    _, tam, _ = await released(talk, UNTIL)
    await on(talk, 7, 1)

    await tam.presses("Báo người đã nhận")

    assert tam.last.text.endswith("1 người đang dùng chat. Gửi duyệt chưa anh chị?")


@pytest.mark.parametrize(
    ("typed", "day"),
    [
        ("ngày 31/12/2027", "31/12/2027"),
        ("31 tháng 12 năm 2027", "31/12/2027"),
        ("12/2027", "31/12/2027"),
        ("toi cuoi nam 2027", "31/12/2027"),
        ("31/12", "31/12/2026"),
    ],
)
async def test_a_new_last_day_may_be_written_as_people_write_it(
    talk: Talk, typed: str, day: str
) -> None:
    _, tam, _ = await released(talk, UNTIL)
    await on(talk, 6, 23)
    await tam.presses("Gia hạn")

    await tam.says(typed)

    assert tam.last.text.startswith(f"Câu TV-0001 nay đúng tới hết ngày {day}")


async def test_an_earlier_day_is_not_called_a_prolongation(talk: Talk) -> None:
    _, tam, hoa = await released(talk, UNTIL)
    await on(talk, 6, 23)
    hoa.news()
    await tam.presses("Gia hạn")

    await tam.says("25/6/2026")

    assert tam.last.text == (
        "Câu TV-0001 nay chỉ đúng tới hết ngày 25/6/2026, sớm hơn trước; sau đó em thôi đưa ra."
    )
    assert hoa.news() == [
        "Tâm đã đổi ngày của câu trả lời TV-0001: nay chỉ đúng tới hết ngày 25/6/2026, sớm hơn"
        " trước."
    ]


@pytest.mark.parametrize("since", ["", " từ 02/08/2026"])
async def test_where_its_law_ends_before_that_day_nothing_is_promised(
    talk: Talk, since: str
) -> None:
    _, tam, _ = await released(talk, f"{DECREE}, {UNTIL}")
    await ended(talk, f"NĐ 61/2026/NĐ-CP{since}")
    await on(talk, 6, 23)
    await tam.presses("Gia hạn")

    await tam.says("31/12/2026")

    day = "02/08/2026" if since else "29/04/2026"
    assert tam.last.text == (
        f"Câu TV-0001 nay đúng tới hết ngày 31/12/2026. Nhưng {DECREE} hết hiệu lực từ {day}, từ đó"
        " em không đưa ra nữa; anh chị bấm Viết câu mới giúp em."
    )
    assert "Viết câu mới" in tam.last.labels


async def test_on_a_phone_that_others_use_it_reads_as_its_head_approved_it(talk: Talk) -> None:
    lan, tam, hoa = await released(talk, UNTIL)
    await on(talk, 6, 30)
    await lan.says("/dulieu")
    await lan.presses("Máy này dùng chung")
    await on(talk, 7, 1)
    await tam.presses("Báo người đã nhận")
    await tam.presses("Sửa lời")
    await tam.says("Từ tháng 7 mức vay thay đổi, cô chú ghé ngân hàng hỏi lại nghen.")
    await tam.presses("Gửi duyệt")
    await hoa.presses("Duyệt, gửi đi")
    await talk.later(minutes=1)

    await lan.presses("Của riêng tôi")

    assert f"{ASKED}” (TV-0001) cô chú hỏi hồi trước: Từ tháng 7 mức vay thay đổi" in lan.last.text
    assert "chỉ đúng tới hết" not in lan.last.text
